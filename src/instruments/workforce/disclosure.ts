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

/** Persons behind the cells of a table, by group. */
export interface TableCounts {
  readonly women: readonly number[]
  readonly men: readonly number[]
}

/** As if too few stood behind it: hidden, with a partner. */
const small = (count: number): number => Math.min(count, leastPersons - 1)

/**
 * From the persons behind each cell. A group of 1 to 9 is hidden, with a second one if it would be the rest; so are the two cells of a group
 * where one of them is of 1 to 9, with those of a second group, so that neither rows nor columns give anything away. Groups of `forced` are
 * hidden whatever their size: another table hides them.
 */
export const shownRows = (
  { women, men }: TableCounts,
  forced: { readonly totals: ReadonlySet<number>; readonly cells: ReadonlySet<number> } = {
    totals: new Set(),
    cells: new Set(),
  },
): ShownRows => {
  const totals = shownLabels(
    women.map((count, at) => (forced.totals.has(at) ? small(count + men[at]!) : count + men[at]!)),
  )
  const hidden = hiddenCells(
    women.flatMap((count, at) => (forced.cells.has(at) ? [small(count), small(men[at]!)] : [count, men[at]!])),
    women.length,
    2,
  )
  return { totals, cells: totals.map((isShown, at) => isShown && hidden[2 * at] === 0 && hidden[2 * at + 1] === 0) }
}

/** A group of one table that is a group of another: the same persons. */
export type Link = readonly [table: string, group: number, other: string, otherGroup: number]

/**
 * `shownRows` of several tables over the same persons. A group that stands in two tables is hidden in both or in none: else what one hides,
 * the other would give away.
 */
export const shownTogether = (
  tables: Readonly<Record<string, TableCounts>>,
  links: readonly Link[],
): Readonly<Record<string, ShownRows>> => {
  const forced = Object.fromEntries(
    Object.keys(tables).map((name) => [name, { totals: new Set<number>(), cells: new Set<number>() }]),
  )
  for (;;) {
    const shown = Object.fromEntries(
      Object.entries(tables).map(([name, counts]) => [name, shownRows(counts, forced[name]!)]),
    )
    let changed = false
    const agree = (one: string, at: number, other: string, otherAt: number) => {
      for (const what of ['totals', 'cells'] as const)
        if (!shown[one]![what][at] && shown[other]![what][otherAt] && !forced[other]![what].has(otherAt)) {
          forced[other]![what].add(otherAt)
          changed = true
        }
    }
    for (const [one, at, other, otherAt] of links) {
      agree(one, at, other, otherAt)
      agree(other, otherAt, one, at)
    }
    if (!changed) return shown
  }
}
