import type { Migration } from 'kysely/migration'
import { registerTables } from '../../../engines/records/index.ts'

/** Tables `measures`, `measures_import`, `measures_mapping`. */
export const migrations: Readonly<Record<string, Migration>> = { '0001-register': registerTables('measures') }
