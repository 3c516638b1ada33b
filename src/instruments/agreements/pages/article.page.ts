import type { Answer, Page, Visit } from '../../../people/index.ts'
import { askingOf } from '../asking.tsx'
import { addClause, decide } from '../review.ts'
import { getAgreement, getArticle } from '../store.ts'
import { words } from '../words/words.generated.ts'
import { articleView } from './article-view.tsx'

const agreementIn = (visit: Visit) => getAgreement(askingOf(visit), visit.parameters['id'] ?? '')

/** The text of an article with its clauses beside it. */
export const articlePage: Page = {
  name: 'agreements.article',
  method: 'GET',
  under: 'party',
  path: '/agreements/:id/articles/:position',
  permission: 'agreements.visit',
  shared: true,
  respond: async (visit) =>
    await articleView(visit, await agreementIn(visit), Number(visit.parameters['position'] ?? '')),
}

const back = (visit: Visit, agreement: string, position: number, notice: string): Answer => ({
  kind: 'see-other',
  to: visit.to(`/agreements/${agreement}/articles/${position}`),
  notice,
})

/** A reviewer confirms or rejects a clause. */
export const decisionPage: Page = {
  name: 'agreements.decide',
  method: 'POST',
  under: 'party',
  path: '/agreements/:id/decisions',
  permission: 'agreements.review',
  respond: async (visit) => {
    const agreement = await agreementIn(visit)
    const [clause, verdict, reason] = ['clause', 'verdict', 'reason'].map((name) => visit.form.text(name))
    const position = Number(visit.form.text('position'))
    const judgement = { clause: clause ?? '', verdict: verdict ?? '', reason: reason ?? '' }
    const decided = await decide(askingOf(visit), agreement, judgement)
    if (!decided.ok)
      return await articleView(visit, agreement, position, { faults: decided.faults, clause: judgement.clause })
    return back(visit, agreement.id, position, visit.words(words)('notice.decided'))
  },
}

/** A reviewer adds a clause that no rule found. */
export const additionPage: Page = {
  name: 'agreements.add',
  method: 'POST',
  under: 'party',
  path: '/agreements/:id/clauses',
  permission: 'agreements.review',
  respond: async (visit) => {
    const agreement = await agreementIn(visit)
    const position = Number(visit.form.text('position'))
    const article = await getArticle(visit.db, agreement, position)
    const added = await addClause(askingOf(visit), agreement, article, {
      rule: visit.form.text('rule'),
      quote: visit.form.text('quote'),
      reason: visit.form.text('reason'),
    })
    if (!added.ok) return await articleView(visit, agreement, position, { faults: added.faults })
    return back(visit, agreement.id, position, visit.words(words)('notice.clause-added'))
  },
}
