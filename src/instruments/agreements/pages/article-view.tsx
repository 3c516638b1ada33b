import type { Fault } from '../../../kernel/fault.ts'
import type { Answer, Visit } from '../../../people/index.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Details } from '../../../ui/details/details.tsx'
import { Pagination } from '../../../ui/pagination/pagination.tsx'
import { Select } from '../../../ui/select/select.tsx'
import { Textarea } from '../../../ui/textarea/textarea.tsx'
import { type Agreement, type Article, type Clause, type Decision, partAt, partsOf } from '../agreement.ts'
import {
  articleText,
  askingOf,
  crumbsOf,
  errorOf,
  Faults,
  KeyInput,
  may,
  NotAdvice,
  ofText,
  Title,
  wordOf,
} from '../asking.tsx'
import { clauseTypes } from '../rules/index.ts'
import { countHeadings, getArticle, listClauses, listDecisions } from '../store.ts'
import { words } from '../words/words.generated.ts'
import { ClauseCard } from './clause-card.tsx'
import { MarkedText } from './marked-text.tsx'

/** What was typed into a form of this page and not accepted. */
export interface NotTaken {
  readonly faults: readonly Fault[]
  /** The clause whose form it was; nothing for the form that adds one. */
  readonly clause?: string
}

interface ArticleProps {
  readonly visit: Visit
  readonly agreement: Agreement
  readonly article: Article
  readonly clauses: readonly Clause[]
  readonly decisions: readonly Decision[]
  readonly partNumber: number
  readonly count: number
  readonly notTaken?: NotTaken | undefined
}

const bare = (text: string): string => text.replace(/\s*[(（]?[“«"]?…[”»"]?[)）]?\s*/g, '').trim()

const ruleOptions = (visit: Visit) =>
  clauseTypes.flatMap(({ name, rules }) =>
    rules.map(({ id }) => ({
      value: id,
      text: `${wordOf(visit, `type.${name}`)}: ${bare(wordOf(visit, `reason.${id}`, { cue: '…' }))}`,
    })),
  )

const Adding = ({ visit, agreement, article, notTaken }: ArticleProps) => {
  const t = visit.words(words)
  const faults = notTaken && notTaken.clause === undefined ? notTaken.faults : []
  const isOpen = faults.length > 0
  const typed = (name: string): string => (isOpen ? visit.form.text(name) : '')
  return (
    <Details summary={t('add.title')} open={isOpen}>
      <form method="post" action={visit.to(`/agreements/${agreement.id}/clauses`)}>
        <KeyInput visit={visit} />
        <input type="hidden" name="position" value={String(article.position)} />
        <Select
          name="rule"
          label={t('add.rule')}
          value={typed('rule')}
          error={errorOf(visit, faults, 'rule')}
          errorPrefix={t('error')}
          options={[{ value: '', text: t('add.choose') }, ...ruleOptions(visit)]}
        />
        <Textarea
          name="quote"
          rows={4}
          dir="ltr"
          label={t('add.quote')}
          hint={t('add.quote.hint')}
          value={typed('quote')}
          error={errorOf(visit, faults, 'quote')}
          errorPrefix={t('error')}
        />
        <Textarea
          name="reason"
          id={isOpen ? 'reason' : 'add-reason'}
          rows={2}
          label={t('review.reason')}
          value={typed('reason')}
          error={errorOf(visit, faults, 'reason')}
          errorPrefix={t('error')}
        />
        <Button kind="secondary">{t('add.add')}</Button>
      </form>
    </Details>
  )
}

/** Where a clause is marked: on this page, or on that of another part of the article. */
const textHref = ({ visit, agreement, article, partNumber }: ArticleProps, clause: Clause): string => {
  const part = partAt(partsOf(article), clause.start)
  const page = visit.to(`/agreements/${agreement.id}/articles/${article.position}`)
  return part === partNumber ? `#text-${clause.id}` : `${page}?part=${part}#text-${clause.id}`
}

