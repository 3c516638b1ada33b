import { hiddenCells, leastPersons, shownLabels } from '../../engines/studies/index.ts'
import { type Estimate, settled } from './estimates.ts'

/** Counts are given to the nearest five: neither one person more nor one less can be seen. */
export const toFive = (count: number): number => Math.round(count / 5) * 5

/** A count of persons or of things as it may be shown: 0 of nobody, nothing of 1 to 9, else to the nearest five. */
export const shownCount = (count: number): number | null => (count > 0 && count < leastPersons ? null : toFive(count))

/** A weighted count to the nearest five, ends of the interval too. */
export const roundedCount = (estimate: Estimate): Estimate => ({
  ...estimate,
  value: estimate.value === null ? null : toFive(estimate.value),
  low: estimate.low === null ? null : toFive(estimate.low),
  high: estimate.high === null ? null : toFive(estimate.high),
  standard_error: estimate.standard_error === null ? null : settled(Number(estimate.standard_error.toPrecision(3))),
})

/** What of a table of groups × (women, men) may be shown: totals of groups, and the two cells of a group together with its share. */
export interface ShownRows {
  readonly totals: readonly boolean[]
  readonly cells: readonly boolean[]
}

/**
 * From the persons behind each cell. A group of 1 to 9 is hidden, with a second one if it would be the rest; so are the two cells of a group
 * where one of them is of 1 to 9, with those of a second group, so that neither rows nor columns give anything away.
 */
export const shownRows = (women: readonly number[], men: readonly number[]): ShownRows => {
  const totals = shownLabels(women.map((count, at) => count + men[at]!))
  const hidden = hiddenCells(
    women.flatMap((count, at) => [count, men[at]!]),
    women.length,
    2,
  )
  return { totals, cells: totals.map((isShown, at) => isShown && hidden[2 * at] === 0 && hidden[2 * at + 1] === 0) }
}
