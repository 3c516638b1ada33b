import type { Shown } from '../../studies/index.ts'
import type { FlowsDocument } from './document.ts'

/** Every country the study has a figure about. */
export const countriesOf = ({ by_destination, by_origin }: FlowsDocument): readonly string[] =>
  [...new Set([...Object.keys(by_destination), ...Object.keys(by_origin)])].sort()

/** The country a document is about: the one that was named, else the Party's, else the one that receives most. */
export const countryOf = (document: FlowsDocument, party: string): string => {
  const there = countriesOf(document)
  const wanted = [document.country, party].find((code) => code !== null && there.includes(code))
  if (wanted) return wanted
  const greatest = Object.entries(document.by_destination).toSorted((a, b) => b[1].total - a[1].total)[0]
  return greatest?.[0] ?? there[0] ?? party
}

/** The country that is looked at: `?country=`, where the study has figures about it, else the study's own. */
export const focusOf = ({ visit, study, document }: Shown<FlowsDocument>): string => {
  const asked = visit.query.get('country')?.toUpperCase()
  return asked !== undefined && countriesOf(document).includes(asked) ? asked : countryOf(document, study.party)
}

export interface PairFlow {
  readonly from: string
  readonly to: string
  readonly amount: number
}

const cellsOf = ({ matrix }: FlowsDocument): readonly PairFlow[] =>
  matrix.destinations.flatMap((to, row) =>
    matrix.origins.flatMap((from, column) => {
      const amount = matrix.amounts[row]![column]
      return amount === null || amount === undefined || from === 'unknown' ? [] : [{ from, to, amount }]
    }),
  )

const greatestFirst = (a: PairFlow, b: PairFlow): number =>
  b.amount - a.amount || (a.from + a.to < b.from + b.to ? -1 : 1)

/** What comes into a country and what goes out of it, greatest first; cells that are not shown are left out. */
export const flowsOfCountry = (document: FlowsDocument, country: string) => {
  const cells = cellsOf(document).filter(({ from, to, amount }) => from !== to && amount > 0)
  return {
    received: cells.filter(({ to }) => to === country).sort(greatestFirst),
    sent: cells.filter(({ from }) => from === country).sort(greatestFirst),
  }
}

export interface Partner {
  readonly code: string
  readonly sent: number
  readonly received: number
}

/** The countries a country exchanges most with; a partner whose cells are not all shown is left out. */
export const partnersOf = (document: FlowsDocument, country: string): readonly Partner[] => {
  const { received, sent } = flowsOfCountry(document, country)
  const { destinations, origins, amounts } = document.matrix
  const isHidden = (from: string, to: string): boolean => {
    const [row, column] = [destinations.indexOf(to), origins.indexOf(from)]
    return row >= 0 && column >= 0 && amounts[row]![column] === null
  }
  const byCode = new Map<string, { sent: number; received: number }>()
  const of = (code: string) => {
    const known = byCode.get(code) ?? { sent: 0, received: 0 }
    byCode.set(code, known)
    return known
  }
  for (const { from, amount } of received) of(from).received += amount
  for (const { to, amount } of sent) of(to).sent += amount
  return [...byCode]
    .filter(([code]) => !isHidden(code, country) && !isHidden(country, code))
    .map(([code, both]) => ({ code, ...both }))
    .sort((a, b) => b.sent + b.received - (a.sent + a.received) || (a.code < b.code ? -1 : 1))
}
