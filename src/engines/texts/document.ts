/** Languages the patterns are written for; `und` where the text gives no sign of any of them. */
export type TextLanguage = 'en' | 'fr' | 'es' | 'und'

export type TextFormat = 'tota' | 'akoma-ntoso' | 'html' | 'docx' | 'pdf' | 'plain'

export type NodeKind = 'preamble' | 'part' | 'chapter' | 'article' | 'paragraph' | 'footnote' | 'annex' | 'conclusion'

/**
 * A stretch of a document. `start` and `end` are UTF-16 offsets into `TextDocument.source`; `parent` is the index of the
 * enclosing node in `TextDocument.nodes`, −1 at the top. `id` is stable: it depends on the labels and the order, not on offsets.
 */
export interface TextNode {
  readonly id: string
  readonly kind: NodeKind
  readonly label?: string
  readonly name?: string
  /** What the source itself calls this node, when it has identifiers of its own. */
  readonly identifier?: string
  readonly parent: number
  readonly start: number
  end: number
}

/**
 * A text as it was supplied. For XML, HTML and plain text `source` is the file itself, decoded; for DOCX and PDF it is the text
 * taken out of it. What is shown is always cut out of `source`; repairs are for matching only (`fold.ts`).
 */
export interface TextDocument {
  readonly id: string
  readonly title?: string
  readonly format: TextFormat
  /** True when `source` holds tags and entities that are not part of the wording. */
  readonly markup: boolean
  readonly language: TextLanguage
  /** Languages that fill a good part of the text besides the first. */
  readonly otherLanguages: readonly TextLanguage[]
  /** SHA-256 of the bytes supplied, in hex. */
  readonly hash: string
  readonly source: string
  readonly nodes: readonly TextNode[]
  /** Stretches of `source` that belong to the page and not to the wording (running heads, page numbers), in order. */
  readonly furniture: readonly (readonly [start: number, end: number])[]
  /** Offset at which each page starts; empty when the format has no pages. */
  readonly pageStarts: readonly number[]
  readonly meta: Readonly<Record<string, string>>
}

/** The nodes that carry wording of their own and are searched one by one. */
export const searchableKinds: ReadonlySet<NodeKind> = new Set(['preamble', 'article', 'annex', 'conclusion'])

/** The 1-based page an offset lies on; nothing when the document has no pages. */
export const findPage = ({ pageStarts }: Pick<TextDocument, 'pageStarts'>, offset: number): number | undefined => {
  if (pageStarts.length === 0) return undefined
  let low = 0
  let high = pageStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (pageStarts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}

/** The nodes that enclose a node, outermost first. */
export const ancestorsOf = (document: Pick<TextDocument, 'nodes'>, node: TextNode): TextNode[] => {
  const path: TextNode[] = []
  for (let at = node.parent; at >= 0; at = document.nodes[at]!.parent) path.unshift(document.nodes[at]!)
  return path
}
