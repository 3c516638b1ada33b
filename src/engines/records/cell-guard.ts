const couldBeFormula = /^'*[=+\-@\t\r]/

/**
 * A text for a cell of a CSV file. A spreadsheet takes a cell that begins with `= + - @`, TAB or CR for a formula: an apostrophe before it
 * makes it a text. `unguarded` takes exactly that apostrophe off again.
 */
export const guarded = (text: string): string => (couldBeFormula.test(text) ? `'${text}` : text)

export const unguarded = (cell: string): string =>
  cell.startsWith("'") && couldBeFormula.test(cell.slice(1)) ? cell.slice(1) : cell
