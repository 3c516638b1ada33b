import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'

/** A column the computation knows, and the header names under which people's files usually carry it. */
export interface CanonicalColumn {
  readonly name: string
  readonly required: boolean
  readonly usualNames: readonly string[]
}

/** Which column of a file stands for which canonical column: `{ territory: 'country_iso2' }`. */
export type ColumnMapping = Readonly<Record<string, string>>

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether a header holds every column of a known layout. */
export const isLayoutOf = (header: readonly string[], layout: ColumnMapping): boolean =>
  Object.values(layout).every((column) => header.includes(column))

/** A first proposal of a mapping by the usual names of columns, for a person to correct; no column is proposed twice. */
export const proposeMapping = (header: readonly string[], columns: readonly CanonicalColumn[]): ColumnMapping => {
  const taken = new Set<string>()
  const proposal: Record<string, string> = {}
  for (const { name, usualNames } of columns) {
    const wanted = [name, ...usualNames].map(plain)
    const found = wanted.flatMap((usual) => header.filter((column) => plain(column) === usual && !taken.has(column)))[0]
    if (found === undefined) continue
    taken.add(found)
    proposal[name] = found
  }
  return proposal
}

const requiredFaults = (mapping: ColumnMapping, columns: readonly CanonicalColumn[], name: string): Fault[] =>
  columns
    .filter((column) => column.required && mapping[column.name] === undefined)
    .map((column) => ({ code: 'column-not-mapped', field: column.name, values: { name, column: column.name } }))

const strangeFaults = (mapping: ColumnMapping, columns: readonly CanonicalColumn[], name: string): Fault[] =>
  Object.keys(mapping)
    .filter((key) => !columns.some((column) => column.name === key))
    .map((key) => ({
      code: 'column-unknown',
      field: key,
      values: { name, column: key, known: columns.map((column) => column.name).join(', ') },
    }))

/** A mapping with every required column and no strange one, or faults. That its columns exist is checked in reading. */
export const checkMapping = (
  mapping: ColumnMapping,
  columns: readonly CanonicalColumn[],
  name: string,
): Result<ColumnMapping, Fault> => {
  const faults = [...requiredFaults(mapping, columns, name), ...strangeFaults(mapping, columns, name)]
  return faults.length > 0 ? notAccepted(...faults) : accepted(mapping)
}
