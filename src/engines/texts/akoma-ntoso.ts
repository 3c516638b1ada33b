import type { NodeKind, TextNode } from './document.ts'
import { type Found, nodesOf } from './headings.ts'
import { findAttribute, type Tag, tagsOf, withoutMarkup } from './markup.ts'
import type { Structure } from './tota.ts'

const kindOf: Readonly<Record<string, NodeKind>> = {
  preamble: 'preamble',
  preface: 'preamble',
  part: 'part',
  title: 'part',
  book: 'part',
  chapter: 'chapter',
  section: 'chapter',
  article: 'article',
  attachment: 'annex',
  conclusions: 'conclusion',
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** True when the root is an Akoma Ntoso document (OASIS LegalDocML 1.0), whatever its name-space prefix. */
export const isAkomaNtoso = (source: string): boolean => /<(?:\w+:)?akomaNtoso\b/.test(source.slice(0, 4096))

const inner = (source: string, open: Tag, closings: readonly Tag[]): string => {
  const close = closings.find((tag) => tag.start >= open.end && tag.name === open.name)
  return close ? withoutMarkup(source.slice(open.end, close.start)).replace(/\s+/g, ' ').trim() : ''
}

const languageOf = (tags: readonly Tag[]): string => {
  const found = tags.find((tag) => localName(tag.name) === 'FRBRlanguage')
  return found ? (findAttribute(found.attributes, 'language') ?? '') : ''
}

const twoLetters: Readonly<Record<string, string>> = { eng: 'en', fra: 'fr', fre: 'fr', spa: 'es' }

interface Open {
  label?: string
  name?: string
  kind: NodeKind
  headingStart: number
  start: number
}

/** Reads Akoma Ntoso: preface and preamble, parts, chapters, sections, articles, attachments; `num` is the label, `heading` the name. */
export const readAkomaNtoso = (source: string): Structure => {
  const tags = [...tagsOf(source)]
  const closings = tags.filter(({ closing }) => closing)
  const found: Open[] = []
  const identifiers: (string | undefined)[] = []
  let last: Open | undefined
  for (const tag of tags) {
    if (tag.closing || tag.empty) continue
    const name = localName(tag.name)
    const kind = kindOf[name]
    if (kind) {
      last = { kind, headingStart: tag.start, start: tag.end }
      found.push(last)
      identifiers.push(findAttribute(tag.attributes, 'eId') ?? findAttribute(tag.attributes, 'id'))
    } else if (last && name === 'num' && last.label === undefined) {
      last.label = inner(source, tag, closings.slice(firstAfter(closings, tag.end)))
    } else if (last && name === 'heading' && last.name === undefined) {
      last.name = inner(source, tag, closings.slice(firstAfter(closings, tag.end)))
    }
  }
  const language = languageOf(tags)
  const nodes: TextNode[] = nodesOf(found as readonly Found[], source.length).map((node, at) =>
    identifiers[at] === undefined ? node : { ...node, identifier: identifiers[at] },
  )
  return { nodes, meta: { language: twoLetters[language] ?? language } }
}

const firstAfter = (tags: readonly Tag[], offset: number): number => {
  let low = 0
  let high = tags.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tags[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}
