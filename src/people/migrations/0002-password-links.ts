import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** A link may also let somebody who has an account set a new password. */
export const passwordLinks: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`alter table people_invitations add column resets text references people_users on delete cascade`.execute(
      db,
    )
    await sql`alter table people_invitations drop constraint people_invitations_check`.execute(db)
    await sql`alter table people_invitations add constraint people_invitations_purpose
      check (resets is not null or (role = 'administrator') = (party is null))`.execute(db)
  },
}
