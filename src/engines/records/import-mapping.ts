import { createHash } from 'node:crypto'
import { type DayOrder, type Field, foldName, type Values } from '../forms/index.ts'
import { fieldsOf, findField, type Register } from './register.ts'

/** How the columns of a file become the fields of a register. */
export interface ImportMapping {
  /** Target by column name: a field, `<group>.<field>`, `key` or `language`; a column that is absent is not taken over. */
  readonly columns: Readonly<Record<string, string>>
  /** Language of the texts, where no column says it. */
  readonly language: string
  readonly dayOrder?: DayOrder
  /** Takes over only the rows in which this column holds this value. */
  readonly only?: { readonly column: string; readonly value: string }
  /** A single row that is not accepted keeps all of them out. */
  readonly strict?: boolean
  readonly preset?: string
}

/** A layout of files that is known by its columns, with what is particular about it. */
export interface ImportPreset {
  readonly name: string
  readonly recognises: (header: readonly string[]) => boolean
  readonly columns: Readonly<Record<string, string>>
  /** Makes a cell readable before its field reads it. */
  readonly prepare?: (column: string, cell: string) => string
  /** What follows from the columns themselves. */
  readonly complete?: (values: Values) => Values
}

/** Everything a column can become: `key`, `language`, each field, each field inside groups. */
export const targetsOf = (register: Register): readonly string[] => [
  'key',
  ...fieldsOf(register).flatMap((field) => [
    field.name,
    ...(field.fields ?? []).map((inner) => `${field.name}.${inner.name}`),
  ]),
  'language',
]

/** The field a target stands for; nothing for `key` and `language`. */
export const findTargetField = (
  register: Register,
  target: string,
): { readonly field: Field; readonly inner?: Field } | undefined => {
  const [name, innerName] = target.split('.')
  const field = findField(register, name ?? '')
  if (!field || innerName === undefined) return field && { field }
  const inner = field.fields?.find((each) => each.name === innerName)
  return inner && { field, inner }
}

const spoken = (name: string): string => foldName(name.replaceAll(/([a-z])([A-Z])/g, '$1 $2'))

/**
 * The mapping a header suggests: columns named like a target, in any of the given languages' labels. Each target is given away once,
 * to the first column that fits.
 */
export const guessColumns = (
  register: Register,
  header: readonly string[],
  labelsOf: (target: string) => readonly string[],
): Readonly<Record<string, string>> => {
  const names = new Map<string, string>()
  for (const target of targetsOf(register))
    for (const name of [spoken(target), ...labelsOf(target).map(foldName)])
      if (!names.has(name)) names.set(name, target)
  const given = new Set<string>()
  const columns: Record<string, string> = {}
  for (const column of header) {
    const target = names.get(spoken(column)) ?? names.get(foldName(column))
    if (target === undefined || given.has(target)) continue
    given.add(target)
    columns[column] = target
  }
  return columns
}

/** Files with the same columns, in whatever order, share a saved mapping. */
export const signatureOf = (header: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(header.map(foldName).toSorted()))
    .digest('hex')
