import writeXlsxFile, { type Cell as XlsxCell } from 'write-excel-file/node'
import type { Direction } from '../../kernel/locale.ts'
import { type Cell, isDayCell, type SheetToWrite } from './cell.ts'

/** The most rows and the longest text of a cell that the format holds. */
export const xlsxLimits = { rows: 1_048_576, characters: 32_767 } as const

const withoutControls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g // oxlint-disable-line no-control-regex -- XML 1.0 has no such characters

const escaped = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/**
 * Text as the file stores it. What looks like one of the format's own escapes is escaped itself; so is the first letter of names
 * every object has (`toString`, `__proto__`), which the library's table of texts would otherwise lose.
 */
const storedText = (text: string): string => {
  const plain = text.replaceAll(withoutControls, '').replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, escaped('_'))
  return plain in Object.prototype ? escaped(plain) + plain.slice(1) : plain
}

const written = (cell: Cell): XlsxCell => {
  if (cell === null || cell === undefined) return null
  if (isDayCell(cell)) return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'boolean') return { value: cell, type: Boolean }
  return { value: storedText(cell), type: String, wrap: cell.length > 60, alignVertical: 'top' }
}

const headingCell = (heading: string): XlsxCell => ({
  value: heading,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#f6f3ea',
  bottomBorderStyle: 'thin',
  wrap: true,
  alignVertical: 'top',
})

/** A sheet's name as Excel accepts it: at most 31 characters, none of `[ ] : * ? / \`, and none used before. */
export const sheetName = (name: string, taken: readonly string[] = []): string => {
  const plain =
    name
      .replaceAll(/[[\]:*?/\\]/g, ' ')
      .replaceAll(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31) || 'Sheet'
  const isTaken = (candidate: string) => taken.some((other) => other.toLowerCase() === candidate.toLowerCase())
  let candidate = plain
  for (let number = 2; isTaken(candidate); number += 1)
    candidate = `${plain.slice(0, 31 - String(number).length - 1)} ${number}`
  return candidate
}

/**
 * Writes a workbook: headings frozen and bold, numbers as numbers, days as dates, texts never as formulas. `direction` turns the
 * sheets right to left. Throws RangeError when a sheet has more rows, or a cell more text, than the format holds.
 */
export const writeXlsx = async (sheets: readonly SheetToWrite[], direction: Direction = 'ltr'): Promise<Uint8Array> => {
  const names: string[] = []
  for (const sheet of sheets) {
    if (sheet.rows.length >= xlsxLimits.rows) throw new RangeError(`${sheet.name} has more rows than a sheet holds`)
    if (sheet.rows.some((row) => row.some((cell) => typeof cell === 'string' && cell.length > xlsxLimits.characters)))
      throw new RangeError(`${sheet.name} has a text longer than a cell holds`)
    names.push(sheetName(sheet.name, names))
  }
  const prepared = sheets.map((sheet, index) => ({
    sheet: names[index]!,
    data: [sheet.columns.map(({ heading }) => headingCell(heading)), ...sheet.rows.map((row) => row.map(written))],
    columns: sheet.columns.map(({ heading, widthInCharacters }) => ({
      width: widthInCharacters ?? Math.min(40, Math.max(12, heading.length + 2)),
    })),
    stickyRowsCount: 1,
    rightToLeft: direction === 'rtl',
  }))
  return new Uint8Array(await writeXlsxFile(prepared).toBuffer())
}
