import type { Agreement, Clause } from './agreement.ts'
import { shinglesOf, similarity } from './similar.ts'

/** Agreements signed in five years, and how many of them hold a clause of a type. */
export interface Period {
  readonly from: number
  readonly to: number
  readonly signed: number
  readonly holding: number
}

/** Five-year periods from the first agreement to the last, empty ones in between included. Agreements without a year are left out. */
export const periodsOf = (
  agreements: readonly Pick<Agreement, 'year' | 'types'>[],
  type: Clause['type'],
): readonly Period[] => {
  const dated = agreements.filter(({ year }) => year !== undefined)
  const starts = dated.map(({ year }) => Math.floor(year! / 5) * 5)
  if (starts.length === 0) return []
  const [first, last] = [Math.min(...starts), Math.max(...starts)]
  return Array.from({ length: (last - first) / 5 + 1 }, (_, index) => {
    const from = first + index * 5
    const own = dated.filter((_each, at) => starts[at] === from)
    return { from, to: from + 4, signed: own.length, holding: own.filter(({ types }) => types.includes(type)).length }
  })
}

/** A clause with its agreement, which has a year. */
export interface DatedWording {
  readonly clause: Clause
  readonly agreement: Agreement
}

/** A wording taken up again: `alike` 0..1 with the closest one before it, which stands in `from`. */
export interface TakenUp extends DatedWording {
  readonly from: DatedWording
  readonly alike: number
}

/** A wording and where it was taken up later. */
export interface Family {
  readonly first: DatedWording
  readonly later: readonly TakenUp[]
}

/** From this on, a wording is held to have been taken up rather than to be alike by chance. */
export const takenUpFrom = 0.4

const yearOf = ({ agreement }: DatedWording): number => agreement.year ?? 0

/** One wording per agreement, the best-ranked; earliest agreements first. */
const oneEach = (wordings: readonly DatedWording[]): readonly DatedWording[] =>
  [...new Map(wordings.toReversed().map((each) => [each.agreement.id, each])).values()]
    .filter(({ agreement }) => agreement.year !== undefined)
    .sort((a, b) => yearOf(a) - yearOf(b) || a.agreement.title.localeCompare(b.agreement.title, 'en'))

/**
 * Which wording spread where: each clause is tied to the closest one of an earlier agreement that reads at least `takenUpFrom`
 * like it; what hangs together is a family. Families of one are left out, the largest come first. Alike does not mean copied.
 */
export const familiesOf = (wordings: readonly DatedWording[]): readonly Family[] => {
  const ordered = oneEach(wordings)
  const shingles = ordered.map(({ clause }) => shinglesOf(clause.quote))
  const roots: number[] = []
  const members = new Map<number, TakenUp[]>()
  for (const [index, wording] of ordered.entries()) {
    let [closest, alike] = [-1, 0]
    for (let earlier = 0; earlier < index; earlier += 1) {
      if (yearOf(ordered[earlier]!) >= yearOf(wording)) break
      const degree = similarity(shingles[index]!, shingles[earlier]!)
      if (degree >= alike) [closest, alike] = [earlier, degree]
    }
    const isTakenUp = closest >= 0 && alike >= takenUpFrom
    const root = isTakenUp ? roots[closest]! : index
    roots.push(root)
    if (isTakenUp) members.set(root, [...(members.get(root) ?? []), { ...wording, from: ordered[closest]!, alike }])
  }
  return [...members]
    .map(([root, later]) => ({ first: ordered[root]!, later }))
    .sort((a, b) => b.later.length - a.later.length || yearOf(a.first) - yearOf(b.first))
}

/** Rows of a drawing at most, over all families; a family is cut rather than left out while two of its rows find room. */
export const rowsDrawn = 36

/** A family as it is drawn: the first wording and those taken up, each with the index of the one it reads most like. */
export interface Lineage {
  readonly members: readonly {
    readonly agreement: Agreement
    readonly clause: Clause
    readonly from?: number
    readonly alike?: number
  }[]
  /** Members that are not among them. */
  readonly left: number
}

/** Families as rows of a drawing, the earliest of each where there are too many. */
export const lineagesOf = (families: readonly Family[], rows = rowsDrawn, perFamily = 14): readonly Lineage[] => {
  const lineages: Lineage[] = []
  let room = rows
  for (const { first, later } of families) {
    if (room < 2) break
    const shown = later.slice(0, Math.min(room, perFamily) - 1)
    const order = new Map([first, ...shown].map(({ agreement }, index) => [agreement.id, index]))
    const members = shown.map(({ agreement, clause, from, alike }) => ({
      agreement,
      clause,
      from: order.get(from.agreement.id) ?? 0,
      alike,
    }))
    lineages.push({ members: [first, ...members], left: later.length - shown.length })
    room -= shown.length + 1
  }
  return lineages
}
