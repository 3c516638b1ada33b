import type { Resampling } from '../../engines/studies/index.ts'
import { changeFindings } from './change-findings.ts'
import { type Computed, computedModels, sceneOf } from './computed.ts'
import type { RemunerationDocument } from './document.ts'
import type { Ledger } from './ledger.ts'
import { modelFindings } from './model-findings.ts'
import type { RemunerationOptions } from './options.ts'

/** All figures of the study, and the models behind them for the statements of creators. */
export const remunerationFindings = (
  ledger: Ledger,
  options: RemunerationOptions,
  resampling: Resampling,
): {
  readonly findings: Omit<RemunerationDocument, 'method' | 'statements'>
  readonly models: readonly Computed[]
} => {
  const { usage } = ledger
  const scene = sceneOf(ledger, options, resampling)
  const models = computedModels(scene)
  const first = models[0]!
  const { starts, userCount } = usage.plays
  let idle = 0
  for (let user = 0; user < userCount; user++) if (starts[user] === starts[user + 1]) idle++
  const findings = {
    pool: first.payout.pool / scene.major,
    models: Object.fromEntries(models.map((one) => [one.model.name, modelFindings(scene, one)])),
    changes: Object.fromEntries(models.slice(1).map((one) => [one.model.name, changeFindings(scene, first, one)])),
    currency: options.currency,
    users: userCount,
    users_without_plays: idle,
    plays: usage.totalPlays,
    works: usage.workIds.length,
    creators: ledger.creators.length,
    left_out: {
      rows: usage.leftOut.list(),
      works_not_listed: usage.unmatched,
      works_that_disagree: usage.worksThatDisagree,
      repeated_pairs_added_up: usage.repeatedPairs,
      unrecognised_countries: usage.unrecognised,
      origins_not_shown: scene.shown[0]!.filter((is) => !is).length,
    },
  }
  return { findings, models }
}
