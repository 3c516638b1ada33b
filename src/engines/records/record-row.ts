import { type Entry, type Field, foldName, type Values } from '../forms/index.ts'
import { facetOf, sortText, tokensOf, vectorText } from './tokens.ts'
import { getField, type RecordState, type Register, type RegisterRecord } from './register.ts'

/** A record as its table holds it. */
export type RecordRow = {
  id: string
  party: string
  key: string
  state: RecordState
  title: string
  sort_title: string
  language: string
  values: Values
  search: string
  version: number
  created_at: Date
  updated_at: Date
}

export const recordColumns = [
  'id',
  'party',
  'key',
  'state',
  'title',
  'sort_title',
  'language',
  'values',
  'search',
  'version',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof RecordRow)[]

/** The title of a record, from its values; empty where there is none. */
export const titleOf = (register: Register, values: Values): string =>
  String((values[register.title] as string | undefined) ?? '')

/** A key made from a title: `digital-music-fund`, letters of any script, 80 characters at most. */
export const keyOf = (title: string): string => foldName(title).replaceAll(' ', '-').slice(0, 80).replace(/-+$/, '')

const textsOf = (field: Field, values: Values): readonly string[] => {
  const value = values[field.name]
  if (value === undefined) return []
  if (field.kind === 'list') return value as readonly string[]
  if (field.kind === 'groups') return (value as readonly Entry[]).flatMap((entry) => Object.values(entry))
  if (field.kind === 'texts') return Object.values(value as Readonly<Record<string, string>>)
  return [String(value as string)]
}

const facetsOf = (field: Field, values: Values): readonly string[] => {
  const value = values[field.name]
  if (value === undefined) return []
  if (field.kind === 'yes-no') return [facetOf(field.name, value === true ? 'yes' : 'no')]
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [String(value as string)]
  return chosen.map((option) => facetOf(field.name, option))
}

/** Everything a record is found by: its key, the words of its title and searched fields, its answers to the filters. */
export const searchTextOf = (register: Register, key: string, values: Values): string => {
  const lexemes = new Set(tokensOf(`${key} ${titleOf(register, values)}`))
  for (const name of register.searched)
    for (const text of textsOf(getField(register, name), values)) for (const token of tokensOf(text)) lexemes.add(token)
  for (const name of register.filters)
    for (const facet of facetsOf(getField(register, name), values)) lexemes.add(facet)
  return vectorText(lexemes)
}

/** The columns that follow from a record's values. */
export const derivedColumns = (
  register: Register,
  key: string,
  values: Values,
): Pick<RecordRow, 'title' | 'sort_title' | 'search'> => {
  const title = titleOf(register, values)
  return { title, sort_title: sortText(title), search: searchTextOf(register, key, values) }
}

export const recordOf = (row: Omit<RecordRow, 'search' | 'sort_title'>): RegisterRecord => ({
  id: row.id,
  party: row.party,
  key: row.key,
  state: row.state,
  title: row.title,
  values: row.values,
  language: row.language,
  version: row.version,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})
