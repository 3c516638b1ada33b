import { createHash } from 'node:crypto'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { decodeText } from './decode.ts'
import type { TextDocument, TextFormat, TextLanguage } from './document.ts'
import { detectLanguages } from './language.ts'
import { hasForbiddenDeclaration } from './markup.ts'
import { isTota, readTota, type Structure } from './tota.ts'

const languageIn = (meta: Readonly<Record<string, string>>): TextLanguage | undefined => {
  const given = meta['language']?.slice(0, 2)
  return given === 'en' || given === 'fr' || given === 'es' ? given : undefined
}

const markupFormat = (source: string): TextFormat | undefined => (isTota(source) ? 'tota' : undefined)

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** The document id a file name gives: without folder and ending. */
export const documentIdOf = (fileName: string): string =>
  fileName.replace(/^.*[/\\]/, '').replace(/\.(?:xml|akn|html?|xhtml|docx|pdf|txt|md)$/i, '')

/** Reads one file whose form is recognised by its content, not by its name. */
export const readDocument = (fileName: string, bytes: Buffer): Result<TextDocument, Fault> => {
  const { text: source } = decodeText(bytes)
  if (hasForbiddenDeclaration(source.slice(0, 4096))) return notAccepted({ code: 'text.doctype' })
  const format = markupFormat(source)
  if (!format) return notAccepted({ code: 'text.unknown' })
  const structure: Structure = readTota(source)
  const given = languageIn(structure.meta)
  const languages = given ? { language: given, otherLanguages: [] } : detectLanguages(source)
  return accepted({
    id: documentIdOf(fileName),
    ...(structure.title !== undefined && { title: structure.title }),
    format,
    markup: true,
    ...languages,
    hash: sha256(bytes),
    source,
    nodes: structure.nodes,
    pageStarts: [],
    meta: structure.meta,
  })
}
