import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { type ContentKind, contentKindOf } from './content-kind.ts'
import { type Compression, compressionOf, piecesOf, readHead, sha256Of, UnreadableSource } from './data-source.ts'
import type { Dialect } from './delimited-parser.ts'
import { findDialect, firstRecords, separatorName, wholeLines } from './dialect.ts'
import { decoderOf, type Encoding, type EncodingFinding, EncodingProbe, readablePieces } from './encoding.ts'
import { type ToldByName, withToldNames } from './file-name.ts'
import { sampleJsonLines } from './json-lines.ts'
import { surveyParquet } from './parquet/read-columns.ts'
import { isSalesReport } from './sales-report.ts'
import { surveySalesReport } from './sales-report-table.ts'
import { readWorkbook, type WorkbookSheet } from './workbook.ts'

/** What the person knows about a file and the reader need not find out. */
export interface FileHints {
  readonly encoding?: Encoding
  readonly separator?: string
  /** Quotation marks stand for themselves: the format has no quoting. */
  readonly unquoted?: boolean
  /** Names for the columns of a file that has no header line. */
  readonly names?: readonly string[]
  /** The name under which the file is spoken of, when it is stored under another. */
  readonly name?: string
}

/** A data file that was looked through once: what it is, what it holds, and how its columns are to be read. */
export interface DataFile {
  readonly path: string
  readonly name: string
  readonly bytes: number
  /** Bytes of the text inside; those of the file where there is no text or no packing. */
  readonly unpackedBytes: number
  readonly sha256: string
  readonly compression: Compression
  readonly format: 'delimited' | 'json-lines' | 'workbook' | 'parquet' | 'sales-report'
  readonly encoding: EncodingFinding
  readonly dialect: Dialect
  readonly header: readonly string[]
  readonly headless: boolean
  /** The first rows below the header, for a preview. */
  readonly sample: readonly (readonly string[])[]
  /** What the person should know and need not mend: a guessed encoding, a chosen sheet. */
  readonly notes: readonly Fault[]
  /** The unpacked bytes, kept when the file is small. */
  readonly kept: readonly Buffer[] | undefined
  readonly sheet: WorkbookSheet | undefined
  /** What its name tells of all rows: columns at the end of `header` that the file itself does not have. */
  readonly told?: ToldByName
  /** How many rows there are, where the file itself says it. */
  readonly rowsToldByFile?: number
}

const keepUpToBytes = 16 * 1024 ** 2
const headBytes = 256 * 1024

const refusedKinds: ReadonlySet<ContentKind> = new Set([
  'pdf',
  'old-office',
  'html',
  'xml',
  'rtf',
  'image',
  'sqlite',
  'json-array',
])

interface Survey {
  readonly encoding: EncodingFinding
  readonly head: Buffer
  readonly unpackedBytes: number
  readonly kept: readonly Buffer[] | undefined
  readonly sha256: string
}

/** Hears how many bytes of the file have been looked through. */
type Told = (bytes: number) => void

/** One pass over the file: its hash, its encoding, its head, and the bytes themselves when they are few. */
const survey = async (path: string, compression: Compression, told: Told | undefined): Promise<Survey> => {
  const probe = new EncodingProbe()
  const hash = createHash('sha256')
  let kept: Buffer[] | undefined = []
  let head: Buffer = Buffer.alloc(0)
  let unpackedBytes = 0
  for await (const piece of piecesOf(path, compression, told)) {
    if (compression === 'none') hash.update(piece)
    probe.push(piece)
    if (head.length < headBytes) head = Buffer.concat([head, piece.subarray(0, headBytes - head.length)])
    unpackedBytes += piece.length
    if (unpackedBytes > keepUpToBytes) kept = undefined
    kept?.push(piece)
  }
  const sha256 = compression === 'none' ? hash.digest('hex') : await sha256Of(path)
  return { encoding: probe.end(), head, unpackedBytes, kept, sha256 }
}

const lineAt = async (pieces: AsyncIterable<Buffer> | Iterable<Buffer>, offset: number): Promise<number> => {
  let [line, passed] = [1, 0]
  for await (const piece of pieces) {
    const end = Math.min(piece.length, offset - passed)
    for (let at = piece.indexOf(10); at >= 0 && at < end; at = piece.indexOf(10, at + 1)) line++
    passed += piece.length
    if (passed > offset) break
  }
  return line
}

