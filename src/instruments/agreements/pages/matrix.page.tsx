import { writeCsv } from '../../../engines/documents/index.ts'
import type { Page, Visit } from '../../../people/index.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Link } from '../../../ui/link/link.tsx'
import { ScrollArea, Table } from '../../../ui/table/table.tsx'
import type { Agreement } from '../agreement.ts'
import { addressWith, askingOf, crumbsOf, NotAdvice, Pages, pageIn, Title, wordOf } from '../asking.tsx'
import { clauseCells, clauseColumns, countArticles } from '../export-rows.ts'
import { type ClauseTypeName, clauseTypeNames } from '../rules/clause-type.ts'
import { countAgreements, listAgreements, listClauses } from '../store.ts'
import { words } from '../words/words.generated.ts'
import { readWish } from './list.page.tsx'

const limit = 25
const csvType = 'text/csv; charset=utf-8'

type Counts = ReturnType<typeof countArticles>

const silence = ({ coverage }: Agreement): string => (coverage.whole ? '–' : '?')

const cellOf = (visit: Visit, agreement: Agreement, type: ClauseTypeName, counts: Counts): string => {
  const count = counts.get(agreement.id)?.get(type)
  return count === undefined ? silence(agreement) : visit.format.number(count)
}

/** Agreements against the fifteen types of clauses. */
const matrixPage: Page = {
  name: 'agreements.matrix',
  method: 'GET',
  under: 'party',
  path: '/agreements/matrix',
  permission: 'agreements.visit',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const wish = readWish(visit)
    const reading = askingOf(visit)
    const agreements = await listAgreements(reading, wish, { limit, offset: (pageIn(visit) - 1) * limit })
    const counts = countArticles(await listClauses(visit.db, agreements))
    const whose = [undefined, 'own', 'others'] as const
    return {
      kind: 'view',
      title: t('matrix.title'),
      room: 'agreements',
      line: 3,
      crumbs: crumbsOf(visit),
      body: (
        <>
          <h1 class="govuk-heading-l">{t('matrix.title')}</h1>
          <p class="govuk-body-l">{t('matrix.lead')}</p>
          <p class="govuk-body">
            {whose.map((each, index) => (
              <>
                {index > 0 ? ' · ' : ''}
                <Link
                  href={addressWith(visit, '/agreements/matrix', { whose: each ?? null, page: null })}
                  current={wish.whose === each}
                >
                  {each === undefined ? t('filter.any') : wordOf(visit, `whose.${each}`)}
                </Link>
              </>
            ))}
          </p>
          <Button kind="secondary" href={addressWith(visit, '/agreements/matrix.csv', { page: null })}>
            {t('matrix.csv')}
          </Button>
          <ScrollArea label={t('matrix.title')}>
            <Table
              firstCellIsHeader
              columns={[
                { text: t('list.agreement'), classes: 'or-table__name' },
                { text: t('matrix.year') },
                ...clauseTypeNames.map((type) => ({ text: wordOf(visit, `type.${type}`), numeric: true })),
              ]}
              rows={agreements.map((agreement) => [
                <Link href={visit.to(`/agreements/${agreement.id}`)}>
                  <Title agreement={agreement} />
                </Link>,
                agreement.year ?? '–',
                ...clauseTypeNames.map((type) => cellOf(visit, agreement, type, counts)),
              ])}
            />
          </ScrollArea>
          <Pages visit={visit} path="/agreements/matrix" limit={limit} count={await countAgreements(reading, wish)} />
          <NotAdvice visit={visit} />
        </>
      ),
    }
  },
}

const matrixCsv: Page = {
  name: 'agreements.matrix-csv',
  method: 'GET',
  under: 'party',
  path: '/agreements/matrix.csv',
  permission: 'agreements.visit',
  respond: async (visit) => {
    const agreements = await listAgreements(askingOf(visit), readWish(visit))
    const counts = countArticles(await listClauses(visit.db, agreements))
    const rows = agreements.map((agreement) => [
      agreement.title,
      agreement.year,
      agreement.parties.join(' '),
      agreement.isOwn ? 'own' : 'others',
      agreement.coverage.whole ? 1 : 0,
      ...clauseTypeNames.map((type) => counts.get(agreement.id)?.get(type) ?? (agreement.coverage.whole ? 0 : '?')),
    ])
    const columns = ['title', 'year', 'parties', 'whose', 'whole_text', ...clauseTypeNames]
    return { kind: 'download', name: 'agreements-matrix.csv', type: csvType, body: writeCsv(columns, rows) }
  },
}

/** Every clause with its place, its reading and its review. */
const clausesCsv: Page = {
  name: 'agreements.clauses-csv',
  method: 'GET',
  under: 'party',
  path: '/agreements/clauses.csv',
  permission: 'agreements.visit',
  respond: async (visit) => {
    const agreements = await listAgreements(askingOf(visit), readWish(visit))
    const clauses = await listClauses(visit.db, agreements)
    const body = writeCsv(clauseColumns, clauseCells(agreements, clauses))
    return { kind: 'download', name: 'agreements-clauses.csv', type: csvType, body }
  },
}

export const matrixPages: readonly Page[] = [matrixPage, matrixCsv, clausesCsv]
