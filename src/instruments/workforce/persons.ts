import { countCells, findColumn, getColumn, type LeftOutLog, type StudyInput } from '../../engines/studies/index.ts'
import type { CodedColumn } from '../../engines/tables/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { readAges } from './ages.ts'
import { inMinor, type NumberCell, positiveNumbers } from './amounts.ts'
import {
  ambiguousSexes,
  answerLookup,
  type CategoryReading,
  notTold,
  readCategory,
  type StrangeSpelling,
  sexLookup,
  statusLookup,
  timeLookup,
  unknown,
} from './categories.ts'
import { degreeOf, type Membership, membershipOf, untold } from './codes/code-list.ts'
import { industryGroups } from './codes/industries.ts'
import { occupationGroups } from './codes/isco-08.ts'
import { type CodeReading, readCodes } from './codes/read-codes.ts'
import type { CulturalCodes } from './cultural-codes.ts'
import type { WorkforceOptions } from './options.ts'

/** Codes of one side (occupation or industry), by entry of their column: how cultural, in which group, and what could not be read. */
export interface CodedSide {
  readonly column: string
  readonly reading: CodeReading
}

/** Persons in employment, one place each; `row` is the row of the file. Groups are places in their lists, `notTold` where nobody knows. */
export interface Persons {
  readonly count: number
  readonly rows: Uint32Array
  readonly weight: Float64Array
  /** Persons of the sample behind each place: 1, or what the row says. */
  readonly behind: Float64Array
  readonly sex: Uint8Array
  /** How much of the occupation and of the industry is cultural. */
  readonly occupation: readonly Membership[]
  readonly occupationOf: Uint32Array
  readonly industry: readonly Membership[]
  readonly industryOf: Uint32Array
  /** Places in `occupationGroups` and `industryGroups`. */
  readonly occupationGroup: Uint8Array
  readonly industryGroup: Uint8Array
  readonly ages: readonly string[]
  readonly age: Uint8Array
  readonly status: Uint8Array
  readonly time: Uint8Array
  /** Of those in culture who are not self-employed, in minor units; NaN where there is none to use. */
  readonly pay: Float64Array
  /** What `pay` is per: hourly where hours are told, else as the file has it. */
  readonly payPer: WorkforceOptions['payPeriod']
  readonly hasPay: boolean
  readonly payNotUsed: Readonly<Record<string, number>>
  readonly isWeighted: boolean
  /** Rows stand for several persons: a table, from which neither variance nor pay can be told. */
  readonly isTable: boolean
  readonly sides: { readonly occupation?: CodedSide; readonly industry?: CodedSide }
  readonly strange: Readonly<Record<string, readonly StrangeSpelling[]>>
}

interface Side {
  readonly memberships: readonly Membership[]
  /** Place in `memberships` of an entry of the column; the last one is for who tells nothing. */
  readonly byEntry: readonly number[]
  readonly groups: readonly number[]
  readonly reading: CodeReading | undefined
  readonly column: CodedColumn | undefined
}

/** Reads one side. Codes under which nothing cultural stands share one membership; groups are told for cultural ones alone. */
const sideOf = (
  column: CodedColumn | undefined,
  list: CulturalCodes['occupations'],
  partly: number,
  groups: readonly string[],
  groupLength: number,
): Side => {
  if (!column) return { memberships: [untold], byEntry: [], groups: [], reading: undefined, column }
  const reading = readCodes(column, list)
  const memberships: Membership[] = reading.byEntry.map((code) =>
    code === undefined ? untold : membershipOf(list, code, partly),
  )
  return {
    memberships: [...memberships, untold],
    byEntry: memberships.map((_, entry) => entry),
    groups: reading.byEntry.map((code) => {
      const place = code === undefined || code.length < groupLength ? -1 : groups.indexOf(code.slice(0, groupLength))
      return place >= 0 && degreeOf(list, code!) !== undefined ? place : notTold
    }),
    reading,
    column,
  }
}

const hoursInYear = 52

/** Pay per hour from pay per month or year and usual weekly hours: a month is a twelfth of 52 weeks. */
const perHour = (pay: number, period: WorkforceOptions['payPeriod'], hours: number): number =>
  period === 'hour' ? pay : (pay * (period === 'month' ? 12 : 1)) / (hoursInYear * hours)

