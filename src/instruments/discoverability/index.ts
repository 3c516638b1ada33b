import { coProductionRules } from '../../engines/metrics/index.ts'
import { countryLists } from '../../engines/studies/index.ts'
import { type StudyDeclaration, studyInstrument } from '../../studies/index.ts'
import type { Instrument } from '../instrument.ts'
import { charts } from './charts.ts'
import { discoverabilityCsv } from './csv.ts'
import type { DiscoverabilityDocument } from './document.ts'
import { discoverabilityLayouts, discoverabilityRoles } from './files.ts'
import { Findings } from './findings.tsx'
import { groupsPage } from './groups.page.tsx'
import { lookedAt } from './looked-at.ts'
import { sample } from './sample.ts'
import { sayings, serves } from './sayings.ts'
import { ruleNames } from './simulation.ts'
import { simulatorPages } from './simulator.page.tsx'
import { territoriesPage } from './territories.page.tsx'
import { words } from './words/words.generated.ts'

const declaration: StudyDeclaration<DiscoverabilityDocument> = {
  id: 'discoverability',
  words,
  line: 2,
  serves,
  roles: discoverabilityRoles.map((role) => (role.name === 'catalogue' ? { ...role, required: true } : role)),
  layouts: discoverabilityLayouts,
  settings: [
    { name: 'country', kind: 'country', options: ['all'], usual: 'party', required: true },
    { name: 'credit', kind: 'choice', options: coProductionRules, usual: 'fractional' },
    { name: 'payment', kind: 'choice', options: ['user-centric', 'pro-rata'], usual: 'user-centric' },
    { name: 'developing', kind: 'choice', options: countryLists.map(({ id }) => id), usual: 'unctad', isFine: true },
    { name: 'dates', kind: 'choice', options: ['dmy', 'mdy'], isFine: true },
    { name: 'year', kind: 'number', low: 1500, high: 2199, isFine: true },
    { name: 'simulate', kind: 'choices', options: ruleNames, isFine: true },
    { name: 'share', kind: 'number', low: 0, high: 1, usual: '0.3', isFine: true },
    { name: 'depth', kind: 'number', low: 1, high: 1000, usual: '10', isFine: true },
    { name: 'lambda', kind: 'number', low: 0, high: 1, usual: '0.5', isFine: true },
  ],
  joinsByTitle: true,
  command: new URL('./command.ts', import.meta.url),
  artefacts: [
    { option: 'lists', file: 'lists.json', type: 'application/json', audience: 'readers' },
    { option: 'proposals', file: 'titles.csv', type: 'text/csv', audience: 'readers' },
  ],
  headline: (document) => {
    const { stages } = lookedAt(document).scope
    const found = stages.exposure ?? stages.consumption
    return { value: found?.local_share ?? null, ...found?.interval, unit: 'share' }
  },
  periodOf: ({ weeks }) => (weeks ? { from: weeks.first, to: weeks.last } : undefined),
  notUsed: ({ left_out: { rows, unrecognised_countries: spellings } }) => ({ rows, spellings }),
  Findings,
  charts,
  csv: discoverabilityCsv,
  sayings,
  pages: [...simulatorPages(() => declaration), groupsPage(() => declaration), territoriesPage(() => declaration)],
  sample,
}

/** Local works from the catalogue through lists and plays to money: a study of the Convention's activity 2.4. */
export const discoverability: Instrument = studyInstrument(declaration)
