import type { Instrument } from '../instrument.ts'
import { jobs } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { pages } from './pages/index.ts'
import { permissions } from './permissions.ts'
import { retention } from './retention.ts'
import { sample } from './sample.ts'
import { search } from './search.ts'
import { serves } from './serves.ts'
import { findEvidence } from './store.ts'
import { words } from './words/words.generated.ts'

/** How often works of a country are shown in a chart of positions: a study of the Convention's activity 2.1. */
export const exposure: Instrument = {
  id: 'exposure',
  family: 'studies',
  words,
  serves,
  tables: ['exposure_studies'],
  migrations,
  permissions,
  pages,
  jobs,
  retention,
  exports: ['csv', 'json'],
  search,
  sample,
  evidence: (db, party) => findEvidence(db, party),
}
