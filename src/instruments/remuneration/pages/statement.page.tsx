import { NotThere } from '../../../kernel/refusal.ts'
import type { Page, Visit } from '../../../people/index.ts'
import { getShown, numberText, periodText, type FinishedStudy, type StudyDeclaration } from '../../../studies/index.ts'
import { InsetText } from '../../../ui/inset-text/inset-text.tsx'
import { Link } from '../../../ui/link/link.tsx'
import { Pagination } from '../../../ui/pagination/pagination.tsx'
import { SummaryList } from '../../../ui/summary-list/summary-list.tsx'
import { ScrollArea, Table } from '../../../ui/table/table.tsx'
import type { RemunerationDocument } from '../document.ts'
import { centsText, currencyMark, differenceText, modelName } from '../naming.ts'
import type { StatementFileEnd, StatementLine, WorkLine } from '../statement-file.ts'
import { withStatements } from '../statement-reader.ts'
import { words } from '../words/words.generated.ts'
import { statementsPath } from './statement-copy.ts'
import { CreatorName, listenersText } from './statements-view.tsx'

type Declaration = () => StudyDeclaration<RemunerationDocument>

const worksOnPage = 100

interface StatementProps {
  readonly visit: Visit
  readonly study: FinishedStudy
  /** Address of the study. */
  readonly address: string
  readonly end: StatementFileEnd
  readonly statement: StatementLine
  readonly works: readonly WorkLine[]
  readonly page: number
}

const lastPage = ({ works }: StatementLine): number => Math.max(1, Math.ceil(works / worksOnPage))

/** What each rule pays, and the difference to the first. */
const Paid = ({ visit, end, statement }: StatementProps) => {
  const t = visit.words(words)
  const [before] = statement.paid
  return (
    <Table
      caption={`${t('statement.paid')}${currencyMark(end.currency)}`}
      captionSize="m"
      firstCellIsHeader
      columns={[
        { text: t('glance.rule') },
        { text: t('statement.pays'), numeric: true },
        { text: t('statement.difference', { first: modelName(visit, end.models[0]!) }), numeric: true },
      ]}
      rows={end.models.map((model, at) => [
        modelName(visit, model),
        centsText(visit, statement.paid[at]!, end.currency),
        at === 0 ? '–' : differenceText(visit, before!, statement.paid[at]!, end.currency),
      ])}
    />
  )
}

const Works = ({ visit, end, works }: StatementProps) => {
  const t = visit.words(words)
  return (
    <ScrollArea label={t('statement.works')}>
      <Table
        caption={`${t('statement.works')}${currencyMark(end.currency)}`}
        captionSize="m"
        firstCellIsHeader
        columns={[
          { text: t('statement.work') },
          { text: t('statements.plays'), numeric: true },
          { text: t('statements.listeners'), numeric: true },
          ...end.models.map((model) => ({ text: modelName(visit, model), numeric: true })),
        ]}
        rows={works.map(({ work, title, plays, listeners, paid }) => [
          title === null ? (
            <bdi>{work}</bdi>
          ) : (
            <>
              <bdi>{title}</bdi>
              <br />
              <span class="govuk-body-s govuk-!-margin-bottom-0">
                <bdi>{work}</bdi>
              </span>
            </>
          ),
          numberText(visit, plays),
          listenersText(visit, listeners),
          ...paid.map((amount) => centsText(visit, amount, end.currency)),
        ])}
      />
    </ScrollArea>
  )
}

const Pages = ({ visit, address, statement, page }: StatementProps) => {
  const t = visit.words(words)
  const last = lastPage(statement)
  if (last < 2) return null
  const hrefOf = (wanted: number) => `${address}/statements/${statement.place + 1}?page=${wanted}`
  const label = (wanted: number) => t('statements.page', { page: wanted, of: last })
  return (
    <Pagination
      label={t('statement.pages')}
      previous={
        page > 1 ? { href: hrefOf(page - 1), text: t('statements.previous'), label: label(page - 1) } : undefined
      }
      next={page < last ? { href: hrefOf(page + 1), text: t('statements.next'), label: label(page + 1) } : undefined}
    />
  )
}

const StatementView = (props: StatementProps) => {
  const { visit, study, address, statement } = props
  const t = visit.words(words)
  return (
    <>
      <span class="govuk-caption-l">
        {t('statement.title')} · {periodText(visit, study.period)}
      </span>
      <h1 class="govuk-heading-l">
        <CreatorName visit={visit} name={statement.creator} />
      </h1>
      {study.isSynthetic ? <InsetText>{t('statement.synthetic')}</InsetText> : null}
      <SummaryList
        rows={[
          { key: t('statements.works'), value: numberText(visit, statement.works) },
          { key: t('statements.plays'), value: numberText(visit, statement.plays) },
          { key: t('statements.listeners'), value: listenersText(visit, statement.listeners) },
        ]}
      />
      <Paid {...props} />
      <p class="govuk-body">{t('statement.what')}</p>
      {lastPage(statement) > 1 ? (
        <p class="govuk-body">{t('statements.page', { page: props.page, of: lastPage(statement) })}</p>
      ) : null}
      <Works {...props} />
      <Pages {...props} />
      <p class="govuk-body">
        {t('statement.adds-up')}{' '}
        <Link href={`${address}/statements/${statement.place + 1}/works.csv`}>{t('statement.csv')}</Link>
      </p>
      <p class="govuk-hint">{t('statement.source', { study: study.title })}</p>
    </>
  )
}

/** What one creator was played, by how many, and what each rule pays, to the cent, work by work; made to be printed too. */
export const statementPage = (declaration: Declaration): Page => ({
  name: 'remuneration.statement',
  method: 'GET',
  under: 'party',
  path: '/remuneration/:id/statements/:place',
  permission: 'remuneration.read',
  respond: async (visit) => {
    const { study } = await getShown(declaration(), visit)
    const t = visit.words(words)
    const place = Number(visit.parameters['place']) - 1
    const wanted = Number(visit.query.get('page') ?? '1')
    const page = Number.isInteger(wanted) && wanted >= 1 ? wanted : 1
    const path = await statementsPath(declaration(), visit, study)
    const found = await withStatements(path, async (reader) => {
      const one = await reader.find(place, (page - 1) * worksOnPage, worksOnPage)
      return one && { end: reader.end, ...one }
    })
    if (!found) throw new NotThere(`statement ${place} of ${study.id}`)
    const address = visit.to(`/remuneration/${study.id}`)
    return {
      kind: 'view',
      title: found.statement.creator === '' ? t('statements.unnamed') : found.statement.creator,
      room: 'remuneration',
      line: 2,
      crumbs: [
        { text: t('title'), href: visit.to('/remuneration') },
        { text: study.title, href: address },
        { text: t('statements.title'), href: `${address}/statements` },
      ],
      body: <StatementView visit={visit} study={study} address={address} page={page} {...found} />,
    }
  },
})
