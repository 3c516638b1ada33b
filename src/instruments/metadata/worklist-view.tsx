import type { Visit } from '../../people/index.ts'
import { Button, ButtonGroup } from '../../ui/button/button.tsx'
import { Checkboxes } from '../../ui/checkboxes/checkboxes.tsx'
import { EmptyState } from '../../ui/empty-state/empty-state.tsx'
import { Filter } from '../../ui/filter/filter.tsx'
import { pageWindow } from '../../ui/pagination/page-window.ts'
import { Pagination } from '../../ui/pagination/pagination.tsx'
import { Select } from '../../ui/select/select.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import { fieldName } from './naming.ts'
import { words } from './words/words.generated.ts'
import type { WorkItem } from './worklist.ts'
import { queryOf, type WorklistFilter, type WorklistPart } from './worklist-filter.ts'

interface WorklistProps {
  readonly visit: Visit
  /** Address of the page without a query. */
  readonly address: string
  readonly part: WorklistPart
  readonly filter: WorklistFilter
}

const Controls = ({ visit, address, part, filter }: WorklistProps) => {
  const t = visit.words(words)
  const { problem, field, hasProposal } = filter
  const { problem: _problem, ...noProblem } = { ...filter, page: 1 }
  const { field: _field, ...noField } = { ...filter, page: 1 }
  const without = (rest: WorklistFilter) => ({
    removeHref: `${address}${queryOf(rest)}`,
    removeText: t('worklist.remove'),
  })
  const active = [
    ...(problem === undefined ? [] : [{ text: t(`problem.${problem}`), ...without(noProblem) }]),
    ...(field === undefined ? [] : [{ text: fieldName(visit, field), ...without(noField) }]),
    ...(hasProposal
      ? [{ text: t('worklist.only-proposals'), ...without({ ...filter, page: 1, hasProposal: false }) }]
      : []),
  ]
  return (
    <Filter
      label={t('worklist.filter')}
      action={address}
      submit={t('worklist.apply')}
      active={{ label: t('worklist.active'), items: active }}
      clear={{ href: address, text: t('worklist.clear') }}
    >
      <Select
        id="problem"
        name="problem"
        label={t('worklist.problem')}
        value={problem ?? ''}
        options={[
          { value: '', text: t('worklist.all-problems') },
          ...part.problems.map((kind) => ({ value: kind, text: t(`problem.${kind}`) })),
        ]}
      />
      <Select
        id="field"
        name="field"
        label={t('worklist.field')}
        value={field ?? ''}
        options={[
          { value: '', text: t('worklist.all-fields') },
          ...part.fields.map((name) => ({ value: name, text: fieldName(visit, name) })),
        ]}
      />
      <Checkboxes
        name="proposal"
        size="small"
        values={hasProposal ? ['yes'] : []}
        options={[{ value: 'yes', label: t('worklist.only-proposals') }]}
      />
    </Filter>
  )
}

const Written = ({ text }: { readonly text: string | null }) =>
  text === null || text === '' ? <>–</> : <bdi dir="auto">{text.length > 80 ? `${text.slice(0, 79)}…` : text}</bdi>

const rowOf = (visit: Visit, item: WorkItem) => {
  const t = visit.words(words)
  return [
    visit.format.number(item.line),
    <>
      <Written text={item.title} />
      {item.work_id === null ? null : (
        <>
          <br />
          <span class="govuk-body-s govuk-!-margin-bottom-0">
            <bdi>{item.work_id}</bdi>
          </span>
        </>
      )}
    </>,
    fieldName(visit, item.field),
    <Written text={item.found} />,
    <>
      <strong>{t(`problem.${item.problem}`)}</strong>
      <br />
      {t(`todo.${item.problem}`)}
    </>,
    item.proposal === null ? '–' : <bdi>{item.proposal}</bdi>,
  ]
}

const Pages = ({ visit, address, filter, part: { page, pages: last } }: WorklistProps) => {
  const t = visit.words(words)
  if (last < 2) return null
  const hrefOf = (page: number) => `${address}${queryOf({ ...filter, page })}`
  return (
    <Pagination
      label={t('worklist.pages')}
      previous={page > 1 ? { href: hrefOf(page - 1), text: t('worklist.previous') } : undefined}
      next={page < last ? { href: hrefOf(page + 1), text: t('worklist.next') } : undefined}
      items={pageWindow(page, last).map((entry) =>
        entry === 'gap'
          ? { ellipsis: true }
          : {
              number: visit.format.number(entry),
              href: hrefOf(entry),
              current: entry === page,
              hiddenText: t('worklist.page', { page: entry, of: last }),
            },
      )}
    />
  )
}

/** The worklist of a study: filters, fifty lines at a time, everything as a file. */
export const WorklistView = (props: WorklistProps) => {
  const { visit, address, part, filter } = props
  const t = visit.words(words)
  return (
    <>
      <h1 class="govuk-heading-l">{t('worklist.title')}</h1>
      <p class="govuk-body-l">{t('worklist.lead')}</p>
      <ButtonGroup>
        <Button kind="secondary" href={`${address}.xlsx${queryOf({ ...filter, page: 1 })}`}>
          {t('worklist.xlsx')}
        </Button>
        <Button kind="secondary" href={`${address}.csv`}>
          {t('worklist.csv')}
        </Button>
      </ButtonGroup>
      <Controls {...props} />
      <p class="govuk-body">{t('worklist.count', { count: part.left })}</p>
      {part.left === 0 ? (
        <EmptyState title={t('worklist.nothing')} />
      ) : (
        <>
          <ScrollArea label={t('worklist.title')}>
            <Table
              columns={[
                { text: t('worklist.line'), numeric: true },
                { text: t('worklist.work') },
                { text: t('worklist.field') },
                { text: t('worklist.found') },
                { text: t('worklist.problem') },
                { text: t('worklist.proposal') },
              ]}
              rows={part.shown.map((item) => rowOf(visit, item))}
            />
          </ScrollArea>
          <Pages {...props} />
        </>
      )}
    </>
  )
}
