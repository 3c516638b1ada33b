import { Filter } from '../../ui/filter/filter.tsx'
import { Link } from '../../ui/link/link.tsx'
import { Pagination } from '../../ui/pagination/pagination.tsx'
import { Select } from '../../ui/select/select.tsx'
import { ScrollArea, Table, type TableColumn } from '../../ui/table/table.tsx'
import { Tag } from '../../ui/tag/tag.tsx'
import { TextInput } from '../../ui/text-input/text-input.tsx'
import { type Field, labelOf, shownValue } from '../forms/index.ts'
import type { ListPage, ListWish } from './record-list.ts'
import { getField, type RecordState, type RegisterRecord } from './register.ts'
import type { RegisterView } from './view-context.ts'

/** The query of a list's address, with changes: `null` takes a name away. A change begins at the first page again. */
const addressWith = (
  base: string,
  query: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): string => {
  const next = new URLSearchParams(
    [...query].filter(([name, value]) => value !== '' && name !== 'after' && name !== 'before'),
  )
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  const text = next.toString()
  return text === '' ? base : `${base}?${text}`
}

interface ListProps {
  readonly view: RegisterView
  readonly wish: ListWish
  readonly list: ListPage
  readonly query: URLSearchParams
  readonly visible: readonly RecordState[]
}

const optionsOfFilter = (view: RegisterView, field: Field): readonly { value: string; text: string }[] => {
  if (field.kind !== 'yes-no') return view.form.optionsOf(field.options ?? '')
  return [
    { value: 'yes', text: view.form.t('answer.yes') },
    { value: 'no', text: view.form.t('answer.no') },
  ]
}

const textOfFilter = (view: RegisterView, name: string, value: string): string => {
  if (name === 'state') return view.t(`state.${value as RecordState}`)
  const field = getField(view.register, name)
  const text = optionsOfFilter(view, field).find((option) => option.value === value)?.text ?? value
  return view.t('list.filter-is', { filter: labelOf(view.form, name), value: text })
}

const filtersInSight = 3

/** In the address when every filter is to be shown. */
const everyFilter = 'filters'

const FilterSelect = ({
  view,
  wish,
  name,
}: {
  readonly view: RegisterView
  readonly wish: ListWish
  readonly name: string
}) => (
  <Select
    name={name}
    id={`filter-${name}`}
    label={labelOf(view.form, name)}
    value={wish.filters[name]?.[0] ?? ''}
    options={[{ value: '', text: view.t('list.any') }, ...optionsOfFilter(view, getField(view.register, name))]}
  />
)

const activeFilters = ({ view, query, wish }: ListProps) => {
  const names = ['state', ...view.register.filters]
  const chosen = names.flatMap((name) =>
    query
      .getAll(name)
      .filter((value) => value !== '')
      .map((value) => [name, value] as const),
  )
  const searched =
    wish.search === ''
      ? []
      : [
          {
            text: `“${wish.search}”`,
            removeHref: addressWith(view.base, query, { search: null }),
            removeText: view.t('list.remove'),
          },
        ]
  return [
    ...searched,
    ...chosen.map(([name, value]) => ({
      text: textOfFilter(view, name, value),
      removeHref: addressWith(view.base, query, { [name]: null }),
      removeText: view.t('list.remove'),
    })),
  ]
}

const ListFilter = (props: ListProps) => {
  const { view, wish, query, visible } = props
  const { t, register } = view
  const items = activeFilters(props)
  const isOpen = query.has(everyFilter) || register.filters.slice(filtersInSight).some((name) => name in wish.filters)
  const shown = isOpen ? register.filters : register.filters.slice(0, filtersInSight)
  return (
    <Filter
      label={t('list.filters')}
      action={view.base}
      submit={t('list.apply')}
      hidden={{
        ...(wish.sort === '-updated' ? {} : { sort: wish.sort }),
        ...(isOpen ? { [everyFilter]: 'shown' } : {}),
      }}
      active={{ label: t('list.active'), items }}
      clear={items.length > 0 ? { href: view.base, text: t('list.clear') } : undefined}
    >
      <TextInput
        name="search"
        id="filter-search"
        label={t('list.search')}
        value={wish.search}
        type="search"
        width={20}
      />
      {shown.map((name) => (
        <FilterSelect view={view} wish={wish} name={name} />
      ))}
      {visible.length > 1 ? (
        <Select
          name="state"
          id="filter-state"
          label={t('list.state')}
          value={query.get('state') ?? ''}
          options={[
            { value: '', text: t('list.any') },
            ...visible.map((state) => ({ value: state, text: t(`state.${state}`) })),
          ]}
        />
      ) : null}
      {shown.length < register.filters.length ? (
        <p class="govuk-body">
          <Link href={addressWith(view.base, query, { [everyFilter]: 'shown' })}>{t('list.more-filters')}</Link>
        </p>
      ) : null}
    </Filter>
  )
}

