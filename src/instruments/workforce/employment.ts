import { parityRatio } from '../../engines/metrics/index.ts'
import { men, other, sexes, statuses, unknown, women, workingTimes } from './categories.ts'
import {
  type Link,
  roundedCount,
  type ShownRows,
  shownCount,
  shownTogether,
  type TableCounts,
  toFive,
} from './disclosure.ts'
import { amountOf, type Drawn, designEffectOf, type Estimate, type Statistic, settled, shareOf } from './estimates.ts'
import { type TableName, type Tallies, tableNames } from './tallies.ts'

/** One group of a table of persons in culture. What is hidden is null. */
export interface GroupRow {
  readonly group: string
  /** Persons of the sample, to the nearest five. */
  readonly persons: number | null
  /** Of women and men together. */
  readonly total: Estimate | null
  readonly women: Estimate | null
  readonly men: Estimate | null
  readonly share_women: Estimate | null
}

export interface Bounds {
  readonly low: number | null
  readonly high: number | null
}

export interface Employment {
  /** Everybody in employment, and those in culture, of all sexes that are shown. */
  readonly all: Estimate
  readonly culture: Estimate
  /** Part of employment that is cultural, among those of whom it can be told. */
  readonly share: Estimate
  readonly share_design_effect: number | null
  /** Partly cultural codes and codes nobody can read taken as not cultural, as cultural. */
  readonly share_bounds: Bounds
  readonly persons_in_culture: number | null
  readonly share_women: Estimate | null
  readonly share_women_design_effect: number | null
  /** All whose sex is not told taken as men, as women. */
  readonly share_women_bounds: Bounds
  readonly share_women_elsewhere: Estimate | null
  /** Women to men, 1 being parity. */
  readonly parity: number | null
  readonly by_sex: Readonly<Record<string, Estimate | null>>
  readonly tables: Readonly<Partial<Record<TableName, readonly GroupRow[]>>>
  /** Of women and of men in culture who tell: how many work part time, how many are self-employed. */
  readonly conditions: Readonly<Record<Condition, { readonly women: Estimate | null; readonly men: Estimate | null }>>
}

export const conditionNames = ['part_time', 'self_employed'] as const
export type Condition = (typeof conditionNames)[number]

/** Where a condition stands: its table, its group there, and how many groups of that table tell. */
const conditionPlaces = {
  part_time: { table: 'working_time', group: workingTimes.indexOf('part-time'), told: workingTimes.length },
  self_employed: { table: 'status', group: statuses.indexOf('self-employed'), told: statuses.length },
} as const

const perSex = sexes.length
const allSexes =
  (base: number): Statistic =>
  (at) =>
    at(base) + at(base + 1) + at(base + 2) + at(base + 3)
const twoSexes =
  (base: number): Statistic =>
  (at) =>
    at(base + women) + at(base + men)

/** Sexes that are in the sums: women and men always; others where ten persons and more stand behind them. */
const shareOfWomen =
  (base: number, hasOther: boolean): Statistic =>
  (at) =>
    at(base + women) / (at(base + women) + at(base + men) + (hasOther ? at(base + other) : 0))

/** Sums without the sexes that are too few to be seen: they cannot be found by subtraction either. */
const restless =
  (base: number, left: readonly number[]): Statistic =>
  (at) =>
    sexes.reduce((sum, _, sex) => (left.includes(sex) ? sum : sum + at(base + sex)), 0)

const countsOf = (name: TableName, { columns, persons }: Tallies): TableCounts => {
  const bases = columns.groups[name].map((_, group) => columns.tables[name] + group * perSex)
  return { women: bases.map((base) => persons[base + women]!), men: bases.map((base) => persons[base + men]!) }
}

/** Who has another occupation in culture, a cultural one elsewhere, or does not tell, stands in the trident and in another table. */
const linksOf = ({ columns: { groups } }: Tallies): readonly Link[] => {
  const [occupations, industries] = [groups.occupations.length, groups.industries.length]
  return [
    ['trident', 1, 'occupations', occupations - 2],
    ['trident', 3, 'occupations', occupations - 1],
    ['trident', 2, 'industries', industries - 2],
    ['trident', 4, 'industries', industries - 1],
  ]
}

const tableOf = (
  name: TableName,
  tallies: Tallies,
  shown: ShownRows,
  drawn: Drawn,
  effective: (count: number) => number,
): readonly GroupRow[] | undefined => {
  const groups = tallies.columns.groups[name]
  const counts = countsOf(name, tallies)
  const persons = (at: number) => counts.women[at]! + counts.men[at]!
  if (!groups.some((group, at) => group !== 'not-told' && persons(at) > 0)) return undefined
  return groups.flatMap((group, at) => {
    const count = persons(at)
    if (count === 0) return []
    const base = tallies.columns.tables[name] + at * perSex
    const [hasTotal, hasCells] = [shown.totals[at]!, shown.cells[at]!]
    const countOf = (statistic: Statistic) => roundedCount(amountOf(drawn, statistic))
    return [
      {
        group,
        persons: hasTotal ? toFive(count) : null,
        total: hasTotal ? countOf(twoSexes(base)) : null,
        women: hasCells ? countOf((column) => column(base + women)) : null,
        men: hasCells ? countOf((column) => column(base + men)) : null,
        share_women: hasCells ? shareOf(drawn, shareOfWomen(base, false), effective(count)) : null,
      },
    ]
  })
}

