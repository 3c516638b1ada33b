import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { packageRoot } from '../../kernel/package-root.ts'

export type DatabaseProblemCode =
  | 'platform-unsupported'
  | 'folder-not-writable'
  | 'folder-shared'
  | 'no-reachable-folder'
  | 'cannot-change-user'
  | 'disk-full'
  | 'newer-cluster'
  | 'older-cluster'
  | 'did-not-start'
  | 'address-malformed'
  | 'address-unreachable'
  | 'address-refused'
  | 'server-too-old'
  | 'database-newer'
  | 'backup-damaged'
  | 'backup-foreign'
  | 'backup-newer'
  | 'database-not-empty'

/** The folder of this room's texts, keyed `problem.<code>`. */
export const databaseWordsFolder: string = join(packageRoot, 'src', 'platform', 'database', 'words')

const english = (): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(databaseWordsFolder, 'en.json'), 'utf8')) as Record<string, string>

/**
 * The database cannot be used, and a person has to do something. `code` and `values` find the text in the room's words
 * (`problem.<code>`); `message` is the same text in English, for logs.
 */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem'
  readonly code: DatabaseProblemCode
  readonly values: Readonly<Record<string, string | number>>

  constructor(code: DatabaseProblemCode, values: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    const text = english()[`problem.${code}`] ?? code
    super(String(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).format(values)), { cause })
    this.code = code
    this.values = values
  }
}

/** The `code` of a Node or PostgreSQL error, when it has one. */
export const findErrorCode = (error: unknown): string | undefined => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}
