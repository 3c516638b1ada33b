// Pages of a new instrument: the list, the form, the file to take away.

const index = () => `import type { Page } from '../../../people/index.ts'
import { exportPage } from './export.page.ts'
import { listPage } from './list.page.tsx'
import { createPage, newPage } from './new.page.tsx'

/** Every page, the front page first. */
export const pages: readonly Page[] = [listPage, newPage, createPage, exportPage]
`

const listFile = ({ noun }) => `import { can, type Page, partyOf } from '../../../people/index.ts'
import { Button } from '../../../ui/button/button.tsx'
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx'
import { Table } from '../../../ui/table/table.tsx'
import { listEntries } from '../store.ts'
import { words } from '../words/words.generated.ts'

/** The register. */
export const listPage: Page = {
  name: '${noun}.list',
  method: 'GET',
  under: 'party',
  path: '/${noun}',
  permission: '${noun}.visit',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const party = partyOf(visit).code
    const entries = await listEntries({ db: visit.db, actor: visit.actor, party })
    const mayEdit = can(visit.actor, '${noun}.edit', { party })
    return {
      kind: 'view',
      title: t('title'),
      room: '${noun}',
      body: (
        <>
          <h1 class="govuk-heading-l">{t('title')}</h1>
          <p class="govuk-body">{t('purpose')}</p>
          {entries.length === 0 ? (
            <EmptyState title={t('list.empty')} />
          ) : (
            <>
              <p class="govuk-body">
                {t('list.count', { count: entries.length })}{' '}
                <a class="govuk-link" href={visit.to('/${noun}.csv')}>
                  CSV
                </a>
              </p>
              <Table
                columns={[{ text: t('field.title') }, { text: t('field.startedOn') }]}
                rows={entries.map(({ title, startedOn }) => [<bdi>{title}</bdi>, visit.format.day(startedOn)])}
                firstCellIsHeader
              />
            </>
          )}
          {mayEdit ? <Button href={visit.to('/${noun}/new')}>{t('new.title')}</Button> : null}
        </>
      ),
    }
  },
}
`

const newFile = ({
  noun,
}) => `import { FormFaults, FormFields, type FormContext, formWords } from '../../../engines/forms/index.ts'
import type { Fault } from '../../../kernel/fault.ts'
import { type Answer, type Page, partyOf, type Visit } from '../../../people/index.ts'
import { Button } from '../../../ui/button/button.tsx'
import { fields, readEntry } from '../${noun}.ts'
import { addEntry } from '../store.ts'
import { words } from '../words/words.generated.ts'

const contextOf = (visit: Visit): FormContext => ({
  locale: visit.locale,
  direction: visit.direction,
  format: visit.format,
  t: visit.words(formWords),
  findText: visit.findText(formWords),
  fieldText: visit.findText(words),
  optionsOf: () => [],
  languages: partyOf(visit).languages,
})

const formView = (visit: Visit, faults: readonly Fault[]): Answer => {
  const t = visit.words(words)
  const context = contextOf(visit)
  return {
    kind: 'view',
    title: t('new.title'),
    status: faults.length > 0 ? 422 : 200,
    room: '${noun}',
    crumbs: [{ text: t('title'), href: visit.to('/${noun}') }],
    body: (
      <>
        <FormFaults faults={faults} context={context} />
        <h1 class="govuk-heading-l">{t('new.title')}</h1>
        <form method="post" action={visit.to('/${noun}/new')}>
          <input type="hidden" name="key" value={visit.newKey()} />
          <FormFields fields={fields} form={visit.form} faults={faults} context={context} />
          <Button>{t('new.save')}</Button>
        </form>
      </>
    ),
  }
}

/** The form for a new entry. */
export const newPage: Page = {
  name: '${noun}.new',
  method: 'GET',
  under: 'party',
  path: '/${noun}/new',
  permission: '${noun}.edit',
  respond: (visit) => formView(visit, []),
}

/** Takes the entry, or shows the form again as typed. */
export const createPage: Page = {
  name: '${noun}.create',
  method: 'POST',
  under: 'party',
  path: '/${noun}/new',
  permission: '${noun}.edit',
  respond: async (visit) => {
    const read = readEntry(visit.form)
    if (!read.ok) return formView(visit, read.faults)
    await addEntry({ db: visit.db, actor: visit.actor, party: partyOf(visit).code, at: visit.now }, read.value)
    return { kind: 'see-other', to: visit.to('/${noun}'), notice: visit.words(words)('new.saved') }
  },
}
`

const exportFile = ({ noun }) => `import { writeCsv } from '../../../engines/documents/csv.ts'
import { type Page, partyOf } from '../../../people/index.ts'
import { listEntries } from '../store.ts'

/** The register as CSV. */
export const exportPage: Page = {
  name: '${noun}.csv',
  method: 'GET',
  under: 'party',
  path: '/${noun}.csv',
  permission: '${noun}.visit',
  respond: async (visit) => {
    const entries = await listEntries({ db: visit.db, actor: visit.actor, party: partyOf(visit).code })
    const rows = entries.map(({ id, title, startedOn }) => [id, title, startedOn])
    return { kind: 'download', name: '${noun}.csv', type: 'text/csv; charset=utf-8', body: writeCsv(['id', 'title', 'startedOn'], rows) }
  },
}
`

export const pageFiles = (given) => ({
  'pages/index.ts': index(given),
  'pages/list.page.tsx': listFile(given),
  'pages/new.page.tsx': newFile(given),
  'pages/export.page.ts': exportFile(given),
})
