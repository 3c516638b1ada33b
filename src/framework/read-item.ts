import type { Item } from './item.ts'
import { type Fields, fieldsOf, type ItemKind, type Page } from './page.ts'
import { declare, findYesNo, readText, readTitle, refer } from './read-fields.ts'

/** What a file says once at its top for all of its entries; an entry may say otherwise for itself. */
export interface Standing {
  readonly source: string
  readonly verified: boolean
}

/** Opens a file and reads its `source` and `verified`. */
export const openFile = (page: Page): { fields: Fields; standing: Standing } => {
  const fields = fieldsOf(page, page.root)
  if (page.root === null) return { fields, standing: { source: '', verified: false } }
  const source = readText(fields, 'source')
  refer(page, `sources/${source}`, ['source'], fields.lineOf('source'))
  if (!fields.has('verified')) fields.complain('missing-key', 'verified')
  return { fields, standing: { source, verified: findYesNo(fields, 'verified') ?? false } }
}

/** The entry's own source, or that of its file. */
export const readSource = (fields: Fields, standing: Standing): string => {
  if (!fields.has('source')) return standing.source
  const source = readText(fields, 'source')
  refer(fields.page, `sources/${source}`, ['source'], fields.lineOf('source'))
  return source
}

/** Reads what every entry carries, under the id given, and declares that id. */
export const readItem = (fields: Fields, id: string, kind: ItemKind, standing: Standing): Item => {
  declare(fields.page, id, kind, fields.line)
  return {
    id,
    title: readTitle(fields, id),
    source: readSource(fields, standing),
    verified: findYesNo(fields, 'verified') ?? standing.verified,
  }
}
