import type { Visit } from '../../../people/index.ts'
import { numberText } from '../../../studies/index.ts'
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx'
import { Filter } from '../../../ui/filter/filter.tsx'
import { Link } from '../../../ui/link/link.tsx'
import { pageWindow } from '../../../ui/pagination/page-window.ts'
import { Pagination } from '../../../ui/pagination/pagination.tsx'
import { ScrollArea, Table } from '../../../ui/table/table.tsx'
import { TextInput } from '../../../ui/text-input/text-input.tsx'
import { centsText, currencyMark, differenceText, modelName } from '../naming.ts'
import type { StatementFileEnd, StatementLine } from '../statement-file.ts'
import { words } from '../words/words.generated.ts'

interface StatementsProps {
  readonly visit: Visit
  /** Address of the study. */
  readonly address: string
  readonly query: string
  readonly page: number
  readonly last: number
  readonly end: StatementFileEnd
  readonly statements: readonly StatementLine[]
  readonly count: number
  readonly isCut: boolean
}

/** Listeners of a creator or work; told from ten on. */
export const listenersText = (visit: Visit, listeners: number | null): string =>
  listeners === null ? visit.words(words)('statements.few-listeners') : visit.format.number(listeners)

/** A creator's name, or that the list of works gives none. */
export const CreatorName = ({ visit, name }: { readonly visit: Visit; readonly name: string }) =>
  name === '' ? <>{visit.words(words)('statements.unnamed')}</> : <bdi>{name}</bdi>

const addressOf = ({ address, query }: StatementsProps, page: number): string => {
  const wanted = new URLSearchParams({
    ...(query === '' ? {} : { q: query }),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return `${address}/statements${wanted.size > 0 ? `?${wanted.toString()}` : ''}`
}

const Search = (props: StatementsProps) => {
  const { visit, address, query } = props
  const t = visit.words(words)
  const active =
    query === '' ? [] : [{ text: query, removeHref: `${address}/statements`, removeText: t('statements.all') }]
  return (
    <Filter
      label={t('statements.search')}
      action={`${address}/statements`}
      submit={t('statements.find')}
      active={{ label: t('statements.searched'), items: active }}
    >
      <TextInput id="q" name="q" type="search" label={t('statements.name')} value={query} dir="auto" />
    </Filter>
  )
}

const Pages = (props: StatementsProps) => {
  const { visit, page, last } = props
  const t = visit.words(words)
  if (last < 2) return null
  return (
    <Pagination
      label={t('statements.pages')}
      previous={page > 1 ? { href: addressOf(props, page - 1), text: t('statements.previous') } : undefined}
      next={page < last ? { href: addressOf(props, page + 1), text: t('statements.next') } : undefined}
      items={pageWindow(page, last).map((entry) =>
        entry === 'gap'
          ? { ellipsis: true }
          : {
              number: visit.format.number(entry),
              href: addressOf(props, entry),
              current: entry === page,
              hiddenText: t('statements.page', { page: entry, of: last }),
            },
      )}
    />
  )
}

const List = (props: StatementsProps) => {
  const { visit, address, end, statements } = props
  const t = visit.words(words)
  const isChange = end.models.length === 2
  return (
    <ScrollArea label={t('statements.title')}>
      <Table
        firstCellIsHeader
        columns={[
          { text: t('statements.creator') },
          { text: t('statements.works'), numeric: true },
          { text: t('statements.plays'), numeric: true },
          { text: t('statements.listeners'), numeric: true },
          ...end.models.map((model) => ({
            text: `${modelName(visit, model)}${currencyMark(end.currency)}`,
            numeric: true,
          })),
          ...(isChange ? [{ text: t('statements.difference'), numeric: true }] : []),
        ]}
        rows={statements.map(({ creator, place, works, plays, listeners, paid }) => [
          <Link href={`${address}/statements/${place + 1}`}>
            <CreatorName visit={visit} name={creator} />
          </Link>,
          numberText(visit, works),
          numberText(visit, plays),
          listenersText(visit, listeners),
          ...paid.map((amount) => centsText(visit, amount, end.currency)),
          ...(isChange ? [differenceText(visit, paid[0]!, paid[1]!, end.currency)] : []),
        ])}
      />
    </ScrollArea>
  )
}

/** The list of creators with what each rule pays them. */
export const StatementsView = (props: StatementsProps) => {
  const { visit, address, query, statements, count, isCut } = props
  const t = visit.words(words)
  return (
    <>
      <h1 class="govuk-heading-l">{t('statements.title')}</h1>
      <p class="govuk-body-l">{t('statements.lead')}</p>
      <p class="govuk-body">
        <Link href={`${address}/statements.csv`}>{t('statements.csv')}</Link>
      </p>
      <Search {...props} />
      <p class="govuk-body">
        {isCut
          ? t('statements.too-many', { count })
          : query === ''
            ? t('statements.count', { count })
            : t('statements.found', { count })}
      </p>
      {statements.length === 0 ? <EmptyState title={t('statements.nobody')} /> : <List {...props} />}
      <Pages {...props} />
    </>
  )
}
