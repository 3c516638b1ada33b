import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { runExposureStudy } from '../instruments/exposure/command.ts'
import { exposureCsv } from '../instruments/exposure/csv.ts'
import { wordsOfSlice } from '../platform/languages/words-of-slice.ts'
import { refuse, sayFault, speak } from './speak.ts'
import { runStudy, studyNames } from './studies.ts'

const rooms = [wordsOfSlice('instruments/exposure'), wordsOfSlice('engines/tables')]

const options = {
  exposures: { type: 'string' },
  works: { type: 'string' },
  layout: { type: 'string' },
  country: { type: 'string', multiple: true },
  dates: { type: 'string' },
  format: { type: 'string', default: 'json' },
  out: { type: 'string' },
  seed: { type: 'string' },
  replicates: { type: 'string' },
} as const

const wrongCall = (code: string, values: Record<string, string> = {}): never => refuse([{ code, values }], [], 2)

const wholeNumber = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const value = Number(text)
  return Number.isInteger(value) && value >= 0 ? value : wrongCall('not-whole', { name: `--${name}`, text })
}

const exposure = async (words: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...words], options })
  if (values.exposures === undefined || values.works === undefined || values.country === undefined)
    return wrongCall('study.exposure.usage')
  if (values.format !== 'json' && values.format !== 'csv') return wrongCall('study.format', { format: values.format })
  if (values.dates !== undefined && values.dates !== 'dmy' && values.dates !== 'mdy')
    return wrongCall('study.dates', { dates: values.dates })
  const countries = values.country.flatMap((text) => text.split(',')).map((text) => text.trim())
  const [seed, replicates] = [wholeNumber('seed', values.seed), wholeNumber('replicates', values.replicates)]
  const study = await runExposureStudy({
    exposures: { path: values.exposures },
    works: { path: values.works },
    ...(values.layout === undefined ? {} : { layout: values.layout }),
    countries: countries.includes('all') ? 'all' : countries,
    ...(values.dates === undefined ? {} : { dates: values.dates }),
    resampling: { ...(seed === undefined ? {} : { seed }), ...(replicates === undefined ? {} : { replicates }) },
  })
  if (!study.ok) return refuse(study.faults, rooms)
  for (const note of study.value.notes) sayFault(note, ...rooms)
  const { document } = study.value
  const text = values.format === 'json' ? `${JSON.stringify(document, undefined, 2)}\n` : exposureCsv(document)
  if (values.out === undefined) process.stdout.write(text)
  else await writeFile(values.out, text)
  return 0
}

/** `open-roadmap study exposure …`: needs no database; one document on standard output. */
export const study = async ([name, ...rest]: readonly string[]): Promise<number> => {
  if (name === 'exposure') {
    try {
      return await exposure(rest)
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) {
        speak.say((cause as Error).message)
        return 2
      }
      throw cause
    }
  }
  const ran = await runStudy(name ?? '', rest)
  return ran ?? wrongCall('study.unknown', { name: name ?? '', known: ['exposure', ...studyNames].join(', ') })
}