const Rail = (props: ArticleProps) => {
  const { visit, article, clauses, decisions, notTaken } = props
  const t = visit.words(words)
  const isReviewer = may(visit, 'agreements.review')
  return (
    <>
      <h2 class="govuk-heading-m">{t('rail.title')}</h2>
      {clauses.length === 0 ? <p class="govuk-body">{t('rail.none')}</p> : null}
      {clauses.map((clause, index) => {
        const faults = notTaken?.clause === clause.id ? notTaken.faults : []
        return (
          <ClauseCard
            visit={visit}
            clause={clause}
            number={visit.format.number(index + 1)}
            decisions={decisions.filter(({ clauseId }) => clauseId === clause.id)}
            isTeam={may(visit, 'agreements.read')}
            isReviewer={isReviewer}
            position={article.position}
            textHref={textHref(props, clause)}
            error={errorOf(visit, faults, 'reason')}
            typed={faults.length > 0 ? visit.form.text('reason') : undefined}
          />
        )
      })}
      {isReviewer ? <Adding {...props} /> : null}
    </>
  )
}

/** Parts of a long article first, then the articles before and after. */
const Ways = ({ visit, agreement, article, partNumber, count }: ArticleProps) => {
  const t = visit.words(words)
  const parts = partsOf(article).length
  const to = (position: number, part = 1) =>
    visit.to(`/agreements/${agreement.id}/articles/${position}${part > 1 ? `?part=${part}` : ''}`)
  const previous =
    partNumber > 1
      ? { href: to(article.position, partNumber - 1), text: t('article.part.previous') }
      : article.position > 1
        ? { href: to(article.position - 1), text: t('article.previous') }
        : undefined
  const next =
    partNumber < parts
      ? { href: to(article.position, partNumber + 1), text: t('article.part.next') }
      : article.position < count
        ? { href: to(article.position + 1), text: t('article.next') }
        : undefined
  return <Pagination label={t('article.ways')} previous={previous} next={next} />
}

const Body = (props: ArticleProps) => {
  const { visit, agreement, article, clauses, partNumber, notTaken } = props
  const t = visit.words(words)
  const parts = partsOf(article)
  const part = parts[partNumber - 1]!
  return (
    <>
      {notTaken ? <Faults visit={visit} faults={notTaken.faults} /> : null}
      <span class="govuk-caption-l">
        <Title agreement={agreement} />
        {article.chapter === undefined ? null : (
          <>
            <br />
            <bdi>{article.chapter}</bdi>
          </>
        )}
      </span>
      <h1 class="govuk-heading-l">
        <bdi>{articleText(visit, article)}</bdi>
      </h1>
      {parts.length > 1 ? <p class="govuk-hint">{t('article.part', { part: partNumber, of: parts.length })}</p> : null}
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <div class="govuk-body" {...ofText(article.language)}>
            <MarkedText
              article={article}
              part={part}
              clauses={clauses.filter(({ start, end }) => start < part.end && end > part.start)}
              numberOf={(clause) => clauses.indexOf(clause) + 1}
              toNumber={(number) => visit.format.number(number)}
            />
          </div>
          <Ways {...props} />
        </div>
        <div class="govuk-grid-column-one-third">
          <Rail {...props} />
        </div>
      </div>
      <NotAdvice visit={visit} />
    </>
  )
}

/** One article: the original wording with the clause rail beside it. */
export const articleView = async (
  visit: Visit,
  agreement: Agreement,
  position: number,
  notTaken?: NotTaken,
): Promise<Answer> => {
  const article = await getArticle(visit.db, agreement, position)
  const clauses = await listClauses(visit.db, [agreement], { article: article.id })
  const isTeam = may(visit, 'agreements.read')
  const parts = partsOf(article)
  const wanted = Number(visit.query.get('part') ?? '1')
  const partNumber = Number.isInteger(wanted) ? Math.min(Math.max(1, wanted), parts.length) : 1
  const props = {
    visit,
    agreement,
    article,
    clauses: isTeam ? clauses : clauses.filter(({ verdict }) => verdict !== 'reject'),
    decisions: isTeam ? await listDecisions(askingOf(visit).db, agreement) : [],
    partNumber,
    count: await countHeadings(visit.db, agreement),
    notTaken,
  }
  return {
    kind: 'view',
    title: `${articleText(visit, article)} – ${agreement.title}`,
    room: 'agreements',
    line: 3,
    crumbs: crumbsOf(visit, agreement),
    ...(notTaken ? { status: 422 as const } : {}),
    body: <Body {...props} />,
  }
}
