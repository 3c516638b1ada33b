import type { CoProductionRule } from '../../engines/metrics/index.ts'
import {
  type Cell,
  csvText,
  jsonText,
  openStudy,
  readUsage,
  repeatingCommand,
  type StudyCall,
  type StudyOutcome,
  type StudyWatch,
  studyNotes,
  studyRecord,
  usageLayouts,
  usageRoles,
} from '../../engines/studies/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { type UsageFunnelDocument, type UsageScope, usageFunnel } from './usage-funnel.ts'

const rules = (rule: CoProductionRule) => ({
  catalogue: 'the list of works, each once, played or not',
  consumption: 'plays',
  revenue: 'the same fee of every user, shared by that user’s own plays; shared by all plays it is as consumption',
  local: 'works of the country of the user; bounds take all unknown as foreign (low) or local (high)',
  origin: `as the list of works says; co-productions: ${rule}`,
  small_cells: 'countries of fewer than 10 users and origins of fewer than 10 listeners are not shown',
})

const limits = [
  'Nothing is said about what was shown to the users: the stage of exposure is missing here.',
  'Static: nothing is said about how users or creators would react to another rule.',
]

const resampling =
  'users are drawn with replacement, with all their plays; percentile intervals; the catalogue is taken as it is'

const scopeRows = (scope: string, found: UsageScope): Cell[][] => [
  [scope, 'users', '', found.users],
  [scope, 'catalogue', '', found.catalogue],
  ...(['consumption', 'revenue'] as const).flatMap((stage): Cell[][] => {
    const { local_share, bounds, interval } = found[stage]
    return [
      [scope, stage, 'local_share', local_share, interval.low, interval.high],
      [scope, stage, 'bounds', null, bounds.low, bounds.high],
    ]
  }),
  [scope, 'consumption_to_catalogue', '', found.consumption_to_catalogue],
  [scope, 'revenue_to_consumption', '', found.revenue_to_consumption],
]

const csvOf = ({ countries, overall, origins }: UsageFunnelDocument): string =>
  csvText(
    ['scope', 'stage', 'statistic', 'value', 'low', 'high'],
    [
      ...scopeRows('overall', overall),
      ...Object.entries(countries).flatMap(([code, found]) => scopeRows(code, found)),
      ...Object.entries(origins).flatMap(([code, stages]) =>
        (['catalogue', 'consumption', 'revenue'] as const).map((stage): Cell[] => [
          'origin',
          stage,
          code,
          stages[stage],
        ]),
      ),
    ],
  )

/** The funnel where there are plays instead of lists: catalogue → consumption → revenue. */
export const usageDiscoverability = async (
  call: StudyCall,
  rule: CoProductionRule,
  watch?: StudyWatch,
): Promise<Result<StudyOutcome, Fault>> => {
  const inputs = await openStudy(usageRoles, usageLayouts, call.files, call.layout, { watch, cache: call.cache })
  if (!inputs.ok) return inputs
  const usage = readUsage(inputs.value, call.spellings)
  if (usage.totalPlays === 0)
    return notAccepted({ code: 'no-usable-plays', field: 'plays', values: { rows: usage.leftOut.rows } })
  const command = repeatingCommand('discoverability', call, inputs.value, { credit: rule })
  const method = studyRecord('discoverability', command, call, inputs.value, { rules: rules(rule), limits, resampling })
  const document = { ...usageFunnel(usage, rule, call.resampling), method }
  return accepted({
    text: call.format === 'json' ? jsonText(document) : csvOf(document),
    out: call.out,
    notes: studyNotes(inputs.value, usage.leftOut, usage.unrecognised),
  })
}
