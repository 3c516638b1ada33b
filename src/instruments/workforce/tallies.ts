import { notTold, sexes, statuses, workingTimes } from './categories.ts'
import { type Membership, untold } from './codes/code-list.ts'
import { industryGroups } from './codes/industries.ts'
import { occupationGroups } from './codes/isco-08.ts'
import type { Persons } from './persons.ts'
import type { SampleDesign } from './sample-design.ts'

/** The prongs of the trident, and what is left where one side is not told. */
export const prongs = [
  'cultural-occupation-in-culture',
  'other-occupation-in-culture',
  'cultural-occupation-elsewhere',
  'untold-occupation-in-culture',
  'cultural-occupation-untold-industry',
] as const

/** The tables of persons who work in culture: each person stands in one group of each, or in several by parts (the trident). */
export const tableNames = ['trident', 'occupations', 'industries', 'ages', 'status', 'working_time'] as const
export type TableName = (typeof tableNames)[number]

/** In the group of nobody's: another occupation than a cultural one, or not told. */
const rests = ['other', 'not-told'] as const

export const groupsOf = ({ ages }: Persons): Readonly<Record<TableName, readonly string[]>> => ({
  trident: prongs,
  occupations: [...occupationGroups, ...rests],
  industries: [...industryGroups, ...rests],
  ages: [...ages, 'not-told'],
  status: [...statuses, 'not-told'],
  working_time: [...workingTimes, 'not-told'],
})

/** Where pay is told apart: all, then the cultural occupations. */
export const payGroups = ['all', ...occupationGroups, 'other'] as const

/**
 * Places of the columns. `all`: everybody in employment by sex; `decided`: those of whom it can be told whether they work in culture;
 * `culture`, `low`, `high`: in culture by the rule, at least, at most. Then a column per table, group and sex, and for pay the weights and
 * the weighted amounts of women and men.
 */
export interface Columns {
  readonly all: number
  readonly decided: number
  readonly culture: number
  readonly low: number
  readonly high: number
  readonly tables: Readonly<Record<TableName, number>>
  readonly groups: Readonly<Record<TableName, readonly string[]>>
  readonly pay: number
  readonly width: number
}

export const columnsOf = (persons: Persons): Columns => {
  const groups = groupsOf(persons)
  const perSex = sexes.length
  let next = 5 * perSex
  const tables = Object.fromEntries(
    tableNames.map((name) => {
      const at = next
      next += groups[name].length * perSex
      return [name, at]
    }),
  ) as Record<TableName, number>
  const width = next + payGroups.length * 2 * 2
  return {
    all: 0,
    decided: perSex,
    culture: 2 * perSex,
    low: 3 * perSex,
    high: 4 * perSex,
    tables,
    groups,
    pay: next,
    width,
  }
}

/** The column of the weights of a pay group and a sex (women 0, men 1); the amounts stand behind it. */
export const payColumn = ({ pay }: Columns, group: number, sex: number): number => pay + (group * 2 + sex) * 2

/** Weighted sums per unit, and how many persons stand behind each column. */
export interface Tallies {
  readonly columns: Columns
  readonly cells: Float64Array
  readonly totals: Float64Array
  readonly persons: Float64Array
  /** Place of each person's occupation in the groups of occupations, and the place of those who do not tell. */
  readonly occupationGroup: Uint8Array
  readonly untoldOccupation: number
}

/** In which groups of a table a person counts, and how much. */
type Place = (table: TableName, group: number, part: number) => void

