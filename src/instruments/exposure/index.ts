import { type StudyDeclaration, studyInstrument } from '../../studies/index.ts'
import type { Instrument } from '../instrument.ts'
import { charts, foundIn } from './charts.ts'
import { exposureCsv } from './csv.ts'
import type { ExposureDocument } from './document.ts'
import { Findings } from './findings.tsx'
import { layouts, roles } from './layouts.ts'
import { migrations } from './migrations/index.ts'
import { notUsed } from './not-used.ts'
import { sample } from './sample.ts'
import { sayings } from './sayings.ts'
import { serves } from './serves.ts'
import { words } from './words/words.generated.ts'

const declaration: StudyDeclaration<ExposureDocument> = {
  id: 'exposure',
  words,
  line: 2,
  serves,
  roles,
  layouts,
  settings: [
    { name: 'country', kind: 'country', required: true, usual: 'party' },
    { name: 'dates', kind: 'choice', options: ['dmy', 'mdy'], isOfFiles: true },
  ],
  command: new URL('./command.ts', import.meta.url),
  survey: new URL('./survey.ts', import.meta.url),
  joinsByTitle: true,
  artefacts: [{ option: 'proposals', file: 'titles.csv', type: 'text/csv', audience: 'readers' }],
  headline: (document) => {
    const { local_share, interval } = foundIn(document)
    return { value: local_share.fractional, low: interval.low, high: interval.high, unit: 'share' }
  },
  periodOf: (document) => {
    const { weeks } = foundIn(document)
    const [first, last] = [weeks[0], weeks.at(-1)]
    return first && last && { from: first.week, to: last.week }
  },
  notUsed,
  Findings,
  charts,
  csv: exposureCsv,
  sayings,
  sample,
}

/** How often works of a country are shown in a chart of positions: a study of the Convention's activity 2.1. */
export const exposure: Instrument = { ...studyInstrument(declaration), migrations }
