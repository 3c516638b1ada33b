import { CountryPlaces, findColumn, getColumn, LeftOutLog, type StudyInput } from '../../engines/studies/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { countrySide } from './country-sides.ts'
import { type Observations, packCredits, sortedCodes } from './observations.ts'
import { amountOf, currenciesOf, type KeyedRow, oneRowPerKey, textAt } from './table-rows.ts'

/** Which rows of a table of flows are meant, and whether its rows are votes that may be resampled. */
export interface FlowChoices {
  /** What amounts are called; the currency of the table where none is given. */
  readonly unit: string | undefined
  readonly currency: string | undefined
  readonly votes: boolean
  /** Codes of products begin with one of these; all products where there are none. */
  readonly products: readonly string[]
}

/** Flows as a table tells them. Where it has a series (a round, an indicator), each pair of countries may be named once in it. */
export const observationsOfFlows = (
  input: StudyInput,
  spellings: Readonly<Record<string, string>>,
  { unit, currency, votes, products }: FlowChoices,
): Result<Observations, Fault> => {
  const [places, leftOut] = [new CountryPlaces(), new LeftOutLog()]
  const [to, from] = [
    countrySide(input, 'destination', places, spellings),
    countrySide(input, 'origin', places, spellings),
  ]
  const [amount, period] = [getColumn(input, 'amount'), findColumn(input, 'period')]
  const [series, product] = [findColumn(input, 'series'), findColumn(input, 'product')]
  const currencies = currenciesOf(findColumn(input, 'currency'), currency)
  if (currencies.codes.length > 1)
    return notAccepted({
      code: 'mixed-currencies',
      field: 'flows.currency',
      values: { count: currencies.codes.length, found: currencies.codes.slice(0, 8).join(', ') },
    })
  const amounts = amount.dictionary.map(amountOf)
  const usable: KeyedRow[] = []
  let [disagreeing, otherProducts] = [0, 0]
  for (let row = 0; row < input.table.rows; row++) {
    const found = amounts[amount.codes[row]!]!
    const leave = (reason: string, cell: string) =>
      leftOut.add('flows', reason, input.table.lines[row]!, cell, 'value' in found ? found.value : 0)
    const code = textAt(product, row)
    if (products.length > 0 && !products.some((wanted) => code.startsWith(wanted))) otherProducts++
    else if ('fault' in found) leave(found.fault, textAt(amount, row))
    else if (to.place(row) === undefined && to.cell(row) !== '') leave('destination_not_recognised', to.cell(row))
    else if (to.place(row) === undefined) leave('no_destination', '')
    else if (period && textAt(period, row) === '') leave('no_period', '')
    else if (!currencies.isMeant(row)) leave('other_currency', textAt(findColumn(input, 'currency'), row))
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
  const leaveOut = (reason: string, { row, value }: KeyedRow) =>
    leftOut.add('flows', reason, input.table.lines[row]!, `${to.cell(row)} – ${from.cell(row)}`, value)
  const kept = (series ? oneRowPerKey(usable, leaveOut) : usable).sort((a, b) =>
    a.key < b.key ? -1 : a.key > b.key ? 1 : a.value - b.value,
  )
  if (kept.length === 0) {
    const worst = leftOut.list().toSorted((a, b) => b.rows - a.rows)[0]
    const found = worst?.found[0]
    const values = {
      rows: input.table.rows,
      reason: worst?.reason ?? 'none',
      found: found ?? '',
      example: found === undefined ? 'none' : 'some',
    }
    return notAccepted({ code: 'no-usable-flow', field: 'flows', values })
  }
  const { countries, rank } = sortedCodes(places.codes)
  const unknownWork = countries.length
  const periods = [...new Set(kept.map(({ row }) => textAt(period, row)))].sort()
  const periodPlace = new Map(periods.map((text, place) => [text, place]))
  const votePlaces = new Map<string, number>()
  const voteOf = ({ row }: KeyedRow) => {
    const key = [to.place(row), textAt(period, row), textAt(series, row)].join('\u0000')
    if (!votePlaces.has(key)) votePlaces.set(key, votePlaces.size)
    return votePlaces.get(key)!
  }
  const first = Int32Array.from(kept, voteOf)
  const placeOr = (place: number | undefined, none: number) => (place === undefined ? none : rank[place]!)
  return accepted({
    unit: unit ?? currencies.codes[0] ?? currency ?? 'amount',
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
