import { checkWhole, checkWithin } from '../arguments.ts'
import { type PositionModel, positionWeights } from '../positions.ts'

/** Which items of the original list, best first, belong to the group a rule favours: 1 or true at the item's place. */
export type Membership = ArrayLike<number | boolean>

/** What has been listed so far: the next position (0 = first), members taken, and the sum of the weights of their positions. */
interface Progress {
  readonly position: number
  readonly members: number
  readonly exposed: number
}

/**
 * Goes down the list: at each position the next item in the original order, unless `isDue` says that a member must come now.
 * The order within members and within the others is kept.
 */
const interleave = (
  isMember: Membership,
  weights: Float64Array,
  isDue: (progress: Progress) => boolean,
): Uint32Array => {
  const members: number[] = []
  const others: number[] = []
  for (let i = 0; i < isMember.length; i++) (isMember[i] ? members : others).push(i)
  let taken = 0
  let exposed = 0
  return Uint32Array.from(weights, (weight, position) => {
    const member = members[taken]
    const other = others[position - taken]
    const isNext = other === undefined || (member !== undefined && member < other)
    if (member === undefined || !(isNext || isDue({ position, members: taken, exposed }))) return other!
    taken++
    exposed += weight
    return member
  })
}

/** How many of the first k must be members. `every-prefix`: ⌊share × i⌋ among the first i for every i; `whole-list`: ⌈share × k⌉ in all. */
export interface Quota {
  readonly k: number
  readonly share: number
  readonly holdsFor: 'every-prefix' | 'whole-list'
}

/** Whole number just below, forgiving the last digits of a product: 0.3 × 10 is 3. */
const floorOf = (value: number): number => Math.floor(value + 1e-9)
const ceilingOf = (value: number): number => Math.ceil(value - 1e-9)

/**
 * Quota: the original order with as few members moved up as the quota needs, no earlier than it needs them (for the whole list that is
 * at its end). Returns original indices; too few members give fewer. Throws RangeError for a share outside 0 … 1 or a bad k.
 */
export const applyQuota = (isMember: Membership, { k, share, holdsFor }: Quota): Uint32Array => {
  checkWhole(k, 0, 'k')
  checkWithin(share, 0, 1, 'The share')
  const length = Math.min(k, isMember.length)
  const needed = ceilingOf(share * length)
  return interleave(isMember, new Float64Array(length), ({ position, members }) =>
    holdsFor === 'every-prefix' ? members < floorOf(share * (position + 1)) : needed - members >= length - position,
  )
}

/** How much of the list's attention members must have, under a stated position model. */
export interface ProminenceFloor {
  readonly k: number
  readonly share: number
  readonly model: PositionModel
}

/**
 * Prominence floor: members together get at least `share` of the attention that the position model gives to the first k. A member is
 * taken early when members are behind by half the weight of the position or more, and at the latest when the floor could not be
 * reached otherwise; so members are spread over the list instead of crowded at one end. If there are too few members all are moved
 * up as far as it goes. Returns original indices. Throws RangeError for a share outside 0 … 1, a bad k or model.
 */
export const applyProminenceFloor = (isMember: Membership, { k, share, model }: ProminenceFloor): Uint32Array => {
  checkWhole(k, 0, 'k')
  checkWithin(share, 0, 1, 'The share')
  const length = Math.min(k, isMember.length)
  const weights = positionWeights(model, length)
  const cumulative = new Float64Array(length + 1)
  for (let i = 0; i < length; i++) cumulative[i + 1] = cumulative[i]! + weights[i]!
  let memberCount = 0
  for (let i = 0; i < isMember.length; i++) if (isMember[i]) memberCount++
  const wanted = share * cumulative[length]! * (1 - 1e-12)
  return interleave(isMember, weights, ({ position, members, exposed }) => {
    const after = position + 1
    const reachable = cumulative[Math.min(length, after + memberCount - members)]! - cumulative[after]!
    const behind = share * cumulative[after]! - exposed
    const weight = weights[position]!
    return (weight > 0 && behind >= weight / 2) || exposed + reachable < wanted
  })
}
