import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { type DataFile, textPiecesOf } from './data-file.ts'
import { DelimitedParser, type Dialect, type ParserFailure } from './delimited-parser.ts'
import { mayBeUnquoted } from './dialect.ts'
import { withTold } from './file-name.ts'
import { findJsonRow, jsonCell, linesOf } from './json-lines.ts'
import { bytesOfTable, putTable, takeTable } from './kept/kept-table.ts'
import { cacheKey, findKept, keep, type ReadingCache } from './kept/reading-cache.ts'
import { readParquetColumns } from './parquet/read-columns.ts'
import { rowsOfReport } from './sales-report-table.ts'
import type { Table } from './table.ts'
import { type ColumnsWanted, pushCells, TableBuilder } from './table-builder.ts'

export type { ColumnsWanted } from './table-builder.ts'

/** Told now and then how far the reading has come, in rows and in bytes of `unpackedBytes`. Returning `false` stops it: the fault is `reading-stopped`. */
export type ReadProgress = (rows: number, bytes: number) => boolean | void

/** More rows than this share with a wrong number of cells, and the file as a whole is refused. */
const raggedShareRefused = 0.05

const stopped: Fault = { code: 'reading-stopped' }

interface Reading {
  readonly builder: TableBuilder
  readonly failure: ParserFailure | undefined
}

const parseDelimited = async (
  file: DataFile,
  wanted: ColumnsWanted,
  dialect: Dialect,
  progress: ReadProgress | undefined,
): Promise<Reading | 'stopped'> => {
  const builder = new TableBuilder(file, wanted)
  const parser = new DelimitedParser(dialect, builder)
  let bytes = 0
  for await (const piece of textPiecesOf(file)) {
    const failure = parser.push(piece)
    if (failure) return { builder, failure }
    bytes += piece.length
    if (progress?.(builder.rows, bytes) === false) return 'stopped'
  }
  return { builder, failure: parser.end() }
}

const failureFault = ({ reason, line }: ParserFailure): Fault => ({ code: reason, row: line, values: { line } })

/** Reads with the quotation that was found, and once more without when that leaves a quotation open or rows ragged. */
const readDelimited = async (
  file: DataFile,
  wanted: ColumnsWanted,
  progress: ReadProgress | undefined,
): Promise<Result<TableBuilder, Fault>> => {
  const first = await parseDelimited(file, wanted, file.dialect, progress)
  if (first === 'stopped') return notAccepted(stopped)
  const clean = !first.failure && first.builder.ragged === 0
  if (clean || file.dialect.quote === undefined || !mayBeUnquoted(file.dialect.separator)) return outcome(first)
  const second = await parseDelimited(file, wanted, { ...file.dialect, quote: undefined }, progress)
  if (second === 'stopped') return notAccepted(stopped)
  const firstIsBetter = !first.failure && first.builder.ragged <= second.builder.ragged
  return outcome(firstIsBetter || second.builder.ragged > second.builder.rows * raggedShareRefused ? first : second)
}

const outcome = ({ builder, failure }: Reading): Result<TableBuilder, Fault> =>
  failure ? notAccepted(failureFault(failure)) : accepted(builder)

const readJsonLines = async (
  file: DataFile,
  wanted: ColumnsWanted,
  progress: ReadProgress | undefined,
): Promise<Result<TableBuilder, Fault>> => {
  const builder = new TableBuilder({ ...file, headless: true }, wanted)
  let bytes = 0
  for await (const [number, line] of linesOf(textPiecesOf(file))) {
    const row = findJsonRow(line)
    if (!row) return notAccepted({ code: 'bad-json-line', row: number, values: { line: number } })
    pushCells(
      builder,
      file.header.map((name) => jsonCell(row[name])),
      number,
    )
    bytes += line.length + 1
    if (builder.rows % 65_536 === 0 && progress?.(builder.rows, bytes) === false) return notAccepted(stopped)
  }
  return accepted(builder)
}

const readSalesReport = async (
  file: DataFile,
  wanted: ColumnsWanted,
  progress: ReadProgress | undefined,
): Promise<Result<TableBuilder, Fault>> => {
  const builder = new TableBuilder(file, wanted)
  const rows = rowsOfReport(linesOf(textPiecesOf(file)))
  let next = await rows.next()
  for (; !next.done; next = await rows.next()) {
    const { line, cells, bytes } = next.value
    pushCells(builder, cells, line)
    if (builder.rows % 65_536 === 0 && progress?.(builder.rows, bytes) === false) return notAccepted(stopped)
  }
  return next.value === undefined ? accepted(builder) : notAccepted(next.value)
}

const readSheet = (file: DataFile, wanted: ColumnsWanted): TableBuilder => {
  const builder = new TableBuilder(file, wanted)
  const width = file.header.length
  for (const [at, row] of (file.sheet?.rows ?? []).entries()) {
    if (row.every((cell) => cell === '')) continue
    pushCells(
      builder,
      Array.from({ length: width }, (_, column) => row[column] ?? ''),
      at + 1,
    )
  }
  return builder
}

