import { type FileHandle, open } from 'node:fs/promises'
import { foldName } from '../../engines/forms/fold-name.ts'
import { indexWidth, type StatementFileEnd, type StatementLine, type WorkLine } from './statement-file.ts'

const lineFeed = 10

const readBytes = async (file: FileHandle, from: number, to: number): Promise<Buffer> => {
  const bytes = Buffer.allocUnsafe(Math.max(0, to - from))
  let filled = 0
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, from + filled)
    if (bytesRead === 0) throw new Error('a file of statements ends too soon')
    filled += bytesRead
  }
  return bytes
}

/** The first `count` lines from byte `from`, reading a little more at a time. */
const readLines = async (
  file: FileHandle,
  from: number,
  to: number,
  skip: number,
  count: number,
): Promise<string[]> => {
  const found: string[] = []
  let rest: Buffer = Buffer.alloc(0)
  let [at, passed] = [from, 0]
  while (found.length < count && at < to) {
    const piece = await readBytes(file, at, Math.min(to, at + 262_144))
    at += piece.length
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    let start = 0
    for (let end = bytes.indexOf(lineFeed); end >= 0 && found.length < count; end = bytes.indexOf(lineFeed, start)) {
      if (passed++ >= skip) found.push(bytes.toString('utf8', start, end))
      start = end + 1
    }
    rest = bytes.subarray(start)
  }
  return found
}

/** Statements found by a name; `isCut` when there are more than were wanted. */
export interface FoundStatements {
  readonly statements: readonly StatementLine[]
  readonly isCut: boolean
}

/** A file of statements, of which only what is asked for is read. */
export interface StatementReader {
  readonly end: StatementFileEnd
  /** `count` statements from the `first`, in rising order of name; fewer at the end. */
  readonly page: (first: number, count: number) => Promise<StatementLine[]>
  /** The statement of a place, with `count` of its works from the `first`; nothing when there is no such place. */
  readonly find: (
    place: number,
    first: number,
    count: number,
  ) => Promise<{ readonly statement: StatementLine; readonly works: readonly WorkLine[] } | undefined>
  /** Statements whose creator's name holds the text, whatever its case and accents; at most `most`. */
  readonly search: (text: string, most: number) => Promise<FoundStatements>
}

const readEnd = async (file: FileHandle): Promise<StatementFileEnd> => {
  const { size } = await file.stat()
  const tail = await readBytes(file, Math.max(0, size - 65_536), size)
  const from = tail.lastIndexOf(lineFeed, tail.length - 2) + 1
  return JSON.parse(tail.toString('utf8', from)) as StatementFileEnd
}

const pageOf = async (file: FileHandle, end: StatementFileEnd, first: number, count: number) => {
  const from = Math.max(0, Math.min(first, end.creators))
  const length = Math.min(count, end.creators - from)
  if (length <= 0) return []
  const at = end.index + from * indexWidth
  const places = (await readBytes(file, at, at + indexWidth)).toString('latin1')
  const lines = await readLines(file, Number(places), end.index, 0, length)
  return lines.map((line) => JSON.parse(line) as StatementLine)
}

const searchIn = (bytes: Buffer, text: string, most: number): FoundStatements => {
  const wanted = Buffer.from(text, 'utf8')
  const statements: StatementLine[] = []
  for (let hit = bytes.indexOf(wanted); hit >= 0; ) {
    const start = bytes.lastIndexOf(lineFeed, hit) + 1
    const end = bytes.indexOf(lineFeed, hit)
    const quote = bytes.indexOf('"', start + '{"name":"'.length)
    if (hit + wanted.length <= quote) {
      if (statements.length === most) return { statements, isCut: true }
      statements.push(JSON.parse(bytes.toString('utf8', start, end)) as StatementLine)
    }
    hit = bytes.indexOf(wanted, end)
  }
  return { statements, isCut: false }
}

/** Opens a file of statements for the time of `use`. Throws when it is no such file. */
export const withStatements = async <Value>(
  path: string,
  use: (reader: StatementReader) => Promise<Value>,
): Promise<Value> => {
  const file = await open(path, 'r')
  try {
    const end = await readEnd(file)
    return await use({
      end,
      page: (first, count) => pageOf(file, end, first, count),
      find: async (place, first, count) => {
        const [statement] = Number.isInteger(place) && place >= 0 ? await pageOf(file, end, place, 1) : []
        if (!statement) return undefined
        const wanted = Math.max(0, Math.min(count, statement.works - first))
        const lines = await readLines(file, statement.at, end.lines, first, wanted)
        return { statement, works: lines.map((line) => JSON.parse(line) as WorkLine) }
      },
      search: async (text, most) => {
        const folded = foldName(text)
        if (folded === '') return { statements: [], isCut: false }
        return searchIn(await readBytes(file, end.lines, end.index), folded, most)
      },
    })
  } finally {
    await file.close()
  }
}
