import { createHash } from 'node:crypto'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { isAkomaNtoso, readAkomaNtoso } from './akoma-ntoso.ts'
import { decodeText } from './decode.ts'
import type { TextDocument, TextFormat, TextLanguage } from './document.ts'
import { DocxRefused, docxText, isCompoundFile, isZip } from './docx.ts'
import { printedFurniture, repeatedFurniture } from './furniture.ts'
import { linesOf, structureOf } from './headings.ts'
import { isHtml, readHtml } from './html.ts'
import { detectLanguages } from './language.ts'
import { hasForbiddenDeclaration, withoutMarkup } from './markup.ts'
import { isTota, readTota, type Structure } from './tota.ts'

/** The largest text that is read: 2 000 pages of dense print stay well below. */
export const textLimit = 30_000_000

const languageIn = (meta: Readonly<Record<string, string>>): TextLanguage | undefined => {
  const given = meta['language']?.slice(0, 2)
  return given === 'en' || given === 'fr' || given === 'es' ? given : undefined
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The document id a file name gives: without folder and ending. */
export const documentIdOf = (fileName: string): string =>
  fileName.replace(/^.*[/\\]/, '').replace(/\.(?:xml|akn|html?|xhtml|docx|pdf|txt|md)$/i, '')

interface Recognised extends Structure {
  readonly format: TextFormat
  readonly markup: boolean
}

const isXml = (source: string): boolean => /^\s*<\?xml\b/.test(source.slice(0, 200))

const recogniseMarkup = (source: string): Recognised | undefined => {
  if (isTota(source)) return { format: 'tota', markup: true, ...readTota(source) }
  if (isAkomaNtoso(source)) return { format: 'akoma-ntoso', markup: true, ...readAkomaNtoso(source) }
  if (isHtml(source)) return { format: 'html', markup: true, ...readHtml(source) }
  return undefined
}

const htmlDoctype = /^\s*<!DOCTYPE\s+html\b[^>[]*>/i

const isRefusedMarkup = (source: string): boolean =>
  (isXml(source) || source.trimStart().startsWith('<')) &&
  hasForbiddenDeclaration(source.replace(htmlDoctype, '').slice(0, 65_536))

interface TextLayer {
  readonly source: string
  readonly pageStarts: readonly number[]
  readonly format: TextFormat
}

/** Makes a document of text that was taken out of a file (DOCX, PDF) or typed; `bytes` are what is hashed. */
export const documentOfText = (fileName: string, bytes: Uint8Array, layer: TextLayer): TextDocument => {
  const lines = linesOf(layer.source)
  const furniture = [...printedFurniture(layer.source), ...repeatedFurniture(lines, layer.pageStarts)]
  const left = new Set(furniture.map(([start]) => start))
  return {
    id: documentIdOf(fileName),
    format: layer.format,
    markup: false,
    ...detectLanguages(layer.source),
    hash: sha256(bytes),
    source: layer.source,
    nodes: structureOf(
      lines.filter(({ start }) => !left.has(start)),
      layer.source.length,
    ),
    furniture: furniture.sort((a, b) => a[0] - b[0]),
    pageStarts: layer.pageStarts,
    meta: {},
  }
}

const documentOfMarkup = (fileName: string, bytes: Uint8Array, source: string, found: Recognised): TextDocument => {
  const given = languageIn(found.meta)
  const languages = given
    ? { language: given, otherLanguages: [] }
    : detectLanguages(found.format === 'tota' ? source : withoutMarkup(source))
  return {
    id: documentIdOf(fileName),
    ...(found.title !== undefined && { title: found.title }),
    format: found.format,
    markup: true,
    ...languages,
    hash: sha256(bytes),
    source,
    nodes: found.nodes,
    furniture: printedFurniture(source),
    pageStarts: [],
    meta: found.meta,
  }
}

const formFeeds = (source: string): number[] => {
  const starts = [0]
  for (let at = source.indexOf('\f'); at >= 0; at = source.indexOf('\f', at + 1)) starts.push(at + 1)
  return starts.length > 1 ? starts : []
}

const readDocx = (fileName: string, bytes: Uint8Array): Result<TextDocument, Fault> => {
  try {
    const source = docxText(bytes)
    if (source.trim() === '') return notAccepted({ code: 'text-empty' })
    return accepted(documentOfText(fileName, bytes, { source, pageStarts: [], format: 'docx' }))
  } catch (error) {
    if (error instanceof DocxRefused) return notAccepted({ code: error.code })
    throw error
  }
}

/**
 * Reads one file; its form is recognised by its content, not by its name. PDF is read elsewhere (`pdf.ts`, in a child process).
 * Faults: `text-empty`, `text-doctype`, `text-damaged`, `text-encrypted`, `text-too-large`, `text-binary`, `text-pdf`, `text-unknown-xml`.
 */
export const readDocument = (fileName: string, bytes: Buffer): Result<TextDocument, Fault> => {
  if (bytes.length === 0) return notAccepted({ code: 'text-empty' })
  if (bytes.length > textLimit) return notAccepted({ code: 'text-too-large', values: { limit: textLimit } })
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return notAccepted({ code: 'text-pdf' })
  if (isCompoundFile(bytes)) return notAccepted({ code: 'text-encrypted' })
  if (isZip(bytes)) return readDocx(fileName, bytes)
  const { text: source, doubtful } = decodeText(bytes)
  if (doubtful) return notAccepted({ code: 'text-binary' })
  if (source.trim() === '') return notAccepted({ code: 'text-empty' })
  if (isRefusedMarkup(source)) return notAccepted({ code: 'text-doctype' })
  const found = recogniseMarkup(source)
  if (found) return accepted(documentOfMarkup(fileName, bytes, source, found))
  if (isXml(source)) return notAccepted({ code: 'text-unknown-xml' })
  return accepted(documentOfText(fileName, bytes, { source, pageStarts: formFeeds(source), format: 'plain' }))
}
