import { CountryPlaces, findColumn, getColumn, LeftOutLog, type StudyInput } from '../../engines/studies/index.ts'
import type { CodedColumn } from '../../engines/tables/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { type CountrySide, countrySide } from './country-sides.ts'
import { countedAmount, type MirrorRule, mirrorRecord, type ToldFlow } from './mirror.ts'
import { type Observations, packCredits, sortedCodes } from './observations.ts'
import { type ProductChoice, productChoice, type Selection } from './product-choice.ts'
import { amountOf, currenciesOf, oneRowPerKey, textAt } from './table-rows.ts'
import { findDirection, isGroupOfCountries, plainCode } from './trade-words.ts'

/** What is read of a trade file, and how its two sides are brought together. */
export interface TradeChoices {
  readonly selection: Selection
  readonly products: readonly string[]
  readonly mirror: MirrorRule
  readonly currency: string | undefined
  /** What amounts are called; the currency of the table where none is given. */
  readonly unit: string | undefined
}

/** What one reporter tells of one partner in one direction and period. */
interface Told {
  readonly isImport: boolean
  /** Codes of countries; the text of the cell where a partner is not recognised, marked so that it is no code. */
  readonly reporter: string
  readonly partner: string
  readonly period: string
}

interface TradeRow {
  readonly row: number
  /** Rises with period, reporter, partner, direction and code, whatever the order of the rows. */
  readonly key: number
  readonly value: number
  readonly told: Told
  readonly code: string
}

const unknownMark = '?'

interface Notes {
  disagreeing: number
  otherProducts: number
  groups: number
  reExports: number
  within: number
}

interface Reading {
  readonly input: StudyInput
  readonly places: CountryPlaces
  readonly reporter: CountrySide
  readonly partner: CountrySide
  readonly choice: ProductChoice | undefined
  readonly isMeantCurrency: (row: number) => boolean
  readonly leftOut: LeftOutLog
  readonly notes: Notes
}

/** Texts without their outer spaces as numbers: equal texts, equal numbers. */
const numbered = (column: CodedColumn | undefined): Int32Array => {
  const known = new Map<string, number>()
  return Int32Array.from(column?.dictionary ?? [], (cell) => {
    const text = cell.trim()
    if (!known.has(text)) known.set(text, known.size)
    return known.get(text)!
  })
}

/** Finds what a row belongs to among what is told, by numbers. */
const tellings = ({ input, places, reporter, partner }: Reading) => {
  const [partnerColumn, period] = [getColumn(input, 'partner'), findColumn(input, 'period')]
  const [partners, periods] = [numbered(partnerColumn), numbered(period)]
  const countries = places.codes.length
  const ends = countries + partnerColumn.dictionary.length
  const byNumber = new Map<number, Told>()
  return (row: number, isImport: boolean): Told => {
    const [own, other] = [reporter.place(row)!, partner.place(row)]
    const end = other ?? countries + partners[partnerColumn.codes[row]!]!
    const when = period ? periods[period.codes[row]!]! : 0
    const number = ((when * countries + own) * ends + end) * 2 + Number(isImport)
    const known = byNumber.get(number)
    if (known) return known
    const told = {
      isImport,
      reporter: places.codes[own]!,
      partner: other === undefined ? `${unknownMark}${partner.cell(row)}` : places.codes[other]!,
      period: textAt(period, row),
    }
    byNumber.set(number, told)
    return told
  }
}

