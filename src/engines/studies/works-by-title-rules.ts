import type { ParseArgsOptionsConfig } from 'node:util'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { getCoded, leastConfidence, openDataFile, proposeMapping, readTable } from '../tables/index.ts'
import type { ArgumentReader } from './study-arguments.ts'

/** Options of every study that joins a chart to a list of works by title. */
export const matchingOptions = {
  'match-threshold': { type: 'string' },
  match: { type: 'string', multiple: true },
  'no-match': { type: 'string', multiple: true },
  matches: { type: 'string' },
  'matches-name': { type: 'string' },
  proposals: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig

/** One word of a person about a pair of titles: the title of the chart, the title in the list of works, yes or no. */
export interface MatchDecision {
  readonly title: string
  readonly work: string
  readonly isSame: boolean
}

/** How titles are matched that no work has as it is written. */
export interface MatchingRules {
  /** Without one nothing is applied that nobody accepted. */
  readonly threshold: number | undefined
  readonly decisions: readonly MatchDecision[]
  /** Pairs as they were given, `TITLE=WORK`, before it is known which sign of equality parts them. */
  readonly pairs: readonly { readonly text: string; readonly isSame: boolean }[]
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: number } | undefined
}

export const exactTitlesOnly: MatchingRules = { threshold: undefined, decisions: [], pairs: [], file: undefined }

const columns = [
  { name: 'title', required: true, usualNames: ['titre', 'العنوان'] },
  { name: 'work', required: true, usualNames: ['work id', 'known title', 'œuvre', 'العمل'] },
  { name: 'decision', required: true, usualNames: ['same', 'décision', 'القرار'] },
] as const

const yes = /^(yes|y|true|1|accepted|accept|same|oui|o|نعم)$/i
const no = /^(no|n|false|0|refused|refuse|different|non|لا)$/i

/** The decisions of a file with the columns title, work (or work_id) and decision; lines without a decision are passed over. */
const readDecisions = async (
  path: string,
  name: string | undefined,
): Promise<Result<Pick<MatchingRules, 'decisions' | 'file'>, Fault>> => {
  const about = (faults: readonly Fault[]) => notAccepted(...faults.map((fault) => ({ ...fault, field: 'matches' })))
  const file = await openDataFile(path, name === undefined ? {} : { name })
  if (!file.ok) return about(file.faults)
  const mapping = proposeMapping(file.value.header, columns)
  const missing = columns.filter((column) => mapping[column.name] === undefined)
  if (missing.length > 0)
    return about(
      missing.map((column) => ({ code: 'column-not-mapped', values: { name: file.value.name, column: column.name } })),
    )
  const table = await readTable(file.value, { coded: Object.values(mapping) })
  if (!table.ok) return about(table.faults)
  const cells = columns.map((column) => getCoded(table.value, mapping[column.name]!))
  const decisions: MatchDecision[] = []
  const faults: Fault[] = []
  for (let row = 0; row < table.value.rows; row++) {
    const [title = '', work = '', word = ''] = cells.map(({ codes, dictionary }) => dictionary[codes[row]!]!.trim())
    const line = table.value.lines[row]!
    if (word === '') continue
    if (yes.test(word) || no.test(word)) decisions.push({ title, work, isSame: yes.test(word) })
    else faults.push({ code: 'match-decision-unknown', row: line, values: { name: file.value.name, line, text: word } })
  }
  if (faults.length > 0) return about(faults.slice(0, 10))
  const { sha256, bytes } = file.value
  return accepted({ decisions, file: { name: file.value.name, sha256, bytes } })
}

/** Reads the options of `matchingOptions`; faults come back at once. */
export const readMatchingRules = async (own: ArgumentReader): Promise<Result<MatchingRules, Fault>> => {
  const threshold = own.number('match-threshold', leastConfidence, 1)
  const pairsOf = (name: 'match' | 'no-match') =>
    own.texts(name).map((text) => {
      const at = text.indexOf('=')
      if (at <= 0 || at === text.length - 1) own.refuse('argument-pair', name, { text })
      return { text, isSame: name === 'match' }
    })
  const pairs = [...pairsOf('match'), ...pairsOf('no-match')]
  if (own.faults.length > 0) return notAccepted(...own.faults)
  const path = own.text('matches')
  if (path === undefined) return accepted({ threshold, decisions: [], pairs, file: undefined })
  const read = await readDecisions(path, own.text('matches-name'))
  return read.ok ? accepted({ threshold, pairs, ...read.value }) : read
}

/** The rules as words of the command that repeats a study. */
export const matchingWords = ({ threshold, pairs, file }: MatchingRules) => ({
  'match-threshold': threshold,
  match: pairs.filter(({ isSame }) => isSame).map(({ text }) => text),
  'no-match': pairs.filter(({ isSame }) => !isSame).map(({ text }) => text),
  matches: file?.name,
})

/** The rules as a sentence of the record. */
export const matchingRule = ({ threshold, decisions, pairs }: MatchingRules): string =>
  [
    'titles as they are written but for case and outer spaces',
    `besides, ${decisions.length + pairs.length} pairs that a person decided`,
    threshold === undefined
      ? `likeness alone joins nothing: titles like each other by ${leastConfidence} or more are listed as proposals`
      : `and titles alike by ${threshold} or more where only one work is`,
    'likeness is the mean of Jaro–Winkler and of the Dice coefficient of trigrams of the folded titles, times 0.88 where one alone begins with “the”, 0 where their numbers differ',
  ].join('; ')
