import { unzipSync } from 'fflate'
import { decodeEntities } from './entities.ts'
import { findAttribute, hasForbiddenDeclaration, tagsOf } from './markup.ts'

/** Bounds on what a DOCX may unfold to. */
export const docxLimits = { partBytes: 100_000_000, ratio: 200 } as const

/** Why a DOCX was not read; the code names a message. */
export class DocxRefused extends Error {
  override readonly name = 'DocxRefused'
  readonly code: 'text-damaged' | 'text-encrypted' | 'text-too-large' | 'text-doctype'

  constructor(code: DocxRefused['code'], cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

const wanted = /^word\/(?:document|footnotes|endnotes)\.xml$/

const partsOf = (bytes: Uint8Array): Record<string, Uint8Array> => {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        if (!wanted.test(name)) return false
        if (originalSize > docxLimits.partBytes || originalSize > Math.max(1_000_000, size * docxLimits.ratio))
          throw new DocxRefused('text-too-large')
        return true
      },
    })
  } catch (cause) {
    throw cause instanceof DocxRefused ? cause : new DocxRefused('text-damaged', cause)
  }
}

const decodePart = (part: Uint8Array | undefined): string => {
  const source = part ? new TextDecoder('utf-8').decode(part) : ''
  if (hasForbiddenDeclaration(source)) throw new DocxRefused('text-doctype')
  return source
}

interface Reading {
  readonly paragraphs: string[]
  readonly notes: ReadonlyMap<string, string>
}

const readParagraphs = (source: string, reading: Reading): void => {
  let text = ''
  let pending: string[] = []
  let at = -1
  for (const tag of tagsOf(source)) {
    if (at >= 0 && tag.closing && tag.name === 'w:t') {
      text += decodeEntities(source.slice(at, tag.start))
      at = -1
    } else if (tag.name === 'w:t' && !tag.empty) at = tag.end
    else if (tag.name === 'w:tab') text += '\t'
    else if (tag.name === 'w:br' || tag.name === 'w:cr') text += '\n'
    else if (tag.name === 'w:noBreakHyphen') text += '-'
    else if (tag.name === 'w:footnoteReference' || tag.name === 'w:endnoteReference') {
      const id = findAttribute(tag.attributes, 'w:id') ?? ''
      text += `[${id}]`
      const note = reading.notes.get(`${tag.name.slice(2, 3)}${id}`)
      if (note) pending.push(`[${id}] ${note}`)
    } else if (tag.name === 'w:p' && (tag.closing || tag.empty)) {
      reading.paragraphs.push(text, ...pending)
      text = ''
      pending = []
    }
  }
}

const readNotes = (source: string, kind: 'f' | 'e'): [string, string][] => {
  const notes: [string, string][] = []
  for (const match of source.matchAll(/<w:(?:foot|end)note\b([^>]*)>([\s\S]*?)<\/w:(?:foot|end)note>/g)) {
    const reading: Reading = { paragraphs: [], notes: new Map() }
    readParagraphs(match[2]!, reading)
    const text = reading.paragraphs.join(' ').trim()
    if (text !== '') notes.push([`${kind}${findAttribute(match[1]!, 'w:id') ?? ''}`, text])
  }
  return notes
}

/** True when bytes begin like a ZIP archive, the container of DOCX. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3

/** True for the old compound file that Word uses for encrypted DOCX (and for DOC). */
export const isCompoundFile = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11

/**
 * The text of a DOCX, one line per paragraph; a note follows the paragraph that points to it as a line `[3] …`.
 * Throws `DocxRefused`.
 */
export const docxText = (bytes: Uint8Array): string => {
  const parts = partsOf(bytes)
  if (!parts['word/document.xml']) throw new DocxRefused('text-damaged')
  const notes = new Map([
    ...readNotes(decodePart(parts['word/footnotes.xml']), 'f'),
    ...readNotes(decodePart(parts['word/endnotes.xml']), 'e'),
  ])
  const reading: Reading = { paragraphs: [], notes }
  readParagraphs(decodePart(parts['word/document.xml']), reading)
  return reading.paragraphs.join('\n')
}