/** The rows that can be used; all others are counted by what they are. */
const usableRows = (reading: Reading): Omit<TradeRow, 'key'>[] => {
  const { input, reporter, partner, choice, leftOut, notes } = reading
  const { table } = input
  const [amount, direction] = [getColumn(input, 'amount'), getColumn(input, 'direction')]
  const [period, product] = [findColumn(input, 'period'), findColumn(input, 'product')]
  const amounts = amount.dictionary.map(amountOf)
  const directions = direction.dictionary.map(findDirection)
  const codes = product?.dictionary.map(plainCode)
  const headings = codes?.map((code) => choice?.headingOf(code))
  const toldBy = tellings(reading)
  const rows: Omit<TradeRow, 'key'>[] = []
  for (let row = 0; row < table.rows; row++) {
    const found = amounts[amount.codes[row]!]!
    const way = directions[direction.codes[row]!]
    const leave = (reason: string, cell: string) =>
      leftOut.add('trade', reason, table.lines[row]!, cell, 'value' in found ? found.value : 0)
    if (product && headings![product.codes[row]!] === undefined) notes.otherProducts++
    else if (way === 're-export') notes.reExports++
    else if (reporter.isGroup(row) || partner.isGroup(row)) notes.groups++
    else if (way === undefined) leave('direction_not_recognised', textAt(direction, row))
    else if ('fault' in found) leave(found.fault, textAt(amount, row))
    else if (reporter.place(row) === undefined) leave('reporter_not_recognised', reporter.cell(row))
    else if (period && textAt(period, row) === '') leave('no_period', '')
    else if (!reading.isMeantCurrency(row)) leave('other_currency', textAt(findColumn(input, 'currency'), row))
    else {
      if (reporter.disagreeing(row) || partner.disagreeing(row)) notes.disagreeing++
      const told = toldBy(row, way === 'import')
      const code = product ? codes![product.codes[row]!]! : ''
      rows.push({ row, told, code, value: found.value })
    }
  }
  leftOut.addRagged('trade', table.ragged)
  return rows
}

/** Gives each row its key: the rank of what tells it, then of its code. */
const keyed = (rows: readonly Omit<TradeRow, 'key'>[]): TradeRow[] => {
  const nameOf = ({ period, reporter, partner, isImport }: Told) =>
    [period, reporter, partner, isImport ? 'import' : 'export'].join('\u0000')
  const tolds = [...new Set(rows.map(({ told }) => told))].map((told) => [nameOf(told), told] as const)
  const rankOf = new Map(tolds.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, told], rank) => [told, rank]))
  const codes = [...new Set(rows.map(({ code }) => code))].sort()
  const codeRank = new Map(codes.map((code, rank) => [code, rank]))
  return rows.map((row) => ({ ...row, key: rankOf.get(row.told)! * codes.length + codeRank.get(row.code)! }))
}

/** Leaves out what a heading in the same rows already holds. */
const withoutCovered = (rows: readonly TradeRow[], choice: ProductChoice | undefined, notes: Notes): TradeRow[] => {
  if (!choice) return [...rows]
  const codes = new Map<Told, Set<string>>()
  for (const { told, code } of rows) {
    const known = codes.get(told)
    if (known) known.add(code)
    else codes.set(told, new Set([code]))
  }
  const kept = rows.filter(({ told, code }) => !choice.isCovered(code, codes.get(told)!))
  notes.within = rows.length - kept.length
  return kept
}

/** Flows by origin, destination, period and heading with what each side tells, in an order that depends on these alone. */
const toldFlows = (rows: readonly TradeRow[], choice: ProductChoice | undefined): ToldFlow[] => {
  const flows = new Map<string, { -readonly [Key in keyof ToldFlow]: ToldFlow[Key] }>()
  for (const { told, code, value } of rows.toSorted((a, b) => a.key - b.key)) {
    const { isImport, reporter, partner, period } = told
    const [origin, destination] = isImport ? [partner, reporter] : [reporter, partner]
    const heading = choice?.headingOf(code) ?? ''
    const key = [period, origin, destination, heading].join('\u0000')
    const flow = flows.get(key) ?? {
      origin,
      destination,
      period,
      heading,
      byImporter: undefined,
      byExporter: undefined,
    }
    if (isImport) flow.byImporter = (flow.byImporter ?? 0) + value
    else flow.byExporter = (flow.byExporter ?? 0) + value
    flows.set(key, flow)
  }
  return [...flows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, flow]) => flow)
}

const nothingUsable = (input: StudyInput, leftOut: LeftOutLog, notes: Notes): Fault => {
  const worst = leftOut.list().toSorted((a, b) => b.rows - a.rows)[0]
  const product = findColumn(input, 'product')
  if (product && notes.otherProducts > (worst?.rows ?? 0)) {
    const found = [...new Set(product.dictionary.map((cell) => cell.trim()))].slice(0, 5).join(', ')
    return { code: 'no-meant-product', field: 'trade.product', values: { rows: input.table.rows, found } }
  }
  const found = worst?.found[0]
  const values = {
    rows: input.table.rows,
    reason: worst?.reason ?? 'none',
    found: found ?? '',
    example: found === undefined ? 'none' : 'some',
  }
  return { code: 'no-usable-flow', field: 'trade', values }
}

