import { type Kysely, sql } from 'kysely'
import { NotThere } from '../kernel/refusal.ts'
import type { Party } from './party.ts'
import type { PartyRow, PeopleTables } from './tables.ts'

const partyOf = (row: Pick<PartyRow, 'code' | 'region' | 'languages' | 'fictional'> & { version: number }): Party => ({
  code: row.code,
  region: row.region,
  languages: row.languages,
  fictional: row.fictional,
  version: row.version,
})

const parties = (db: Kysely<unknown>) =>
  db.withTables<PeopleTables>().selectFrom('parties').select(['code', 'region', 'languages', 'fictional', 'version'])

/** A Party that works in this installation, by its upper-case code. */
export const findParty = async (db: Kysely<unknown>, code: string): Promise<Party | undefined> => {
  const row = await parties(db).where('code', '=', code).executeTakeFirst()
  return row && partyOf(row)
}

/** As `findParty`; throws NotThere. */
export const getParty = async (db: Kysely<unknown>, code: string): Promise<Party> => {
  const party = await findParty(db, code)
  if (!party) throw new NotThere(`party ${code}`)
  return party
}

/** All Parties of the installation, by code. */
export const listParties = async (db: Kysely<unknown>): Promise<readonly Party[]> =>
  (await parties(db).orderBy('code').execute()).map(partyOf)

export interface NewParty {
  readonly code: string
  /** Region that decides digits and month names; the code itself unless told. */
  readonly region?: string
  readonly languages: readonly string[]
  readonly fictional?: boolean
}

/** Adds a Party; false when it is already there. For the composition and the pages of this room, which check who asks. */
export const addParty = async (db: Kysely<unknown>, party: NewParty, now: Date): Promise<boolean> => {
  const added = await db
    .withTables<PeopleTables>()
    .insertInto('parties')
    .values({
      code: party.code,
      region: party.region ?? party.code,
      languages: [...party.languages],
      fictional: party.fictional ?? false,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('code')
    .executeTakeFirst()
  return added !== undefined
}

/** Marks that something of the Party changed: its kept public pages are renewed when the transaction commits. */
export const touchParty = async (tx: Kysely<unknown>, code: string): Promise<void> => {
  await tx
    .withTables<PeopleTables>()
    .updateTable('parties')
    .set({ version: sql`version + 1` })
    .where('code', '=', code)
    .execute()
}
