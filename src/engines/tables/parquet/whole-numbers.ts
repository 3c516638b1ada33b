import { DuckDBBigIntVector, type DuckDBConnection, DuckDBIntegerVector } from '@duckdb/node-api'
import type { Sender } from './reading-child.ts'

/** Rows in one block. */
export const playsBlockRows = 65_536

/** The numbers of the only row of a query, 0 where there is nothing. */
export const firstRow = async (connection: DuckDBConnection, sql: string): Promise<readonly number[]> => {
  const result = await connection.runAndReadAll(sql)
  return result.getRowsJson()[0]!.map((cell) => (cell === null ? 0 : Number(cell)))
}

/** The memory of a column of whole numbers, as words of 32 bits: one a row, or two for wide ones, the lower first. */
const wordsOf = (vector: unknown): Uint32Array => {
  if (!(vector instanceof DuckDBIntegerVector || vector instanceof DuckDBBigIntVector))
    throw new Error('a column of whole numbers was expected')
  const { items } = vector as unknown as { readonly items: Int32Array | BigInt64Array }
  return new Uint32Array(items.buffer, items.byteOffset, items.byteLength / 4)
}

/** Rows of a few words each collected into blocks. */
export class RowBlock {
  readonly #words: number
  readonly #block: Uint32Array
  readonly #sender: Sender
  #filled = 0

  constructor(sender: Sender, words: number) {
    this.#sender = sender
    this.#words = words
    this.#block = new Uint32Array(playsBlockRows * words)
  }

  /** Where the next rows go: the block itself, and the place of the first word. */
  place(rows: number): readonly [block: Uint32Array, at: number] {
    if (this.#filled + rows * this.#words > this.#block.length) this.flush()
    const at = this.#filled
    this.#filled += rows * this.#words
    return [this.#block, at]
  }

  flush(): void {
    if (this.#filled > 0) this.#sender.block(this.#block.subarray(0, this.#filled))
    this.#filled = 0
  }
}

type OnChunk = (columns: readonly Uint32Array[], rows: number) => void

/** Runs a query of whole numbers and hands on the words of its columns chunk by chunk. */
export const eachChunk = async (connection: DuckDBConnection, sql: string, onChunk: OnChunk): Promise<void> => {
  const result = await connection.stream(sql)
  const width = result.columnCount
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const columns: Uint32Array[] = []
    for (let column = 0; column < width; column++) columns.push(wordsOf(chunk.getColumnVector(column)))
    onChunk(columns, chunk.rowCount)
  }
}