const sexFault = (column: CodedColumn, input: StudyInput, options: WorkforceOptions): Fault | undefined => {
  const ambiguous = ambiguousSexes(column, options.sex)
  return (
    ambiguous && {
      code: ambiguous === 'zero-one' ? 'sex-zero-one' : 'sex-h-m',
      field: 'sex',
      values: { header: input.mapping['sex']!, name: input.file.name },
    }
  )
}

/** The sexes of a column, or a fault where its codes mean one thing here and another there. */
export const readSexes = (input: StudyInput, options: WorkforceOptions): Result<CategoryReading, Fault> => {
  const column = getColumn(input, 'sex')
  const fault = sexFault(column, input, options)
  return fault ? notAccepted(fault) : accepted(readCategory(column, sexLookup, options.sex))
}

const optional = (
  input: StudyInput,
  name: string,
  lookup: ReadonlyMap<string, number>,
  chosen: ReadonlyMap<string, number>,
) => {
  const column = findColumn(input, name)
  return column && { column, ...readCategory(column, lookup, chosen) }
}

const growing = (rows: number) => ({
  rows: new Uint32Array(rows),
  weight: new Float64Array(rows),
  behind: new Float64Array(rows),
  sex: new Uint8Array(rows),
  occupationOf: new Uint32Array(rows),
  industryOf: new Uint32Array(rows),
  occupationGroup: new Uint8Array(rows).fill(notTold),
  industryGroup: new Uint8Array(rows).fill(notTold),
  age: new Uint8Array(rows).fill(notTold),
  status: new Uint8Array(rows).fill(notTold),
  time: new Uint8Array(rows).fill(notTold),
  pay: new Float64Array(rows).fill(Number.NaN),
})

/**
 * Reads the persons in employment. Rows without a weight that can be used, of people who do not work, and with neither occupation nor
 * industry are left out with their reasons; everything else that cannot be read is not told, and listed.
 */
