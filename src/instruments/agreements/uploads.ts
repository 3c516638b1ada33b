import { type Kysely, type Selectable, sql } from 'kysely'
import type { HistoryActor } from '../../engines/history/index.ts'
import type { Framework } from '../../framework/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { NotThere } from '../../kernel/refusal.ts'
import { demand } from '../../people/index.ts'
import { withinTransaction } from '../../platform/database/index.ts'
import { newId } from '../../platform/random/new-id.ts'
import { keepText } from './keep-text.ts'
import { type Asking, isId, note, type Reading, tablesOf } from './store.ts'
import type { AgreementTables } from './tables.ts'
import { isOwnFor, partyCodes, readText, textsIn, type Whose } from './take-texts.ts'

/** A file of texts that was handed in, and what came of it. */
export interface Upload {
  readonly id: string
  readonly party: string
  readonly file: string
  readonly fileName: string
  readonly whose: Whose
  readonly state: 'waiting' | 'done'
  readonly job?: string
  readonly outcome: TakenTexts
  readonly actorName: string
  readonly createdAt: Date
}

/** Counts of texts: in the file, taken in anew, known already, and of the new ones those that are not whole. */
export interface TakenTexts {
  readonly texts: number
  readonly added: number
  readonly known: number
  readonly open: number
  readonly faults: readonly Fault[]
}

const uploadOf = (row: Selectable<AgreementTables['agreements_uploads']>): Upload => ({
  id: row.id,
  party: row.party,
  file: row.file,
  fileName: row.file_name,
  whose: row.whose,
  state: row.state,
  ...(row.job === null ? {} : { job: row.job }),
  outcome: { texts: row.texts, added: row.added, known: row.known, open: row.open, faults: row.faults },
  actorName: row.actor_name,
  createdAt: row.created_at,
})

/** Begins taking a file in; gives the id. */
export const createUpload = async (
  asking: Asking,
  given: { readonly file: string; readonly fileName: string; readonly whose: Whose },
): Promise<string> => {
  demand(asking.actor, 'agreements.edit', { party: asking.party })
  const id = newId()
  await tablesOf(asking.db)
    .insertInto('agreements_uploads')
    .values({
      id,
      party: asking.party,
      file: given.file,
      file_name: given.fileName,
      whose: given.whose,
      state: 'waiting',
      job: null,
      actor_name: asking.actor.name,
      created_at: asking.at,
      finished_at: null,
    })
    .execute()
  await note(asking, 'upload', id, { file: given.fileName, sha256: given.file, whose: given.whose })
  return id
}

export const setUploadJob = async (db: Kysely<unknown>, id: string, job: string): Promise<void> => {
  await tablesOf(db).updateTable('agreements_uploads').set({ job }).where('id', '=', id).execute()
}

/** An upload of the Party, for who works on it; throws NotThere. */
export const getUpload = async ({ db, actor, party }: Reading, id: string): Promise<Upload> => {
  demand(actor, 'agreements.read', { party })
  const query = tablesOf(db).selectFrom('agreements_uploads').selectAll().where('party', '=', party)
  const row = isId(id) ? await query.where('id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotThere(`upload ${id}`)
  return uploadOf(row)
}

/** What taking a file in needs. `db` may be a transaction; otherwise each text is kept in one of its own. */
export interface Taking {
  readonly db: Kysely<unknown>
  readonly party: string
  readonly actor: HistoryActor
  readonly at: Date
  readonly framework: Pick<Framework, 'parties'>
  readonly name: string
  readonly bytes: Buffer
  readonly whose: Whose
  readonly progress?: (done: number, total: number) => Promise<void>
}

interface Taken extends TakenTexts {
  /** The agreement of a file that held just one text. */
  readonly only?: string
}

/**
 * Takes all texts of a file in, one after the other; one that cannot be read disturbs no other and is told among the faults.
 * Run again after a stop it goes on where it was: what is there already is known by its bytes.
 */
export const takeTexts = async (given: Taking): Promise<Taken> => {
  const found = textsIn(given.name, given.bytes)
  if (!found.ok) return { texts: 0, added: 0, known: 0, open: 0, faults: found.faults }
  const count = { added: 0, known: 0, open: 0 }
  const faults: Fault[] = []
  let only: string | undefined
  for (const [index, text] of found.value.entries()) {
    await given.progress?.(index, found.value.length)
    const read = await readText(text)
    if (!read.ok) {
      faults.push(...read.faults)
      continue
    }
    const parties = partyCodes(given.framework, read.value.parties)
    const keeping = { ...given, fileName: text.name, parties, isOwn: isOwnFor(given.whose, given.party, parties) }
    const { id, isNew } = await withinTransaction(given.db, (db) => keepText({ ...keeping, db }, read.value), {
      isolation: 'read committed',
    })
    only = id
    count[isNew ? 'added' : 'known'] += 1
    if (isNew && !read.value.audited.coverage.whole) count.open += 1
  }
  await given.progress?.(found.value.length, found.value.length)
  return { texts: found.value.length, ...count, faults, ...(only && found.value.length === 1 ? { only } : {}) }
}

const faultsShown = 500

/** Writes down what came of an upload. */
export const finishUpload = async (
  db: Kysely<unknown>,
  id: string,
  { texts, added, known, open, faults }: TakenTexts,
  at: Date,
): Promise<void> => {
  await tablesOf(db)
    .updateTable('agreements_uploads')
    .set({
      state: 'done',
      texts,
      added,
      known,
      open,
      faults: JSON.stringify(faults.slice(0, faultsShown)),
      finished_at: at,
    })
    .where('id', '=', id)
    .where(sql<boolean>`state <> 'done'`)
    .execute()
}
