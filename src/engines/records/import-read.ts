import type { Fault } from '../../kernel/fault.ts'
import { canonicalJson } from '../history/index.ts'
import {
  cleanText,
  findDayOrder,
  type Field,
  type FieldValue,
  foldName,
  readAnswer,
  type Reading,
  type Values,
} from '../forms/index.ts'
import { type CodedColumn, getCoded, type Table } from '../tables/index.ts'
import { plainText } from '../documents/csv.ts'
import { findTargetField, type ImportMapping, type ImportPreset } from './import-mapping.ts'
import { keyOf, titleOf } from './record-row.ts'
import { fieldsOf, getField, type Register } from './register.ts'

/** What rows of a file say about one record. */
export interface Candidate {
  readonly key: string
  /** Lines of the file it was made from. */
  readonly lines: readonly number[]
  readonly values: Values
  readonly language?: string
}

/** A row that was not accepted, with its cells as they stood. */
export interface FaultyRow {
  readonly line: number
  readonly faults: readonly Fault[]
  readonly cells: readonly string[]
}

export interface ReadRows {
  readonly candidates: readonly Candidate[]
  readonly faulty: readonly FaultyRow[]
  readonly rows: number
  /** Rows that the `only` of the mapping left out. */
  readonly leftOut: number
  /** Rows that say nothing their record did not have from an earlier row. */
  readonly repeated: number
}

export interface ImportReading {
  readonly register: Register
  readonly mapping: ImportMapping
  readonly preset?: ImportPreset
  readonly reading: Reading
  /** Cells that a spreadsheet could run are led by an apostrophe, as our CSV files have them. */
  readonly isQuoted?: boolean
  /** Called every few hundred rows; may refuse by throwing. */
  readonly pause?: (row: number, rows: number) => Promise<void>
}

interface Cell {
  readonly value?: FieldValue
  readonly text: string
  readonly faults: readonly Fault[]
}

/** One column of the file with its target; each different text in it is read once. */
class TargetColumn {
  readonly name: string
  readonly target: string
  readonly field: Field | undefined
  readonly inner: Field | undefined
  readonly #column: CodedColumn
  readonly #isQuoted: boolean
  readonly #preset: ImportPreset | undefined
  readonly #reading: Reading
  readonly #cells: (Cell | undefined)[]

