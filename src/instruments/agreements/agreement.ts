import type { Coverage } from '../../engines/texts/coverage.ts'
import type { NodeKind, TextFormat, TextLanguage } from '../../engines/texts/document.ts'
import { withoutMarkup } from '../../engines/texts/markup.ts'
import type { ClauseHit } from './audit.ts'
import { type PolicySpace, readPolicySpace } from './policy-space.ts'
import type { ClauseTypeName } from './rules/clause-type.ts'

/** An agreement whose text was taken in and audited. `parties` are codes of ISO 3166 alpha-2 where known, else as written. */
export interface Agreement {
  readonly id: string
  readonly party: string
  readonly hash: string
  readonly fileName: string
  readonly title: string
  readonly format: TextFormat
  readonly language: TextLanguage
  readonly year?: number
  readonly parties: readonly string[]
  /** Year in which it was amended in the spirit of the Convention, as people say; never told from the text. */
  readonly amendedYear?: number
  /** What that amendment changed, in short; empty where nothing was said. */
  readonly amendment: string
  /** The Party's own, or another's, kept for comparison. */
  readonly isOwn: boolean
  readonly isPublished: boolean
  readonly isSynthetic: boolean
  readonly coverage: Coverage
  /** Types of the clauses that stand: found and not rejected, or added. */
  readonly types: readonly ClauseTypeName[]
  readonly createdAt: Date
}

/** A stretch of an agreement that is read and searched by itself. `raw` is the original, tags and all when `isMarkup`. */
export interface Article {
  readonly id: string
  readonly agreementId: string
  readonly position: number
  readonly kind: NodeKind
  readonly label?: string
  readonly name?: string
  readonly chapter?: string
  readonly page?: number
  readonly startAt: number
  readonly raw: string
  readonly isMarkup: boolean
  readonly language: TextLanguage
}

export type ArticleHeading = Pick<Article, 'position' | 'kind' | 'label' | 'name' | 'chapter'>

/** A clause in its article. `verdict` is what the latest reviewer said; nothing when nobody has looked at it. */
export interface Clause extends ClauseHit {
  readonly id: string
  readonly agreementId: string
  readonly articleId: string
  readonly articlePosition: number
  readonly isAdded: boolean
  readonly verdict?: 'confirm' | 'reject'
}

/** What a reviewer said about a clause; never changed, later ones count. */
export interface Decision {
  readonly id: string
  readonly clauseId: string
  readonly verdict: 'confirm' | 'reject' | 'add'
  readonly reason: string
  readonly actorName: string
  readonly at: Date
}

export const isClause = (hit: ClauseHit): hit is Clause => 'articlePosition' in hit

/** Whether a clause counts: everything that no reviewer has rejected. */
export const stands = ({ verdict }: Pick<Clause, 'verdict'>): boolean => verdict !== 'reject'

/** What the agreement leaves open, with the reviewers' decisions taken into account. */
export const policySpaceOf = ({ coverage }: Pick<Agreement, 'coverage'>, clauses: readonly Clause[]): PolicySpace =>
  readPolicySpace(clauses.filter(stands), coverage)

/** The wording of a stretch of an article, by offsets of the document's source. */
export const wordingOf = ({ raw, startAt, isMarkup }: Article, start = startAt, end = startAt + raw.length): string => {
  const cut = raw.slice(Math.max(0, start - startAt), Math.max(0, end - startAt))
  return isMarkup ? withoutMarkup(cut) : cut
}

/** Characters of the original on one page of an article: a page stays small on a slow line. */
export const charactersPerPart = 9000

export interface ArticlePart {
  readonly start: number
  readonly end: number
}

/** Cuts a long article into parts at line or word ends; offsets of the document's source. */
export const partsOf = ({ raw, startAt }: Pick<Article, 'raw' | 'startAt'>): readonly ArticlePart[] => {
  const parts: ArticlePart[] = []
  for (let at = 0; at < raw.length || parts.length === 0; ) {
    const limit = Math.min(raw.length, at + charactersPerPart)
    const line = raw.lastIndexOf('\n', limit)
    const word = raw.lastIndexOf(' ', limit)
    const half = at + charactersPerPart / 2
    const end = limit === raw.length ? limit : line > half ? line + 1 : word > half ? word + 1 : limit
    parts.push({ start: startAt + at, end: startAt + end })
    if (end === at) break
    at = end
  }
  return parts
}

/** The number (from 1) of the part an offset lies in. */
export const partAt = (parts: readonly ArticlePart[], offset: number): number =>
  Math.max(1, parts.findIndex(({ start, end }) => offset >= start && offset < end) + 1)

/** How an article is called: label and name, else its kind in words, told by `kindText`. */
export const headingOf = (
  { label, name, kind }: Pick<ArticleHeading, 'label' | 'name' | 'kind'>,
  kindText: (kind: NodeKind) => string,
): string => {
  const number = label !== undefined && /^[\d.IVXLC]+$/.test(label) ? `${kindText(kind)} ${label}` : label
  return [number, name].filter(Boolean).join(' · ') || kindText(kind)
}
