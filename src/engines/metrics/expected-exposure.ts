import { checkSameLength, checkWhole, checkWithin, type Numbers, sumOfCounts } from './arguments.ts'
import { type PositionModel, positionWeights } from './positions.ts'

/**
 * Mean exposure of each item over several rankings of the same request (days, users, draws of a random ranker).
 * `rankings[r]`: item codes, first position first; an item not in a ranking gets nothing from it. Returns one number per item code.
 * Throws RangeError for a code out of range or twice in one ranking. Source: F. Diaz et al., CIKM 2020, 275–284 (arXiv 2004.13157).
 */
export const expectedExposure = (
  rankings: readonly Numbers[],
  itemCount: number,
  model: PositionModel,
): Float64Array => {
  const exposure = new Float64Array(itemCount)
  const seen = new Int32Array(itemCount).fill(-1)
  rankings.forEach((ranking, r) => {
    const weights = positionWeights(model, ranking.length)
    for (let i = 0; i < ranking.length; i++) {
      const item = ranking[i]!
      checkWithin(item, 0, itemCount - 1, `Ranking ${r}, position ${i + 1}: the item`)
      if (seen[item] === r) throw new RangeError(`Ranking ${r} has item ${item} twice.`)
      seen[item] = r
      exposure[item] = exposure[item]! + weights[i]! / rankings.length
    }
  })
  return exposure
}

/**
 * The exposure items *should* get: those of equal merit share equally what the positions of their merit hold when all are sorted by
 * merit, best first. `merits`: one grade per item. Returns one number per item. Source: Diaz et al. 2020, section 3.
 */
export const targetExposure = (merits: Numbers, model: PositionModel): Float64Array => {
  const weights = positionWeights(model, merits.length)
  const order = Uint32Array.from({ length: merits.length }, (_, i) => i).sort((a, b) => merits[b]! - merits[a]!)
  const target = new Float64Array(merits.length)
  for (let start = 0; start < order.length; ) {
    let end = start
    let sum = 0
    while (end < order.length && merits[order[end]!] === merits[order[start]!]) sum += weights[end++]!
    for (let i = start; i < end; i++) target[order[i]!] = sum / (end - start)
    start = end
  }
  return target
}

/** Expected-exposure loss and its two parts: loss = disparity − 2 · relevance + ‖target‖². */
export interface ExposureLoss {
  /** ‖ε − ε*‖², 0 at best. */
  readonly loss: number
  /** ‖ε‖², how unequally exposure is spread (EE-D; lower is more equal). */
  readonly disparity: number
  /** ε · ε*, how much of it goes where it is due (EE-R; higher is better). */
  readonly relevance: number
}

/**
 * How far exposure is from its target. Both lists: one number per item (or per group, summed by the caller) under the same position
 * model. Range of the loss 0 … ∞. Throws RangeError for misfits. Source: Diaz et al. 2020, equations 3–6.
 */
export const exposureLoss = (exposure: Numbers, target: Numbers): ExposureLoss => {
  checkSameLength(exposure, target, 'Exposure and target')
  sumOfCounts(exposure, 'exposure')
  sumOfCounts(target, 'target')
  let loss = 0
  let disparity = 0
  let relevance = 0
  for (let i = 0; i < exposure.length; i++) {
    loss += (exposure[i]! - target[i]!) ** 2
    disparity += exposure[i]! ** 2
    relevance += exposure[i]! * target[i]!
  }
  return { loss, disparity, relevance }
}

/** Sums per item → sums per group. `groups[i]`: group of item i. Throws RangeError for a group out of range. */
export const sumByGroup = (amounts: Numbers, groups: Numbers, groupCount: number): Float64Array => {
  checkSameLength(amounts, groups, 'Amounts and groups')
  const sums = new Float64Array(groupCount)
  for (let i = 0; i < amounts.length; i++) {
    checkWhole(groups[i]!, 0, `groups[${i}]`)
    if (groups[i]! >= groupCount) throw new RangeError(`groups[${i}] is ${groups[i]}: there are ${groupCount} groups.`)
    sums[groups[i]!] = sums[groups[i]!]! + amounts[i]!
  }
  return sums
}
