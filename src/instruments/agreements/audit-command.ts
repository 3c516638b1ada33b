import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ArchiveRefused, readTar } from '../../engines/texts/archive.ts'
import { type CoverageDoubt, coverageDoubts, coverageOf } from '../../engines/texts/coverage.ts'
import type { TextDocument } from '../../engines/texts/document.ts'
import { readAnyDocument } from '../../engines/texts/pdf.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { type Auditor, createAuditor } from './audit.ts'
import { type AuditedAgreement, auditCsv, auditJson } from './audit-table.ts'
import { readPolicySpace } from './policy-space.ts'

export interface AuditOptions {
  /** Files, folders (read with all below them) and tar or tar.gz archives. */
  readonly paths: readonly string[]
  readonly format: 'csv' | 'json'
}

export interface AuditRun {
  /** The table or the JSON, to be written to `--out` or standard output. */
  readonly text: string
  readonly agreements: readonly AuditedAgreement[]
  /** What the person should know: files that were refused and why (`field` is the file), and in how many cases silence proves nothing. */
  readonly notes: readonly Fault[]
}

const extensions = /\.(?:xml|akn|html?|xhtml|docx|pdf|txt|md)$/i
const archives = /\.(?:tar|tar\.gz|tgz)$/i

interface Text {
  readonly name: string
  readonly bytes: Buffer
}

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

const textsOf = async (path: string): Promise<Result<Text[], Fault>> => {
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

/** Audits one document: clauses, coverage, policy space. */
export const auditDocument = (document: TextDocument, auditor: Auditor): AuditedAgreement => {
  const { id, title, format, language, otherLanguages, hash } = document
  const coverage = coverageOf(document)
  const hits = auditor.audit(document)
  return {
    document: { id, ...(title !== undefined && { title }), format, language, otherLanguages, hash },
    coverage,
    hits,
    policySpace: readPolicySpace(hits, coverage),
  }
}

const named = (faults: readonly Fault[], file: string): Fault[] =>
  faults.map((fault) => ({ ...fault, field: file, values: { ...fault.values, file: basename(file) } }))

const auditPath = async (path: string, auditor: Auditor, agreements: AuditedAgreement[]): Promise<Fault[]> => {
  const texts = await textsOf(path)
  if (!texts.ok) return [...texts.faults]
  const faults: Fault[] = []
  for (const { name, bytes } of texts.value) {
    const document = await readAnyDocument(name, bytes)
    if (document.ok) agreements.push(auditDocument(document.value, auditor))
    else faults.push(...named(document.faults, name))
  }
  return faults
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
  ]
}

/**
 * Audits texts without a database. Faults (`path-not-there`, `folder-without-texts`, `archive-…`, `text-…`) come as the result
 * when nothing at all could be read, and as notes when other texts could: one bad file disturbs nothing else.
 */
export const auditAgreements = async ({ paths, format }: AuditOptions): Promise<Result<AuditRun, Fault>> => {
  const auditor = createAuditor()
  const agreements: AuditedAgreement[] = []
  const faults: Fault[] = []
  for (const path of paths) {
    const files = await filesAt(path)
    if (!files.ok) faults.push(...files.faults)
    else for (const file of files.value) faults.push(...(await auditPath(file, auditor, agreements)))
  }
  if (agreements.length === 0) return notAccepted(...(faults.length > 0 ? faults : [{ code: 'nothing-to-audit' }]))
  const text = format === 'json' ? auditJson(agreements) : auditCsv(agreements)
  return accepted({ text, agreements, notes: [...faults, ...conclusionNotes(agreements)] })
}
