import { findSerialDate } from './xlsx-dates.ts'
import { attributeOf, scanXml } from './xml-scan.ts'

/** A cell as read: text, number, truth value, or empty. Dates come as ISO 8601 text (`2021-07-04`). */
export type ReadCell = string | number | boolean | null

/** One sheet as read. Rows lie at their own index; each is as long as its last cell that holds something. */
export interface ReadSheet {
  readonly name: string
  readonly rows: readonly (readonly ReadCell[])[]
  /** Addresses (`B7`) of the first cells whose value was worked out by a formula; the value read is the one stored last. */
  readonly formulaCells: readonly string[]
  readonly formulaCount: number
  /** Addresses of the first cells that hold an error such as `#DIV/0!`; they are read as that text. */
  readonly errorCells: readonly string[]
}

/** What cells refer to: shared texts by number, and which styles show dates. */
export interface WorkbookContext {
  readonly texts: readonly string[]
  readonly dateStyles: ReadonlySet<number>
  readonly from1904: boolean
}

/** Thrown when a sheet would take more cells or columns than the limits allow. */
export class TooManyCells extends Error {
  override readonly name = 'TooManyCells'
}

/** `maxCells` counts empty cells between others too, since they take memory all the same. */
export interface SheetLimits {
  readonly maxCells: number
  readonly maxColumns: number
}

const namedFirst = 20
const emptyRow: readonly ReadCell[] = []

const columnOf = (address: string): number => {
  let column = 0
  for (let at = 0; at < address.length; at += 1) {
    const letter = address.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

const withoutEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** The text of every `t` inside an item, phonetic readings left out. */
export const textCollector = () => {
  let text = ''
  let isText = false
  let phoneticDepth = 0
  return {
    reset: () => {
      text = ''
    },
    open: (name: string) => {
      if (name === 'rPh') phoneticDepth += 1
      if (name === 't') isText = phoneticDepth === 0
    },
    close: (name: string) => {
      if (name === 'rPh') phoneticDepth -= 1
      if (name === 't') isText = false
    },
    add: (piece: string) => {
      if (isText) text += piece
    },
    value: () => withoutEscapes(text),
  }
}

const valueOf = (type: string, style: number, raw: string, inline: string, context: WorkbookContext): ReadCell => {
  switch (type) {
    case 'inlineStr':
      return inline === '' ? null : inline
    case 's':
      return context.texts[Number(raw)] || null
    case 'str':
    case 'e':
      return raw === '' ? null : withoutEscapes(raw)
    case 'b':
      return raw === '' ? null : raw === '1'
    case 'd':
      return raw === '' ? null : raw.replace(/T00:00:00(\.0+)?Z?$/, '')
    default: {
      if (raw.trim() === '') return null
      const number = Number(raw)
      if (!Number.isFinite(number)) return raw
      return (context.dateStyles.has(style) ? findSerialDate(number, context.from1904) : undefined) ?? number
    }
  }
}

/** Reads the XML of one sheet. Throws TooManyCells and RefusedMarkup. */
export const readSheet = (name: string, xml: string, context: WorkbookContext, limits: SheetLimits): ReadSheet => {
  const rows: (readonly ReadCell[])[] = []
  const formulaCells: string[] = []
  const errorCells: string[] = []
  const collector = textCollector()
  let [row, rowIndex, column, cellCount, formulaCount, style]: [ReadCell[], number, number, number, number, number] = [
    [],
    -1,
    -1,
    0,
    0,
    0,
  ]
  let [type, raw, address]: [string, string, string] = ['n', '', '']
  let [isValue, isFormula]: [boolean, boolean] = [false, false]

  const openRow = (attributes: string): void => {
    const given = Number(attributeOf(attributes, 'r') ?? rowIndex + 2) - 1
    rowIndex = Number.isInteger(given) && given > rowIndex ? given : rowIndex + 1
    if (rowIndex > 1_048_575) throw new TooManyCells()
    while (rows.length < rowIndex) rows.push(emptyRow)
    row = []
    column = -1
  }
  const openCell = (attributes: string): void => {
    const given = attributeOf(attributes, 'r')
    column = given ? columnOf(given) : column + 1
    if (column < 0 || column >= limits.maxColumns) throw new TooManyCells()
    address = given ?? `${column + 1}:${rowIndex + 1}`
    type = attributeOf(attributes, 't') ?? 'n'
    style = Number(attributeOf(attributes, 's') ?? 0)
    raw = ''
    isFormula = false
    collector.reset()
  }
  const closeCell = (): void => {
    const value = valueOf(type, style, raw, collector.value(), context)
    if (isFormula) {
      formulaCount += 1
      if (formulaCells.length < namedFirst) formulaCells.push(address)
    }
    if (type === 'e' && errorCells.length < namedFirst) errorCells.push(address)
    if (value === null) return
    cellCount += Math.max(0, column + 1 - row.length)
    if (cellCount > limits.maxCells) throw new TooManyCells()
    while (row.length < column) row.push(null)
    row[column] = value
  }
  scanXml(xml, {
    open: (tag, attributes) => {
      if (tag === 'row') openRow(attributes)
      else if (tag === 'c') openCell(attributes)
      else if (tag === 'v') isValue = true
      else if (tag === 'f') isFormula = true
      else collector.open(tag)
    },
    close: (tag) => {
      if (tag === 'c') closeCell()
      else if (tag === 'v') isValue = false
      else if (tag === 'row') rows[rowIndex] = row
      else collector.close(tag)
    },
    text: (text) => {
      if (isValue) raw += text
      else collector.add(text)
    },
  })
  return { name, rows, formulaCells, formulaCount, errorCells }
}
