import type { Instrument } from '../instrument.ts'
import { findEvidence } from './evidence-store.ts'
import { jobs } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { pages } from './pages/index.ts'
import { permissions } from './permissions.ts'
import { retention } from './retention.ts'
import { sample } from './sample.ts'
import { search } from './search.ts'
import { serves } from './serves.ts'
import { words } from './words/words.generated.ts'

/** The audit of clauses: what agreements leave open for cultural policy, activities 3.1, 3.3 and 3.4. */
export const agreements: Instrument = {
  id: 'agreements',
  words,
  serves,
  tables: [
    'agreements',
    'agreements_articles',
    'agreements_clauses',
    'agreements_decisions',
    'agreements_drafts',
    'agreements_uploads',
  ],
  migrations,
  permissions,
  pages,
  jobs,
  retention,
  exports: ['csv', 'docx', 'pdf'],
  search,
  sample,
  evidence: (db, party) => findEvidence(db, party),
}
