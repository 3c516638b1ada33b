import type { CountryList } from '../../engines/studies/index.ts'
import type { Observations } from './observations.ts'

/** Columns of the cells: own works used at home, of known origin and destination; works of the list, of known origin. */
export const columns = { local: 0, known: 1, developing: 2, knownOrigin: 3 } as const
export const width = 4

/** What each observation adds to each column: `width` numbers an observation, in their order. */
export const flowParts = (data: Observations, list: CountryList): Float64Array => {
  const { starts, groups, credits } = data.credits
  const works = starts.length - 1
  const isListed = data.countries.map((code) => list.has(code))
  const [ofList, all] = [new Float64Array(works), new Float64Array(works)]
  for (let work = 0; work < works; work++)
    for (let c = starts[work]!; c < starts[work + 1]!; c++) {
      if (isListed[groups[c]!]) ofList[work]! += credits[c]!
      all[work]! += credits[c]!
    }
  const parts = new Float64Array(data.amount.length * width)
  for (let at = 0; at < data.amount.length; at++) {
    const [work, home, amount] = [data.work[at]!, data.destination[at]!, data.amount[at]!]
    const row = at * width
    parts[row + columns.developing] = amount * ofList[work]!
    parts[row + columns.knownOrigin] = amount * all[work]!
    if (home < 0) continue
    let local = 0
    for (let c = starts[work]!; c < starts[work + 1]!; c++) if (groups[c] === home) local += credits[c]!
    parts[row + columns.local] = amount * local
    parts[row + columns.known] = amount * all[work]!
  }
  return parts
}
