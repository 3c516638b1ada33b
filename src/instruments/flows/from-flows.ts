import {
  CountryPlaces,
  countryEntries,
  findColumn,
  getColumn,
  LeftOutLog,
  type StudyInput,
  type UnrecognisedSpelling,
} from '../../engines/studies/index.ts'
import { type CodedColumn, countryLookup } from '../../engines/tables/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { type Observations, packCredits, sortedCodes } from './observations.ts'

/** Which rows of a table of flows are meant, and whether its rows are votes that may be resampled. */
export interface FlowChoices {
  readonly unit: string
  readonly votes: boolean
  /** Codes of products begin with one of these; all products where there are none. */
  readonly products: readonly string[]
}

type Amount = { readonly value: number } | { readonly fault: string }

/** Amounts of money or votes: not negative; above 10¹⁵ nothing is exact any more and the cell is taken for a slip. */
const amountOf = (text: string): Amount => {
  const trimmed = text.trim()
  const value = trimmed === '' ? Number.NaN : Number(trimmed)
  if (!Number.isFinite(value)) return { fault: 'amount_not_a_number' }
  if (value < 0) return { fault: 'amount_negative' }
  return value > 1e15 ? { fault: 'amount_too_large' } : { value }
}

interface Side {
  readonly place: (row: number) => number | undefined
  readonly cell: (row: number) => string
  readonly column: CodedColumn
  readonly unrecognised: readonly UnrecognisedSpelling[]
  readonly strangeCodes: readonly UnrecognisedSpelling[]
  /** Rows whose code and name are of different countries; the name counts. */
  readonly disagreeing: (row: number) => boolean
}

const sideOf = (
  input: StudyInput,
  name: 'destination' | 'origin',
  places: CountryPlaces,
  spellings: Readonly<Record<string, string>>,
): Side => {
  const country = countryLookup(spellings)
  const column = getColumn(input, name)
  const code = findColumn(input, `${name}_code`)
  const names = countryEntries(column, country, places, true)
  const codes = code && countryEntries(code, country, places, true)
  const byCode = (row: number) => codes?.byEntry[code!.codes[row]!]![0]
  const byName = (row: number) => names.byEntry[column.codes[row]!]![0]
  return {
    place: (row) => byName(row) ?? byCode(row),
    cell: (row) => column.dictionary[column.codes[row]!]!,
    column,
    unrecognised: names.unrecognised,
    strangeCodes: codes?.unrecognised ?? [],
    disagreeing: (row) => byName(row) !== undefined && byCode(row) !== undefined && byName(row) !== byCode(row),
  }
}

interface Kept {
  readonly row: number
  readonly key: string
  readonly value: number
}

/** One row per destination, origin, period, series and product: the same amount again counts once, different amounts not at all. */
const oneRowPerKey = (rows: readonly Kept[], leave: (reason: string, kept: Kept) => void): Kept[] => {
  const byKey = new Map<string, Kept[]>()
  for (const row of rows) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row])
  return [...byKey.values()].flatMap((same) => {
    const agree = same.every(({ value }) => value === same[0]!.value)
    for (const kept of agree ? same.slice(1) : same) leave(agree ? 'repeated_row' : 'conflicting_rows', kept)
    return agree ? [same[0]!] : []
  })
}

const textAt = (column: CodedColumn | undefined, row: number): string =>
  column ? column.dictionary[column.codes[row]!]!.trim() : ''