  constructor(name: string, target: string, table: Table, given: ImportReading) {
    this.name = name
    this.target = target
    const found = findTargetField(given.register, target)
    this.field = found?.field
    this.inner = found?.inner
    this.#isQuoted = given.isQuoted ?? false
    this.#preset = given.preset
    this.#column = getCoded(table, name)
    const order =
      given.reading.dayOrder ?? (this.field?.kind === 'day' ? findDayOrder(this.#column.dictionary) : undefined)
    this.#reading = order === undefined ? given.reading : { ...given.reading, dayOrder: order }
    this.#cells = Array.from({ length: this.#column.dictionary.length })
  }

  at(row: number): Cell {
    const code = this.#column.codes[row]!
    return (this.#cells[code] ??= this.#read(this.#column.dictionary[code]!))
  }

  #read(raw: string): Cell {
    const cell = this.#isQuoted ? plainText(raw) : raw
    const text = this.#preset?.prepare ? this.#preset.prepare(this.name, cell) : cell
    const field = this.inner ?? this.field
    if (!field) return { text: cleanText(text), faults: [] }
    const read = readAnswer(field, text, this.#reading)
    if (read.ok)
      return { text: cleanText(text), faults: [], ...(read.value === undefined ? {} : { value: read.value }) }
    return { text, faults: read.faults.map((fault) => ({ ...fault, field: this.target })) }
  }
}

const joins: ReadonlySet<Field['kind']> = new Set(['long-text', 'list', 'choices', 'groups'])

const joined = (field: Field, one: FieldValue, other: FieldValue): FieldValue => {
  if (field.kind === 'long-text') return one === other ? one : `${String(one as string)}\n\n${String(other as string)}`
  const seen = new Map(
    [...(one as readonly unknown[]), ...(other as readonly unknown[])].map((each) => [canonicalJson(each), each]),
  )
  return [...seen.values()] as unknown as FieldValue
}

const put = (values: Record<string, FieldValue>, field: Field, value: FieldValue): void => {
  const there = values[field.name]
  if (there === undefined) values[field.name] = value
  else if (joins.has(field.kind)) values[field.name] = joined(field, there, value)
}

interface RowReading {
  readonly key: string
  readonly language: string | undefined
  readonly values: Values
  readonly faults: readonly Fault[]
}

const putEntries = (
  values: Record<string, FieldValue>,
  register: Register,
  entries: ReadonlyMap<string, Record<string, string>>,
): void => {
  for (const [name, entry] of entries) put(values, getField(register, name), [entry])
}

const readRow = (columns: readonly TargetColumn[], row: number, given: ImportReading): RowReading => {
  const values: Record<string, FieldValue> = {}
  const entries = new Map<string, Record<string, string>>()
  const faults: Fault[] = []
  let [key, language] = ['', '']
  for (const column of columns) {
    const cell = column.at(row)
    faults.push(...cell.faults)
    if (column.target === 'key') key = cell.text
    else if (column.target === 'language') language = cell.text
    else if (cell.value === undefined || !column.field) continue
    else if (column.inner)
      entries.set(column.field.name, {
        ...entries.get(column.field.name),
        [column.inner.name]: String(cell.value as string),
      })
    else put(values, column.field, cell.value)
  }
  putEntries(values, given.register, entries)
  const completed = given.preset?.complete?.(values) ?? values
  const title = titleOf(given.register, completed)
  if (title === '' && faults.length === 0) faults.push({ code: 'title-missing', field: given.register.title })
  return { key: (key || keyOf(title)).slice(0, 300), language: language || undefined, values: completed, faults }
}

/** Adds a later row of the same record to it; two different answers to a question that takes one are a fault of the later row. */
const merge = (register: Register, candidate: Candidate, row: RowReading): Candidate | Fault => {
  const values: Record<string, FieldValue> = { ...candidate.values }
  for (const field of fieldsOf(register)) {
    const [one, other] = [values[field.name], row.values[field.name]]
    if (other === undefined || one === other) continue
    const differs = one !== undefined && canonicalJson(one) !== canonicalJson(other)
    if (!differs) values[field.name] = other
    else if (field.kind === 'long-text' || !joins.has(field.kind))
      return { code: 'differs-from-row', field: field.name, values: { row: candidate.lines[0]!, key: candidate.key } }
    else values[field.name] = joined(field, one, other)
  }
  return { ...candidate, values }
}

const isFault = (either: Candidate | Fault): either is Fault => 'code' in either

/** Whether a row is wanted at all. */
const filterOf = (table: Table, only: ImportMapping['only']): ((row: number) => boolean) => {
  if (!only) return () => true
  const column = getCoded(table, only.column)
  const wanted = foldName(only.value)
  const codes = new Set(column.dictionary.flatMap((text, code) => (foldName(text) === wanted ? [code] : [])))
  return (row) => codes.has(column.codes[row]!)
}

const rowsPerPause = 500
const mostFaultyKept = 2000

/**
 * Reads the rows of a table into records by the mapping. Rows with the same key become one record where they do not disagree.
 * A row with a fault is left out as a whole and kept with its reasons (the first 2000 with their cells).
 */
export const readRows = async (table: Table, header: readonly string[], given: ImportReading): Promise<ReadRows> => {
  const targets = header.filter((name) => given.mapping.columns[name])
  const columns = targets.map((name) => new TargetColumn(name, given.mapping.columns[name]!, table, given))
  const isWanted = filterOf(table, given.mapping.only)
  const all = header.flatMap((name) => (table.columns.has(name) ? [getCoded(table, name)] : []))
  const byKey = new Map<string, Candidate>()
  const faulty: FaultyRow[] = []
  let [leftOut, repeated] = [0, 0]
  const refuse = (row: number, faults: readonly Fault[]): void => {
    const cells = faulty.length < mostFaultyKept ? all.map(({ codes, dictionary }) => dictionary[codes[row]!]!) : []
    faulty.push({ line: table.lines[row]!, faults, cells })
  }
  for (let row = 0; row < table.rows; row += 1) {
    if (row % rowsPerPause === 0) await given.pause?.(row, table.rows)
    if (!isWanted(row)) {
      leftOut += 1
      continue
    }
    const read = readRow(columns, row, given)
    if (read.faults.length > 0) {
      refuse(row, read.faults)
      continue
    }
    const known = byKey.get(read.key)
    const lines = [...(known?.lines ?? []), table.lines[row]!]
    const next = known ? merge(given.register, known, read) : { key: read.key, lines, values: read.values }
    if (isFault(next)) {
      refuse(row, [next])
      continue
    }
    if (known && canonicalJson(known.values) === canonicalJson(next.values)) repeated += 1
    byKey.set(read.key, { ...next, lines, ...(read.language === undefined ? {} : { language: read.language }) })
  }
  const complete = given.register.complete ?? ((values: Values) => values)
  const candidates = [...byKey.values()].map((candidate) => ({ ...candidate, values: complete(candidate.values) }))
  return { candidates, faulty, rows: table.rows, leftOut, repeated }
}
