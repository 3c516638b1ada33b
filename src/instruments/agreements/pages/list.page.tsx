import type { Page, Visit } from '../../../people/index.ts'
import { Button, ButtonGroup } from '../../../ui/button/button.tsx'
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx'
import { Filter } from '../../../ui/filter/filter.tsx'
import { Link } from '../../../ui/link/link.tsx'
import { Select } from '../../../ui/select/select.tsx'
import { ScrollArea, Table } from '../../../ui/table/table.tsx'
import { Tag } from '../../../ui/tag/tag.tsx'
import { TextInput } from '../../../ui/text-input/text-input.tsx'
import type { Agreement } from '../agreement.ts'
import {
  addressWith,
  askingOf,
  may,
  NotAdvice,
  Pages,
  pageIn,
  partiesText,
  partyText,
  Rooms,
  Title,
  wordOf,
} from '../asking.tsx'
import { type ClauseTypeName, clauseTypeNames } from '../rules/clause-type.ts'
import { type AgreementWish, countAgreements, listAgreements, listPartiesTo } from '../store.ts'
import { words } from '../words/words.generated.ts'
import { FoundArticles } from './found-articles.tsx'

const limit = 25

const isType = (text: string | null): text is ClauseTypeName =>
  text !== null && (clauseTypeNames as readonly string[]).includes(text)

const yearIn = (text: string | null): number | undefined => {
  const year = Number(text)
  return Number.isInteger(year) && year >= 1000 && year <= 9999 ? year : undefined
}

