import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api'
import { filesLiteral, identifier } from './locked-database.ts'
import type { Sender } from './reading-child.ts'
import type { Wish } from './wish.ts'

type ColumnsWish = Extract<Wish, { readonly kind: 'columns' }>

/** What a block holds, sent before it. Codes are 32-bit whole numbers, numbers are doubles (NaN where there is none). */
export type BlockTitle =
  | { readonly column: string; readonly kind: 'codes' | 'numbers'; readonly rows: number }
  | { readonly column: string; readonly kind: 'texts'; readonly texts: readonly string[] }

const blockRows = 65_536

/** Gives codes to texts in order of first appearance, and remembers which texts have not been sent. */
class Coder {
  readonly #codes = new Map<string, number>()
  #unsent: string[] = []

  codeOf(text: string): number {
    const known = this.#codes.get(text)
    if (known !== undefined) return known
    this.#codes.set(text, this.#codes.size)
    this.#unsent.push(text)
    return this.#codes.size - 1
  }

  takeUnsent(): string[] {
    const texts = this.#unsent
    this.#unsent = []
    return texts
  }
}

interface Output {
  readonly take: (chunk: DuckDBDataChunk, column: number) => void
  readonly flush: () => void
}

const codedOutput = (column: string, sender: Sender): Output => {
  const coder = new Coder()
  const block = new Int32Array(blockRows * 2)
  let filled = 0
  const flush = () => {
    const texts = coder.takeUnsent()
    if (texts.length > 0) sender.json({ column, kind: 'texts', texts } satisfies BlockTitle)
    sender.json({ column, kind: 'codes', rows: filled } satisfies BlockTitle)
    sender.block(block.subarray(0, filled))
    filled = 0
  }
  return {
    take: (chunk, at) => {
      for (const value of chunk.getColumnValues(at)) block[filled++] = coder.codeOf(value === null ? '' : String(value))
      if (filled >= blockRows) flush()
    },
    flush,
  }
}

const numberOutput = (column: string, sender: Sender): Output => {
  const block = new Float64Array(blockRows * 2)
  let filled = 0
  const flush = () => {
    sender.json({ column, kind: 'numbers', rows: filled } satisfies BlockTitle)
    sender.block(block.subarray(0, filled))
    filled = 0
  }
  return {
    take: (chunk, at) => {
      for (const value of chunk.getColumnValues(at)) block[filled++] = value === null ? Number.NaN : Number(value)
      if (filled >= blockRows) flush()
    },
    flush,
  }
}

/** Sends the wanted columns in blocks of rows, texts as codes with a dictionary that grows. */
export const sendColumns = async (connection: DuckDBConnection, wish: ColumnsWish, sender: Sender): Promise<void> => {
  const coded = wish.coded.map((name) => `${identifier(name)}::VARCHAR`)
  const numbers = wish.numbers.map((name) => `TRY_CAST(${identifier(name)} AS DOUBLE)`)
  const result = await connection.stream(`SELECT ${[...coded, ...numbers].join(', ')} FROM ${filesLiteral(wish.files)}`)
  const outputs = [
    ...wish.coded.map((name) => codedOutput(name, sender)),
    ...wish.numbers.map((name) => numberOutput(name, sender)),
  ]
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    for (const [at, output] of outputs.entries()) output.take(chunk, at)
  for (const output of outputs) output.flush()
}
