import type { Column, RaggedRows, Table } from '../table.ts'
import { putSection, putTexts, type Section, type Storage, takeSection, takeTexts } from './kept-file.ts'

type KeptColumn = { readonly name: string; readonly cells: Section } & (
  | { readonly kind: 'coded'; readonly texts: readonly Section[] }
  | { readonly kind: 'number'; readonly unreadable: number }
)

interface KeptTable {
  readonly rows: number
  readonly lines: Section
  readonly ragged: RaggedRows
  readonly columns: readonly KeptColumn[]
}

const putColumn = (storage: Storage, name: string, column: Column): KeptColumn =>
  column.kind === 'coded'
    ? { name, kind: 'coded', cells: putSection(storage, column.codes), texts: putTexts(storage, column.dictionary) }
    : { name, kind: 'number', cells: putSection(storage, column.values), unreadable: column.unreadable }

/** Puts a table away and gives its description. */
export const putTable = (storage: Storage, { rows, lines, ragged, columns }: Table): unknown => {
  const kept: KeptTable = {
    rows,
    lines: putSection(storage, lines),
    ragged,
    columns: [...columns].map(([name, column]) => putColumn(storage, name, column)),
  }
  return kept
}

const takeColumn = (storage: Storage, rows: number, kept: KeptColumn): Column => {
  if (kept.kind === 'coded') {
    const codes = new Int32Array(rows)
    takeSection(storage, kept.cells, codes)
    return { kind: 'coded', codes, dictionary: takeTexts(storage, kept.texts) }
  }
  const values = new Float64Array(rows)
  takeSection(storage, kept.cells, values)
  return { kind: 'number', values, unreadable: kept.unreadable }
}

/** The table as it was put away. Throws DamagedKeep. */
export const takeTable = (storage: Storage, description: unknown): Table => {
  const { rows, lines: section, ragged, columns } = description as KeptTable
  const lines = new Int32Array(rows)
  takeSection(storage, section, lines)
  const taken = columns.map((kept) => [kept.name, takeColumn(storage, rows, kept)] as const)
  storage.close()
  return { rows, lines, columns: new Map(taken), ragged }
}

/** About how many bytes a table takes. */
export const bytesOfTable = ({ rows, columns }: Table): number =>
  [...columns.values()].reduce(
    (sum, column) => sum + 8 * rows + (column.kind === 'coded' ? 32 * column.dictionary.length : 0),
    4 * rows,
  )
