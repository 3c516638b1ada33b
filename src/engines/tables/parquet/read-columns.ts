import type { Fault } from '../../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../../kernel/result.ts'
import type { Column, Table } from '../table.ts'
import { readInProcess } from './reading-process.ts'
import type { BlockTitle } from './send-columns.ts'
import type { ParquetSurvey } from './send-survey.ts'
import { type ReadingLimits, usualReadingLimits } from './wish.ts'

/** Names, number of rows and first rows of a Parquet file. Faults as `readPlaysByUser`. */
export const surveyParquet = async (
  path: string,
  sampleRows: number,
  limits: ReadingLimits = usualReadingLimits,
): Promise<Result<ParquetSurvey, Fault>> => {
  let survey: ParquetSurvey | undefined
  const receiver = {
    json: (value: unknown) => {
      survey = value as ParquetSurvey
    },
    block: () => undefined,
  }
  const fault = await readInProcess({ kind: 'survey', files: [path], limits, sampleRows }, receiver)
  if (fault) return notAccepted(fault)
  return survey ? accepted(survey) : notAccepted({ code: 'reading-died' })
}

/** Columns that grow by blocks. */
class ColumnsBuilder {
  readonly #texts = new Map<string, string[]>()
  readonly #blocks = new Map<string, Buffer[]>()
  #title: Exclude<BlockTitle, { kind: 'texts' }> | undefined

  json(title: BlockTitle): void {
    if (title.kind !== 'texts') {
      this.#title = title
      return
    }
    const texts = this.#texts.get(title.column) ?? []
    for (const text of title.texts) texts.push(text)
    this.#texts.set(title.column, texts)
  }

  /** The rows of the first column that have come. */
  block(bytes: Buffer): number {
    const { column, rows } = this.#title!
    const blocks = this.#blocks.get(column) ?? []
    blocks.push(bytes)
    this.#blocks.set(column, blocks)
    return column === [...this.#blocks.keys()][0] ? rows : 0
  }

  #joined(name: string): ArrayBuffer {
    const blocks = this.#blocks.get(name) ?? []
    const joined = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const block of blocks) {
      joined.set(block, at)
      at += block.length
    }
    this.#blocks.delete(name)
    return joined.buffer
  }

  finish(coded: readonly string[], numbers: readonly string[]): Table {
    const columns = new Map<string, Column>()
    let rows = 0
    for (const name of coded) {
      const codes = new Int32Array(this.#joined(name))
      rows = codes.length
      columns.set(name, { kind: 'coded', codes, dictionary: this.#texts.get(name) ?? [] })
    }
    for (const name of numbers) {
      const values = new Float64Array(this.#joined(name))
      rows = values.length
      columns.set(name, { kind: 'number', values, unreadable: 0 })
    }
    const lines = Int32Array.from({ length: rows }, (_, row) => row + 1)
    return { rows, lines, columns, ragged: { count: 0, lines: [] } }
  }
}

/**
 * Reads the wanted columns of a Parquet file into the same table as any other file: texts as codes, numbers as doubles, nothing as empty;
 * `lines` are the rows of the file from 1. `progress` is told how many rows have come and stops the reading by returning false.
 */
export const readParquetColumns = async (
  path: string,
  coded: readonly string[],
  numbers: readonly string[],
  progress?: (rows: number) => boolean | void,
): Promise<Result<Table, Fault>> => {
  const builder = new ColumnsBuilder()
  const stop = new AbortController()
  let rows = 0
  const receiver = {
    json: (value: unknown) => builder.json(value as BlockTitle),
    block: (bytes: Buffer) => {
      rows += builder.block(bytes)
      if (progress?.(rows) === false) stop.abort()
    },
  }
  const wish = { kind: 'columns' as const, files: [path], limits: usualReadingLimits, coded, numbers }
  const fault = await readInProcess(wish, receiver, { signal: stop.signal })
  return fault ? notAccepted(fault) : accepted(builder.finish(coded, numbers))
}
