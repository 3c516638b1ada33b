import { missing, sharedFile } from '../test/shared-files.ts'
import { timedCommand } from './timed-command.ts'

/** Wall time and peak memory of the whole process that studies the real chart of 65 800 rows, all countries, from the command line. */
const chart = ['data', 'netflix', 'all-weeks-countries_2021-07_2022-02.tsv'] as const
const works = ['data', 'netflix', 'tmdb_data.csv'] as const

const study = async (country: string) => {
  const files = ['--exposures', sharedFile(...chart), '--works', sharedFile(...works)]
  const words = ['study', 'exposure', ...files, '--layout', 'netflix', '--country', country]
  const { said, told, code, ...figures } = await timedCommand(words)
  if (code !== 0) throw new Error(told)
  const { countries } = JSON.parse(said) as { countries: object }
  return { ...figures, countries: Object.keys(countries).length }
}

if (missing(...chart) || missing(...works))
  process.stdout.write(`${JSON.stringify({ benchmark: 'exposure-command', skipped: 'the real chart is not here' })}\n`)
else {
  const figures = { one_country: await study('KR'), all_countries: await study('all') }
  process.stdout.write(`${JSON.stringify({ benchmark: 'exposure-command', ...figures })}\n`)
}
