import type { Kysely } from 'kysely'
import type { StudyRoom } from './asking.tsx'
import type { StudyDeclaration, StudyDocument } from './declaration.ts'
import { factsOf } from './evidence.ts'
import { studyJobs } from './jobs.ts'
import { studyMigrations } from './migrations.ts'
import { studyPages } from './pages/index.ts'
import { studyPermissions } from './permissions.ts'
import { listDocuments } from './read-studies.ts'
import { studyRetention } from './retention.ts'
import { studySample } from './sample.ts'
import { studySearch } from './search.ts'
import { tableNamesOf } from './tables.ts'

const exports = ['csv', 'xlsx', 'json'] as const

/** Makes a whole instrument of a declaration: tables, permissions, pages, job, retention, search, sample, facts. */
export const studyInstrument = <Document extends StudyDocument>(declaration: StudyDeclaration<Document>) => {
  // The room hands a declaration only documents that its own command made, so it need not know what is in them.
  const room = declaration as unknown as StudyRoom
  const { id, words, serves } = declaration
  return {
    id,
    family: 'studies' as const,
    words,
    serves,
    tables: Object.values(tableNamesOf(id)),
    migrations: studyMigrations(id),
    permissions: studyPermissions(id),
    pages: studyPages(room),
    jobs: studyJobs(declaration),
    retention: studyRetention(id),
    exports,
    search: studySearch(id),
    sample: studySample(declaration),
    evidence: async (db: Kysely<unknown>, party: string) => {
      const done = await listDocuments(db, id, party)
      return done.flatMap(({ study, document }) => factsOf(room, study, document))
    },
    /** What the instrument was made of: for the contract of all studies. */
    study: room,
  }
}