/** Imports and exports as two sides tell them, put together to flows from origin to destination. */
export const observationsOfTrade = (
  input: StudyInput,
  spellings: Readonly<Record<string, string>>,
  { selection, products, mirror, currency, unit }: TradeChoices,
): Result<Observations, Fault> => {
  const [places, leftOut] = [new CountryPlaces(), new LeftOutLog()]
  const [reporter, partner] = [
    countrySide(input, 'reporter', places, spellings),
    countrySide(input, 'partner', places, spellings),
  ]
  const currencies = currenciesOf(findColumn(input, 'currency'), currency)
  if (currencies.codes.length > 1)
    return notAccepted({
      code: 'mixed-currencies',
      field: 'trade.currency',
      values: { count: currencies.codes.length, found: currencies.codes.slice(0, 8).join(', ') },
    })
  const choice = findColumn(input, 'product') ? productChoice(selection, products) : undefined
  const notes = { disagreeing: 0, otherProducts: 0, groups: 0, reExports: 0, within: 0 }
  const isMeantCurrency = currencies.isMeant
  const usable = keyed(usableRows({ input, places, reporter, partner, choice, isMeantCurrency, leftOut, notes }))
  const leave = (reason: string, { row, value }: TradeRow) =>
    leftOut.add('trade', reason, input.table.lines[row]!, `${reporter.cell(row)} – ${partner.cell(row)}`, value)
  const flows = toldFlows(withoutCovered(oneRowPerKey(usable, leave), choice, notes), choice)
  if (flows.length === 0) return notAccepted(nothingUsable(input, leftOut, notes))
  const reporters = [...new Set(usable.map(({ told }) => told.reporter))].sort()
  return accepted({
    ...observationsOfFlowsTold(flows, reporters, places, mirror),
    unit: unit ?? currencies.codes[0] ?? currency ?? 'amount',
    leftOut,
    unrecognised: [...reporter.unrecognised, ...partner.unrecognised].filter(
      ({ spelling }) => !isGroupOfCountries(spelling),
    ),
    strangeCodes: [...reporter.strangeCodes, ...partner.strangeCodes],
    notes: {
      rows_whose_code_and_name_disagree: notes.disagreeing,
      rows_of_other_products: notes.otherProducts,
      rows_of_the_world_or_groups: notes.groups,
      rows_of_re_exports: notes.reExports,
      rows_within_a_heading: notes.within,
    },
  })
}

const observationsOfFlowsTold = (
  flows: readonly ToldFlow[],
  reporters: readonly string[],
  places: CountryPlaces,
  mirror: MirrorRule,
) => {
  const { countries } = sortedCodes(places.codes)
  const placeOf = new Map(countries.map((code, place) => [code, place]))
  const periods = [...new Set(flows.map(({ period }) => period))].sort()
  const periodPlace = new Map(periods.map((text, place) => [text, place]))
  const headings = [...new Set(flows.map(({ heading }) => heading))].sort()
  const headingPlace = new Map(headings.map((text, place) => [text, place]))
  return {
    countries,
    destination: Int32Array.from(flows, ({ destination }) => placeOf.get(destination) ?? -1),
    work: Int32Array.from(flows, ({ origin }) => placeOf.get(origin) ?? countries.length),
    amount: Float64Array.from(flows, (flow) => countedAmount(flow, mirror)),
    period: Int32Array.from(flows, ({ period }) => periodPlace.get(period)!),
    periods,
    credits: packCredits([...countries.map((_, place) => [[place, 1] as const]), []]),
    clusters: { kind: 'none' as const },
    catalogue: undefined,
    trade: {
      headings,
      heading: Int32Array.from(flows, ({ heading }) => headingPlace.get(heading)!),
      mirror: mirrorRecord(flows, mirror),
      reporters,
    },
  }
}
