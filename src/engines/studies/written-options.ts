import type { ColumnMapping } from '../tables/index.ts'

type Written = string | number | undefined

/** One argument as a POSIX shell reads it back. */
const quoted = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)

/** `--name value` as words of a command line; nothing for an option that is left out. */
export const optionWritten = (name: string, value: Written): string[] =>
  value === undefined ? [] : [`--${name}`, quoted(String(value))]

/** Options as they were settled, lists given one by one. */
export const optionsWritten = (own: Readonly<Record<string, Written | readonly string[]>>): string[] =>
  Object.entries(own).flatMap(([name, value]) => [value].flat().flatMap((one) => optionWritten(name, one)))

/** An option that takes pairs, once for each of them: `--spelling Marocco=MA`. */
export const pairsWritten = (name: string, map: Readonly<Record<string, string>>): string[] =>
  Object.entries(map).flatMap(([key, value]) => optionWritten(name, `${key}=${value}`))

/** The columns that were not taken from the layout. */
export const ownColumns = (mapping: ColumnMapping, layout: ColumnMapping | undefined): ColumnMapping =>
  Object.fromEntries(Object.entries(mapping).filter(([key, column]) => layout?.[key] !== column))
