export type Cell = string | number | null | undefined

/** A cell as RFC 4180 wants it; a text that a spreadsheet would take for a formula is led by an apostrophe. */
const cellText = (cell: Cell): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as CSV (RFC 4180, CR LF), short rows filled up with empty cells. */
export const csvText = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [header, ...rows].map((row) => `${header.map((_, at) => cellText(row[at])).join(',')}\r\n`).join('')