const textFault = async (path: string, compression: Compression, found: Survey): Promise<Fault | undefined> => {
  const { nulAt, damagedAt } = found.encoding
  if (nulAt < 0 && damagedAt < 0) return undefined
  if (nulAt < 0 && damagedAt >= found.unpackedBytes - 4)
    return { code: 'cut-short', values: { bytes: found.unpackedBytes } }
  const at = nulAt >= 0 ? nulAt : damagedAt
  const line = await lineAt(found.kept ?? piecesOf(path, compression), at)
  return { code: nulAt >= 0 ? 'nul-bytes' : 'damaged-characters', row: line, values: { line } }
}

/** The unpacked bytes of a file as text that can be read cell by cell. */
export const textPiecesOf = (
  file: Pick<DataFile, 'path' | 'compression' | 'kept' | 'encoding'>,
): AsyncIterable<Buffer> => {
  const raw = file.kept ? fromMemory(file.kept) : piecesOf(file.path, file.compression)
  return readablePieces(raw, file.encoding)
}

async function* fromMemory(pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces
}

const readableHead = async (found: Survey, encoding: EncodingFinding): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of readablePieces(fromMemory([found.head]), encoding)) pieces.push(piece)
  return wholeLines(Buffer.concat(pieces), found.unpackedBytes <= headBytes)
}

/** A name for every column: its header, or `#3` for the third when the header cell is empty. */
const columnNames = (header: readonly string[]): string[] =>
  header.map((name, at) => (name.trim() === '' ? `#${at + 1}` : name.trim()))

const surveyFile = async (
  path: string,
  name: string,
  hints: FileHints,
  told?: Told,
): Promise<Result<DataFile, Fault>> => {
  const bytes = (await stat(path)).size
  const head = await readHead(path)
  const compression = compressionOf(head)
  if (compression === 'none' && contentKindOf(head) === 'parquet') return fromParquet(path, name, bytes, told)
  const found = await survey(path, compression, told)
  const kind = contentKindOf(found.head)
  if (kind === 'empty' || found.head.toString('latin1').trim() === '')
    return notAccepted({ code: 'empty-file', values: { name } })
  if (refusedKinds.has(kind)) return notAccepted({ code: `is-${kind}`, values: { name } })
  const { unpackedBytes } = found
  const base = {
    path,
    name,
    bytes,
    unpackedBytes,
    sha256: found.sha256,
    compression,
    encoding: found.encoding,
    kept: found.kept,
  }
  if (kind === 'parquet') return notAccepted({ code: 'packed-parquet', values: { name } })
  if (kind === 'zip') return fromWorkbook(base, found, hints)
  const encoding = hints.encoding ? { ...found.encoding, encoding: hints.encoding, certain: true } : found.encoding
  const fault = hints.encoding ? undefined : await textFault(path, compression, found)
  if (fault) return notAccepted({ ...fault, values: { name, ...fault.values } })
  const notes: Fault[] = encoding.certain
    ? []
    : [{ code: 'encoding-guessed', values: { name, encoding: encoding.encoding } }]
  const readable = await readableHead(found, encoding)
  if (found.unpackedBytes > headBytes && !/[\r\n]/.test(readable.toString('latin1')))
    return notAccepted({ code: 'header-too-long', values: { name, kilobytes: headBytes / 1024 } })
  const text = { ...base, encoding, notes, sheet: undefined }
  if (isSalesReport(readable.toString('utf8', 0, 64))) return accepted(surveySalesReport(text, readable))
  return kind === 'json-lines' ? fromJsonLines(text, readable) : fromDelimited(text, readable, hints)
}

type Base = Pick<DataFile, 'path' | 'name' | 'bytes' | 'unpackedBytes' | 'sha256' | 'compression' | 'encoding' | 'kept'>
type TextBase = Base & Pick<DataFile, 'notes' | 'sheet'>

