import type { CellValue } from 'read-excel-file/node'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'

/** The cells of one sheet as texts: numbers with a point, days as `YYYY-MM-DD`, formulas as their last stored result. */
export interface WorkbookSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** What a workbook may hold before the reader asks for a CSV instead. */
export const workbookLimits = { fileBytes: 20 * 1024 ** 2, unpackedBytes: 200 * 1024 ** 2, entries: 1000 }

interface ZipEntry {
  readonly name: string
  readonly unpackedBytes: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50

/** The entries a ZIP archive declares in its central directory (APPNOTE 4.3.12); nothing when it has none. */
export const zipEntries = (bytes: Buffer): ZipEntry[] | undefined => {
  let end = bytes.length - 22
  while (end >= 0 && end > bytes.length - 65_558 && bytes.readUInt32LE(end) !== endOfDirectory) end--
  if (end < 0 || bytes.readUInt32LE(end) !== endOfDirectory) return undefined
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const entries: ZipEntry[] = []
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) return undefined
    const nameBytes = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameBytes),
      unpackedBytes: bytes.readUInt32LE(at + 24),
    })
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

const archiveFault = (bytes: Buffer, name: string): Fault | undefined => {
  const entries = zipEntries(bytes)
  if (!entries) return { code: 'workbook-damaged', values: { name } }
  if (!entries.some((entry) => /(^|\/)workbook\.(xml|bin)$/.test(entry.name)))
    return { code: 'is-zip', values: { name } }
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0)
  const fits = entries.length <= workbookLimits.entries && unpacked <= workbookLimits.unpackedBytes
  return fits ? undefined : tooLarge(name)
}

const tooLarge = (name: string): Fault => ({
  code: 'workbook-too-large',
  values: { name, megabytes: workbookLimits.fileBytes / 1024 ** 2 },
})

const cellText = (value: CellValue | null): string => {
  if (value === null) return ''
  if (value instanceof Date) {
    const text = value.toISOString()
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19)
  }
  return String(value)
}

/** The first sheet that holds more than one row, with a note when there were several to choose from. */
const chooseSheet = (
  sheets: readonly WorkbookSheet[],
  name: string,
): { sheet: WorkbookSheet; notes: Fault[] } | undefined => {
  const sheet = sheets.find((sheet) => sheet.rows.length > 1) ?? sheets[0]
  if (!sheet) return undefined
  const notes =
    sheets.length > 1 ? [{ code: 'sheet-chosen', values: { name, sheet: sheet.name, sheets: sheets.length } }] : []
  return { sheet, notes }
}

/** The folder of the workbook part, which the package names in its root relations (ECMA-376 part 2); usually `xl/`. */
const workbookFolder = (relations: string): string => {
  const relation = /<Relationship\b[^>]*\/officeDocument"[^>]*>/.exec(relations)?.[0] ?? ''
  const target = /\bTarget="\/?([^"]*)"/.exec(relation)?.[1] ?? 'xl/workbook.xml'
  return target.slice(0, target.lastIndexOf('/') + 1)
}

/** The same package with its workbook under `xl/`, where our reader looks for it; other programs may put it elsewhere. */
const atUsualPlace = async (bytes: Buffer): Promise<Buffer> => {
  const { strFromU8, unzipSync, zipSync } = await import('fflate')
  const relations = unzipSync(bytes, { filter: (entry) => entry.name === '_rels/.rels' })['_rels/.rels']
  const folder = workbookFolder(relations ? strFromU8(relations) : '')
  if (folder === 'xl/') return bytes
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith(folder) && name !== '_rels/.rels')
  const moved = parts.map(([name, part]) => [`xl/${name.slice(folder.length)}`, part] as const)
  return Buffer.from(zipSync(Object.fromEntries(moved), { level: 0 }))
}

/** Reads an XLSX workbook, bounded before it is unpacked. `bytes` is nothing when the file was too large to keep. */
export const readWorkbook = async (
  bytes: Buffer | undefined,
  name: string,
): Promise<Result<{ sheet: WorkbookSheet; notes: Fault[] }, Fault>> => {
  if (!bytes || bytes.length > workbookLimits.fileBytes) return notAccepted(tooLarge(name))
  const fault = archiveFault(bytes, name)
  if (fault) return notAccepted(fault)
  const { default: readSheets } = await import('read-excel-file/node')
  try {
    const sheets = await readSheets(await atUsualPlace(bytes))
    const texts = sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }))
    const chosen = chooseSheet(texts, name)
    return chosen ? accepted(chosen) : notAccepted({ code: 'workbook-damaged', values: { name } })
  } catch {
    return notAccepted({ code: 'workbook-damaged', values: { name } })
  }
}