export const readPersons = (
  input: StudyInput,
  codes: CulturalCodes,
  options: WorkforceOptions,
  log: LeftOutLog,
): Result<Persons, Fault> => {
  const { table } = input
  const [isco, isic] = [findColumn(input, 'isco'), findColumn(input, 'isic')]
  if (!isco && !isic)
    return notAccepted({
      code: 'no-codes',
      field: 'persons',
      values: { found: input.file.header.slice(0, 30).join(', ') },
    })
  const sexes = readSexes(input, options)
  if (!sexes.ok) return sexes
  const sexColumn = getColumn(input, 'sex')
  const occupation = sideOf(isco, codes.occupations, options.partly, occupationGroups, 3)
  const industry = sideOf(isic, codes.industries, options.partly, industryGroups, 2)
  const weights = findColumn(input, 'weight')
  const weightCells = weights && positiveNumbers(weights)
  const counts = findColumn(input, 'count')
  const countOf = counts && countCells(counts)
  const employed = optional(input, 'employed', answerLookup, new Map())
  const status = optional(input, 'status', statusLookup, options.status)
  const time = optional(input, 'working_time', timeLookup, options.workingTime)
  const ageColumn = findColumn(input, 'age')
  const ages = ageColumn && readAges(ageColumn)
  const [payColumn, hoursColumn] = [findColumn(input, 'pay'), findColumn(input, 'hours')]
  const [payCells, hourCells] = [payColumn && positiveNumbers(payColumn), hoursColumn && positiveNumbers(hoursColumn)]
  const payPer = hourCells ? 'hour' : options.payPeriod
  const payNotUsed: Record<string, number> = {}
  const dropPay = (reason: string) => {
    payNotUsed[reason] = (payNotUsed[reason] ?? 0) + 1
  }
  const payAt = (row: number, hours: NumberCell | undefined): number => {
    if (!payCells) return Number.NaN
    if (counts) {
      dropPay('row_of_several')
      return Number.NaN
    }
    const pay = payCells[payColumn!.codes[row]!]!
    if ('fault' in pay) dropPay(`pay_${pay.fault}`)
    else if (!hourCells || options.payPeriod === 'hour') return inMinor(pay.value, options.currency)
    else if (hours === undefined || 'fault' in hours || hours.value > 168) dropPay('hours_not_usable')
    else return inMinor(perHour(pay.value, options.payPeriod, hours.value), options.currency)
    return Number.NaN
  }
  const kept = growing(table.rows)
  let count = 0
  for (let row = 0; row < table.rows; row++) {
    const line = table.lines[row]!
    if (employed && employed.byEntry[employed.column.codes[row]!] === 1) {
      log.addCounted('persons', 'not_employed', 1)
      continue
    }
    const [occ, ind] = [isco ? isco.codes[row]! : 0, isic ? isic.codes[row]! : 0]
    const isEmpty = (column: CodedColumn | undefined, entry: number) =>
      !column || column.dictionary[entry]!.trim() === ''
    if (isEmpty(isco, occ) && isEmpty(isic, ind)) {
      log.add('persons', 'neither_occupation_nor_industry', line, '')
      continue
    }
    const many = countOf ? countOf[counts!.codes[row]!]! : { count: 1 }
    if ('fault' in many || many.count === 0) {
      const reason = 'fault' in many ? many.fault : 'zero'
      log.add('persons', `count_${reason}`, line, counts!.dictionary[counts!.codes[row]!]!)
      continue
    }
    const weight: NumberCell = weightCells ? weightCells[weights!.codes[row]!]! : { value: many.count }
    if ('fault' in weight) {
      log.add('persons', `weight_${weight.fault}`, line, weights!.dictionary[weights!.codes[row]!]!)
      continue
    }
    kept.rows[count] = row
    kept.weight[count] = weight.value
    kept.behind[count] = many.count
    const sex = sexes.value.byEntry[sexColumn.codes[row]!]!
    kept.sex[count] = sex === notTold ? unknown : sex
    kept.occupationOf[count] = occ
    kept.industryOf[count] = ind
    if (isco) kept.occupationGroup[count] = occupation.groups[occ]!
    if (isic) kept.industryGroup[count] = industry.groups[ind]!
    if (ages) kept.age[count] = ages.byEntry[ageColumn.codes[row]!]!
    if (status) kept.status[count] = status.byEntry[status.column.codes[row]!]!
    const hours = hourCells?.[hoursColumn!.codes[row]!]
    const told = time ? time.byEntry[time.column.codes[row]!]! : notTold
    if (told !== notTold) kept.time[count] = told
    else if (hours && 'value' in hours && hours.value <= 168)
      kept.time[count] = hours.value < options.partTimeHours ? 1 : 0
    const isCultural = occupation.memberships[isco ? occ : 0]!.value + industry.memberships[isic ? ind : 0]!.value > 0
    if (isCultural && (kept.status[count] === 0 || kept.status[count] === notTold)) kept.pay[count] = payAt(row, hours)
    count++
  }
  log.addRagged('persons', table.ragged)
  const cut = <Values extends Uint8Array | Uint32Array | Float64Array>(values: Values) =>
    values.subarray(0, count) as Values
  return accepted({
    count,
    rows: cut(kept.rows),
    weight: cut(kept.weight),
    behind: cut(kept.behind),
    sex: cut(kept.sex),
    occupation: occupation.memberships,
    occupationOf: cut(kept.occupationOf),
    industry: industry.memberships,
    industryOf: cut(kept.industryOf),
    occupationGroup: cut(kept.occupationGroup),
    industryGroup: cut(kept.industryGroup),
    ages: ages?.labels ?? [],
    age: cut(kept.age),
    status: cut(kept.status),
    time: cut(kept.time),
    pay: cut(kept.pay),
    payPer,
    hasPay: payColumn !== undefined,
    payNotUsed,
    isWeighted: weights !== undefined,
    isTable: counts !== undefined,
    sides: {
      ...(occupation.reading ? { occupation: { column: input.mapping['isco']!, reading: occupation.reading } } : {}),
      ...(industry.reading ? { industry: { column: input.mapping['isic']!, reading: industry.reading } } : {}),
    },
    strange: {
      sex: sexes.value.strange,
      ...(employed ? { employed: employed.strange } : {}),
      ...(status ? { status: status.strange } : {}),
      ...(time ? { working_time: time.strange } : {}),
      ...(ages ? { age: ages.strange } : {}),
    },
  })
}
