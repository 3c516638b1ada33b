import { decodeEntities } from './entities.ts'
import { structureOf, type TextLine } from './headings.ts'
import { tagsOf } from './markup.ts'
import type { Structure } from './tota.ts'

const blocks = new Set(
  'address article aside blockquote body br caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
)
const hidden = new Set(['script', 'style', 'head', 'noscript', 'template'])

/** The lines a reader of the page sees, one per block, with the offsets of the source they came from. */
export const htmlLines = (source: string): TextLine[] => {
  const lines: TextLine[] = []
  let text = ''
  let start = -1
  let end = 0
  let at = 0
  let hiding: string | undefined
  const take = (to: number): void => {
    if (hiding !== undefined || to <= at) return
    const piece = decodeEntities(source.slice(at, to).replace(/<!--[\s\S]*?-->|<[!?][^>]*>/g, '')).replace(/\s+/g, ' ')
    if (piece.trim() !== '') {
      if (start < 0) start = at
      end = to
    }
    text += piece
  }
  const flush = (): void => {
    if (text.trim() !== '') lines.push({ text: text.replace(/\s+/g, ' ').trim(), start, end })
    text = ''
    start = -1
  }
  for (const tag of tagsOf(source)) {
    take(tag.start)
    at = tag.end
    const name = tag.name.toLowerCase()
    if (hiding === undefined && hidden.has(name) && !tag.closing && !tag.empty) hiding = name
    else if (hiding === name && tag.closing) hiding = undefined
    if (blocks.has(name)) flush()
  }
  take(source.length)
  flush()
  return lines
}

/** True when a source reads as an HTML page or a piece of one. */
export const isHtml = (source: string): boolean =>
  /<(?:html|body|head|div|p|h[1-6]|table)\b/i.test(source.slice(0, 8192)) &&
  !/<akomaNtoso\b/.test(source.slice(0, 4096))

/** Reads the structure of an HTML page from its visible lines. */
export const readHtml = (source: string): Structure => {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(source)?.[1]?.trim()
  return {
    nodes: structureOf(htmlLines(source), source.length),
    ...(title && { title: decodeEntities(title) }),
    meta: {},
  }
}
