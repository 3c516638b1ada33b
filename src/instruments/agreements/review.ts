import { sql } from 'kysely'
import { foldText } from '../../engines/texts/fold.ts'
import type { Fault } from '../../kernel/fault.ts'
import { NotThere } from '../../kernel/refusal.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { demand } from '../../people/index.ts'
import { newId } from '../../platform/random/new-id.ts'
import type { Agreement, Article } from './agreement.ts'
import { strengthOf } from './clause-reading.ts'
import { recordEvidence } from './evidence-store.ts'
import type { ClauseRule, ClauseTypeName } from './rules/clause-type.ts'
import { clauseTypes } from './rules/index.ts'
import { type Asking, doerOf, isId, note, tablesOf } from './store.ts'

export const longestReason = 2000

/** The types of what stands now, kept beside the agreement for the list's filter. */
const refresh = async ({ db, party, at }: Asking, agreement: Agreement): Promise<void> => {
  await tablesOf(db)
    .updateTable('agreements')
    .set({
      updated_at: at,
      types: sql<ClauseTypeName[]>`(
        select coalesce(array_agg(distinct type), '{}') from agreements_clauses
        where agreement_id = ${agreement.id} and verdict is distinct from 'reject')`,
    })
    .where('id', '=', agreement.id)
    .execute()
  await recordEvidence(db, party, at)
}

const appendDecision = async (
  { db, actor, party, at }: Asking,
  agreement: Agreement,
  clause: string,
  verdict: 'confirm' | 'reject' | 'add',
  reason: string,
): Promise<void> => {
  const { userId, name } = doerOf(actor)
  await tablesOf(db)
    .insertInto('agreements_decisions')
    .values({
      id: newId(),
      agreement_id: agreement.id,
      clause_id: clause,
      party,
      verdict,
      reason,
      actor_id: userId ?? null,
      actor_name: name,
      decided_at: at,
    })
    .execute()
}

const reasonFaults = (reason: string, isNeeded: boolean): Fault[] => {
  if (reason === '' && isNeeded) return [{ code: 'reason-missing', field: 'reason' }]
  return reason.length > longestReason
    ? [{ code: 'reason-long', field: 'reason', values: { limit: longestReason } }]
    : []
}

export interface Judgement {
  readonly clause: string
  readonly verdict: string
  readonly reason: string
}

/**
 * A reviewer confirms or rejects a clause; to reject takes a reason. The decision is appended, the latest counts, the facts follow.
 * Faults: `reason-missing`, `reason-long`.
 */
export const decide = async (
  asking: Asking,
  agreement: Agreement,
  { clause, verdict, reason: typed }: Judgement,
): Promise<Result<undefined, Fault>> => {
  const { db, actor, party } = asking
  demand(actor, 'agreements.review', { party })
  const reason = typed.trim()
  if (!isId(clause) || (verdict !== 'confirm' && verdict !== 'reject')) throw new NotThere(`clause ${clause}`)
  const faults = reasonFaults(reason, verdict === 'reject')
  if (faults.length > 0) return notAccepted(...faults)
  const query = tablesOf(db).selectFrom('agreements_clauses').select(['verdict', 'type', 'rule', 'label'])
  const before = await query
    .where('id', '=', clause)
    .where('agreement_id', '=', agreement.id)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw new NotThere(`clause ${clause}`)
  await appendDecision(asking, agreement, clause, verdict, reason)
  await tablesOf(db).updateTable('agreements_clauses').set({ verdict }).where('id', '=', clause).execute()
  const { verdict: earlier, ...what } = before
  await note(asking, verdict, clause, { ...what, agreement: agreement.title, reason }, { verdict: earlier })
  await refresh(asking, agreement)
  return accepted(undefined)
}

/** A clause as a reviewer found it. `rule` says what kind of clause it is, `quote` where it stands. */
export interface Addition {
  readonly rule: string
  readonly quote: string
  readonly reason: string
}

export const findRule = (id: string): { readonly type: ClauseTypeName; readonly rule: ClauseRule } | undefined => {
  for (const type of clauseTypes) for (const rule of type.rules) if (rule.id === id) return { type: type.name, rule }
  return undefined
}

/** Where a quotation stands in an article, as offsets of the document; white space, accents and capitals do not count. */
export const findQuote = (article: Article, quote: string): readonly [start: number, end: number] | undefined => {
  const text = foldText(article.raw)
  const sought = foldText(quote.trim()).text.trim()
  const at = sought === '' ? -1 : text.text.indexOf(sought)
  if (at < 0) return undefined
  return [article.startAt + text.offsets[at]!, article.startAt + text.offsets[at + sought.length]!]
}

/**
 * A reviewer adds a clause that no rule found. Faults: `rule-unknown`, `quote-missing`, `quote-not-found`, `reason-missing`,
 * `reason-long`.
 */
export const addClause = async (
  asking: Asking,
  agreement: Agreement,
  article: Article,
  { rule: ruleId, quote, reason: typed }: Addition,
): Promise<Result<undefined, Fault>> => {
  demand(asking.actor, 'agreements.review', { party: asking.party })
  const reason = typed.trim()
  const found = findRule(ruleId)
  const span = findQuote(article, quote)
  const faults: Fault[] = [
    ...(found ? [] : [{ code: 'rule-unknown', field: 'rule' }]),
    ...(span ? [] : [{ code: quote.trim() === '' ? 'quote-missing' : 'quote-not-found', field: 'quote' }]),
    ...reasonFaults(reason, true),
  ]
  if (!found || !span || faults.length > 0) return notAccepted(...faults)
  const id = newId()
  const [start, end] = span
  await tablesOf(asking.db)
    .insertInto('agreements_clauses')
    .values({
      id,
      agreement_id: agreement.id,
      article_id: article.id,
      party: asking.party,
      position: 1_000_000,
      type: found.type,
      rule: found.rule.id,
      direction: found.rule.direction,
      strength: found.rule.strength ?? strengthOf(foldText(quote).text, article.kind),
      scope: found.rule.scope,
      modifiers: [...(found.rule.modifiers ?? [])],
      article: article.label ?? `${article.position}`,
      label: [article.label, article.name].filter(Boolean).join(' ') || article.kind,
      quote: quote.trim(),
      start_at: start,
      end_at: end,
      page: article.page ?? null,
      language: article.language,
      cue: quote.trim().slice(0, 80),
      is_added: true,
      verdict: null,
    })
    .execute()
  await appendDecision(asking, agreement, id, 'add', reason)
  await note(asking, 'add', id, { type: found.type, rule: found.rule.id, agreement: agreement.title, quote, reason })
  await refresh(asking, agreement)
  return accepted(undefined)
}
