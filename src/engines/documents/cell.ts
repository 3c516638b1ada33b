import type { Day } from '../../kernel/day.ts'

/** A calendar day in a cell, written as a real date where the format has dates. */
export interface DayCell {
  readonly day: Day
}

/** What a cell of a table file may hold. `null` and `undefined` are an empty cell; numbers must be finite. */
export type Cell = string | number | boolean | DayCell | null | undefined

/** A table to be written: a name, its headings, its rows. */
export interface SheetToWrite {
  readonly name: string
  readonly columns: readonly { readonly heading: string; readonly widthInCharacters?: number | undefined }[]
  readonly rows: readonly (readonly Cell[])[]
}

export const isDayCell = (cell: Cell): cell is DayCell => typeof cell === 'object' && cell !== null