const fromDelimited = (base: TextBase, head: Buffer, hints: FileHints): Result<DataFile, Fault> => {
  const found = findDialect(head, hints.separator)
  const dialect: Dialect = hints.unquoted ? { ...found, quote: undefined } : found
  const decode = decoderOf(base.encoding.encoding)
  const records = firstRecords(head, dialect, (bytes) => decode(bytes, 0, bytes.length), 21)
  const first = records[0] ?? []
  if (hints.separator !== undefined && first.length < 2) {
    const found = findDialect(head)
    const width = firstRecords(head, found, (bytes) => bytes.toString('latin1'), 1)[0]?.length ?? 0
    if (width > 1)
      return notAccepted({
        code: 'wrong-separator',
        values: { name: base.name, separator: separatorName(hints.separator), found: separatorName(found.separator) },
      })
  }
  const header = columnNames(hints.names ?? first)
  const sample = hints.names ? records : records.slice(1)
  if (!hints.names && sample.length === 0) return notAccepted({ code: 'header-only', values: { name: base.name } })
  const told = withToldNames(base.name, header, sample.slice(0, 20))
  return accepted({ ...base, ...told, format: 'delimited', dialect, headless: hints.names !== undefined })
}

const noDialect: Dialect = { separator: ',', quote: '"' }

const fromJsonLines = (base: TextBase, head: Buffer): Result<DataFile, Fault> => {
  const sampled = sampleJsonLines(head)
  if (!sampled.ok)
    return notAccepted(...sampled.faults.map((fault) => ({ ...fault, values: { name: base.name, ...fault.values } })))
  return accepted({ ...base, format: 'json-lines', dialect: noDialect, headless: false, ...sampled.value })
}

const certainUtf8: EncodingFinding = { encoding: 'utf-8', certain: true, markBytes: 0, nulAt: -1, damagedAt: -1 }

const fromParquet = async (
  path: string,
  name: string,
  bytes: number,
  told?: Told,
): Promise<Result<DataFile, Fault>> => {
  const found = await surveyParquet(path, 20)
  if (!found.ok) return notAccepted(...found.faults.map((fault) => ({ ...fault, values: { name, ...fault.values } })))
  const { header, rows, sample } = found.value
  if (rows === 0) return notAccepted({ code: 'header-only', values: { name } })
  return accepted({
    path,
    name,
    bytes,
    unpackedBytes: bytes,
    sha256: await sha256Of(path, told),
    rowsToldByFile: rows,
    compression: 'none',
    encoding: certainUtf8,
    kept: undefined,
    format: 'parquet',
    dialect: noDialect,
    header,
    headless: false,
    sample,
    notes: [],
    sheet: undefined,
  })
}

const fromWorkbook = async (base: Base, found: Survey, hints: FileHints): Promise<Result<DataFile, Fault>> => {
  const read = await readWorkbook(found.kept === undefined ? undefined : Buffer.concat(found.kept), base.name)
  if (!read.ok) return read
  const { sheet, notes } = read.value
  const header = columnNames(hints.names ?? sheet.rows[0] ?? [])
  const rows = hints.names ? sheet.rows : sheet.rows.slice(1)
  if (rows.length === 0) return notAccepted({ code: 'header-only', values: { name: base.name } })
  return accepted({
    ...base,
    encoding: certainUtf8,
    kept: undefined,
    format: 'workbook',
    dialect: noDialect,
    header,
    headless: hints.names !== undefined,
    sample: rows.slice(0, 20),
    notes,
    sheet,
  })
}

/**
 * Looks a data file through: kind, packing, encoding, separator, columns, first rows, SHA-256. Memory stays bounded: small
 * files are kept, large ones are read again; `told` hears how many of its bytes were looked through. A file that cannot be read as a table comes back as faults (`fault.<code>`).
 */
export const openDataFile = async (
  path: string,
  hints: FileHints = {},
  told?: (bytes: number) => void,
): Promise<Result<DataFile, Fault>> => {
  const name = hints.name ?? basename(path)
  try {
    return await surveyFile(path, name, hints, told)
  } catch (error) {
    if (error instanceof UnreadableSource)
      return notAccepted({ ...error.fault, values: { name, ...error.fault.values } })
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return notAccepted({ code: 'no-such-file', values: { name } })
    if (code === 'EISDIR') return notAccepted({ code: 'is-folder', values: { name } })
    if (code === 'EACCES' || code === 'EPERM') return notAccepted({ code: 'file-not-readable', values: { name } })
    throw error
  }
}
