import { refuse } from './speak.ts'
import { runStudy, studyNames } from './studies.ts'

/** `open-roadmap study <name> …`: needs no database; one document on standard output. */
export const study = async ([name = '', ...rest]: readonly string[]): Promise<number> => {
  const ran = await runStudy(name, rest)
  return ran ?? refuse([{ code: 'study.unknown', values: { name, known: studyNames.join(', ') } }], [], 2)
}
