import { ancestorsOf, type NodeKind, searchableKinds, type TextDocument, type TextNode } from './document.ts'
import { findHeadingNumber } from './numbering.ts'

/** A jump in the numbers of neighbouring headings: `after` is the last label before it, `before` the first after. */
export interface NumberingGap {
  readonly kind: 'article' | 'chapter'
  readonly after: string
  readonly before: string
  readonly missing: number
}

/** Something the text points to by name and that was not supplied. `mentions` counts the places. */
export interface Missing {
  readonly kind: 'annex' | 'chapter'
  readonly label: string
  readonly mentions: number
}

/** Reasons to doubt a text. `annexes_removed`: the collection it comes from has taken annexes and schedules out. */
export const coverageDoubts = [
  'annexes_removed',
  'no_articles',
  'not_an_agreement',
  'two_languages',
  'language_unknown',
  'garbled',
] as const

export type CoverageDoubt = (typeof coverageDoubts)[number]

/** What of an agreement lies before us; stated before anybody says that a clause is not in it. */
export interface Coverage {
  readonly chapters: readonly { readonly label: string; readonly name: string }[]
  readonly articles: number
  readonly characters: number
  readonly gaps: readonly NumberingGap[]
  readonly missing: readonly Missing[]
  /** Labels that head more than one article of the same chapter. */
  readonly repeated: readonly string[]
  readonly doubts: readonly CoverageDoubt[]
  /** True when nothing above speaks against concluding from silence. */
  readonly whole: boolean
}

const numbered = (nodes: readonly TextNode[], kind: NodeKind): TextNode[] =>
  nodes.filter((node) => node.kind === kind && node.label !== undefined && findHeadingNumber(node.label) !== undefined)

const wordOf = ({ label = '' }: TextNode): string => label.split(/[\s-]/)[0]!.toLowerCase()

const gapsIn = (nodes: readonly TextNode[], kind: 'article' | 'chapter'): NumberingGap[] => {
  const gaps: NumberingGap[] = []
  let previous: TextNode | undefined
  for (const node of numbered(nodes, kind)) {
    const from = previous && findHeadingNumber(previous.label!)
    const to = findHeadingNumber(node.label!)!
    const sameSeries =
      from?.prefix === to.prefix &&
      wordOf(previous!) === wordOf(node) &&
      (kind === 'article' || previous!.parent === node.parent)
    if (from && sameSeries && to.value > from.value + 1 && to.value - from.value < 100)
      gaps.push({ kind, after: previous!.label!, before: node.label!, missing: to.value - from.value - 1 })
    previous = node
  }
  return gaps
}

const repeatedIn = (nodes: readonly TextNode[]): string[] => {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const node of nodes) {
    if (node.kind !== 'article' || node.label === undefined) continue
    const key = `${node.parent}|${node.label.toLowerCase()}`
    if (seen.has(key)) repeated.add(node.label)
    seen.add(key)
  }
  return [...repeated]
}

const annexMark =
  /\b(?:ANNEX(?:ES?)?|Annex(?:es?)?|ANEXOS?|Anexos?)\s+((?:[IVXLC]+|[A-Z]|\d{1,4}[A-Z]?)(?:[.-](?:\d{1,4}|[A-Z]{1,2}))*)(?![\p{L}\d])/gu
const chapterMark =
  /\b(?:Chapter|Cap[ií]tulo|Chapitre)\s+([A-Z][a-z]+(?:[- ][A-Z][a-z]+)?|[IVXL]+|\d{1,2})\s\((?=\p{Lu}\p{L}{3})/gu

const countMentions = (texts: readonly string[], mark: RegExp): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const match of text.matchAll(mark)) counts.set(match[1]!, (counts.get(match[1]!) ?? 0) + 1)
  return counts
}

const annexKey = (label: string): string => label.toUpperCase().replace(/^(?:ANNEXE?|ANEXO)\s*/, '')

const missingAnnexes = (document: TextDocument, texts: readonly string[]): Missing[] => {
  const present = new Set(
    document.nodes.filter(({ kind }) => kind === 'annex').map(({ label, name }) => annexKey(label ?? name ?? '')),
  )
  return [...countMentions(texts, annexMark)]
    .filter(([label]) => !present.has(label.toUpperCase()))
    .map(([label, mentions]) => ({ kind: 'annex' as const, label, mentions }))
}

const missingChapters = (document: TextDocument, texts: readonly string[]): Missing[] => {
  const chapters = numbered(document.nodes, 'chapter')
  const present = new Set(chapters.map(({ label }) => findHeadingNumber(label!)!.value))
  const isOneSeries = chapters.length === present.size
  if (!isOneSeries || chapters.length < 3) return []
  return [...countMentions(texts, chapterMark)]
    .filter(([label]) => {
      const number = findHeadingNumber(`chapter ${label}`)
      return number !== undefined && !present.has(number.value)
    })
    .map(([label, mentions]) => ({ kind: 'chapter' as const, label, mentions }))
}

const treatyWords =
  /\b(?:Part(?:y|ies)|Contracting|Sides|Member States?|Agreement|Treaty|Partes?|Tratado|Acuerdo|Accord|Trait[eé]|Parties contractantes|[EÉ]tats membres)\b/g

const doubtsOf = (
  document: TextDocument,
  texts: readonly string[],
  articles: number,
  characters: number,
): CoverageDoubt[] => {
  const doubts: CoverageDoubt[] = []
  const words =
    articles < 3 ? texts.reduce((total, text) => total + (text.match(treatyWords)?.length ?? 0), 0) : characters
  const odd = texts.reduce((total, text) => total + (text.match(/[\uFFFD\u0080-\u009F]/g)?.length ?? 0), 0)
  if (document.format === 'tota') doubts.push('annexes_removed')
  if (articles === 0) doubts.push('no_articles')
  if (articles < 3 && words < Math.max(3, characters / 5000)) doubts.push('not_an_agreement')
  if (document.otherLanguages.length > 0) doubts.push('two_languages')
  if (document.language === 'und') doubts.push('language_unknown')
  if (odd > characters / 500) doubts.push('garbled')
  return doubts
}

const mainBody = (document: TextDocument): TextNode[] =>
  document.nodes.filter((node) => ![...ancestorsOf(document, node), node].some(({ kind }) => kind === 'annex'))

/** Says what is there and what is not. A document that comes without its annexes and points to them is never whole. */
export const coverageOf = (document: TextDocument): Coverage => {
  const searched = document.nodes.filter(({ kind }) => searchableKinds.has(kind))
  const texts = searched.map(({ start, end }) => document.source.slice(start, end))
  const characters = texts.reduce((total, text) => total + text.length, 0)
  const articles = document.nodes.filter(({ kind }) => kind === 'article').length
  const body = mainBody(document)
  const gaps = [...gapsIn(body, 'chapter'), ...gapsIn(body, 'article')]
  const missing = [...missingChapters(document, texts), ...missingAnnexes(document, texts)]
  const repeated = repeatedIn(body)
  const doubts = doubtsOf(document, texts, articles, characters)
  return {
    chapters: document.nodes
      .filter(({ kind }) => kind === 'chapter' || kind === 'part')
      .map(({ label, name }) => ({ label: label ?? '', name: name ?? '' })),
    articles,
    characters,
    gaps,
    missing,
    repeated,
    doubts,
    whole: gaps.length === 0 && missing.length === 0 && doubts.length === 0 && repeated.length === 0,
  }
}
