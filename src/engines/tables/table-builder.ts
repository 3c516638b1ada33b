import { ByteDictionary } from './byte-dictionary.ts'
import type { DataFile } from './data-file.ts'
import { decoderOf } from './encoding.ts'
import { GrowingIntegers, GrowingNumbers } from './growing-column.ts'
import type { Column, Table } from './table.ts'

/** The columns wanted of a file, by their names in it: as coded texts or as numbers. */
export interface ColumnsWanted {
  readonly coded: readonly string[]
  readonly numbers?: readonly string[]
}

const raggedLinesListed = 10

interface ColumnBuilder {
  cell(bytes: Buffer, start: number, end: number): void
  truncate(rows: number): void
  finish(): Column
}

const codedBuilder = (encoding: DataFile['encoding']): ColumnBuilder => {
  const dictionary = new ByteDictionary()
  const codes = new GrowingIntegers()
  return {
    cell: (bytes, start, end) => codes.push(dictionary.codeOf(bytes, start, end)),
    truncate: (rows) => codes.truncate(rows),
    finish: () => ({
      kind: 'coded',
      codes: codes.finish(),
      dictionary: dictionary.texts(decoderOf(encoding.encoding)),
    }),
  }
}

const numberBuilder = (): ColumnBuilder => {
  const values = new GrowingNumbers()
  let unreadable = 0
  return {
    cell: (bytes, start, end) => {
      const text = bytes.toString('latin1', start, end).trim()
      const value = text === '' ? Number.NaN : Number(text)
      if (text !== '' && !Number.isFinite(value)) unreadable++
      values.push(Number.isFinite(value) ? value : Number.NaN)
    },
    truncate: (rows) => values.truncate(rows),
    finish: () => ({ kind: 'number', values: values.finish(), unreadable }),
  }
}

/** Collects the wanted cells of records into columns; a record with a wrong number of cells leaves nothing behind. */
export class TableBuilder {
  readonly names: readonly string[]
  readonly #builders: readonly ColumnBuilder[]
  readonly #byColumn: readonly (ColumnBuilder | undefined)[]
  readonly #width: number
  readonly #lines = new GrowingIntegers()
  readonly #raggedLines: number[] = []
  #skip: boolean
  #ragged = 0

  constructor(file: DataFile, wanted: ColumnsWanted) {
    const numbers = wanted.numbers ?? []
    this.names = [...wanted.coded, ...numbers]
    this.#builders = [...wanted.coded.map(() => codedBuilder(file.encoding)), ...numbers.map(numberBuilder)]
    this.#byColumn = file.header.map((name) => this.#builders[this.names.indexOf(name)])
    this.#width = file.header.length - Object.keys(file.told ?? {}).length
    this.#skip = !file.headless
  }

  get rows(): number {
    return this.#lines.length
  }

  get ragged(): number {
    return this.#ragged
  }

  cell(column: number, bytes: Buffer, start: number, end: number): void {
    if (!this.#skip) this.#byColumn[column]?.cell(bytes, start, end)
  }

  record(line: number, cells: number): void {
    if (this.#skip) this.#skip = false
    else if (cells === this.#width) this.#lines.push(line)
    else this.#leaveOut(line)
  }

  #leaveOut(line: number): void {
    this.#ragged++
    if (this.#raggedLines.length < raggedLinesListed) this.#raggedLines.push(line)
    for (const builder of this.#builders) builder.truncate(this.rows)
  }

  finish(): Table {
    const columns = new Map(this.names.map((name, at) => [name, this.#builders[at]!.finish()]))
    const ragged = { count: this.#ragged, lines: this.#raggedLines }
    return { rows: this.rows, lines: this.#lines.finish(), columns, ragged }
  }
}

/** Takes one record whose cells are texts. */
export const pushCells = (builder: TableBuilder, cells: readonly string[], line: number): void => {
  for (const [column, text] of cells.entries()) {
    const bytes = Buffer.from(text, 'utf8')
    builder.cell(column, bytes, 0, bytes.length)
  }
  builder.record(line, cells.length)
}
