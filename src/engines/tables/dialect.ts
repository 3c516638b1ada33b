import { DelimitedParser, type Dialect } from './delimited-parser.ts'

export const separators: readonly string[] = ['\t', ',', ';', '|']

const names: readonly (readonly [string, string])[] = [
  ['\t', 'tab'],
  [',', 'comma'],
  [';', 'semicolon'],
  ['|', 'pipe'],
]

/** A separator as a word of the messages: `tab`, `comma`, `semicolon`, `pipe`, or the character itself. */
export const separatorName = (separator: string): string =>
  names.find(([character]) => character === separator)?.[1] ?? separator

/** The separator a word or character stands for: the reverse of `separatorName`. */
export const separatorOf = (name: string): string => names.find(([, word]) => word === name)?.[0] ?? name

/** The first records of a delimited text under one dialect, as texts. */
export const firstRecords = (
  text: Buffer,
  dialect: Dialect,
  decode: (bytes: Buffer) => string,
  limit = 200,
): string[][] => {
  const records: string[][] = []
  let cells: string[] = []
  const parser = new DelimitedParser(dialect, {
    cell: (_column, bytes, start, end) => {
      if (records.length < limit) cells.push(decode(bytes.subarray(start, end)))
    },
    record: () => {
      if (records.length < limit) records.push(cells)
      cells = []
    },
  })
  parser.push(text)
  parser.end()
  return records
}

/** The part of a head up to its last line end, or all of it when it holds the whole file. */
export const wholeLines = (head: Buffer, isWhole: boolean): Buffer => {
  if (isWhole) return head
  const end = head.lastIndexOf(10)
  return end < 0 ? head : head.subarray(0, end + 1)
}

interface Trial {
  readonly dialect: Dialect
  readonly columns: number
  readonly regular: number
}

const tryDialect = (text: Buffer, dialect: Dialect): Trial => {
  const records = firstRecords(text, dialect, (bytes) => bytes.toString('latin1'))
  const columns = records[0]?.length ?? 0
  const same = records.filter((record) => record.length === columns).length
  return { dialect, columns, regular: records.length === 0 ? 0 : same / records.length }
}

const better = (a: Trial, b: Trial): Trial => {
  if (a.columns < 2 !== b.columns < 2) return a.columns < 2 ? b : a
  if (Math.abs(a.regular - b.regular) > 0.02) return b.regular > a.regular ? b : a
  return b.columns > a.columns ? b : a
}

/** Whether files with this separator are commonly written without quotation, marks being ordinary characters in them. */
export const mayBeUnquoted = (separator: string): boolean => separator === '\t' || separator === '|'

/**
 * The separator and quotation of a delimited text, from its first lines: the pair under which the records have the most
 * regular number of cells, then the most cells. A file of one column comes back with a comma.
 */
export const findDialect = (text: Buffer, separator?: string): Dialect => {
  const candidates = separator === undefined ? separators : [separator]
  const quoted = candidates.map((separator) => tryDialect(text, { separator, quote: '"' }))
  const plain = candidates.filter(mayBeUnquoted).map((separator) => tryDialect(text, { separator, quote: undefined }))
  const trials = text.includes(0x22) ? [...quoted, ...plain] : quoted
  const best = trials.reduce(better)
  return best.columns < 2 ? { separator: separator ?? ',', quote: '"' } : best.dialect
}
