import { foldName } from '../../engines/forms/fold-name.ts'
import type { StatedWork, Statement, Statements } from './statements.ts'

/**
 * The last line of a file of statements (JSON lines, UTF-8), which says how to find one statement without reading the others: before it,
 * from byte `index`, lie `creators` lines of `indexWidth` bytes with the byte at which the line of each creator begins; before these,
 * from byte `lines`, the creators' lines in rising order of name; and before those the works' lines, creator by creator.
 */
export interface StatementFileEnd {
  readonly format: 'open-roadmap statements 1'
  readonly currency: string
  readonly models: readonly string[]
  readonly creators: number
  readonly works: number
  readonly lines: number
  readonly index: number
}

/** A creator's line. `name` is folded for searching, `paid` in the order of the models, `at` the byte at which the works begin. */
export interface StatementLine extends Omit<Statement, 'paid'> {
  readonly name: string
  readonly place: number
  readonly paid: readonly string[]
  readonly at: number
}

/** A work's line. */
export interface WorkLine extends Omit<StatedWork, 'paid'> {
  readonly creator: string
  readonly paid: readonly string[]
}

export const indexWidth = 14

/** Collects lines and knows how many bytes they are. */
class LineWriter {
  readonly #pieces: string[] = []
  bytes = 0

  add(value: StatementFileEnd | StatementLine | WorkLine): void {
    this.#addText(`${JSON.stringify(value)}\n`)
  }

  addPlace(at: number): void {
    this.#addText(`${String(at).padStart(indexWidth - 1)}\n`)
  }

  text(): string {
    return this.#pieces.join('')
  }

  #addText(text: string): void {
    this.#pieces.push(text)
    this.bytes += Buffer.byteLength(text)
  }
}

/** The file of all statements with their works. */
export const statementFileText = ({ count, workCount, currency, models, at, worksAt }: Statements): string => {
  const writer = new LineWriter()
  const inOrder = (paid: Statement['paid']) => models.map((model) => paid[model]!)
  const statements = Array.from({ length: count }, (_, place) => at(place))
  const worksFrom = statements.map(({ creator }, place) => {
    const from = writer.bytes
    for (const { paid, ...work } of worksAt(place)) writer.add({ creator, ...work, paid: inOrder(paid) })
    return from
  })
  const lines = writer.bytes
  const places = statements.map(({ paid, ...statement }, place) => {
    const from = writer.bytes
    const name = foldName(statement.creator)
    writer.add({ name, place, ...statement, paid: inOrder(paid), at: worksFrom[place]! })
    return from
  })
  const index = writer.bytes
  for (const from of places) writer.addPlace(from)
  writer.add({ format: 'open-roadmap statements 1', currency, models, creators: count, works: workCount, lines, index })
  return writer.text()
}
