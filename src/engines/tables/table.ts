/**
 * A column of texts: `dictionary[codes[row]]` is the cell. Codes run from 0 in order of first appearance; an empty cell is
 * the code of the empty text. Rules written for texts are applied once per entry of the dictionary, not once per row.
 */
export interface CodedColumn {
  readonly kind: 'coded'
  readonly codes: Int32Array
  readonly dictionary: readonly string[]
}

/** A column of counts or amounts: NaN where the cell is empty or not a number (`unreadable` of them were not empty). */
export interface NumberColumn {
  readonly kind: 'number'
  readonly values: Float64Array
  readonly unreadable: number
}

export type Column = CodedColumn | NumberColumn

/** Columns of equal length, read once; `lines[row]` is the 1-based line of the file where the row begins. */
export interface Table {
  readonly rows: number
  readonly lines: Int32Array
  readonly columns: ReadonlyMap<string, Column>
  /** Rows that were left out because they have another number of cells than the header, with the first lines. */
  readonly ragged: RaggedRows
}

export interface RaggedRows {
  readonly count: number
  readonly lines: readonly number[]
}

/** The named column of texts; throws when it was not read or was read as numbers. */
export const getCoded = (table: Table, name: string): CodedColumn => {
  const column = table.columns.get(name)
  if (column?.kind !== 'coded') throw new Error(`column ${name} was not read as text`)
  return column
}

/** The named column of numbers; throws when it was not read or was read as texts. */
export const getNumbers = (table: Table, name: string): NumberColumn => {
  const column = table.columns.get(name)
  if (column?.kind !== 'number') throw new Error(`column ${name} was not read as numbers`)
  return column
}
