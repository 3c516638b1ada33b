import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ArchiveRefused, readTar } from '../../engines/texts/archive.ts'
import { type CoverageDoubt, coverageDoubts } from '../../engines/texts/coverage.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { type AuditedAgreement, auditCsv, auditJson } from './audit-table.ts'
import type { NamedText } from './audit-text.ts'
import { auditTexts } from './audit-texts.ts'

export interface AuditOptions {
  /** Files, folders (read with all below them) and tar or tar.gz archives. */
  readonly paths: readonly string[]
  readonly format: 'csv' | 'json'
}

export interface AuditRun {
  /** The table or the JSON, to be written to `--out` or standard output. */
  readonly text: string
  readonly agreements: readonly AuditedAgreement[]
  /** Files that were refused, and why; the others were audited all the same. */
  readonly refused: readonly Fault[]
  /** What the person should know of those that were read: in how many cases silence proves nothing, and why. */
  readonly notes: readonly Fault[]
}

const extensions = /\.(?:xml|akn|html?|xhtml|docx|pdf|txt|md)$/i
const archives = /\.(?:tar|tar\.gz|tgz)$/i

const byName = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

const filesUnder = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && (extensions.test(entry.name) || archives.test(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(byName)
}

const filesAt = async (path: string): Promise<Result<string[], Fault>> => {
  const found = await stat(path).catch(() => undefined)
  if (!found) return notAccepted({ code: 'path-not-there', field: path, values: { path } })
  if (!found.isDirectory()) return accepted([path])
  const files = await filesUnder(path)
  return files.length > 0
    ? accepted(files)
    : notAccepted({ code: 'folder-without-texts', field: path, values: { path } })
}

const textsOf = async (path: string): Promise<Result<NamedText[], Fault>> => {
  const bytes = await readFile(path)
  if (!archives.test(path)) return accepted([{ name: path, bytes }])
  try {
    const entries = readTar(bytes).filter(
      ({ name }) => extensions.test(name) && !/(?:^|\/)(?:README|LICENSE)/i.test(name),
    )
    return accepted(entries.sort((a, b) => byName(a.name, b.name)))
  } catch (error) {
    if (error instanceof ArchiveRefused) return notAccepted({ code: error.code, field: path, values: { path } })
    throw error
  }
}

const gather = async (paths: readonly string[]): Promise<{ texts: NamedText[]; faults: Fault[] }> => {
  const texts: NamedText[] = []
  const faults: Fault[] = []
  for (const path of paths) {
    const files = await filesAt(path)
    if (!files.ok) faults.push(...files.faults)
    for (const file of files.ok ? files.value : []) {
      const read = await textsOf(file)
      if (read.ok) texts.push(...read.value)
      else faults.push(...read.faults)
    }
  }
  return { texts, faults }
}

const namedFiles = 10

const doubtNote = (doubt: CoverageDoubt, agreements: readonly AuditedAgreement[]): Fault[] => {
  const files = agreements.filter(({ coverage }) => coverage.doubts.includes(doubt)).map(({ document }) => document.id)
  if (files.length === 0) return []
  const shown = [...files.slice(0, namedFiles), ...(files.length > namedFiles ? ['…'] : [])].join(', ')
  return [{ code: `doubt-${doubt.replaceAll('_', '-')}`, values: { files: shown } }]
}

const conclusionNotes = (agreements: readonly AuditedAgreement[]): Fault[] => {
  const open = agreements.filter(({ coverage }) => !coverage.whole).length
  return [
    ...(open > 0 ? [{ code: 'cannot-conclude', values: { open, of: agreements.length } }] : []),
    ...coverageDoubts.flatMap((doubt) => doubtNote(doubt, agreements)),
    ...agreements
      .filter(({ coverage }) => coverage.repeated.length > 0)
      .slice(0, namedFiles)
      .map(({ document, coverage }) => ({
        code: 'repeated-articles',
        values: { file: document.id, labels: coverage.repeated.slice(0, 5).join(', ') },
      })),
  ]
}

/**
 * Audits texts without a database. Faults (`path-not-there`, `folder-without-texts`, `archive-…`, `text-…`) come as the result
 * when nothing at all could be read, and as `refused` when other texts could: one bad file disturbs nothing else.
 */
export const auditAgreements = async ({ paths, format }: AuditOptions): Promise<Result<AuditRun, Fault>> => {
  const found = await gather(paths)
  const { agreements, faults: refused } = await auditTexts(found.texts)
  const faults = [...found.faults, ...refused]
  if (agreements.length === 0) return notAccepted(...(faults.length > 0 ? faults : [{ code: 'nothing-to-audit' }]))
  const text = format === 'json' ? auditJson(agreements) : auditCsv(agreements)
  return accepted({ text, agreements, refused: faults, notes: conclusionNotes(agreements) })
}
