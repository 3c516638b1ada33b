import { type StudyDeclaration, studyInstrument } from '../../studies/index.ts'
import type { Instrument } from '../instrument.ts'
import { charts } from './charts.ts'
import { metadataLayouts, metadataRoles, sectors } from './columns.ts'
import { type MetadataDocument, metadataCsv } from './document.ts'
import { Findings } from './findings.tsx'
import { worklistPages } from './pages.tsx'
import { sample } from './sample.ts'
import { sayings, serves } from './sayings.ts'
import { words } from './words/words.generated.ts'

const declaration: StudyDeclaration<MetadataDocument> = {
  id: 'metadata',
  words,
  line: 2,
  serves,
  roles: metadataRoles,
  layouts: metadataLayouts,
  settings: [{ name: 'sector', kind: 'choice', options: sectors }],
  hasIntervals: false,
  command: new URL('./command.ts', import.meta.url),
  artefacts: [{ option: 'worklist', file: 'worklist.csv', type: 'text/csv', audience: 'team' }],
  headline: ({ reach: { rows, as_it_stands: share } }) => ({ value: rows === 0 ? null : share / rows, unit: 'share' }),
  notUsed: ({ left_out: { rows }, countries }) => ({ rows, spellings: countries?.unrecognised ?? [] }),
  Findings,
  charts,
  csv: metadataCsv,
  sayings,
  pages: worklistPages(() => declaration),
  sample,
}

/** What identifiers and descriptions of a list of works are worth, and what to mend: a study of the Convention's activity 2.1. */
export const metadata: Instrument = studyInstrument(declaration)
