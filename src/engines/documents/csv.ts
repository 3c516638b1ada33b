import { type Cell, isDayCell } from './cell.ts'

/** How a CSV file is written. By default: comma, CRLF (RFC 4180), no byte order mark. */
export interface CsvOptions {
  readonly separator?: ',' | ';' | '\t' | undefined
  /** Some spreadsheets recognise UTF-8 only by its byte order mark. */
  readonly byteOrderMark?: boolean | undefined
}

const formula = /^'*[=+\-@\t\r]/
const quotedFormula = /^'+[=+\-@\t\r]/

/**
 * Text as a cell that no spreadsheet will run: texts that start with `= + - @` TAB or CR are led by an apostrophe, as are texts
 * that already look so quoted, so that `plainText` gives back exactly what was there.
 */
export const quotedText = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** Takes back what `quotedText` added. */
export const plainText = (text: string): string => (quotedFormula.test(text) ? text.slice(1) : text)

const cellText = (cell: Cell): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return quotedText(cell)
  return isDayCell(cell) ? cell.day : String(cell)
}

const needsQuotes = { ',': /[",\r\n]/, ';': /[";\r\n]/, '\t': /["\t\r\n]/ } as const

/** One line of a CSV file, line end included. */
export const csvLine = (cells: readonly Cell[], { separator = ',' }: CsvOptions = {}): string => {
  const quotes = needsQuotes[separator]
  const texts = cells.map((cell) => {
    const text = cellText(cell)
    return quotes.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
  })
  return `${texts.join(separator)}\r\n`
}

/** A CSV file line by line, for files too long to hold. The first line carries the byte order mark when asked for. */
export function* csvLines(
  headings: readonly string[],
  rows: Iterable<readonly Cell[]>,
  options: CsvOptions = {},
): Generator<string> {
  yield (options.byteOrderMark ? '\ufeff' : '') + csvLine(headings, options)
  for (const row of rows) yield csvLine(row, options)
}

/** A whole CSV file as text; see `csvLines`. */
export const writeCsv = (
  headings: readonly string[],
  rows: Iterable<readonly Cell[]>,
  options: CsvOptions = {},
): string => [...csvLines(headings, rows, options)].join('')
