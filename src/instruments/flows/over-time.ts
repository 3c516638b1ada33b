import type { CountryList } from '../../engines/studies/index.ts'
import { type FlowIntervals, intervalsOf, noIntervals, type StatedFlows } from './intervals.ts'
import { type FlowTable, flowTable, scopeFlows } from './matrix.ts'
import type { Observations } from './observations.ts'

/** Figures of one country, one a period. */
export interface CountryOverTime {
  /** Its works used elsewhere; others' works used here; its own works used here. */
  readonly sent: readonly number[]
  readonly received: readonly number[]
  readonly own: readonly number[]
  /** Of what is used here and of known origin, the part from countries of the list. */
  readonly developing_share: readonly (number | null)[]
}

const everyRow = ({ n }: FlowTable): readonly number[] => Array.from({ length: n + 1 }, (_, row) => row)

const ofCountry = (tables: readonly FlowTable[], place: number, isListed: readonly boolean[]): CountryOverTime => {
  const figures = tables.map(({ n, amounts }) => {
    const side = n + 1
    let [sent, all, ofList] = [0, 0, 0]
    for (let other = 0; other < n; other++) {
      if (other !== place) sent += amounts[other * side + place]!
      all += amounts[place * side + other]!
      if (isListed[other]) ofList += amounts[place * side + other]!
    }
    const own = amounts[place * side + place]!
    return { sent, own, received: all - own, share: all > 0 ? ofList / all : null }
  })
  return {
    sent: figures.map(({ sent }) => sent),
    received: figures.map(({ received }) => received),
    own: figures.map(({ own }) => own),
    developing_share: figures.map(({ share }) => share),
  }
}

/** The figures of each period, for all and by country; nothing where there is one period alone. */
export const overTime = (
  data: Observations,
  list: CountryList,
  intervals: readonly FlowIntervals[],
): {
  readonly periods: readonly ({ readonly period: string } & StatedFlows)[]
  readonly over_time: Readonly<Record<string, CountryOverTime>>
} => {
  if (data.periods.length < 2 || data.clusters.kind === 'users') return { periods: [], over_time: {} }
  const tables = data.periods.map((_, place) => flowTable(data, place))
  const isListed = data.countries.map((code) => list.has(code))
  return {
    periods: data.periods.map((period, place) => ({
      period,
      ...scopeFlows(tables[place]!, data.countries, list, everyRow(tables[place]!)),
      ...intervalsOf(intervals[place] ?? noIntervals),
    })),
    over_time: Object.fromEntries(
      data.countries.map((code, place) => [code, ofCountry(tables, place, isListed)] as const),
    ),
  }
}
