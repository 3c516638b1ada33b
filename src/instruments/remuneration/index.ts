import { usageLayouts, usageRoles } from '../../engines/studies/index.ts'
import { type StudyDeclaration, studyInstrument } from '../../studies/index.ts'
import type { Instrument } from '../instrument.ts'
import { charts } from './charts.ts'
import { remunerationCsv } from './csv.ts'
import type { RemunerationDocument } from './document.ts'
import { Findings } from './findings.tsx'
import { statementPages } from './pages/index.ts'
import { sample } from './sample.ts'
import { sayings, serves } from './sayings.ts'
import { settings } from './settings.ts'
import { words } from './words/words.generated.ts'

const declaration: StudyDeclaration<RemunerationDocument> = {
  id: 'remuneration',
  words,
  line: 2,
  serves,
  roles: usageRoles,
  layouts: usageLayouts,
  settings,
  command: new URL('./command.ts', import.meta.url),
  artefacts: [{ option: 'statements', file: 'statements.jsonl', type: 'application/x-ndjson', audience: 'team' }],
  headline: ({ models }) => {
    const [first] = Object.values(models)
    return (
      first && { value: first.local, low: first.local_interval.low, high: first.local_interval.high, unit: 'share' }
    )
  },
  notUsed: ({ left_out: { rows, unrecognised_countries: spellings } }) => ({ rows, spellings }),
  Findings,
  charts,
  csv: remunerationCsv,
  sayings,
  pages: statementPages(() => declaration),
  sample,
}

/** What the same plays pay under different rules, who gains and who loses: a study of the Convention's activities 2.1 and 2.4. */
export const remuneration: Instrument = studyInstrument(declaration)
