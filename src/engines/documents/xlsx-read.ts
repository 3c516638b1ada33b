import { posix } from 'node:path'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { type Archive, type ArchiveLimits, archiveLimits, openArchive } from './bounded-archive.ts'
import { isDateFormat } from './xlsx-dates.ts'
import {
  type ReadSheet,
  readSheet,
  type SheetLimits,
  TooManyCells,
  textCollector,
  type WorkbookContext,
} from './xlsx-sheet.ts'
import { attributeOf, decodeXml, RefusedMarkup, scanXml } from './xml-scan.ts'

export type { ReadCell, ReadSheet } from './xlsx-sheet.ts'

/** Bounds of what is read: those of the archive, then of the sheets. */
export type XlsxLimits = ArchiveLimits & SheetLimits

export const xlsxReadLimits: XlsxLimits = { ...archiveLimits, maxCells: 20_000_000, maxColumns: 2_000 }

interface Relation {
  readonly id: string
  readonly kind: string
  readonly target: string
}

const xmlOf = (archive: Archive, name: string): string | undefined => {
  const bytes = archive.find(name)
  return bytes && decodeXml(bytes)
}

const relationsOf = (archive: Archive, part: string): readonly Relation[] => {
  const folder = posix.dirname(part)
  const relations: Relation[] = []
  scanXml(xmlOf(archive, posix.join(folder, '_rels', `${posix.basename(part)}.rels`)) ?? '', {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return
      const target = attributeOf(attributes, 'Target') ?? ''
      relations.push({
        id: attributeOf(attributes, 'Id') ?? '',
        kind: posix.basename(attributeOf(attributes, 'Type') ?? ''),
        target: target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target)),
      })
    },
  })
  return relations
}

const sharedTexts = (xml: string | undefined): readonly string[] => {
  const texts: string[] = []
  const collector = textCollector()
  scanXml(xml ?? '', {
    open: (name) => (name === 'si' ? collector.reset() : collector.open(name)),
    close: (name) => (name === 'si' ? void texts.push(collector.value()) : collector.close(name)),
    text: collector.add,
  })
  return texts
}

const dateStyles = (xml: string | undefined): ReadonlySet<number> => {
  const formats = new Map<number, string>()
  const styles = new Set<number>()
  let [inCellStyles, index]: [boolean, number] = [false, 0]
  scanXml(xml ?? '', {
    open: (name, attributes) => {
      if (name === 'numFmt')
        formats.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '')
      if (name === 'cellXfs') inCellStyles = true
      if (name !== 'xf' || !inCellStyles) return
      const id = Number(attributeOf(attributes, 'numFmtId') ?? 0)
      if (isDateFormat(id, formats.get(id))) styles.add(index)
      index += 1
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return styles
}

const workbookOf = (
  xml: string,
): { readonly from1904: boolean; readonly sheets: readonly { name: string; relation: string }[] } => {
  const sheets: { name: string; relation: string }[] = []
  let from1904 = false
  scanXml(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '')
      if (name === 'sheet')
        sheets.push({ name: attributeOf(attributes, 'name') ?? '', relation: attributeOf(attributes, 'id') ?? '' })
    },
  })
  return { from1904, sheets }
}

const readWorkbook = (archive: Archive, limits: XlsxLimits): Result<readonly ReadSheet[], Fault> => {
  const main = relationsOf(archive, '').find(({ kind }) => kind === 'officeDocument')?.target
  const xml = main === undefined ? undefined : xmlOf(archive, main)
  if (main === undefined || xml === undefined || !/<(\w+:)?workbook[\s>]/.test(xml))
    return notAccepted({ code: 'xlsx-not-a-workbook' })
  const relations = relationsOf(archive, main)
  const partOf = (kind: string) => relations.find((relation) => relation.kind === kind)?.target
  const xmlOfKind = (kind: string) => {
    const part = partOf(kind)
    return part === undefined ? undefined : xmlOf(archive, part)
  }
  const { from1904, sheets } = workbookOf(xml)
  const context: WorkbookContext = {
    from1904,
    texts: sharedTexts(xmlOfKind('sharedStrings')),
    dateStyles: dateStyles(xmlOfKind('styles')),
  }
  const read: ReadSheet[] = []
  let left = limits.maxCells
  for (const { name, relation } of sheets) {
    const found = relations.find(({ id, kind }) => id === relation && kind === 'worksheet')
    const sheetXml = found && xmlOf(archive, found.target)
    if (sheetXml === undefined) continue
    const sheet = readSheet(name, sheetXml, context, { ...limits, maxCells: left })
    left -= sheet.rows.reduce((sum, row) => sum + row.length, 0)
    read.push(sheet)
  }
  return read.length > 0 ? accepted(read) : notAccepted({ code: 'xlsx-no-sheets' })
}

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

const isDamage = (error: unknown): boolean => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'number' || code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
}

/**
 * Reads every worksheet of an XLSX workbook, wherever its parts lie. Nothing is unpacked before the archive has kept the limits.
 * Works on the calling thread: hand big files to a worker. Faults: `xlsx-not-a-workbook`, `xlsx-encrypted-or-old` (a password, or
 * the format before 2007), `xlsx-damaged`, `xlsx-forbidden-markup`, `xlsx-too-many-cells`, `xlsx-no-sheets`, and those of `openArchive`.
 */
export const readSheets = (
  bytes: Uint8Array,
  limits: XlsxLimits = xlsxReadLimits,
): Result<readonly ReadSheet[], Fault> => {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return notAccepted({ code: 'xlsx-encrypted-or-old' })
  if (!startsWith(bytes, 0x50, 0x4b)) return notAccepted({ code: 'xlsx-not-a-workbook' })
  const archive = openArchive(bytes, limits)
  if (!archive.ok) return archive
  try {
    return readWorkbook(archive.value, limits)
  } catch (error) {
    if (error instanceof TooManyCells)
      return notAccepted({
        code: 'xlsx-too-many-cells',
        values: { limit: limits.maxCells, columns: limits.maxColumns },
      })
    if (error instanceof RefusedMarkup) return notAccepted({ code: 'xlsx-forbidden-markup' })
    if (isDamage(error)) return notAccepted({ code: 'xlsx-damaged' })
    throw error
  }
}
