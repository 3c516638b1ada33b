import {
  ancestorsOf,
  findPage,
  searchableKinds,
  type TextDocument,
  type TextLanguage,
  type TextNode,
} from '../../engines/texts/document.ts'
import {
  type CompiledWording,
  compileWording,
  sentenceAround,
  type WordingMatch,
} from '../../engines/texts/find-wording.ts'
import { type FoldedText, foldText } from '../../engines/texts/fold.ts'
import { endOfWording } from '../../engines/texts/furniture.ts'
import { detectLanguage } from '../../engines/texts/language.ts'
import { withoutMarkup } from '../../engines/texts/markup.ts'
import { stemSieve } from '../../engines/texts/sift.ts'
import { modifiersOf, strengthOf } from './clause-reading.ts'
import type {
  ClauseDirection,
  ClauseModifier,
  ClauseRule,
  ClauseScope,
  ClauseStrength,
  ClauseType,
  ClauseTypeName,
} from './rules/clause-type.ts'
import { clauseTypes } from './rules/index.ts'

/** A clause found in an article. `start` and `end` are UTF-16 offsets into the document's source; `quote` is what stands there. */
export interface ClauseHit {
  readonly type: ClauseTypeName
  readonly rule: string
  readonly direction: ClauseDirection
  readonly strength: ClauseStrength
  readonly scope: ClauseScope
  readonly modifiers: readonly ClauseModifier[]
  readonly node: string
  readonly article: string
  readonly label: string
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly page?: number
  readonly language: TextLanguage
  /** Why: `code` is a key of the words (`reason.<rule>`), `values` fill it. */
  readonly reason: { readonly code: string; readonly values: Readonly<Record<string, string>> }
}

type SearchLanguage = 'en' | 'fr' | 'es'

interface CompiledRule {
  readonly rule: ClauseRule
  readonly rank: number
  readonly wordings: Readonly<Partial<Record<SearchLanguage, readonly CompiledWording[]>>>
}

interface CompiledType {
  readonly type: ClauseType
  readonly rules: readonly CompiledRule[]
}

const languages: readonly SearchLanguage[] = ['en', 'fr', 'es']

const compileRule = (rule: ClauseRule, rank: number): CompiledRule => ({
  rule,
  rank,
  wordings: Object.fromEntries(
    languages.map((language) => [language, (rule.wordings[language] ?? []).map(compileWording)] as const),
  ),
})

const compileType = (type: ClauseType): CompiledType => ({
  type,
  rules: type.rules.map(compileRule),
})

/** One passage to be searched: an article with the headings above it. */
interface Passage {
  readonly document: TextDocument
  readonly node: TextNode
  readonly folded: FoldedText
  readonly headings: string
  readonly languages: readonly SearchLanguage[]
}

interface Found {
  readonly hit: ClauseHit
  readonly rank: number
  readonly supporting: boolean
}

const headingsOf = (document: TextDocument, node: TextNode): string => {
  const parts = [...ancestorsOf(document, node), node].flatMap(({ kind, label, name }) => [
    kind === 'article' || kind === 'chapter' ? '' : kind,
    label ?? '',
    name ?? '',
  ])
  return foldText(parts.filter((part) => part !== '').join(' | ')).text
}

const isSearchLanguage = (language: TextLanguage): language is SearchLanguage => language !== 'und'

/** Where a text holds two languages, both are searched everywhere: an article may stand in either or in both. */
const languagesOf = (document: TextDocument, node: TextNode): readonly SearchLanguage[] => {
  const known = [document.language, ...document.otherLanguages].filter(isSearchLanguage)
  if (known.length > 0) return known
  const own = detectLanguage(document.source.slice(node.start, Math.min(node.end, node.start + 2000)))
  return isSearchLanguage(own) ? [own] : languages
}

const labelOf = (node: TextNode): string => [node.label, node.name].filter(Boolean).join(' ') || node.kind

