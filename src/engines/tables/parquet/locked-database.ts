import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { ReadingLimits } from './wish.ts'

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/**
 * A database in memory that can read the given files and nothing else: no network, no extensions, no secrets, spilling only into
 * `folder`, its settings locked. The order of the settings matters: the door is shut before the lock.
 */
export const openLockedDatabase = async (
  files: readonly string[],
  { memoryMegabytes, threads, spillGigabytes }: ReadingLimits,
  folder: string,
): Promise<DuckDBConnection> => {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryMegabytes}MB`,
    threads: String(threads),
    temp_directory: folder,
    max_temp_directory_size: `${spillGigabytes}GB`,
    enable_external_file_cache: 'false',
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_unsigned_extensions: 'false',
    allow_persistent_secrets: 'false',
    allow_unredacted_secrets: 'false',
  })
  const connection = await instance.connect()
  await connection.run(`SET allowed_paths = [${files.map(quoted).join(', ')}]`)
  await connection.run('SET enable_external_access = false')
  await connection.run('SET lock_configuration = true')
  return connection
}

/** The files as the server writes them into a query: bound as literals, never as a person's SQL. */
export const filesLiteral = (files: readonly string[]): string =>
  `read_parquet([${files.map(quoted).join(', ')}]${files.length > 1 ? ', union_by_name = true' : ''})`

/** The name of a column as an identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`
