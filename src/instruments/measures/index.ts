import { loadFramework } from '../../framework/index.ts'
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

export { describeImport, importWords, withLabel } from './describe-import.ts'
export { importMeasures, type MeasuresImport } from './import-command.ts'

/** The register of policies and measures: activity 1.4, and whatever else each measure carries out. */
export const measures: Instrument = {
  id: 'measures',
  words,
  serves,
  tables: ['measures', 'measures_import', 'measures_mapping'],
  migrations,
  permissions,
  pages,
  jobs,
  retention,
  exports: ['csv', 'xlsx'],
  search,
  sample,
  evidence: (db, party) => findEvidence(db, party, loadFramework()),
}
