import { type CoProductionRule, localCredit, shareBounds } from '../../engines/metrics/index.ts'
import { type DrawnStage, noLimits } from './stages.ts'
import type { LabelSource, StudyData } from './study-data.ts'

/** Local works among those of the catalogue, with the labels of one source; no interval: a catalogue is no sample. */
export const catalogueStage = (
  { works }: StudyData,
  { origins }: LabelSource,
  local: ReadonlySet<string>,
  rule: CoProductionRule,
): DrawnStage => {
  let [inside, known, all] = [0, 0, 0]
  for (let work = 0; work < works.count; work++) {
    if (works.isListed[work] === 0) continue
    all++
    const credit = localCredit(origins[work]!, local, rule)
    if (Number.isNaN(credit)) continue
    inside += credit
    known++
  }
  if (all === 0)
    return { share: { known: null, local_share: null, bounds: noLimits, interval: noLimits }, drawn: undefined }
  const { low, high } = shareBounds(inside, known - inside, all - known)
  const share = { known: known / all, local_share: known > 0 ? inside / known : null, bounds: { low, high } }
  return { share: { ...share, interval: noLimits }, drawn: undefined }
}
