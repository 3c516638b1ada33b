import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'

type JsonRow = Readonly<Record<string, unknown>>

/** The text of one value of a JSON row: lists and objects keep their JSON, nothing is the empty text. */
export const jsonCell = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** One line as an object of named values; nothing when it is not one. */
export const findJsonRow = (line: string): JsonRow | undefined => {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRow) : undefined
  } catch {
    return undefined
  }
}

/** The columns (every name met, in order) and first rows of a head of JSON lines. */
export const sampleJsonLines = (head: Buffer): Result<{ header: string[]; sample: string[][] }, Fault> => {
  const lines = head.toString('utf8').split('\n')
  const rows: JsonRow[] = []
  const header = new Set<string>()
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    const row = findJsonRow(line)
    if (!row && at === lines.length - 1 && rows.length > 0) break
    if (!row) return notAccepted({ code: 'bad-json-line', row: at + 1, values: { line: at + 1 } })
    rows.push(row)
    for (const name of Object.keys(row)) header.add(name)
  }
  const names = [...header]
  return accepted({ header: names, sample: rows.slice(0, 20).map((row) => names.map((name) => jsonCell(row[name]))) })
}

/** The lines of a text that comes in pieces, with their 1-based numbers; empty lines are passed over. */
export async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<readonly [number, string]> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  let number = 0
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      number++
      if (line.trim() !== '') yield [number, line]
    }
  }
  if (rest.trim() !== '') yield [number + 1, rest]
}
