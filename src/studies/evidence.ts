import type { NewFact } from '../evidence/index.ts'
import { version } from '../kernel/version.ts'
import type { Saying, StudyDeclaration, StudyDocument } from './declaration.ts'
import type { FinishedStudy } from './study.ts'

/** Noon of a day in UTC: the same day in nearly every time zone a sentence may be written in. */
const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`)

type Told<Document extends StudyDocument> = Pick<StudyDeclaration<Document>, 'id' | 'words' | 'sayings'>

const factOf = <Document extends StudyDocument>(
  { id, words }: Told<Document>,
  study: FinishedStudy,
  { method }: StudyDocument,
  saying: Saying,
): NewFact => {
  const { aspect, key, values, standing, unit, value, interval, dimensions, traces } = saying
  const { from, to } = study.period
  const marked = { ...dimensions, ...(study.isSynthetic ? { data: 'synthetic' } : {}) }
  return {
    party: study.party,
    subject: `${study.id}/${aspect}`,
    period: { from, to },
    statement: { slice: words.slice, key, values: { from: noonOf(from), to: noonOf(to), ...values } },
    ...(value === undefined ? {} : { value }),
    unit,
    ...(Object.keys(marked).length > 0 ? { dimensions: marked } : {}),
    ...(interval ? { interval } : {}),
    standing,
    source: {
      instrument: id,
      href: `/${id}/${study.id}`,
      method: method.command,
      inputs: Object.values(method.inputs).map(({ sha256 }) => sha256),
      version,
    },
    traces,
    audience: study.isPublished ? 'public' : 'team',
  }
}

/**
 * What a finished study says, as facts: with its command, the hashes of its files and the version of the software as source, for the
 * team until it is published, marked where the data are synthetic. Drafts say nothing.
 */
export const factsOf = <Document extends StudyDocument>(
  declaration: Told<Document>,
  study: FinishedStudy,
  document: Document,
): readonly NewFact[] =>
  declaration.sayings(document, study).map((saying) => factOf(declaration, study, document, saying))