/** Flows as a table tells them. Where it has a series (a round, an indicator), each pair of countries may be named once in it. */
export const observationsOfFlows = (
  input: StudyInput,
  spellings: Readonly<Record<string, string>>,
  { unit, votes, products }: FlowChoices,
): Result<Observations, Fault> => {
  const [places, leftOut] = [new CountryPlaces(), new LeftOutLog()]
  const [to, from] = [sideOf(input, 'destination', places, spellings), sideOf(input, 'origin', places, spellings)]
  const [amount, period] = [getColumn(input, 'amount'), findColumn(input, 'period')]
  const [series, product] = [findColumn(input, 'series'), findColumn(input, 'product')]
  const amounts = amount.dictionary.map(amountOf)
  const usable: Kept[] = []
  let [disagreeing, otherProducts] = [0, 0]
  for (let row = 0; row < input.table.rows; row++) {
    const found = amounts[amount.codes[row]!]!
    const leave = (reason: string, cell: string) =>
      leftOut.add('flows', reason, input.table.lines[row]!, cell, 'value' in found ? found.value : 0)
    const code = textAt(product, row)
    if (products.length > 0 && !products.some((wanted) => code.startsWith(wanted))) otherProducts++
    else if ('fault' in found) leave(found.fault, textAt(amount, row))
    else if (to.place(row) === undefined && to.cell(row).trim() !== '')
      leave('destination_not_recognised', to.cell(row))
    else if (to.place(row) === undefined) leave('no_destination', '')
    else if (period && textAt(period, row) === '') leave('no_period', '')
    else {
      if (to.disagreeing(row) || from.disagreeing(row)) disagreeing++
      const origin = from.place(row)
      const codes = [places.codes[to.place(row)!], origin === undefined ? from.cell(row) : places.codes[origin]]
      usable.push({
        row,
        key: [textAt(period, row), textAt(series, row), ...codes, code].join('\u0000'),
        value: found.value,
      })
    }
  }
  leftOut.addRagged('flows', input.table.ragged)
  const leaveOut = (reason: string, { row, value }: Kept) =>
    leftOut.add('flows', reason, input.table.lines[row]!, `${to.cell(row)} – ${from.cell(row)}`, value)
  const kept = (series ? oneRowPerKey(usable, leaveOut) : usable).sort((a, b) =>
    a.key < b.key ? -1 : a.key > b.key ? 1 : a.value - b.value,
  )
  if (kept.length === 0) {
    const worst = leftOut.list().toSorted((a, b) => b.rows - a.rows)[0]
    const values = { rows: input.table.rows, reason: worst?.reason ?? 'none', found: worst?.found[0] ?? 'none' }
    return notAccepted({ code: 'no-usable-flow', field: 'flows', values })
  }
  const { countries, rank } = sortedCodes(places.codes)
  const unknownWork = countries.length
  const periods = [...new Set(kept.map(({ row }) => textAt(period, row)))].sort()
  const periodPlace = new Map(periods.map((text, place) => [text, place]))
  const votePlaces = new Map<string, number>()
  const voteOf = ({ row }: Kept) => {
    const key = [to.place(row), textAt(period, row), textAt(series, row)].join('\u0000')
    if (!votePlaces.has(key)) votePlaces.set(key, votePlaces.size)
    return votePlaces.get(key)!
  }
  const first = Int32Array.from(kept, voteOf)
  const placeOr = (place: number | undefined, none: number) => (place === undefined ? none : rank[place]!)
  return accepted({
    unit,
    countries,
    destination: Int32Array.from(kept, ({ row }) => placeOr(to.place(row), -1)),
    work: Int32Array.from(kept, ({ row }) => placeOr(from.place(row), unknownWork)),
    amount: Float64Array.from(kept, ({ value }) => value),
    period: Int32Array.from(kept, ({ row }) => periodPlace.get(textAt(period, row))!),
    periods,
    credits: packCredits([...countries.map((_, place) => [[place, 1] as const]), []]),
    clusters: votes ? { kind: 'votes', first, count: votePlaces.size } : { kind: 'none' },
    catalogue: undefined,
    leftOut,
    unrecognised: [...to.unrecognised, ...from.unrecognised],
    strangeCodes: [...to.strangeCodes, ...from.strangeCodes],
    notes: { rows_whose_code_and_name_disagree: disagreeing, rows_of_other_products: otherProducts },
  })
}
