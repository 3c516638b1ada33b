import { type CoProductionRule, localCredit, shareBounds } from '../../engines/metrics/index.ts'
import { type DrawnStage, noLimits } from './stages.ts'
import type { StudyData, WorkTable } from './study-data.ts'

/** Origins of each work; none is unknown. */
type Origins = readonly (readonly string[])[]

/** Works of the catalogue that carry the same origins. */
interface SameOrigins {
  readonly origins: readonly string[]
  works: number
}

const counted = new WeakMap<Origins, { readonly works: WorkTable; readonly alike: readonly SameOrigins[] }>()

/** The works of the catalogue by their origins, counted once for each source of labels. */
const alikeIn = (works: WorkTable, labels: Origins): readonly SameOrigins[] => {
  const known = counted.get(labels)
  if (known?.works === works) return known.alike
  const alike = new Map<string, SameOrigins>()
  for (let work = 0; work < works.count; work++) {
    if (works.isListed[work] === 0) continue
    const origins = labels[work]!
    const key = origins.join()
    const same = alike.get(key)
    if (same) same.works++
    else alike.set(key, { origins, works: 1 })
  }
  counted.set(labels, { works, alike: [...alike.values()] })
  return [...alike.values()]
}

/** Local works among those of the catalogue, with the labels of one source (origins work by work); no interval: a catalogue is no sample. */
export const catalogueStage = (
  { works }: StudyData,
  labels: Origins,
  local: ReadonlySet<string>,
  rule: CoProductionRule,
): DrawnStage => {
  let [inside, known, all] = [0, 0, 0]
  for (const same of alikeIn(works, labels)) {
    all += same.works
    const credit = localCredit(same.origins, local, rule)
    if (Number.isNaN(credit)) continue
    inside += credit * same.works
    known += same.works
  }
  if (all === 0)
    return { share: { known: null, local_share: null, bounds: noLimits, interval: noLimits }, drawn: undefined }
  const { low, high } = shareBounds(inside, known - inside, all - known)
  const share = { known: known / all, local_share: known > 0 ? inside / known : null, bounds: { low, high } }
  return { share: { ...share, interval: noLimits }, drawn: undefined }
}
