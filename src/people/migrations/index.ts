import type { Migration } from 'kysely/migration'
import { accounts } from './0001-accounts.ts'

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-accounts': accounts,
}
