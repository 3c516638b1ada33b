import { join } from 'node:path'
import { importMeasures } from '../src/instruments/measures/index.ts'
import { openBenchmarkHouse } from './measures-house.ts'
import { writeMeasures } from './synthetic-measures.ts'

/**
 * Rows per second and peak memory of an import of measures, and of the same file imported again, on the embedded database with its shipped
 * durability. Argument: rows (100 000 if none).
 */
const rows = Number(process.argv[2] ?? 100_000)
const house = await openBenchmarkHouse()
const path = join(house.folder, 'measures.csv')
await writeMeasures(path, rows)

const timed = async (): Promise<{
  readonly seconds: number
  readonly new: number
  readonly unchanged: number
  readonly faulty: number
}> => {
  const begun = performance.now()
  const imported = await importMeasures({ ...house, path })
  const seconds = (performance.now() - begun) / 1000
  if (!imported.ok) throw new Error(JSON.stringify(imported.faults))
  const { new: added, unchanged, faulty } = imported.value
  return { seconds, new: added, unchanged, faulty }
}

try {
  const first = await timed()
  const again = await timed()
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  const figures = {
    rows,
    import: { ...first, rows_per_second: Math.round(rows / first.seconds) },
    again: { ...again, rows_per_second: Math.round(rows / again.seconds) },
    peak_megabytes: peakMegabytes,
  }
  process.stdout.write(`${JSON.stringify({ benchmark: 'measures-import', ...figures })}\n`)
} finally {
  await house.close()
}
