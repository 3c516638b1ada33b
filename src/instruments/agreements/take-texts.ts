import { basename } from 'node:path'
import { openArchive } from '../../engines/documents/bounded-archive.ts'
import { ArchiveRefused, readTar } from '../../engines/texts/archive.ts'
import type { TextDocument } from '../../engines/texts/document.ts'
import { isZip } from '../../engines/texts/docx.ts'
import { readAnyDocument } from '../../engines/texts/pdf.ts'
import type { Framework } from '../../framework/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { type Auditor, createAuditor } from './audit.ts'
import { auditDocument, type NamedText } from './audit-text.ts'
import { type PreparedText, prepareText } from './prepare-text.ts'

/** Whose agreements a file holds; `by-file`: the Party's own where the file names it among the Parties. */
export type Whose = 'own' | 'others' | 'by-file'

const texts = /\.(?:xml|akn|html?|xhtml|docx|pdf|txt|md)$/i
const about = /(?:^|\/)(?:README|LICENSE|LICENCE|__MACOSX|\.)/i

const isText = (name: string): boolean => texts.test(name) && !about.test(name)

const byName = (a: { name: string }, b: { name: string }): number =>
  a.name.localeCompare(b.name, 'en', { numeric: true })

const zipTexts = (bytes: Buffer): Result<readonly NamedText[], Fault> => {
  const archive = openArchive(bytes)
  if (!archive.ok) return archive
  if (archive.value.names.includes('[Content_Types].xml')) return accepted([])
  const names = archive.value.names.filter(isText)
  return accepted(names.map((name) => ({ name, bytes: archive.value.find(name) ?? new Uint8Array() })).sort(byName))
}

const isTarred = (bytes: Buffer): boolean =>
  (bytes[0] === 0x1f && bytes[1] === 0x8b) || bytes.toString('latin1', 257, 262) === 'ustar'

/**
 * The texts in a file that was handed in: those of a tar, tar.gz or zip archive, or the file itself; told apart by content.
 * Faults: `archive-damaged`, `archive-too-large`, `archive-without-texts` and those of the ZIP bounds.
 */
export const textsIn = (name: string, bytes: Buffer): Result<readonly NamedText[], Fault> => {
  const named = (faults: readonly Fault[]): Result<never, Fault> =>
    notAccepted(...faults.map((fault) => ({ ...fault, values: { path: name, ...fault.values } })))
  try {
    if (isZip(bytes)) {
      const found = zipTexts(bytes)
      if (!found.ok) return named(found.faults)
      if (found.value.length > 0) return found
      return /\.zip$/i.test(name) ? named([{ code: 'archive-without-texts' }]) : accepted([{ name, bytes }])
    }
    if (!isTarred(bytes)) return accepted([{ name, bytes }])
    const found = readTar(bytes).filter((entry) => isText(entry.name))
    return found.length > 0 ? accepted(found.sort(byName)) : named([{ code: 'archive-without-texts' }])
  } catch (error) {
    if (error instanceof ArchiveRefused) return named([{ code: error.code }])
    throw error
  }
}

const withoutNulls = (text: string): string => text.replaceAll('\0', ' ')

/** A database keeps no NUL characters, which some PDF carry; a space in their place leaves every offset as it is. */
const storable = (document: TextDocument): TextDocument =>
  document.source.includes('\0')
    ? {
        ...document,
        source: withoutNulls(document.source),
        nodes: document.nodes.map(({ label, name, ...node }) => ({
          ...node,
          ...(label === undefined ? {} : { label: withoutNulls(label) }),
          ...(name === undefined ? {} : { name: withoutNulls(name) }),
        })),
      }
    : document

let auditor: Auditor | undefined

/** Reads and audits one text. Faults name the file in their values. */
export const readText = async ({ name, bytes }: NamedText): Promise<Result<PreparedText, Fault>> => {
  const file = basename(name)
  const read = await readAnyDocument(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (!read.ok) return notAccepted(...read.faults.map((fault) => ({ ...fault, values: { ...fault.values, file } })))
  auditor ??= createAuditor()
  const document = storable(read.value)
  return accepted(prepareText(document, auditDocument(document, auditor), file))
}

/** Codes of the Parties as this product writes them: alpha-3 becomes alpha-2 where the Convention's data knows it. */
export const partyCodes = (framework: Pick<Framework, 'parties'>, codes: readonly string[]): readonly string[] => {
  const byAlpha3 = new Map(
    [...framework.parties.values()].flatMap(({ alpha3, code }) => (alpha3 ? [[alpha3, code]] : [])),
  )
  return codes.map((code) => byAlpha3.get(code) ?? code)
}

export const isOwnFor = (whose: Whose, party: string, codes: readonly string[]): boolean =>
  whose === 'own' || (whose === 'by-file' && codes.includes(party))
