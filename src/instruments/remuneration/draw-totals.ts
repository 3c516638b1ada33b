import { type ClusterCells, clusterCount, type RandomStreams } from '../../engines/metrics/index.ts'

const replicatesAtOnce = 64
const rowsAtOnce = 128

/** How often each cluster counts in each of some replicates, one replicate after the other. */
const drawCounts = (streams: RandomStreams, clusters: number, first: number, count: number): Uint16Array => {
  const counts = new Uint16Array(clusters * count)
  for (let r = 0; r < count; r++) streams(first + r).tally(counts.subarray(r * clusters, (r + 1) * clusters))
  return counts
}

/** Adds `times[i]` times the row that begins at `rows[i]` to the totals, in this order, eight rows at once. */
const addRows = (
  totals: Float64Array,
  at: number,
  { cells, width }: ClusterCells,
  rows: Uint32Array,
  times: Float64Array,
  length: number,
): void => {
  const eights = length - (length % 8)
  for (let i = 0; i < eights; i += 8) {
    const [a, b, c, d] = [rows[i]!, rows[i + 1]!, rows[i + 2]!, rows[i + 3]!]
    const [e, f, g, h] = [rows[i + 4]!, rows[i + 5]!, rows[i + 6]!, rows[i + 7]!]
    const [s, t, u, v] = [times[i]!, times[i + 1]!, times[i + 2]!, times[i + 3]!]
    const [w, x, y, z] = [times[i + 4]!, times[i + 5]!, times[i + 6]!, times[i + 7]!]
    for (let k = 0; k < width; k++) {
      const four = totals[at + k]! + s * cells[a + k]! + t * cells[b + k]! + u * cells[c + k]! + v * cells[d + k]!
      totals[at + k] = four + w * cells[e + k]! + x * cells[f + k]! + y * cells[g + k]! + z * cells[h + k]!
    }
  }
  for (let i = eights; i < length; i++) {
    const [from, n] = [rows[i]!, times[i]!]
    for (let k = 0; k < width; k++) totals[at + k] = totals[at + k]! + n * cells[from + k]!
  }
}

/**
 * Column totals of every replicate for several tables of the same clusters, drawn alike: what `clusterBootstrap` gives for each, to the
 * last digit, but drawn once, and worked through in blocks that stay in the processor's cache. Row-major, `replicates × width` each.
 * Throws RangeError for tables of unequal clusters.
 */
export const drawTotals = (
  tables: readonly ClusterCells[],
  { replicates, streams }: { readonly replicates: number; readonly streams: RandomStreams },
): Float64Array[] => {
  const clusters = tables[0] ? clusterCount(tables[0]) : 0
  if (tables.some((table) => clusterCount(table) !== clusters)) throw new RangeError('The tables differ in clusters.')
  const totals = tables.map(({ width }) => new Float64Array(replicates * width))
  const [rows, places, times] = [new Uint32Array(rowsAtOnce), new Uint32Array(rowsAtOnce), new Float64Array(rowsAtOnce)]
  for (let first = 0; first < replicates; first += replicatesAtOnce) {
    const count = Math.min(replicatesAtOnce, replicates - first)
    const counts = drawCounts(streams, clusters, first, count)
    for (let block = 0; block < clusters; block += rowsAtOnce) {
      const end = Math.min(block + rowsAtOnce, clusters)
      for (let r = 0; r < count; r++) {
        let length = 0
        for (let row = block; row < end; row++) {
          const drawn = counts[r * clusters + row]!
          if (drawn === 0) continue
          places[length] = row
          times[length++] = drawn
        }
        tables.forEach((table, t) => {
          for (let i = 0; i < length; i++) rows[i] = places[i]! * table.width
          addRows(totals[t]!, (first + r) * table.width, table, rows, times, length)
        })
      }
    }
  }
  return totals
}
