import type { CountryList } from '../../engines/studies/index.ts'
import { culturalCodes } from './cultural-codes.ts'
import type { MirrorRecord } from './mirror.ts'
import type { Observations } from './observations.ts'

/** What flowed under one heading of products. */
export interface ProductFlows {
  readonly code: string
  /** Our short title in English; null where the heading is not on the list of cultural products. */
  readonly title: string | null
  readonly kind: 'goods' | 'services' | null
  /** Domain of the framework for cultural statistics. */
  readonly domain: string | null
  readonly amount: number
  readonly developing_share: number | null
  /** Of the country the study is about. */
  readonly sent: number | null
  readonly received: number | null
}

export interface TradeFindings {
  /** Countries that tell their own trade; of the others there is only what these tell. */
  readonly reporters: readonly string[]
  readonly mirror: MirrorRecord
  /** Greatest first. */
  readonly products: readonly ProductFlows[]
}

/** Flows by heading, and the comparison of both sides; nothing for data that are not trade. */
export const tradeFindings = (
  { trade, countries, destination, work, amount }: Observations,
  list: CountryList,
  country: string | null,
): TradeFindings | null => {
  if (!trade) return null
  const isListed = countries.map((code) => list.has(code))
  const own = country === null ? -1 : countries.indexOf(country)
  const sums = trade.headings.map(() => ({ amount: 0, known: 0, ofList: 0, sent: 0, received: 0 }))
  for (let at = 0; at < amount.length; at++) {
    const [sum, from, to, value] = [sums[trade.heading[at]!]!, work[at]!, destination[at]!, amount[at]!]
    sum.amount += value
    if (from < countries.length) sum.known += value
    if (isListed[from]) sum.ofList += value
    if (own >= 0 && from === own && to !== own) sum.sent += value
    if (own >= 0 && to === own && from !== own) sum.received += value
  }
  const products = trade.headings.map((code, place) => {
    const known = culturalCodes.find((heading) => heading.code === code)
    const sum = sums[place]!
    return {
      code,
      title: known?.title.en ?? null,
      kind: known?.kind ?? null,
      domain: known?.domain ?? null,
      amount: sum.amount,
      developing_share: sum.known > 0 ? sum.ofList / sum.known : null,
      sent: own < 0 ? null : sum.sent,
      received: own < 0 ? null : sum.received,
    }
  })
  return {
    reporters: trade.reporters,
    mirror: trade.mirror,
    products: products.sort((a, b) => b.amount - a.amount || (a.code < b.code ? -1 : 1)),
  }
}