const tagColours = { draft: 'grey', published: 'green', withdrawn: 'orange' } as const

/** The publication state of a record as a tag. */
export const StateTag = ({ view, state }: { readonly view: RegisterView; readonly state: RecordState }) => (
  <Tag colour={tagColours[state]}>{view.t(`state.${state}`)}</Tag>
)

const sortColumn = ({ view, wish, query }: ListProps, by: 'title' | 'updated', text: string): TableColumn => {
  const [up, down] = [by, `-${by}`] as const
  const sorted = wish.sort === up ? ('ascending' as const) : wish.sort === down ? ('descending' as const) : undefined
  const next = sorted === undefined ? (by === 'title' ? up : down) : sorted === 'ascending' ? down : up
  return { text, sort: { href: addressWith(view.base, query, { sort: next }), sorted } }
}

/** A list shows its first text and how many more there are; everything else shows whole. */
const columnValue = (view: RegisterView, record: RegisterRecord, field: Field) => {
  const value = record.values[field.name]
  if (value === undefined) return ''
  if (field.kind !== 'list') return shownValue(view.form, field, value)
  const [first, ...more] = value as readonly string[]
  return (
    <>
      <bdi>{first}</bdi>
      {more.length > 0 ? <span class="govuk-hint"> {view.t('list.and-more', { count: more.length })}</span> : null}
    </>
  )
}

const rowOf = ({ view, visible }: ListProps, record: RegisterRecord) => [
  <Link href={`${view.base}/${record.id}`} lang={record.language} attributes={{ dir: 'auto' }}>
    {record.title}
  </Link>,
  ...view.register.columns.map((name) => columnValue(view, record, getField(view.register, name))),
  ...(visible.length > 1 ? [<StateTag view={view} state={record.state} />] : []),
  view.page.format.day(record.updatedAt),
]

const ListTable = (props: ListProps) => {
  const { view, list, visible } = props
  const columns = [
    sortColumn(props, 'title', labelOf(view.form, view.register.title)),
    ...view.register.columns.map((name) => ({ text: labelOf(view.form, name) })),
    ...(visible.length > 1 ? [{ text: view.t('record.state') }] : []),
    sortColumn(props, 'updated', view.t('list.updated')),
  ]
  return (
    <ScrollArea label={view.page.findText(view.register.words)('title') ?? view.register.id}>
      <Table columns={columns} rows={list.records.map((record) => rowOf(props, record))} firstCellIsHeader />
    </ScrollArea>
  )
}

const Pages = ({ view, list, query }: ListProps) =>
  list.next || list.previous ? (
    <Pagination
      label={view.t('list.pages')}
      previous={
        list.previous
          ? { href: addressWith(view.base, query, { before: list.previous }), text: view.t('list.previous') }
          : undefined
      }
      next={
        list.next ? { href: addressWith(view.base, query, { after: list.next }), text: view.t('list.next') } : undefined
      }
    />
  ) : null

/** The addresses of the list's own exports, with the same filters. */
const Exports = ({ view, query }: ListProps) => (
  <p class="govuk-body">
    {view.t('list.export')}{' '}
    {(['csv', 'xlsx'] as const).map((kind, at) => (
      <>
        {at > 0 ? ' · ' : ''}
        <Link href={addressWith(`${view.base}/export.${kind}`, query, {})}>{kind.toUpperCase()}</Link>
      </>
    ))}
  </p>
)

/** A register's list: filters in the address, counts, sort links, pages, exports. */
export const RegisterList = (props: ListProps) => {
  const { view, list } = props
  const count = list.count.atLeast
    ? view.t('list.count.more', { count: list.count.value })
    : view.t('list.count', { count: list.count.value })
  return (
    <>
      <ListFilter {...props} />
      <p class="govuk-body">
        <strong>{count}</strong>
      </p>
      {list.records.length === 0 ? (
        <>
          <h2 class="govuk-heading-m">{view.t('list.nothing')}</h2>
          <p class="govuk-body">{view.t('list.nothing.text')}</p>
        </>
      ) : (
        <>
          <ListTable {...props} />
          <Pages {...props} />
          <Exports {...props} />
        </>
      )}
    </>
  )
}
