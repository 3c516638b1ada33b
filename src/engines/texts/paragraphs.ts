import type { TextDocument, TextNode } from './document.ts'

const marker = /(?:^|[\n;:.,]|\s)\s*(?=(?:\d{1,2}\.(?!\d)|\([a-z]{1,4}\)|\([ivx]+\)|[a-z]\))\s+\S)/g
const note = /^[ \t]*(?:\[(\d{1,3})\]|(\d{1,3})(?![.)\d]))[ \t]+(?=[A-Z"“‘«])/gm

const labelAt = (text: string): string | undefined => /^(?:\d{1,2}\.|\([a-z]{1,4}\)|[a-z]\))/.exec(text)?.[0]

interface Cut {
  readonly at: number
  readonly kind: 'paragraph' | 'footnote'
  readonly label?: string
}

const isNumbered = (cut: Cut): boolean => cut.label !== undefined && /^\d/.test(cut.label)

const cutsOf = (text: string): Cut[] => {
  const cuts: Cut[] = [{ at: 0, kind: 'paragraph', ...withLabel(text) }]
  for (const match of text.matchAll(marker)) {
    const at = match.index + match[0].length
    if (
      at > 0 &&
      (match[0].includes('\n') || /[;:.,]/.test(match[0].charAt(0)) || /\d\.$/.test(labelAt(text.slice(at)) ?? ''))
    )
      cuts.push({ at, kind: 'paragraph', ...withLabel(text.slice(at, at + 8)) })
  }
  for (const match of text.matchAll(note))
    cuts.push({ at: match.index, kind: 'footnote', label: match[1] ?? match[2]! })
  return inOrder(cuts)
}

const withLabel = (text: string): { label?: string } => {
  const label = labelAt(text.trimStart())
  return label === undefined ? {} : { label }
}

/** Paragraph numbers must rise, or they are references such as “Article 5. 2 …”. */
const inOrder = (cuts: readonly Cut[]): Cut[] => {
  const sorted = [...cuts].sort((a, b) => a.at - b.at || (a.kind === 'footnote' ? -1 : 1))
  const kept: Cut[] = []
  let last = 0
  for (const cut of sorted) {
    if (kept.at(-1)?.at === cut.at && kept.length > 0) continue
    if (cut.kind === 'paragraph' && isNumbered(cut)) {
      const value = Number.parseInt(cut.label!, 10)
      if (value !== last + 1 && cut.at > 0) continue
      last = value
    }
    kept.push(cut)
  }
  return kept
}

/**
 * The paragraphs and footnotes inside an article, annex or preamble, in order, without gaps or overlaps. Footnotes are known by
 * a number without a point at the start of a line (`6 For the purposes …`, `[13] …`).
 */
export const paragraphsOf = (document: Pick<TextDocument, 'source' | 'nodes'>, node: TextNode): TextNode[] => {
  const parent = document.nodes.indexOf(node)
  const text = document.source.slice(node.start, node.end)
  const cuts = cutsOf(text)
  const counts = { paragraph: 0, footnote: 0 }
  return cuts.map(({ at, kind, label }, index) => {
    counts[kind] += 1
    return {
      id: `${node.id}-${kind === 'paragraph' ? 'par' : 'fn'}${counts[kind]}`,
      kind,
      ...(label !== undefined && { label }),
      parent,
      start: node.start + at,
      end: node.start + (cuts[index + 1]?.at ?? text.length),
    }
  })
}

/** The paragraph or footnote an offset lies in; nothing when it lies outside the node. */
export const findParagraph = (
  document: Pick<TextDocument, 'source' | 'nodes'>,
  node: TextNode,
  offset: number,
): TextNode | undefined => paragraphsOf(document, node).find(({ start, end }) => start <= offset && offset < end)