/** How many of a sex work under a condition; nothing where the table hides it or fewer than ten tell. */
const conditionOf = (
  condition: Condition,
  sex: number,
  { columns, persons }: Tallies,
  shown: Readonly<Record<string, ShownRows>>,
  drawn: Drawn,
  effective: (count: number) => number,
): Estimate | null => {
  const { table, group, told } = conditionPlaces[condition]
  const at = (place: number) => columns.tables[table] + place * perSex + sex
  const places = Array.from({ length: told }, (_, place) => at(place))
  const behind = places.reduce((sum, column) => sum + persons[column]!, 0)
  const rest = behind - persons[at(group)]!
  if (behind < 10 || (rest > 0 && rest < 10) || !shown[table]!.cells[group]) return null
  const share: Statistic = (read) => read(at(group)) / places.reduce((sum, column) => sum + read(column), 0)
  return shareOf(drawn, share, effective(behind))
}

/** Employment in culture by sex and group. `effective` turns persons of the sample into effective ones. */
export const employmentOf = (tallies: Tallies, drawn: Drawn, effective: (count: number) => number): Employment => {
  const { columns, persons, totals } = tallies
  const { all, decided, culture, low, high } = columns
  const behind = (base: number) => sexes.map((_, sex) => persons[base + sex]!)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const inCulture = behind(culture)
  const hasOther = inCulture[other]! >= 10
  const isShown = sexes.map((_, sex) => shownCount(inCulture[sex]!) !== null)
  const cellsShown = isShown[women]! && isShown[men]!
  const smallRest = [other, unknown].filter((sex) => !isShown[sex])
  const smallOfAll = [other, unknown].filter((sex) => shownCount(persons[all + sex]!) === null)
  const womenAmong = shareOfWomen(culture, hasOther)
  const known = inCulture[women]! + inCulture[men]! + (hasOther ? inCulture[other]! : 0)
  const shareWomen = cellsShown ? shareOf(drawn, womenAmong, effective(known)) : null
  const elsewhere: Statistic = (at) => {
    const [ofWomen, ofMen] = [women, men].map((sex) => at(decided + sex) - at(culture + sex))
    return ofWomen! / (ofWomen! + ofMen!)
  }
  const read = (statistic: Statistic) => statistic((column) => totals[column]!)
  const withUnknown = read(
    (at) => at(culture + women) + at(culture + men) + (hasOther ? at(culture + other) : 0) + at(culture + unknown),
  )
  const shown = shownTogether(
    Object.fromEntries(tableNames.map((name) => [name, countsOf(name, tallies)])),
    linksOf(tallies),
  )
  const tables = Object.fromEntries(
    tableNames.flatMap((name) => {
      const rows = tableOf(name, tallies, shown[name]!, drawn, effective)
      return rows ? [[name, rows]] : []
    }),
  )
  const share = shareOf(drawn, (at) => allSexes(culture)(at) / allSexes(decided)(at), effective(sum(behind(decided))))
  const outside = [women, men].map((sex) => persons[decided + sex]! - persons[culture + sex]!)
  return {
    all: roundedCount(amountOf(drawn, restless(all, smallOfAll))),
    culture: roundedCount(amountOf(drawn, restless(culture, smallRest))),
    share,
    share_design_effect: designEffectOf(share, sum(behind(decided))),
    share_bounds: {
      low: settled(read(allSexes(low)) / read(allSexes(all))),
      high: settled(read(allSexes(high)) / read(allSexes(all))),
    },
    persons_in_culture: shownCount(known),
    share_women: shareWomen,
    share_women_design_effect: shareWomen && designEffectOf(shareWomen, known),
    share_women_bounds: cellsShown
      ? {
          low: settled(read((at) => at(culture + women)) / withUnknown),
          high: settled(read((at) => at(culture + women) + at(culture + unknown)) / withUnknown),
        }
      : { low: null, high: null },
    share_women_elsewhere: outside.every((count) => count >= 10)
      ? shareOf(drawn, elsewhere, effective(sum(outside)))
      : null,
    parity: cellsShown
      ? settled(
          parityRatio(
            read((at) => at(culture + women)),
            read((at) => at(culture + men)),
          ),
        )
      : null,
    by_sex: Object.fromEntries(
      sexes.map((sex, place) => [
        sex,
        (place <= men ? cellsShown : isShown[place])
          ? roundedCount(amountOf(drawn, (at) => at(culture + place)))
          : null,
      ]),
    ),
    tables,
    conditions: Object.fromEntries(
      conditionNames.map((name) => [
        name,
        {
          women: conditionOf(name, women, tallies, shown, drawn, effective),
          men: conditionOf(name, men, tallies, shown, drawn, effective),
        },
      ]),
    ) as Employment['conditions'],
  }
}
