import {
  ancestorsOf,
  findPage,
  searchableKinds,
  type TextDocument,
  type TextNode,
} from '../../engines/texts/document.ts'
import type { ClauseHit } from './audit.ts'
import type { AuditedAgreement } from './audit-table.ts'

/** An article on its way into the store. */
export interface PreparedArticle {
  readonly node: TextNode
  readonly chapter?: string
  readonly page?: number
  readonly start: number
  readonly raw: string
  readonly hits: readonly ClauseHit[]
}

/** A text read and audited, cut into what is stored. */
export interface PreparedText {
  readonly document: TextDocument
  readonly audited: AuditedAgreement
  readonly title: string
  readonly year?: number
  /** As the file names them: alpha-3 codes in Texts of Trade Agreements; empty where it names none. */
  readonly parties: readonly string[]
  readonly articles: readonly PreparedArticle[]
}

const chapterOf = (document: TextDocument, node: TextNode): string | undefined => {
  const above = ancestorsOf(document, node).map(({ kind, label, name }) => {
    const number = label !== undefined && kind === 'chapter' && /^[\dIVXLC]+$/.test(label) ? `Chapter ${label}` : label
    return [number, name].filter(Boolean).join(' · ')
  })
  const text = above.filter((part) => part !== '').join(' › ')
  return text === '' ? undefined : text.slice(0, 300)
}

/** An annex ends, for reading, where the first article in it begins: what follows is shown as articles of their own. */
const ownEnd = ({ nodes }: TextDocument, node: TextNode): number => {
  const inner = nodes.filter(
    (other) => other.start > node.start && other.start < node.end && searchableKinds.has(other.kind),
  )
  return inner.reduce((end, other) => Math.min(end, other.start), node.end)
}

const articlesOf = (document: TextDocument, hits: readonly ClauseHit[]): PreparedArticle[] => {
  const byNode = Map.groupBy(hits, ({ node }) => node)
  return document.nodes.flatMap((node) => {
    if (!searchableKinds.has(node.kind)) return []
    const end = node.kind === 'annex' ? ownEnd(document, node) : node.end
    const chapter = chapterOf(document, node)
    const page = findPage(document, node.start)
    return {
      node,
      ...(chapter === undefined ? {} : { chapter }),
      ...(page === undefined ? {} : { page }),
      start: node.start,
      raw: document.source.slice(node.start, end),
      hits: (byNode.get(node.id) ?? []).filter((hit) => hit.start < end),
    }
  })
}

const yearIn = (text: string | undefined): number | undefined => {
  const year = Number(/\b(1[89]\d\d|20\d\d)\b/.exec(text ?? '')?.[1])
  return Number.isInteger(year) ? year : undefined
}

/** Plain text and documents carry their title in their first line. */
const firstLine = (document: TextDocument): string | undefined => {
  if (document.markup) return undefined
  const line = document.source
    .slice(0, 2000)
    .split(/\r?\n/)
    .map((text) => text.trim())
    .find((text) => text !== '')
  return line !== undefined && line.length >= 8 && line.length <= 200 ? line : undefined
}

/** Cuts a text that was read and audited into what the store keeps. */
export const prepareText = (document: TextDocument, audited: AuditedAgreement, fileName: string): PreparedText => {
  const title = (document.title ?? firstLine(document) ?? document.id).trim().slice(0, 300) || fileName
  const year = yearIn(document.meta['date_signed']) ?? yearIn(document.title ?? firstLine(document))
  return {
    document,
    audited,
    title,
    ...(year === undefined ? {} : { year }),
    parties: (document.meta['parties'] ?? '').split(' ').filter((code) => code !== ''),
    articles: articlesOf(document, audited.hits),
  }
}
