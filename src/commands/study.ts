import { writeFile } from 'node:fs/promises'
import { readExposureArguments, runExposureStudy } from '../instruments/exposure/command.ts'
import { exposureCsv } from '../instruments/exposure/csv.ts'
import { wordsOfSlice } from '../platform/languages/words-of-slice.ts'
import { refuse, sayFault } from './speak.ts'
import { runStudy, studyNames } from './studies.ts'

const rooms = [wordsOfSlice('instruments/exposure'), wordsOfSlice('engines/tables')]

const exposure = async (words: readonly string[]): Promise<number> => {
  const call = readExposureArguments(words)
  if (!call.ok) return refuse(call.faults, rooms, 2)
  const { options, format, out } = call.value
  const study = await runExposureStudy(options)
  if (!study.ok) return refuse(study.faults, rooms)
  for (const note of study.value.notes) sayFault(note, ...rooms)
  const { document } = study.value
  const text = format === 'json' ? `${JSON.stringify(document, undefined, 2)}\n` : exposureCsv(document)
  if (out === undefined) process.stdout.write(text)
  else await writeFile(out, text)
  return 0
}

/** `open-roadmap study <name> …`: needs no database; one document on standard output. */
export const study = async ([name = '', ...rest]: readonly string[]): Promise<number> => {
  if (name === 'exposure') return exposure(rest)
  const ran = await runStudy(name, rest)
  return (
    ran ?? refuse([{ code: 'study.unknown', values: { name, known: ['exposure', ...studyNames].join(', ') } }], [], 2)
  )
}
