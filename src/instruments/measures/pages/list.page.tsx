import { hasRecords, readListWish, RegisterList } from '../../../engines/records/index.ts'
import type { Page, Visit } from '../../../people/index.ts'
import { Button, ButtonGroup } from '../../../ui/button/button.tsx'
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx'
import { Link } from '../../../ui/link/link.tsx'
import { askingOf, mayEdit, mayPublish, viewOf } from '../asking.ts'
import { register } from '../register.ts'
import { listMeasures, statesFor } from '../store.ts'
import { findCoverage } from '../coverage.ts'
import { CoverageFigure } from './coverage.page.tsx'
import { words } from '../words/words.generated.ts'

const Actions = ({ visit, hasDrafts }: { readonly visit: Visit; readonly hasDrafts: boolean }) => {
  const t = visit.words(words)
  return (
    <ButtonGroup>
      <Button href={visit.to('/measures/new')}>{t('list.new')}</Button>
      <Button kind="secondary" href={visit.to('/measures/imports')}>
        {t('list.import')}
      </Button>
      {hasDrafts ? (
        <Button kind="secondary" href={visit.to('/measures/publications')}>
          {t('list.publish-drafts')}
        </Button>
      ) : null}
    </ButtonGroup>
  )
}

const Empty = ({ visit }: { readonly visit: Visit }) => {
  const t = visit.words(words)
  return (
    <EmptyState title={t('empty.title')}>
      <p class="govuk-body">{mayEdit(visit) ? t('empty.team') : t('empty.visitor')}</p>
    </EmptyState>
  )
}

/** All measures of the Party that the reader may see. */
export const listPage: Page = {
  name: 'measures.list',
  method: 'GET',
  under: 'party',
  path: '/measures',
  permission: 'measures.visit',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const asking = askingOf(visit)
    const visible = statesFor(asking)
    const wish = readListWish(register, asking.party, visit.query, visible)
    const list = await listMeasures(asking, wish)
    const isEmpty = list.records.length === 0 && !(await hasRecords(visit.db, register, asking.party, visible))
    const isFront = !isEmpty && visit.url.search === '' && !list.count.atLeast
    const coverage = isFront ? await findCoverage(visit.db, asking.party) : undefined
    const hasDrafts = mayPublish(visit) && (await hasRecords(visit.db, register, asking.party, ['draft']))
    return {
      kind: 'view',
      title: t('title'),
      room: 'measures',
      body: (
        <>
          <h1 class="govuk-heading-l">{t('title')}</h1>
          <p class="govuk-body-l">{t('list.lead')}</p>
          {mayEdit(visit) ? <Actions visit={visit} hasDrafts={hasDrafts} /> : null}
          {coverage ? <CoverageFigure visit={visit} coverage={coverage} /> : null}
          {isEmpty ? null : (
            <p class="govuk-body">
              <Link href={visit.to('/measures/coverage')}>{t('coverage.link')}</Link>
            </p>
          )}
          {isEmpty ? (
            <Empty visit={visit} />
          ) : (
            <RegisterList view={viewOf(visit)} wish={wish} list={list} query={visit.query} visible={visible} />
          )}
        </>
      ),
    }
  },
}