/** Reads the address; what it cannot mean is left out. */
export const readWish = ({ query }: Visit): AgreementWish => {
  const [type, whose, partyTo] = [query.get('type'), query.get('whose'), query.get('with')]
  const [from, to] = [yearIn(query.get('from')), yearIn(query.get('to'))]
  return {
    ...(isType(type) ? { type } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(partyTo !== null && /^[A-Z]{2,3}$/.test(partyTo) ? { partyTo } : {}),
    ...(whose === 'own' || whose === 'others' ? { whose } : {}),
  }
}

interface ListProps {
  readonly visit: Visit
  readonly wish: AgreementWish
  readonly parties: readonly string[]
}

const activeOf = ({ visit, wish }: ListProps) => {
  const t = visit.words(words)
  const searched = visit.query.get('search')?.trim() ?? ''
  const shown: readonly (readonly [string, string | undefined])[] = [
    ['search', searched === '' ? undefined : searched],
    ['type', wish.type && wordOf(visit, `type.${wish.type}`)],
    ['with', wish.partyTo && partyText(visit, wish.partyTo)],
    ['from', wish.from === undefined ? undefined : `${t('filter.from')} ${wish.from}`],
    ['to', wish.to === undefined ? undefined : `${t('filter.to')} ${wish.to}`],
    ['whose', wish.whose && wordOf(visit, `whose.${wish.whose}`)],
  ]
  return shown.flatMap(([name, text]) =>
    text === undefined
      ? []
      : [
          {
            text,
            removeHref: addressWith(visit, '/agreements', { [name]: null, page: null }),
            removeText: t('filter.remove'),
          },
        ],
  )
}

const ListFilter = (props: ListProps) => {
  const { visit, wish, parties } = props
  const t = visit.words(words)
  const any = { value: '', text: t('filter.any') }
  const named = parties.map((code) => ({ value: code, text: partyText(visit, code) }))
  return (
    <Filter
      label={t('filter.label')}
      action={visit.to('/agreements')}
      submit={t('filter.apply')}
      active={{ label: t('filter.active'), items: activeOf(props) }}
      clear={{ href: visit.to('/agreements'), text: t('filter.clear') }}
    >
      <TextInput
        name="search"
        type="search"
        width={20}
        label={t('filter.search')}
        value={visit.query.get('search') ?? ''}
      />
      <Select
        name="type"
        label={t('filter.type')}
        value={wish.type ?? ''}
        options={[any, ...clauseTypeNames.map((type) => ({ value: type, text: wordOf(visit, `type.${type}`) }))]}
      />
      <Select
        name="with"
        label={t('filter.with')}
        value={wish.partyTo ?? ''}
        options={[any, ...named.toSorted((a, b) => a.text.localeCompare(b.text, visit.locale))]}
      />
      <Select
        name="whose"
        label={t('filter.whose')}
        value={wish.whose ?? ''}
        options={[any, { value: 'own', text: t('whose.own') }, { value: 'others', text: t('whose.others') }]}
      />
      <TextInput name="from" width={4} inputmode="numeric" label={t('filter.from')} value={String(wish.from ?? '')} />
      <TextInput name="to" width={4} inputmode="numeric" label={t('filter.to')} value={String(wish.to ?? '')} />
    </Filter>
  )
}

/** Whether an agreement is shown to everybody, and whether the text is whole. */
const States = ({ visit, agreement }: { readonly visit: Visit; readonly agreement: Agreement }) => {
  const t = visit.words(words)
  return (
    <>
      <Tag colour={agreement.coverage.whole ? 'green' : 'orange'}>
        {agreement.coverage.whole ? t('state.whole') : t('state.not-whole')}
      </Tag>
      {may(visit, 'agreements.read') ? (
        <>
          {' '}
          <Tag colour={agreement.isPublished ? 'blue' : 'grey'}>
            {agreement.isPublished ? t('state.published') : t('state.team')}
          </Tag>
        </>
      ) : null}
    </>
  )
}

/** When it was signed, and when it was amended in the spirit of the Convention. */
const yearsText = (visit: Visit, { year, amendedYear }: Agreement): string => {
  const signed = year === undefined ? '–' : String(year)
  return amendedYear === undefined
    ? signed
    : `${signed} · ${visit.words(words)('list.amended', { year: String(amendedYear) })}`
}

const Agreements = ({ visit, agreements }: { readonly visit: Visit; readonly agreements: readonly Agreement[] }) => {
  const t = visit.words(words)
  return (
    <ScrollArea label={t('title')}>
      <Table
        firstCellIsHeader
        columns={[
          { text: t('list.agreement') },
          { text: t('list.year') },
          { text: t('list.parties') },
          { text: t('list.whose') },
          { text: t('list.types'), numeric: true },
          { text: t('list.text') },
        ]}
        rows={agreements.map((agreement) => [
          <Link href={visit.to(`/agreements/${agreement.id}`)}>
            <Title agreement={agreement} />
          </Link>,
          yearsText(visit, agreement),
          partiesText(visit, agreement) || '–',
          wordOf(visit, `whose.${agreement.isOwn ? 'own' : 'others'}`),
          visit.format.number(agreement.types.length),
          <States visit={visit} agreement={agreement} />,
        ])}
      />
    </ScrollArea>
  )
}

const Actions = ({ visit }: { readonly visit: Visit }) => {
  const t = visit.words(words)
  return (
    <ButtonGroup>
      {may(visit, 'agreements.edit') ? <Button href={visit.to('/agreements/new')}>{t('list.new')}</Button> : null}
      <Button kind="secondary" href={visit.to('/agreements/clauses.csv')}>
        {t('list.csv')}
      </Button>
    </ButtonGroup>
  )
}

const Empty = ({ visit }: { readonly visit: Visit }) => {
  const t = visit.words(words)
  const isEditor = may(visit, 'agreements.edit')
  return (
    <EmptyState
      title={t('empty.title')}
      action={isEditor ? <Button href={visit.to('/agreements/new')}>{t('list.new')}</Button> : null}
    >
      <p class="govuk-body">{isEditor ? t('empty.team') : t('empty.visitor')}</p>
    </EmptyState>
  )
}

const Result = async ({ visit, wish }: { readonly visit: Visit; readonly wish: AgreementWish }) => {
  const t = visit.words(words)
  const reading = askingOf(visit)
  const offset = (pageIn(visit) - 1) * limit
  const [agreements, count] = [
    await listAgreements(reading, wish, { limit, offset }),
    await countAgreements(reading, wish),
  ]
  return (
    <>
      <p class="govuk-body">
        <strong>{t('list.count', { count })}</strong>
      </p>
      {agreements.length === 0 ? (
        <p class="govuk-body">{t('list.nothing')}</p>
      ) : (
        <Agreements visit={visit} agreements={agreements} />
      )}
      <Pages visit={visit} path="/agreements" limit={limit} count={count} />
    </>
  )
}

/** The agreements the reader may see, with filters; with words to search, the articles in which they stand. */
export const listPage: Page = {
  name: 'agreements.list',
  method: 'GET',
  under: 'party',
  path: '/agreements',
  permission: 'agreements.visit',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const wish = readWish(visit)
    const isEmpty = (await countAgreements(askingOf(visit))) === 0
    const search = (visit.query.get('search') ?? '').replaceAll('\0', ' ').trim()
    const parties = await listPartiesTo(askingOf(visit))
    const result =
      search === '' ? await Result({ visit, wish }) : await FoundArticles({ visit, wish, text: search.slice(0, 200) })
    return {
      kind: 'view',
      title: t('title'),
      room: 'agreements',
      line: 3,
      body: (
        <>
          <h1 class="govuk-heading-l">{t('title')}</h1>
          <p class="govuk-body-l">{t('list.lead')}</p>
          {isEmpty ? (
            <Empty visit={visit} />
          ) : (
            <>
              <Rooms visit={visit} />
              <Actions visit={visit} />
              <ListFilter visit={visit} wish={wish} parties={parties} />
              {result}
            </>
          )}
          <NotAdvice visit={visit} />
        </>
      ),
    }
  },
}
