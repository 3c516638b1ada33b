import { checkSameLength, checkWhole, type Numbers, sumOfCounts } from './arguments.ts'
import { type PositionModel, positionWeights } from './positions.ts'

/**
 * Counts slots by position and group: the cells from which exposure under every position model follows without reading the rows again.
 * `positions[r]` (1 = first) and `groups[r]` (0 … groupCount − 1) of each row; `weights[r]` the part of the row that counts (fractional
 * co-productions), 1 if left out. Returns `depth × groupCount`, row-major, position 1 first; `depth` is the greatest position.
 * Throws RangeError for a position below 1 or above `depth`, or a group out of range: such rows are the caller's to report.
 */
export const positionGroupCells = (
  positions: Numbers,
  groups: Numbers,
  groupCount: number,
  depth: number,
  weights?: Numbers,
): Float64Array => {
  checkSameLength(positions, groups, 'Positions and groups')
  const cells = new Float64Array(depth * groupCount)
  for (let row = 0; row < positions.length; row++) {
    const position = positions[row]!
    const group = groups[row]!
    checkWhole(position, 1, `positions[${row}]`)
    checkWhole(group, 0, `groups[${row}]`)
    if (position > depth) throw new RangeError(`positions[${row}] is ${position}: the list is ${depth} deep.`)
    if (group >= groupCount) throw new RangeError(`groups[${row}] is ${group}: there are ${groupCount} groups.`)
    const cell = (position - 1) * groupCount + group
    cells[cell] = cells[cell]! + (weights ? weights[row]! : 1)
  }
  return cells
}

/**
 * Exposure of each group: Σ over positions of weight × cell. `cells` as `positionGroupCells` gives them. Unit: that of the weight, so
 * only ratios mean something. Throws RangeError when the cells are not a whole number of rows.
 */
export const groupExposure = (cells: Numbers, groupCount: number, model: PositionModel): Float64Array => {
  const depth = cells.length / groupCount
  checkWhole(depth, 0, 'The number of positions')
  const weights = positionWeights(model, depth)
  const exposure = new Float64Array(groupCount)
  for (let position = 0; position < depth; position++) {
    for (let group = 0; group < groupCount; group++) {
      exposure[group] = exposure[group]! + weights[position]! * cells[position * groupCount + group]!
    }
  }
  return exposure
}

/** Amounts divided by their total. Range 0 … 1, adding up to 1; a total of 0 gives NaN. Throws RangeError for a bad amount. */
export const shares = (amounts: Numbers): Float64Array => {
  const total = sumOfCounts(amounts, 'amounts')
  return Float64Array.from(amounts, (amount) => amount / total)
}

/** Share of exposure of each group under a model: `shares(groupExposure(…))`. */
export const groupExposureShares = (cells: Numbers, groupCount: number, model: PositionModel): Float64Array =>
  shares(groupExposure(cells, groupCount, model))

/**
 * Amplification ratio: share at one stage ÷ share at the stage before (exposure ÷ catalogue, plays ÷ exposure). 1 is neither added nor
 * taken; 0 … ∞. Something out of nothing gives Infinity, nothing out of nothing NaN. Throws RangeError for a share outside 0 … 1.
 */
export const amplificationRatio = (share: number, shareBefore: number): number => {
  sumOfCounts([share, shareBefore], 'shares')
  if (share > 1 + 1e-9 || shareBefore > 1 + 1e-9) {
    throw new RangeError(`The shares are ${share} and ${shareBefore}: a share is at most 1.`)
  }
  return share / shareBefore
}

/** Amplification ratio of every group, from amounts at both stages over the same groups. */
export const amplificationRatios = (amounts: Numbers, amountsBefore: Numbers): Float64Array => {
  checkSameLength(amounts, amountsBefore, 'The two stages')
  const before = shares(amountsBefore)
  return shares(amounts).map((share, group) => share / before[group]!)
}

/** What a share of use is, both ways; they answer different questions, so a study gives both. */
export interface MicroMacro {
  /** Share of all plays: Σ part / Σ whole. Heavy users weigh more. */
  readonly micro: number
  /** Mean of the users' own shares, over users with plays. Every user weighs the same. */
  readonly macro: number
  /** Users with plays, over whom the mean was taken. */
  readonly users: number
}

/**
 * Share of plays, and mean of users' shares. `parts[u]`: plays of user u in the group; `wholes[u]`: all plays of user u.
 * Range 0 … 1; nobody with plays gives NaN. Throws RangeError for a bad amount or a part greater than its whole.
 */
export const microMacroShare = (parts: Numbers, wholes: Numbers): MicroMacro => {
  checkSameLength(parts, wholes, 'Parts and wholes')
  const part = sumOfCounts(parts, 'parts')
  const whole = sumOfCounts(wholes, 'wholes')
  let users = 0
  let sum = 0
  for (let user = 0; user < wholes.length; user++) {
    if (parts[user]! > wholes[user]! * (1 + 1e-12)) {
      throw new RangeError(`parts[${user}] is ${parts[user]}: greater than its whole, ${wholes[user]}.`)
    }
    if (wholes[user] === 0) continue
    users++
    sum += parts[user]! / wholes[user]!
  }
  return { micro: part / whole, macro: sum / users, users }
}
