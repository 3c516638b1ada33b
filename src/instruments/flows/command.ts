import {
  jsonText,
  type MatchingRules,
  matchingRule,
  matchingWords,
  openStudy,
  proposalsCsv,
  readMatchingRules,
  readStudyCall,
  repeatingCommand,
  type StudyCall,
  type StudyCommand,
  type StudyInputs,
  studyNotes,
  studyRecord,
} from '../../engines/studies/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { flowsCsv } from './csv.ts'
import { type FlowsDocument, flowsFindings } from './document.ts'
import { everyRole, flowLayouts, sources } from './files.ts'
import { observationsOfExposures } from './from-exposures.ts'
import { observationsOfFlows } from './from-flows.ts'
import { observationsOfPlays } from './from-plays.ts'
import { observationsOfTrade } from './from-trade.ts'
import type { Observations } from './observations.ts'
import { flowsOptions, ownOptions, type SettledOptions, settledOptions, writtenOptions } from './options.ts'
import { limits, resamplingOf, rulesOf } from './rules.ts'

const observe = (
  inputs: StudyInputs,
  { spellings }: StudyCall,
  options: SettledOptions,
  matching: MatchingRules,
): Result<Observations, Fault> => {
  switch (options.source) {
    case 'plays':
      return accepted(observationsOfPlays(inputs, spellings, options.credit))
    case 'exposures':
      return observationsOfExposures(inputs, spellings, options, matching)
    case 'trade':
      return observationsOfTrade(inputs.byRole.get('trade')!, spellings, options)
    default:
      return observationsOfFlows(inputs.byRole.get('flows')!, spellings, {
        ...options,
        votes: options.intervals === 'votes',
      })
  }
}

/**
 * `study flows …`: where works come from and where they go, from a table of flows, from trade files, from plays, or from charts.
 */
export const flows: StudyCommand = async (words, watch) => {
  const call = readStudyCall(words, everyRole, ownOptions)
  if (!call.ok) return call
  const given = flowsOptions(call.value)
  if (!given.ok) return given
  const matching = await readMatchingRules(call.value.own)
  if (!matching.ok) return matching
  const { files, layout, cache, resampling, format, out } = call.value
  const inputs = await openStudy(sources[given.value.source], flowLayouts, files, layout, { watch, cache })
  if (!inputs.ok) return inputs
  const options = settledOptions(given.value, inputs.value)
  const observed = observe(inputs.value, call.value, options, matching.value)
  if (!observed.ok) return observed
  const data = observed.value
  if (data.amount.length === 0)
    return notAccepted({
      code: 'no-usable-flow',
      field: options.source,
      values: { rows: 0, reason: 'none', found: '', example: 'none' },
    })
  const resamplingRule = resamplingOf(data)
  const written = { ...writtenOptions(options), ...(data.matching ? matchingWords(matching.value) : {}) }
  const command = repeatingCommand('flows', call.value, inputs.value, written, resamplingRule !== null)
  const isMatched = matching.value.threshold !== undefined || (data.matching?.record.decisions.given ?? 0) > 0
  const rules = {
    ...rulesOf(options, data),
    ...(data.matching && isMatched ? { matching: matchingRule(matching.value) } : {}),
  }
  const told = { rules, limits, resampling: resamplingRule }
  const method = studyRecord('flows', command, call.value, inputs.value, told)
  const found = flowsFindings(data, options.list, resampling, options.country ?? null)
  const matched = data.matching ? { matching: data.matching.record } : {}
  const document: FlowsDocument = { read_from: options.source, ...found, ...matched, method }
  const path = call.value.own.text('proposals')
  return accepted({
    text: format === 'json' ? jsonText(document) : flowsCsv(document),
    out,
    notes: studyNotes(inputs.value, data.leftOut, data.unrecognised),
    ...(path === undefined ? {} : { also: [{ path, text: proposalsCsv(data.matching?.all ?? []) }] }),
  })
}

export { flows as command }
