import { type StudyDeclaration, studyInstrument } from '../../studies/index.ts'
import type { Instrument } from '../instrument.ts'
import { charts } from './charts.ts'
import { flowsCsv } from './csv.ts'
import type { FlowsDocument } from './document.ts'
import { everyRole, flowLayouts } from './files.ts'
import { Findings } from './findings.tsx'
import { countryOf } from './focus.ts'
import { periodOf } from './periods.ts'
import { sample } from './sample.ts'
import { sayings, serves } from './sayings.ts'
import { settings } from './settings.ts'
import { timePage } from './time.page.tsx'
import { tradePage } from './trade.page.tsx'
import { words } from './words/words.generated.ts'

const declaration: StudyDeclaration<FlowsDocument> = {
  id: 'flows',
  words,
  line: 3,
  serves,
  roles: everyRole,
  layouts: flowLayouts,
  settings,
  joinsByTitle: true,
  command: new URL('./command.ts', import.meta.url),
  artefacts: [{ option: 'proposals', file: 'titles.csv', type: 'text/csv', audience: 'readers' }],
  headline: (document, { party }) => {
    const { developing_share: value, developing_interval } =
      document.by_destination[countryOf(document, party)] ?? document.overall
    return { value, low: developing_interval.low, high: developing_interval.high, unit: 'share' }
  },
  periodOf,
  notUsed: ({ left_out: { rows, unrecognised_countries: spellings } }) => ({ rows, spellings }),
  Findings,
  charts,
  csv: flowsCsv,
  sayings,
  pages: [timePage(() => declaration), tradePage(() => declaration)],
  sample,
}

/** From where to where works, plays, votes and money go: a study of the Convention's activities 2.1 and 3.3. */
export const flows: Instrument = studyInstrument(declaration)
