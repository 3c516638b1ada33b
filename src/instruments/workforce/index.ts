import { type StudyDeclaration, studyInstrument } from '../../studies/index.ts'
import type { Instrument } from '../instrument.ts'
import { charts } from './charts.ts'
import { workforceCsv } from './csv.ts'
import type { WorkforceDocument } from './document.ts'
import { Findings } from './findings.tsx'
import { loneUnitRules, payPeriods } from './options.ts'
import { workforceRoles } from './roles.ts'
import { sample } from './sample.ts'
import { sayings, serves } from './sayings.ts'
import { words } from './words/words.generated.ts'

const headline: StudyDeclaration<WorkforceDocument>['headline'] = ({ employment, posts, awards, works }) => {
  const share = employment?.share_women
  if (share) return { value: share.value, low: share.low, high: share.high, unit: 'share' }
  const list = posts ?? awards ?? works
  return employment || !list ? { value: null, unit: 'share' } : { value: list.total.share_women, unit: 'share' }
}

const declaration: StudyDeclaration<WorkforceDocument> = {
  id: 'workforce',
  words,
  line: 5,
  serves,
  roles: workforceRoles,
  layouts: [],
  settings: [
    { name: 'industry', kind: 'choice', options: ['isic-4', 'nace-2'] },
    { name: 'currency', kind: 'currency' },
    { name: 'pay-period', kind: 'choice', options: payPeriods, usual: 'month' },
    { name: 'sex', kind: 'texts' },
    { name: 'partly', kind: 'number', usual: '0', low: 0, high: 1, isFine: true },
    { name: 'part-time-hours', kind: 'number', usual: '30', low: 1, high: 60, isFine: true },
    { name: 'status', kind: 'texts', isFine: true },
    { name: 'working-time', kind: 'texts', isFine: true },
    { name: 'lone-units', kind: 'choice', options: loneUnitRules, usual: 'together', isFine: true },
  ],
  command: new URL('./command.ts', import.meta.url),
  artefacts: [],
  headline,
  notUsed: ({ left_out: { rows } }) => ({ rows, spellings: [] }),
  Findings,
  charts,
  csv: workforceCsv,
  sayings,
  sample,
}

/** Women and men who work in culture, what they earn, who decides, who is funded, who is shown: the Convention's activity 5.1. */
export const workforce: Instrument = studyInstrument(declaration)
