import type { Selectable } from 'kysely'
import { NotThere } from '../../kernel/refusal.ts'
import { demand } from '../../people/index.ts'
import { newId } from '../../platform/random/new-id.ts'
import type { DraftFindings, Practice } from './draft.ts'
import { type Asking, isId, listAgreements, listClauses, note, type Reading, tablesOf } from './store.ts'
import type { AgreementTables } from './tables.ts'

/** What was found in a draft, kept for the team because somebody asked for it. The draft itself is not kept. */
export interface KeptDraft {
  readonly id: string
  readonly title: string
  readonly findings: DraftFindings
  readonly actorName: string
  readonly createdAt: Date
}

const draftOf = (row: Selectable<AgreementTables['agreements_drafts']>): KeptDraft => ({
  id: row.id,
  title: row.title,
  findings: row.findings,
  actorName: row.actor_name,
  createdAt: row.created_at,
})

/** Keeps what was found in a draft; gives its id. */
export const keepDraft = async (asking: Asking, title: string, findings: DraftFindings): Promise<string> => {
  const { db, actor, party, at } = asking
  demand(actor, 'agreements.edit', { party })
  const id = newId()
  const row = { id, party, title, findings: JSON.stringify(findings), actor_name: actor.name, created_at: at }
  await tablesOf(db).insertInto('agreements_drafts').values(row).execute()
  await note(asking, 'keep-draft', id, { title, clauses: findings.hits.length })
  return id
}

/** The drafts kept for the team, the newest first. */
export const listDrafts = async ({ db, actor, party }: Reading): Promise<readonly KeptDraft[]> => {
  demand(actor, 'agreements.read', { party })
  const query = tablesOf(db).selectFrom('agreements_drafts').selectAll().where('party', '=', party)
  return (await query.orderBy('created_at', 'desc').limit(50).execute()).map(draftOf)
}

/** A kept draft; throws NotThere. */
export const getDraft = async ({ db, actor, party }: Reading, id: string): Promise<KeptDraft> => {
  demand(actor, 'agreements.read', { party })
  const query = tablesOf(db).selectFrom('agreements_drafts').selectAll().where('party', '=', party)
  const row = isId(id) ? await query.where('id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotThere(`draft ${id}`)
  return draftOf(row)
}

export const removeDraft = async (asking: Asking, { id, title }: KeptDraft): Promise<void> => {
  demand(asking.actor, 'agreements.edit', { party: asking.party })
  await tablesOf(asking.db).deleteFrom('agreements_drafts').where('id', '=', id).execute()
  await note(asking, 'remove-draft', id, undefined, { title })
}

/** What the Party and others have agreed, as far as this actor may see it: the clauses that stand. */
export const findPractice = async (reading: Reading): Promise<Practice> => {
  const agreements = await listAgreements(reading)
  return { agreements, clauses: await listClauses(reading.db, agreements, { standing: true }) }
}