/** One pass over the persons: every figure and every replicate follows from these sums. */
export const talliesOf = (persons: Persons, design: SampleDesign): Tallies => {
  const columns = columnsOf(persons)
  const { width, tables, groups } = columns
  const cells = new Float64Array(design.unitCount * width)
  const totals = new Float64Array(width)
  const behind = new Float64Array(width)
  const placed = new Uint8Array(persons.count)
  const untoldGroup = (table: TableName) => groups[table].length - 1
  for (let person = 0; person < persons.count; person++) {
    const [weight, sex] = [persons.weight[person]!, persons.sex[person]!]
    const row = design.unitOf[persons.rows[person]!]! * width
    const add = (column: number, part: number, amount = 1) => {
      if (part === 0) return
      cells[row + column]! += weight * part * amount
      totals[column]! += weight * part * amount
      behind[column]! += persons.behind[person]!
    }
    const occupation = persons.occupation[persons.occupationOf[person]!]!
    const industry = persons.industry[persons.industryOf[person]!]!
    const either = (a: number, b: number) => a + b - a * b
    const part = either(occupation.value, industry.value)
    const [low, high] = [either(occupation.low, industry.low), either(occupation.high, industry.high)]
    const isUntold = isOpen(occupation) || isOpen(industry)
    add(columns.all + sex, 1)
    if (part > 0 || !isUntold) add(columns.decided + sex, 1)
    add(columns.culture + sex, part)
    add(columns.low + sex, low)
    add(columns.high + sex, high)
    if (part === 0) continue
    const place: Place = (table, group, amount) => add(tables[table] + group * sexes.length + sex, amount)
    placeInTrident(occupation, industry, place)
    const isCulturalOccupation = occupation.value > 0
    const occupationPlace = persons.occupationGroup[person]!
    const occupationGroup = isOpen(occupation)
      ? untoldGroup('occupations')
      : occupationPlace === notTold || !isCulturalOccupation
        ? untoldGroup('occupations') - 1
        : occupationPlace
    placed[person] = occupationGroup
    place('occupations', occupationGroup, part)
    const industryPlace = persons.industryGroup[person]!
    const industryGroup = isOpen(industry)
      ? untoldGroup('industries')
      : industryPlace === notTold || industry.value === 0
        ? untoldGroup('industries') - 1
        : industryPlace
    place('industries', industryGroup, part)
    const told = (table: TableName, value: number) => place(table, value === notTold ? untoldGroup(table) : value, part)
    told('ages', persons.age[person]!)
    told('status', persons.status[person]!)
    told('working_time', persons.time[person]!)
    const payGroup = payGroupOf(persons, person, occupationGroup, untoldGroup('occupations'))
    if (payGroup === undefined) continue
    for (const group of payGroup === 0 ? [0] : [0, payGroup]) {
      const column = payColumn(columns, group, sex)
      add(column, part)
      add(column + 1, part, persons.pay[person]!)
    }
  }
  return {
    columns,
    cells,
    totals,
    persons: behind,
    occupationGroup: placed,
    untoldOccupation: untoldGroup('occupations'),
  }
}

/** Nothing is told of this side: it may be cultural or not. */
const isOpen = (membership: Membership): boolean => membership === untold

/** Cultural by occupation and by industry, taken as independent of each other where codes count by parts. */
const placeInTrident = (
  occupation: Persons['occupation'][number],
  industry: Persons['industry'][number],
  place: Place,
): void => {
  const [a, b] = [occupation.value, industry.value]
  place('trident', 0, a * b)
  place('trident', isOpen(occupation) ? 3 : 1, (1 - a) * b)
  place('trident', isOpen(industry) ? 4 : 2, a * (1 - b))
}

/**
 * The pay group of a person whose pay counts: employees where the file tells who is one, women and men. 0 where the occupation is not told:
 * such a person counts among all alone.
 */
export const payGroupOf = (
  { pay, sex, status }: Persons,
  person: number,
  occupationGroup: number,
  untoldOccupation: number,
): number | undefined => {
  if (Number.isNaN(pay[person]!) || sex[person]! > 1) return undefined
  const isEmployee = status[person] === 0 || status[person] === notTold
  if (!isEmployee) return undefined
  return occupationGroup === untoldOccupation ? 0 : occupationGroup + 1
}
