import type { Migration } from 'kysely/migration'
import { accounts } from './0001-accounts.ts'
import { passwordLinks } from './0002-password-links.ts'

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-accounts': accounts,
  '0002-password-links': passwordLinks,
}
