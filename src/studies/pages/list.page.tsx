import type { Page } from '../../people/index.ts'
import { Button } from '../../ui/button/button.tsx'
import { EmptyState } from '../../ui/empty-state/empty-state.tsx'
import { Link } from '../../ui/link/link.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import {
  askingOf,
  crumbsOf,
  headlineText,
  mayRead,
  mayRun,
  type Place,
  roleText,
  type StudyRoom,
  textOf,
} from '../asking.tsx'
import { findFinished, type Study } from '../draft.ts'
import { getDocument, listStudies } from '../read-studies.ts'
import { StateTag } from '../state-tag.tsx'
import { StudyFigure } from '../study-figure.tsx'
import { figureText, periodText, rangeText } from '../texts.ts'
import { words } from '../words/words.generated.ts'
import { hrefOf, studyPage } from './study-page.ts'

const pathOf = ({ id, state }: Study): string =>
  state === 'done' ? `/${id}` : `/drafts/${id}/${state === 'columns' || state === 'looking' ? 'columns' : 'settings'}`

const titleOf = ({ visit, room }: Place, { title, language, files }: Study) => {
  if (title !== undefined) return <bdi lang={language === visit.locale ? undefined : language}>{title}</bdi>
  const first = room.roles.find(({ name }) => files[name])
  return <bdi>{first ? files[first.name]?.name : ''}</bdi>
}

/** The figure of a study with its interval, and what it is. */
const Figure = ({ study: { headline, choices }, ...place }: Place & { readonly study: Study }) => {
  const { visit } = place
  if (!headline || headline.value === null) return <>–</>
  const range = rangeText(visit, headline, headline.unit)
  return (
    <>
      <strong>{figureText(visit, headline.value, headline.unit)}</strong>
      {range === undefined ? null : <> ({range})</>}
      <br />
      <span class="govuk-hint">{headlineText(place, choices)}</span>
    </>
  )
}

const Studies = ({ studies, ...place }: Place & { readonly studies: readonly Study[] }) => {
  const { visit } = place
  const t = visit.words(words)
  const isTeam = mayRead(place)
  return (
    <ScrollArea label={t('list.title')}>
      <Table
        caption={t('list.count', { count: studies.length })}
        firstCellIsHeader
        columns={[
          { text: t('list.study') },
          { text: t('list.period') },
          { text: t('list.figure') },
          ...(isTeam ? [{ text: t('list.state') }] : []),
        ]}
        rows={studies.map((study) => [
          <Link href={hrefOf(place, pathOf(study))}>{titleOf(place, study)}</Link>,
          study.period ? periodText(visit, study.period) : '–',
          <Figure {...place} study={study} />,
          ...(isTeam ? [<StateTag visit={visit} study={study} />] : []),
        ])}
      />
    </ScrollArea>
  )
}

/** The newest result this reader may see, with its document; nothing where none is done. */
const findNewest = async ({ visit, room }: Place, studies: readonly Study[]) => {
  const newest = studies.find(({ state }) => state === 'done')
  const study = newest && findFinished(newest)
  if (!study) return undefined
  const shown = { visit, study, document: await getDocument(visit.db, room.id, study.id), declaration: room }
  const chart = Object.keys(room.charts).find((name) => room.charts[name]?.(shown) !== undefined)
  return chart === undefined ? undefined : { shown, chart }
}

type Newest = NonNullable<Awaited<ReturnType<typeof findNewest>>>

/** The first chart of the newest study, for those who would rather look than read. */
const NewestView = ({ shown, chart, ...place }: Place & Newest) => {
  const { study } = shown
  const title = <bdi lang={study.language === place.visit.locale ? undefined : study.language}>{study.title}</bdi>
  return (
    <>
      <h2 class="govuk-heading-m">{place.visit.words(words)('list.newest')}</h2>
      <p class="govuk-body">
        <Link href={hrefOf(place, `/${study.id}`)}>{title}</Link>
      </p>
      <StudyFigure shown={shown} name={chart} />
    </>
  )
}

const NewButton = (place: Place) => <Button href={hrefOf(place, '/new')}>{place.visit.words(words)('list.new')}</Button>

/** What a first study needs: its files by name. */
const neededFiles = (place: Place): string =>
  place.visit.format.list(place.room.roles.filter(({ required }) => required).map(({ name }) => roleText(place, name)))

const Empty = (place: Place) => {
  const t = place.visit.words(words)
  const isRunner = mayRun(place)
  const files = neededFiles(place)
  return (
    <EmptyState title={t('empty.title')} action={isRunner ? <NewButton {...place} /> : null}>
      <p class="govuk-body">
        {isRunner ? (files === '' ? t('empty.team-any') : t('empty.team', { files })) : t('empty.visitor')}
      </p>
    </EmptyState>
  )
}

/** All studies of the Party that the reader may see, newest first: the instrument's front page. */
export const listPage = (room: StudyRoom): Page =>
  studyPage(room, {
    name: 'list',
    method: 'GET',
    path: '',
    permission: 'visit',
    shared: true,
    respond: async (place) => {
      const { visit } = place
      const studies = await listStudies(askingOf(place))
      const newest = await findNewest(place, studies)
      const title = visit.words(room.words)('title')
      return {
        kind: 'view',
        title,
        room: room.id,
        line: room.line,
        crumbs: crumbsOf(place).slice(0, 1),
        body: (
          <>
            <h1 class="govuk-heading-l">{title}</h1>
            <p class="govuk-body-l">{textOf(place, 'list.lead') ?? visit.words(room.words)('purpose')}</p>
            {studies.length === 0 ? (
              <Empty {...place} />
            ) : (
              <>
                {mayRun(place) ? <NewButton {...place} /> : null}
                {newest ? <NewestView {...place} {...newest} /> : null}
                <Studies {...place} studies={studies} />
              </>
            )}
          </>
        ),
      }
    },
  })
