import type { NodeKind, TextNode } from './document.ts'
import { decodeEntities } from './entities.ts'
import { findAttribute } from './markup.ts'

/** What a reader of one format takes out of a source; the rest of the document is the same for all. */
export interface Structure {
  readonly nodes: TextNode[]
  readonly title?: string
  readonly meta: Readonly<Record<string, string>>
}

const kindWithin = (chapter: TextNode | undefined): NodeKind => {
  const name = chapter?.name ?? ''
  return /^pre[aá]mb(?:ule|ulo|le)/i.test(name) ? 'preamble' : /^conclusion/i.test(name) ? 'conclusion' : 'article'
}

const metaOf = (source: string): Record<string, string> => {
  const end = source.indexOf('</meta>')
  const head = end < 0 ? '' : source.slice(0, end)
  const meta: Record<string, string> = {}
  for (const match of head.matchAll(/<([a-z_]+)>([^<]*)<\/\1>/g)) meta[match[1]!] ??= decodeEntities(match[2]!.trim())
  const parties = [...head.matchAll(/<partyisocode[^>]*>([A-Z]{3})</g)].map((match) => match[1]!)
  return { ...meta, parties: [...new Set(parties)].join(' ') }
}

const attributesOf = (tag: string): { label?: string; name?: string } => {
  const label = findAttribute(tag, 'number')
  const name = findAttribute(tag, 'name')
  return { ...(label !== undefined && { label }), ...(name !== undefined && { name }) }
}

const chapterNode = (tag: string, order: number, start: number): TextNode => {
  const identifier = findAttribute(tag, 'chapter_identifier')
  return {
    id: `c${order}`,
    kind: 'chapter',
    ...attributesOf(tag),
    ...(identifier !== undefined && { identifier }),
    parent: -1,
    start,
    end: start,
  }
}

const articleNode = (
  tag: string,
  chapter: TextNode | undefined,
  order: number,
  range: [number, number],
  parent: number,
): TextNode => {
  const identifier = findAttribute(tag, 'article_identifier')
  return {
    id: `${chapter ? `${chapter.id}-` : ''}a${order}`,
    kind: kindWithin(chapter),
    ...attributesOf(tag),
    ...(identifier !== undefined && { identifier }),
    parent,
    start: range[0],
    end: range[1],
  }
}

/** True when the source has the shape of the Texts of Trade Agreements collection (`treaty` › `body` › `chapter` › `article`). */
export const isTota = (source: string): boolean => /<treaty>/.test(source.slice(0, 400)) && source.includes('<body>')

/**
 * Reads the layout of Texts of Trade Agreements (Alschner, Seiermann, Skougarevskiy 2017). What stands
 * under a chapter named Preamble or Conclusion is of that kind. An article's text has no inner tags.
 */
export const readTota = (source: string): Structure => {
  const meta = metaOf(source)
  const nodes: TextNode[] = []
  let chapterAt = -1
  let chapters = 0
  let articles = 0
  let at = source.indexOf('<body')
  while (at >= 0) {
    const close = source.indexOf('>', at)
    if (close < 0) break
    if (source.startsWith('<chapter', at)) {
      chapters += 1
      articles = 0
      chapterAt = nodes.push(chapterNode(source.slice(at + 8, close), chapters, close + 1)) - 1
    } else if (source.startsWith('</chapter', at) && chapterAt >= 0) {
      nodes[chapterAt]!.end = at
      chapterAt = -1
    } else if (source.startsWith('<article', at) && source.charCodeAt(close - 1) !== 47) {
      articles += 1
      const end = source.indexOf('</article', close)
      if (end < 0) break
      nodes.push(articleNode(source.slice(at + 8, close), nodes[chapterAt], articles, [close + 1, end], chapterAt))
      at = end
    }
    at = source.indexOf('<', at + 1)
  }
  return { nodes, ...(meta['name'] !== undefined && { title: meta['name'] }), meta }
}
