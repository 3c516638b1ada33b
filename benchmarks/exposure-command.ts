import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { missing, sharedFile } from '../test/shared-files.ts'
import { commandLine, findPeakMegabytes } from '../test/reliability/running-house.ts'

/** Wall time and peak memory of the whole process that studies the real chart of 65 800 rows, all countries, from the command line. */
const chart = ['data', 'netflix', 'all-weeks-countries_2021-07_2022-02.tsv'] as const
const works = ['data', 'netflix', 'tmdb_data.csv'] as const

const study = async (country: string) => {
  const { program, parameters, environment } = commandLine('', 0)
  const words = ['study', 'exposure', '--exposures', sharedFile(...chart), '--works', sharedFile(...works)]
  const begun = performance.now()
  const child = spawn(program, [...parameters, ...words, '--layout', 'netflix', '--country', country], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let told = ''
  child.stdout.on('data', (bytes) => (said += String(bytes)))
  child.stderr.on('data', (bytes) => (told += String(bytes)))
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  let peak = 0
  while (child.exitCode === null && child.signalCode === null) {
    peak = Math.max(peak, (await findPeakMegabytes(child.pid ?? 0)) ?? 0)
    await Promise.race([pause(15), closed])
  }
  if ((await closed) !== 0) throw new Error(told)
  const seconds = Math.round(performance.now() - begun) / 1000
  const { countries } = JSON.parse(said) as { countries: object }
  return { seconds, peak_megabytes: Math.round(peak), countries: Object.keys(countries).length }
}

if (missing(...chart) || missing(...works))
  process.stdout.write(`${JSON.stringify({ benchmark: 'exposure-command', skipped: 'the real chart is not here' })}\n`)
else {
  const figures = { one_country: await study('KR'), all_countries: await study('all') }
  process.stdout.write(`${JSON.stringify({ benchmark: 'exposure-command', ...figures })}\n`)
}
