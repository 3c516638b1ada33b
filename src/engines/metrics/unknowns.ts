import { type Numbers, sumOfCounts } from './arguments.ts'

/** A share when part of the data has no label: never only the share of the known. */
export interface ShareBounds {
  /** Share among what is labelled; NaN when nothing is. */
  readonly ofKnown: number
  /** If everything unlabelled were outside the group. */
  readonly low: number
  /** If everything unlabelled were inside the group. */
  readonly high: number
  /** Share of all that is unlabelled. */
  readonly unknown: number
}

/**
 * The share of a group and its bounds: `inside` and `outside` are labelled amounts, `unknown` is not labelled. Range 0 … 1;
 * low ≤ ofKnown ≤ high, high − low = unknown. Nothing at all gives NaN. Throws RangeError for a bad amount.
 * Source: the worst-case bounds of C. F. Manski, American Economic Review 80 (1990) 319–323.
 */
export const shareBounds = (inside: number, outside: number, unknown: number): ShareBounds => {
  const total = sumOfCounts([inside, outside, unknown], 'amounts')
  return {
    ofKnown: inside / (inside + outside),
    low: inside / total,
    high: (inside + unknown) / total,
    unknown: unknown / total,
  }
}

/** `shareBounds` of every group at once, from labelled amounts per group and the unlabelled rest. */
export const shareBoundsByGroup = (known: Numbers, unknown: number): ShareBounds[] => {
  const total = sumOfCounts(known, 'known')
  return Array.from(known, (inside) => shareBounds(inside, Math.max(0, total - inside), unknown))
}
