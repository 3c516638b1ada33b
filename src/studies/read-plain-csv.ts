import { type Cell, plainText } from '../engines/documents/index.ts'

/** One field of a CSV text as RFC 4180 has it: in quotation marks, or up to the next comma or line end; then what follows it. */
const field = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/y

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i

/** Digits that a spreadsheet keeps; longer ones are identifiers and stay text. */
const exactDigits = 15

const cellOf = (quoted: string | undefined, bare: string): Cell => {
  if (quoted !== undefined) return plainText(quoted.replaceAll('""', '"'))
  if (bare === '') return null
  const isNumber = number.test(bare) && (bare.includes('.') || bare.replaceAll(/\D/g, '').length <= exactDigits)
  return isNumber ? Number(bare) : plainText(bare)
}

/** Reads a CSV text that this house wrote (comma, RFC 4180): numbers as numbers, guarded texts as they were. Throws RangeError for others. */
export const readPlainCsv = (text: string): readonly (readonly Cell[])[] => {
  const plain = text.replace(/^\uFEFF/, '')
  const rows: Cell[][] = []
  let row: Cell[] = []
  field.lastIndex = 0
  while (field.lastIndex < plain.length) {
    const found = field.exec(plain)
    if (!found) throw new RangeError('a CSV text of this house that cannot be read')
    const [, quoted, bare = '', end = ''] = found
    row.push(cellOf(quoted, bare))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}
