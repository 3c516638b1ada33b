import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { countryLookup, type Encoding, encodings, separatorOf } from '../tables/index.ts'
import { type Resampling, resamplingFaults, usualResampling } from './resampling.ts'
import type { FileRole, StudyFile } from './study-files.ts'

/** A call of a study on the command line: what every study takes, and a reader for the words of its own. */
export interface StudyCall {
  readonly files: Readonly<Record<string, StudyFile>>
  readonly layout: string | undefined
  readonly spellings: Readonly<Record<string, string>>
  readonly resampling: Resampling
  readonly format: 'json' | 'csv'
  /** The file the result goes to; standard output without one. */
  readonly out: string | undefined
  /** The folder where what was read is kept; nothing is kept without one. */
  readonly cache: string | undefined
  readonly own: ArgumentReader
}

type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>

/** Reads values of options and notes every one that cannot be read, so that all of them are said at once. */
export class ArgumentReader {
  readonly faults: Fault[] = []
  readonly #values: Values

  constructor(values: Values) {
    this.#values = values
  }

  text(name: string): string | undefined {
    const value = this.#values[name]
    return typeof value === 'string' ? value : undefined
  }

  /** An option that may be given several times, each as it stands. */
  texts(name: string): readonly string[] {
    const value = this.#values[name]
    return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []
  }

  /** Options given several times or with commas between their items. */
  list(name: string): readonly string[] {
    return this.texts(name)
      .flatMap((text) => text.split(','))
      .flatMap((text) => (text.trim() === '' ? [] : [text.trim()]))
  }

  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    const text = this.text(name)
    const found = choices.find((choice) => choice === text)
    if (text !== undefined && found === undefined) this.#refuseChoice(name, text, choices)
    return found
  }

  choices<Choice extends string>(name: string, choices: readonly Choice[]): readonly Choice[] {
    const texts = this.list(name)
    for (const text of texts) if (!choices.some((choice) => choice === text)) this.#refuseChoice(name, text, choices)
    return choices.filter((choice) => texts.includes(choice))
  }

  number(name: string, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY): number | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const value = Number(text)
    if (text.trim() === '' || Number.isNaN(value)) this.refuse('argument-number', name, { text })
    else if (value < low || value > high) this.refuse('argument-range', name, { text, low, high })
    return value
  }

  /** `--spelling Guadaloupe=GP`: cut at the last sign of equality for spellings, at the first for columns. */
  pairs(name: string, cut: 'first' | 'last'): Readonly<Record<string, string>> {
    const value = this.#values[name]
    const texts = Array.isArray(value) ? value.map(String) : []
    const pairs = texts.map((text) => {
      const at = cut === 'first' ? text.indexOf('=') : text.lastIndexOf('=')
      if (at <= 0 || at === text.length - 1) this.refuse('argument-pair', name, { text })
      return [text.slice(0, at), text.slice(at + 1)] as const
    })
    return Object.fromEntries(pairs)
  }

  refuse(code: string, name: string, values: Readonly<Record<string, string | number>> = {}): void {
    this.faults.push({ code, field: name, values: { argument: `--${name}`, ...values } })
  }

  #refuseChoice(name: string, text: string, choices: readonly string[]): void {
    this.refuse('argument-choice', name, { text, choices: choices.join(', ') })
  }
}

const optionsOf = (roles: readonly FileRole[], own: ParseArgsOptionsConfig): ParseArgsOptionsConfig => {
  const one = { type: 'string' } as const
  const several = { type: 'string', multiple: true } as const
  const files = roles.flatMap(({ name }) => [
    [name, several],
    [`${name}-column`, several],
    [`${name}-encoding`, one],
    [`${name}-separator`, one],
    [`${name}-name`, several],
  ])
  const every = {
    layout: one,
    spelling: several,
    replicates: one,
    seed: one,
    level: one,
    format: one,
    out: one,
    cache: one,
  }
  return { ...Object.fromEntries(files), ...own, ...every }
}

const fileOf = (reader: ArgumentReader, { name }: FileRole, paths: readonly string[]): StudyFile => {
  const separator = reader.text(`${name}-separator`)
  const encoding = reader.choice<Encoding>(`${name}-encoding`, encodings)
  const names = reader.texts(`${name}-name`)
  const [first, ...further] = paths.map((path, at) => ({
    path,
    ...(names[at] === undefined ? {} : { name: names[at] }),
  }))
  return {
    ...first!,
    ...(further.length > 0 ? { further } : {}),
    columns: reader.pairs(`${name}-column`, 'first'),
    ...(encoding === undefined ? {} : { encoding }),
    ...(separator === undefined ? {} : { separator: separatorOf(separator) }),
  }
}

const spellingFaults = (spellings: Readonly<Record<string, string>>): Fault[] => {
  const country = countryLookup(spellings)
  return Object.entries(spellings)
    .filter(([, code]) => country(code) === undefined)
    .map(([spelling, code]) => ({
      code: 'spelling-without-country',
      field: 'spelling',
      values: { spelling, country: code },
    }))
}

const callOf = (values: Values, roles: readonly FileRole[]): Result<StudyCall, Fault> => {
  const own = new ArgumentReader(values)
  const files: Record<string, StudyFile> = {}
  for (const role of roles) {
    const paths = own.texts(role.name).filter((path) => path !== '')
    if (paths.length > 0) files[role.name] = fileOf(own, role, paths)
    else if (role.required) own.refuse('argument-missing', role.name)
  }
  const resampling = {
    replicates: own.number('replicates') ?? usualResampling.replicates,
    seed: own.number('seed') ?? usualResampling.seed,
    level: own.number('level') ?? usualResampling.level,
  }
  const format = own.choice('format', ['json', 'csv']) ?? 'json'
  const spellings = own.pairs('spelling', 'last')
  const others = [...resamplingFaults(resampling), ...spellingFaults(spellings)]
  const faults = own.faults.length > 0 ? own.faults : others
  if (faults.length > 0) return notAccepted(...faults)
  return accepted({
    files,
    layout: own.text('layout'),
    spellings,
    resampling,
    format,
    out: own.text('out'),
    cache: own.text('cache'),
    own,
  })
}

/**
 * Reads the words after `study <name>`: files by role (several of one role are one table) with their columns, encodings, separators and names (`--plays-name`: what a file
 * stored under another name is called in the record), layout, spellings, resampling,
 * format, and the study's own options. Everything that cannot be read comes back as faults at once (`argument-…`).
 */
export const readStudyCall = (
  words: readonly string[],
  roles: readonly FileRole[],
  own: ParseArgsOptionsConfig,
): Result<StudyCall, Fault> => {
  const options = optionsOf(roles, own)
  const { values, tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true })
  const known = Object.keys(options)
  const faults = tokens.flatMap((token): Fault[] => {
    if (token.kind === 'option-terminator') return []
    const isKnown = token.kind === 'option' && known.includes(token.name)
    const argument = token.kind === 'option' ? token.rawName : token.value
    if (!isKnown)
      return [{ code: 'argument-unknown', values: { argument, known: known.map((name) => `--${name}`).join(' ') } }]
    const isEmpty = token.value === undefined && options[token.name]?.type === 'string'
    return isEmpty ? [{ code: 'argument-missing', values: { argument } }] : []
  })
  return faults.length > 0 ? notAccepted(...faults) : callOf(values as Values, roles)
}
