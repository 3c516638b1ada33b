import type { Page, Visit } from '../../../people/index.ts'
import { Button } from '../../../ui/button/button.tsx'
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx'
import { Link } from '../../../ui/link/link.tsx'
import { ScrollArea, Table } from '../../../ui/table/table.tsx'
import { askingOf, countryName, mayRun, periodText } from '../asking.tsx'
import { StateTag } from '../state-tag.tsx'
import { listStudies } from '../store.ts'
import type { Study } from '../study.ts'
import { words } from '../words/words.generated.ts'

const hrefOf = (visit: Visit, { id, state }: Study): string => {
  if (state === 'done') return visit.to(`/exposure/${id}`)
  return visit.to(`/exposure/drafts/${id}/${state === 'columns' || state === 'looking' ? 'columns' : 'country'}`)
}

const titleOf = (visit: Visit, { title, language, files }: Study) =>
  title === undefined ? (
    <bdi>{files.exposures.name}</bdi>
  ) : (
    <bdi lang={language === visit.locale ? undefined : language}>{title}</bdi>
  )

const shareOf = (visit: Visit, { summary }: Study): string =>
  summary?.share === undefined || summary.share === null ? '–' : visit.format.percent(summary.share)

const Studies = ({ visit, studies }: { readonly visit: Visit; readonly studies: readonly Study[] }) => {
  const t = visit.words(words)
  const isTeam = mayRun(visit) || studies.some(({ isPublished }) => !isPublished)
  return (
    <ScrollArea label={t('list.title')}>
      <Table
        caption={t('list.count', { count: studies.length })}
        firstCellIsHeader
        columns={[
          { text: t('list.study') },
          { text: t('list.country') },
          { text: t('list.period') },
          { text: t('list.share'), numeric: true },
          ...(isTeam ? [{ text: t('list.state') }] : []),
        ]}
        rows={studies.map((study) => [
          <Link href={hrefOf(visit, study)}>{titleOf(visit, study)}</Link>,
          study.country === undefined ? '–' : countryName(visit, study.country),
          study.summary ? periodText(visit, study.summary.weeks) : '–',
          shareOf(visit, study),
          ...(isTeam ? [<StateTag visit={visit} study={study} />] : []),
        ])}
      />
    </ScrollArea>
  )
}

const NewButton = ({ visit }: { readonly visit: Visit }) => (
  <Button href={visit.to('/exposure/new')}>{visit.words(words)('list.new')}</Button>
)

/** All studies of the Party that the reader may see, newest first. */
export const listPage: Page = {
  name: 'exposure.list',
  method: 'GET',
  under: 'party',
  path: '/exposure',
  permission: 'exposure.visit',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const studies = await listStudies(askingOf(visit))
    const isRunner = mayRun(visit)
    return {
      kind: 'view',
      title: t('title'),
      room: 'exposure',
      body: (
        <>
          <h1 class="govuk-heading-l">{t('title')}</h1>
          <p class="govuk-body-l">{t('list.lead')}</p>
          {studies.length === 0 ? (
            <EmptyState title={t('empty.title')} action={isRunner ? <NewButton visit={visit} /> : null}>
              <p class="govuk-body">{isRunner ? t('empty.team') : t('empty.visitor')}</p>
            </EmptyState>
          ) : (
            <>
              {isRunner ? <NewButton visit={visit} /> : null}
              <Studies visit={visit} studies={studies} />
            </>
          )}
        </>
      ),
    }
  },
}