const columnFaults = (file: DataFile, names: readonly string[]): Fault[] => {
  const missing = names.filter((name) => !file.header.includes(name))
  const twice = names.filter((name) => file.header.indexOf(name) !== file.header.lastIndexOf(name))
  const faults: Fault[] = twice.map((column) => ({ code: 'duplicate-column', values: { name: file.name, column } }))
  if (missing.length === 0) return faults
  const values = {
    name: file.name,
    missing: missing.join(', '),
    found: file.header.slice(0, 30).join(', '),
    count: missing.length,
  }
  return [{ code: file.header.length === 1 ? 'one-column' : 'columns-missing', values }, ...faults]
}

const checked = (file: DataFile, table: Table): Result<Table, Fault> => {
  const { count, lines } = table.ragged
  const rows = table.rows + count
  if (rows === 0) return notAccepted({ code: 'header-only', values: { name: file.name } })
  if (count <= rows * raggedShareRefused) return accepted(table)
  const line = lines[0] ?? 1
  return notAccepted({
    code: 'ragged-rows',
    row: line,
    values: { name: file.name, count, rows, line, columns: file.header.length },
  })
}

const fromParquet = async (
  file: DataFile,
  wanted: ColumnsWanted,
  progress: ReadProgress | undefined,
): Promise<Result<Table, Fault>> => {
  const told =
    progress && ((rows: number) => progress(rows, (file.bytes * rows) / Math.max(1, file.rowsToldByFile ?? rows)))
  const read = await readParquetColumns(file.path, wanted.coded, wanted.numbers ?? [], told)
  if (read.ok) return checked(file, read.value)
  return notAccepted(...read.faults.map((fault) => ({ ...fault, values: { name: file.name, ...fault.values } })))
}

/** Smaller files are read as fast as they would be found. */
const leastBytesKept = 1024 ** 2

/** Whatever decides what a file is read into: its bytes, how they are understood, and the columns. */
const keyOf = (file: DataFile, { coded, numbers = [] }: ColumnsWanted): string => {
  const { sha256, format, encoding, dialect, header, headless, sheet } = file
  const how = { format, encoding: encoding.encoding, dialect, header, headless, sheet: sheet?.name }
  return cacheKey({ kind: 'table', sha256, how, coded, numbers })
}

const readers = { delimited: readDelimited, 'json-lines': readJsonLines, 'sales-report': readSalesReport } as const

/**
 * Reads the wanted columns of a data file, and only those, into integer codes and numbers. One pass, memory for the codes
 * and the distinct texts alone. Rows with a wrong number of cells are left out and counted; above 5 % the file is refused.
 * With a `cache`, what was read of a file of a megabyte or more is kept there, and found again by the file's hash.
 */
export const readTable = async (
  file: DataFile,
  wanted: ColumnsWanted,
  progress?: ReadProgress,
  cache?: ReadingCache,
): Promise<Result<Table, Fault>> => {
  const told = Object.entries(file.told ?? {}).filter(([name]) => wanted.coded.includes(name))
  const coded = wanted.coded.filter((name) => file.told?.[name] === undefined)
  const read = await readKept(file, { ...wanted, coded }, progress, cache)
  return read.ok && told.length > 0 ? accepted(withTold(read.value, Object.fromEntries(told))) : read
}

const readKept = async (
  file: DataFile,
  wanted: ColumnsWanted,
  progress: ReadProgress | undefined,
  cache: ReadingCache | undefined,
): Promise<Result<Table, Fault>> => {
  if (!cache || file.unpackedBytes < leastBytesKept) return readAnew(file, wanted, progress)
  const key = keyOf(file, wanted)
  const kept = findKept(cache, key, takeTable)
  if (kept) {
    progress?.(kept.rows, file.unpackedBytes)
    return accepted(kept)
  }
  const read = await readAnew(file, wanted, progress)
  if (read.ok) keep(cache, key, bytesOfTable(read.value), (storage) => putTable(storage, read.value))
  return read
}

const readAnew = async (
  file: DataFile,
  wanted: ColumnsWanted,
  progress: ReadProgress | undefined,
): Promise<Result<Table, Fault>> => {
  const faults = columnFaults(file, [...wanted.coded, ...(wanted.numbers ?? [])])
  if (faults.length > 0) return notAccepted(...faults)
  if (file.format === 'parquet') return fromParquet(file, wanted, progress)
  if (file.format === 'workbook') return checked(file, readSheet(file, wanted).finish())
  const read = await readers[file.format](file, wanted, progress)
  if (!read.ok)
    return notAccepted(...read.faults.map((fault) => ({ ...fault, values: { name: file.name, ...fault.values } })))
  return checked(file, read.value.finish())
}
