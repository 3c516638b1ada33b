import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { random } from '../src/engines/metrics/index.ts'
import { runExposureStudy } from '../src/instruments/exposure/command.ts'
import { missing, sharedFile } from '../test/shared-files.ts'

/**
 * Time and peak memory of the exposure study: on the real chart, and on a made one of as many rows as the first argument says
 * (1 000 000 if none). Run one size per process: the peak is that of the whole process.
 */
const codes =
  'AR AU AT BE BR CA CL CO CZ DE DK EG ES FI FR GB GR HU ID IE IL IN IT JP KE KR MA MX NG NL NO NZ PE PH PL PT'.split(
    ' ',
  )
const firstSunday = Date.UTC(1990, 0, 7)
const titles = 20_000

const weekOf = (week: number): string => new Date(firstSunday + week * 7 * 86_400_000).toISOString().slice(0, 10)

/** A synthetic chart in the netflix layout: few titles take most slots, as in the real one. */
const writeChart = async (path: string, rows: number): Promise<void> => {
  const { unit } = random('exposure benchmark')
  const file = createWriteStream(path)
  let text = 'country_iso2\tweek\tcategory\tweekly_rank\tshow_title\n'
  for (let row = 0; row < rows; row++) {
    const list = Math.floor(row / 10)
    const category = list % 2 === 0 ? 'Films' : 'TV'
    const code = codes[Math.floor(list / 2) % codes.length]!
    const week = weekOf(Math.floor(list / 2 / codes.length))
    text += `${code}\t${week}\t${category}\t${(row % 10) + 1}\tSynthetic title ${Math.floor(unit() ** 3 * titles)}\n`
    if (text.length < 1_000_000) continue
    if (!file.write(text)) await once(file, 'drain')
    text = ''
  }
  file.end(text)
  await once(file, 'finish')
}

const worksText = (): string => {
  const rows = Array.from({ length: titles }, (_, at) =>
    ['Films', 'TV'].map(
      (type) =>
        `Synthetic title ${at},${type},"['${codes[(at * 7) % codes.length]}', '${codes[(at * 3) % codes.length]}']",en`,
    ),
  )
  return ['title,type,production_countries,original_language', ...rows.flat()].join('\n')
}

const measure = async (name: string, chart: string, works: string): Promise<void> => {
  const start = performance.now()
  const study = await runExposureStudy({
    exposures: { path: chart },
    works: { path: works },
    layout: 'netflix',
    countries: ['KR'],
  })
  if (!study.ok) throw new Error(JSON.stringify(study.faults))
  const seconds = (performance.now() - start) / 1000
  const peak = process.resourceUsage().maxRSS / 1024
  console.log(
    `${name}: ${study.value.document.overall.slots} slots, ${seconds.toFixed(2)} s, peak ${peak.toFixed(0)} MB`,
  )
}

const rows = process.argv[2]
const real = [
  ['data', 'netflix', 'all-weeks-countries_2021-07_2022-02.tsv'],
  ['data', 'netflix', 'tmdb_data.csv'],
] as const

if (rows === 'real' && !real.some((parts) => missing(...parts)))
  await measure('real chart', sharedFile(...real[0]), sharedFile(...real[1]))
if (rows !== 'real') {
  const folder = await mkdtemp(join(tmpdir(), 'exposure-benchmark-'))
  try {
    await writeChart(join(folder, 'chart.tsv'), Number(rows ?? 1_000_000))
    await writeFile(join(folder, 'works.csv'), worksText())
    await measure('synthetic chart', join(folder, 'chart.tsv'), join(folder, 'works.csv'))
  } finally {
    await rm(folder, { recursive: true })
  }
}
