import type { Page } from '../../people/index.ts'
import { Button } from '../../ui/button/button.tsx'
import { InsetText } from '../../ui/inset-text/inset-text.tsx'
import { Link } from '../../ui/link/link.tsx'
import {
  crumbsOf,
  headlineText,
  KeyInput,
  mayPublish,
  mayRead,
  mayRun,
  type Place,
  type StudyRoom,
  textOf,
} from '../asking.tsx'
import type { Shown, StudyDocument } from '../declaration.ts'
import { listArtefacts } from '../read-studies.ts'
import { getShown } from '../shown.ts'
import { StateTag } from '../state-tag.tsx'
import { figureText, intervalText, periodText } from '../texts.ts'
import { words } from '../words/words.generated.ts'
import { LeftOutSection } from './left-out-view.tsx'
import { MatchesSection } from './matches-section.tsx'
import { MethodSection } from './method-view.tsx'
import { hrefOf, studyPage } from './study-page.ts'

interface ResultProps extends Place {
  readonly shown: Shown<StudyDocument>
  /** Options of the further files that are kept. */
  readonly artefacts: readonly string[]
}

const stateOf = ({ isPublished }: Shown<StudyDocument>['study']) => ({ state: 'done' as const, isPublished })

/** The one figure, what it is, and how sure it is. */
const BigNumber = ({ shown: { study, document }, ...place }: ResultProps) => {
  const { visit } = place
  const { headline } = study
  if (!headline) return null
  if (headline.value === null) return <p class="govuk-body-l">{visit.words(words)('result.no-figure')}</p>
  const level = document.method.interval?.level
  const interval = intervalText(visit, { ...headline, level }, headline.unit)
  return (
    <>
      <p class="govuk-heading-xl govuk-!-margin-bottom-2">{figureText(visit, headline.value, headline.unit)}</p>
      <p class="govuk-body-l">{headlineText(place, study)}</p>
      {interval === undefined ? null : <p class="govuk-body">{interval}</p>}
    </>
  )
}

const Publication = ({ shown: { study }, ...place }: ResultProps) => {
  const t = place.visit.words(words)
  const isOut = study.isPublished
  return (
    <form method="post" action={hrefOf(place, `/${study.id}/${isOut ? 'withdrawal' : 'publication'}`)}>
      <KeyInput visit={place.visit} />
      <Button kind={isOut ? 'warning' : 'primary'} preventDoubleClick>
        {isOut ? t('result.withdraw') : t('result.publish')}
      </Button>
    </form>
  )
}

const State = (props: ResultProps) => {
  const { visit, shown } = props
  const t = visit.words(words)
  if (!mayRead(props)) return null
  return (
    <p class="govuk-body">
      <StateTag visit={visit} study={stateOf(shown.study)} />{' '}
      {shown.study.isPublished ? t('result.published') : t('result.unpublished')}
    </p>
  )
}

/** What a person can do with the study: publish it, or run it again otherwise. */
const Actions = (props: ResultProps) => {
  const { visit, shown } = props
  const t = visit.words(words)
  return (
    <>
      {mayPublish(props) ? <Publication {...props} /> : null}
      {mayRun(props) ? (
        <form method="post" action={hrefOf(props, `/${shown.study.id}/repetition`)}>
          <KeyInput visit={visit} />
          <Button kind="secondary" preventDoubleClick>
            {t('result.again')}
          </Button>
          <p class="govuk-hint">{t('result.again.hint')}</p>
        </form>
      ) : null}
    </>
  )
}

const Downloads = ({ shown: { study }, artefacts, ...place }: ResultProps) => {
  const { visit, room } = place
  const t = visit.words(words)
  const further = room.artefacts.filter(
    ({ option, audience }) => artefacts.includes(option) && (audience === 'readers' || mayRead(place)),
  )
  const links = [
    { file: 'study.csv', text: t('result.csv') },
    { file: 'study.xlsx', text: t('result.xlsx') },
    { file: 'study.json', text: t('result.json') },
    ...further.map(({ option, file, audience }) => {
      const text = textOf(place, `artefact.${option}`) ?? file
      return { file, text: audience === 'team' ? t('result.for-team', { text }) : text }
    }),
  ]
  return (
    <>
      <h2 class="govuk-heading-m" id="downloads">
        {t('result.downloads')}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {links.map(({ file, text }) => (
          <li>
            <Link href={hrefOf(place, `/${study.id}/${file}`)}>{text}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

const Result = (props: ResultProps) => {
  const { visit, room, shown } = props
  const { study, document } = shown
  const t = visit.words(words)
  const { Findings } = room
  return (
    <>
      <span class="govuk-caption-l">{periodText(visit, study.period)}</span>
      <h1 class="govuk-heading-l">
        <bdi lang={study.language === visit.locale ? undefined : study.language}>{study.title}</bdi>
      </h1>
      {study.isSynthetic ? <InsetText>{t('result.synthetic')}</InsetText> : null}
      <State {...props} />
      <BigNumber {...props} />
      <Findings {...shown} />
      <MatchesSection visit={visit} room={room} shown={shown} />
      <LeftOutSection visit={visit} room={room} notUsed={room.notUsed(document)} />
      <MethodSection visit={visit} room={room} study={study} document={document} />
      <Downloads {...props} />
      <Actions {...props} />
    </>
  )
}

/** The result of a study: the figure and how sure it is, what was found, what was left out, how it was made. */
export const resultPage = (room: StudyRoom): Page =>
  studyPage(room, {
    name: 'show',
    method: 'GET',
    path: '/:id',
    permission: 'visit',
    shared: true,
    respond: async (place) => {
      const shown = await getShown(room, place.visit)
      const artefacts = await listArtefacts(place.visit.db, room.id, shown.study.id)
      return {
        kind: 'view',
        title: shown.study.title,
        room: room.id,
        line: room.line,
        crumbs: crumbsOf(place),
        body: <Result {...place} shown={shown} artefacts={artefacts} />,
      }
    },
  })
