/** Kinds of column as COPY has to know them: JSON columns take values, list columns take arrays, the rest plain values. */
export type ColumnKind = 'json' | 'list' | 'plain'

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const escaped = (text: string): string =>
  /[\\\t\n\r]/.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character]!) : text

const plainText = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return value
    case 'number':
    case 'bigint':
      return String(value)
    case 'boolean':
      return value ? 't' : 'f'
    default:
      if (value instanceof Date) return value.toISOString()
      if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
      throw new TypeError(`A value of type ${typeof value} does not fit a column that is neither JSON nor a list`)
  }
}

const listItem = (item: unknown): string => {
  if (item === null || item === undefined) return 'NULL'
  if (Array.isArray(item)) return listText(item)
  return `"${plainText(item).replaceAll(/["\\]/g, (character) => `\\${character}`)}"`
}

const listText = (items: readonly unknown[]): string => `{${items.map(listItem).join(',')}}`

const fieldText = (value: unknown, kind: ColumnKind): string => {
  if (value === null || value === undefined) return '\\N'
  if (kind === 'json') return escaped(JSON.stringify(value))
  if (kind === 'list' && Array.isArray(value)) return escaped(listText(value))
  return escaped(plainText(value))
}

/**
 * One line of PostgreSQL's COPY text format. Missing values and `undefined` become NULL; a JSON column takes the value itself, never
 * its text. TypeError for an object in a column that is neither JSON nor a list.
 */
export const copyLine = (row: readonly unknown[], kinds: readonly ColumnKind[]): string =>
  `${kinds.map((kind, index) => fieldText(row[index], kind)).join('\t')}\n`
