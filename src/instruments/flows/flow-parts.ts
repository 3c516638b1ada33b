import type { ClusterCells } from '../../engines/metrics/index.ts'
import type { CountryList } from '../../engines/studies/index.ts'
import type { Observations } from './observations.ts'

/** Columns of the cells: own works used at home, of known origin and destination; works of the list, of known origin. */
export const columns = { local: 0, known: 1, developing: 2, knownOrigin: 3 } as const
export const width = 4

/** What one unit of each work adds: to the columns of its known origin, and, with its destination, to the local one. */
interface WorkParts {
  readonly ofList: Float64Array
  readonly all: Float64Array
}

const workParts = ({ credits: { starts, groups, credits }, countries }: Observations, list: CountryList): WorkParts => {
  const works = starts.length - 1
  const isListed = countries.map((code) => list.has(code))
  const [ofList, all] = [new Float64Array(works), new Float64Array(works)]
  for (let work = 0; work < works; work++)
    for (let c = starts[work]!; c < starts[work + 1]!; c++) {
      if (isListed[groups[c]!]) ofList[work]! += credits[c]!
      all[work]! += credits[c]!
    }
  return { ofList, all }
}

/** Adds what each observation adds to each column to the row `rowOf[at]` of `sums`; rows are `width` long. */
const addParts = (data: Observations, list: CountryList, rowOf: Int32Array | undefined, sums: Float64Array): void => {
  const { starts, groups, credits } = data.credits
  const { ofList, all } = workParts(data, list)
  for (let at = 0; at < data.amount.length; at++) {
    const [work, home, amount] = [data.work[at]!, data.destination[at]!, data.amount[at]!]
    const row = (rowOf ? rowOf[at]! : at) * width
    sums[row + columns.developing]! += amount * ofList[work]!
    sums[row + columns.knownOrigin]! += amount * all[work]!
    if (home < 0) continue
    let local = 0
    for (let c = starts[work]!; c < starts[work + 1]!; c++) if (groups[c] === home) local += credits[c]!
    sums[row + columns.local]! += amount * local
    sums[row + columns.known]! += amount * all[work]!
  }
}

/** What each observation adds to each column: `width` numbers an observation, in their order. */
export const flowParts = (data: Observations, list: CountryList): Float64Array => {
  const parts = new Float64Array(data.amount.length * width)
  addParts(data, list, undefined, parts)
  return parts
}

/** Sums per cluster: `first[at]` is the cluster of observation `at`. */
export const flowCells = (data: Observations, list: CountryList, first: Int32Array, count: number): ClusterCells => {
  const cells = new Float64Array(count * width)
  addParts(data, list, first, cells)
  return { cells, width }
}