const readHit = (
  passage: Passage,
  type: ClauseType,
  rule: ClauseRule,
  language: SearchLanguage,
  match: WordingMatch,
): ClauseHit => {
  const { document, node, folded } = passage
  const [from, to] = sentenceAround(folded.text, match.start, match.end)
  const [start, end] = [folded.offsets[from]!, folded.offsets[to]!]
  const lead = /^[\s•·*–—-]+/.exec(document.source.slice(start, end))?.[0].length ?? 0
  const original = document.source.slice(start + lead, end).trimEnd()
  const page = findPage(document, start)
  const sentence = folded.text.slice(from, to)
  return {
    type: type.name,
    rule: rule.id,
    direction: rule.direction,
    strength: rule.strength ?? strengthOf(sentence, node.kind),
    scope: rule.scope,
    modifiers: modifiersOf(rule, sentence, folded.text),
    node: node.id,
    article: node.identifier ?? node.label ?? node.id,
    label: labelOf(node),
    quote: document.markup ? withoutMarkup(original) : original,
    start: start + lead,
    end: start + lead + original.length,
    ...(page !== undefined && { page }),
    language,
    reason: { code: `reason.${rule.id}`, values: { cue: folded.text.slice(match.cueStart, match.cueEnd).trim() } },
  }
}

const findRule = (passage: Passage, { rule, wordings }: CompiledRule, type: ClauseType): ClauseHit | undefined => {
  for (const language of passage.languages)
    for (const wording of wordings[language] ?? []) {
      const match = wording.find(passage.folded.text, passage.headings)
      if (match) return readHit(passage, type, rule, language, match)
    }
  return undefined
}

const findType = (passage: Passage, compiled: CompiledType): Found | undefined => {
  for (const rule of compiled.rules) {
    const hit = findRule(passage, rule, compiled.type)
    if (hit) return { hit, rank: rule.rank, supporting: rule.rule.counts === 'supporting' }
  }
  return undefined
}

/** Audits documents against a set of clause types, prepared once. */
export interface Auditor {
  readonly audit: (document: TextDocument) => readonly ClauseHit[]
}

/** An article that only defines terms comes after one that does something with them. */
const defines = ({ label }: ClauseHit): number => (/\bd[eé]finici|\bd[eé]finition/i.test(label) ? 1 : 0)

const inOrder = (found: readonly Found[]): readonly ClauseHit[] => {
  if (!found.some(({ supporting }) => !supporting)) return []
  return [...found]
    .sort((a, b) => a.rank - b.rank || defines(a.hit) - defines(b.hit) || a.hit.start - b.hit.start)
    .map(({ hit }) => hit)
}

/**
 * Prepares the rules. At most one hit per clause type and article, the best-ranked rule first; a type whose only hits are
 * supporting ones (a definition on its own) is not reported.
 */
export const createAuditor = (types: readonly ClauseType[] = clauseTypes): Auditor => {
  const compiled = types.map(compileType)
  const sieve = stemSieve(types.map(({ stems }) => stems))
  const auditNode = (document: TextDocument, node: TextNode, found: Map<ClauseTypeName, Found[]>): void => {
    const end = endOfWording(document.source, node.start, node.end)
    const folded = foldText(document.source, node.start, end, document)
    const possible = sieve.sift(folded.text)
    if (possible === 0) return
    const passage: Passage = {
      document,
      node,
      folded,
      headings: headingsOf(document, node),
      languages: languagesOf(document, node),
    }
    for (const [index, type] of compiled.entries()) {
      if ((possible & (1 << index)) === 0) continue
      const one = findType(passage, type)
      if (one) found.set(type.type.name, [...(found.get(type.type.name) ?? []), one])
    }
  }
  return {
    audit: (document) => {
      const found = new Map<ClauseTypeName, Found[]>()
      for (const node of document.nodes) if (searchableKinds.has(node.kind)) auditNode(document, node, found)
      return compiled.flatMap(({ type }) => inOrder(found.get(type.name) ?? []))
    },
  }
}
