import type { Kysely, Transaction } from 'kysely'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import type { Option } from '../forms/index.ts'
import { type DataFile, getCoded, openDataFile, readTable, type Table } from '../tables/index.ts'
import { applyCandidates, compareAll, type Compared, type Outcome } from './import-apply.ts'
import type { ImportMapping, ImportPreset } from './import-mapping.ts'
import { type Candidate, type FaultyRow, readRows } from './import-read.ts'
import { titleOf } from './record-row.ts'
import type { Change } from './record-store.ts'
import type { Register } from './register.ts'

/** What an import does, or would do: nothing of the file is left unsaid. */
export interface ImportReport {
  /** Rows below the header. */
  readonly rows: number
  /** Records those rows make. */
  readonly records: number
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  /** Rows not accepted; `faultyRows` holds the first 2000 of them. */
  readonly faulty: number
  readonly faultyRows: readonly FaultyRow[]
  /** Rows that add nothing to an earlier row of the same record. */
  readonly repeated: number
  /** Rows left out by the choice of one value of a column. */
  readonly leftOut: number
  /** Rows whose number of cells differs from the header's. */
  readonly ragged: { readonly count: number; readonly lines: readonly number[] }
  /** Columns not taken over, with the number of their cells that were not empty. */
  readonly dropped: readonly { readonly column: string; readonly cells: number }[]
  /** What the reader noticed about the file: a guessed encoding, a chosen sheet. */
  readonly notes: readonly Fault[]
  /** The first records, for a look before anything is done. */
  readonly first: readonly {
    readonly key: string
    readonly title: string
    readonly outcome: Outcome
    readonly lines: readonly number[]
  }[]
}

export interface ImportGiven {
  readonly register: Register
  readonly party: string
  readonly path: string
  /** The name the person gave the file. */
  readonly name: string
  readonly mapping: ImportMapping
  readonly preset?: ImportPreset
  readonly optionsOf: (list: string) => readonly Option[]
  readonly progress?: (done: number, total: number) => Promise<void>
}

interface Read {
  readonly candidates: readonly Candidate[]
  readonly report: Omit<ImportReport, 'new' | 'changed' | 'unchanged' | 'first'>
}

const filledCells = (table: Table, column: string): number => {
  const { codes, dictionary } = getCoded(table, column)
  let count = 0
  for (const code of codes) if (dictionary[code] !== '') count += 1
  return count
}

/** Half of an import's time goes into reading, half into comparing and writing. */
const readingShare = 0.5

/** More rows than this do not fit into the memory of a small server at once. */
export const mostImportRows = 200_000

const readFile = async (given: ImportGiven): Promise<Result<Read, Fault>> => {
  const opened = await openDataFile(given.path, { name: given.name })
  if (!opened.ok) return opened
  const file: DataFile = opened.value
  const header = [...new Set(file.header)]
  const read = await readTable(file, { coded: header }, (rows) => rows <= mostImportRows)
  const isTooLong = read.ok
    ? read.value.rows > mostImportRows
    : read.faults.some(({ code }) => code === 'reading-stopped')
  if (isTooLong) return notAccepted({ code: 'too-many-rows', values: { name: given.name, limit: mostImportRows } })
  if (!read.ok) return read
  const table = read.value
  const { optionsOf, mapping, preset, register, progress } = given
  const reading = { optionsOf, decimal: '.' as const, ...(mapping.dayOrder ? { dayOrder: mapping.dayOrder } : {}) }
  const pause = async (row: number, rows: number): Promise<void> => {
    await progress?.(row * readingShare, rows)
  }
  const isQuoted = file.format === 'delimited'
  const rows = await readRows(table, header, {
    register,
    mapping,
    reading,
    pause,
    isQuoted,
    ...(preset ? { preset } : {}),
  })
  const dropped = header
    .filter((column) => !mapping.columns[column])
    .map((column) => ({ column, cells: filledCells(table, column) }))
  return accepted({
    candidates: rows.candidates,
    report: {
      rows: rows.rows,
      records: rows.candidates.length,
      faulty: rows.faulty.length,
      faultyRows: rows.faulty.filter(({ cells }) => cells.length > 0),
      leftOut: rows.leftOut,
      repeated: rows.repeated,
      ragged: table.ragged,
      dropped,
      notes: file.notes,
    },
  })
}

const firstShown = 10

const shownFirst = (register: Register, { candidate, outcome, values }: Compared): ImportReport['first'][number] => ({
  key: candidate.key,
  title: titleOf(register, values),
  outcome,
  lines: candidate.lines.slice(0, 20),
})

const withHalves =
  (progress: ImportGiven['progress'], records: number) =>
  async (done: number): Promise<void> => {
    await progress?.(records * readingShare + done * (1 - readingShare), records)
  }

/** Reads the file and compares it with the register; changes nothing. A file that is no table comes back as faults. */
export const checkImport = async (db: Kysely<unknown>, given: ImportGiven): Promise<Result<ImportReport, Fault>> => {
  const read = await readFile(given)
  if (!read.ok) return read
  const { candidates, report } = read.value
  const counts = { new: 0, changed: 0, unchanged: 0 }
  const first: ImportReport['first'][number][] = []
  const step = withHalves(given.progress, candidates.length)
  let done = 0
  for await (const some of compareAll(db, given, candidates)) {
    for (const each of some) counts[each.outcome] += 1
    first.push(...some.slice(0, firstShown - first.length).map((each) => shownFirst(given.register, each)))
    done += some.length
    await step(done)
  }
  return accepted({ ...report, ...counts, first })
}

/**
 * Reads the file and takes it over, all in the given transaction. With `strict` in the mapping a single row with a fault keeps everything out
 * (`strict-faults`).
 */
export const runImport = async (
  tx: Transaction<unknown>,
  given: ImportGiven & { readonly change: Change },
): Promise<Result<ImportReport, Fault>> => {
  const read = await readFile(given)
  if (!read.ok) return read
  const { candidates, report } = read.value
  if (given.mapping.strict && report.faulty > 0)
    return notAccepted({ code: 'strict-faults', values: { count: report.faulty } })
  const applied = await applyCandidates(tx, given, candidates, withHalves(given.progress, candidates.length))
  return accepted({ ...report, ...applied, first: [] })
}
