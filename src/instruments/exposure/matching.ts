import { parseArgs } from 'node:util'
import {
  exactTitlesOnly,
  type MatchedTitle,
  type MatchingRecord,
  type MatchingRules,
  matchSlots,
  readMatchingRules,
} from '../../engines/studies/index.ts'
import { ArgumentReader } from '../../engines/studies/study-arguments.ts'
import type { Fault } from '../../kernel/fault.ts'
import type { Result } from '../../kernel/result.ts'
import { exposureArguments } from './arguments.ts'
import type { Chart } from './chart.ts'
import type { JoinRule, Works } from './works.ts'

/** What became of titles that the works write otherwise; nothing where chart and works meet by an identifier. */
export interface TitleMatching {
  readonly record: MatchingRecord
  readonly all: readonly MatchedTitle[]
}

/** How titles are to be matched, from the words after `study exposure`, and where proposals go. */
export const readMatchingWords = async (
  words: readonly string[],
): Promise<{ readonly rules: Result<MatchingRules, Fault>; readonly proposals: string | undefined }> => {
  const { values } = parseArgs({ args: [...words], options: exposureArguments, strict: false })
  const own = new ArgumentReader(values)
  return { rules: await readMatchingRules(own), proposals: own.text('proposals') }
}

/** The chart with its titles under the names of the works they were matched with. */
export const matchedChart = (
  chart: Chart,
  works: Works,
  rule: JoinRule,
  rules: MatchingRules = exactTitlesOnly,
): { readonly chart: Chart; readonly matching: TitleMatching | undefined } => {
  if (rule.by === 'work_id') return { chart, matching: undefined }
  const titled = { keys: chart.titles, names: chart.titleNames, title: chart.title }
  const known = new Map([...works.titles].map(([key, title]) => [key, { title }]))
  const { slots, matching, all } = matchSlots(titled, [{ byKey: known }], rules)
  return {
    chart: { ...chart, titles: slots.keys, titleNames: slots.names, title: slots.title },
    matching: { record: matching, all },
  }
}
