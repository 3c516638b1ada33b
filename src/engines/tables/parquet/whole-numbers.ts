import { type DuckDBConnection, DuckDBIntegerVector } from '@duckdb/node-api'
import type { Sender } from './reading-child.ts'

/** Rows in one block: user codes, work codes and plays follow each other, `rows` 32-bit whole numbers each. */
export const playsBlockRows = 262_144

/** The numbers of the only row of a query, 0 where there is nothing. */
export const firstRow = async (connection: DuckDBConnection, sql: string): Promise<readonly number[]> => {
  const result = await connection.runAndReadAll(sql)
  return result.getRowsJson()[0]!.map((cell) => (cell === null ? 0 : Number(cell)))
}

const integers = (vector: unknown): Int32Array => {
  if (!(vector instanceof DuckDBIntegerVector)) throw new Error('a column of whole numbers was expected')
  return (vector as unknown as { readonly items: Int32Array }).items
}

/** Rows of three columns collected into one block. */
export class RowBlock {
  readonly #block = new Int32Array(3 * playsBlockRows)
  readonly #sender: Sender
  #filled = 0

  constructor(sender: Sender) {
    this.#sender = sender
  }

  /** Where the next rows of a chunk go: the block itself, the place of the first, and the distance of the columns. */
  place(rows: number): readonly [block: Int32Array, at: number] {
    if (this.#filled + rows > playsBlockRows) this.flush()
    const at = this.#filled
    this.#filled += rows
    return [this.#block, at]
  }

  flush(): void {
    const [block, filled] = [this.#block, this.#filled]
    if (filled === 0) return
    if (filled < playsBlockRows) {
      block.copyWithin(filled, playsBlockRows, playsBlockRows + filled)
      block.copyWithin(2 * filled, 2 * playsBlockRows, 2 * playsBlockRows + filled)
    }
    this.#sender.block(block.subarray(0, 3 * filled))
    this.#filled = 0
  }
}

type OnChunk = (columns: readonly Int32Array[], rows: number) => void

/** Runs a query of whole numbers and hands on its columns chunk by chunk. */
export const eachChunk = async (connection: DuckDBConnection, sql: string, onChunk: OnChunk): Promise<void> => {
  const result = await connection.stream(sql)
  const width = result.columnCount
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const columns: Int32Array[] = []
    for (let column = 0; column < width; column++) columns.push(integers(chunk.getColumnVector(column)))
    onChunk(columns, chunk.rowCount)
  }
}
