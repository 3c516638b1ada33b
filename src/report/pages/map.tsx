import { type Fact, listFacts } from '../../evidence/index.ts'
import { NotThere } from '../../kernel/refusal.ts'
import { can, type Page, type Visit } from '../../people/index.ts'
import {
  type AdoptedRoadmap,
  findRoadmap,
  listLines,
  type RoadmapLine,
  sectorName,
  titleOfLine,
} from '../../roadmap/index.ts'
import { Button } from '../../ui/button/button.tsx'
import type { LineNumber } from '../../ui/line-style/line-style.ts'
import { SummaryList } from '../../ui/summary-list/summary-list.tsx'
import { TransitList } from '../../ui/transit-map/transit-list.tsx'
import { type Line, TransitMap } from '../../ui/transit-map/transit-map.tsx'
import { assembleReport, countStandings, currentEdition } from '../assemble.ts'
import { type Progress, progressOf } from '../progress.ts'
import { words } from '../words/words.generated.ts'
import { FirstFacts } from './shown.tsx'

interface Journey {
  readonly roadmap: AdoptedRoadmap | undefined
  readonly lines: readonly RoadmapLine[]
  readonly facts: readonly Fact[]
}

const journeyOf = async (visit: Visit): Promise<Journey> => {
  const party = visit.party?.code ?? ''
  const { edition } = visit.framework.roadmap
  const roadmap = await findRoadmap(visit.db, visit.actor, party, edition)
  return {
    roadmap,
    lines: await listLines(visit.db, visit.actor, party, edition),
    facts: await listFacts(visit.db, visit.actor, { party }),
  }
}

const progressText = (visit: Visit, progress: Progress): string => {
  const t = visit.words(words)
  const state = t(`progress.${progress.state}`)
  return progress.facts === 0 ? state : `${state} · ${t('facts.count', { count: progress.facts })}`
}

const mapLines = (visit: Visit, { lines, facts }: Journey): readonly Line[] => {
  const { framework, locale } = visit
  return [...framework.roadmap.outputs.values()].map((output) => ({
    number: Number(output.number) as LineNumber,
    title: framework.titleOf(output.id, locale).text,
    stations: output.activities.flatMap((id) => {
      const activity = framework.roadmap.activities.get(id)
      if (!activity) return []
      const progress = progressOf(activity, lines, facts)
      return [
        {
          code: activity.number,
          label: framework.titleOf(id, locale).text,
          href: visit.to(`/roadmap/${activity.number}`),
          share: progress.share,
          state: progressText(visit, progress),
        },
      ]
    }),
  }))
}

const junctionOf = async (visit: Visit) => {
  const t = visit.words(words)
  const edition = currentEdition(visit.framework)
  const assembled = await assembleReport(visit.db, visit.actor, visit.framework, visit.party?.code ?? '', edition)
  const questions = assembled?.sections.flatMap((section) => section.questions) ?? []
  return {
    label: t('map.junction'),
    href: visit.to('/report'),
    state: assembled
      ? t('map.junction.proven', { proven: countStandings(questions).proven, total: questions.length })
      : t('map.junction.unpublished'),
  }
}

const MapFigure = async ({ visit, journey }: { visit: Visit; journey: Journey }) => {
  const t = visit.words(words)
  const lines = mapLines(visit, journey)
  return (
    <>
      <TransitMap
        title={t('map.title')}
        description={t('map.description')}
        direction={visit.direction}
        lines={lines}
        junction={await junctionOf(visit)}
      />
      <TransitList label={t('map.list')} lines={lines} />
    </>
  )
}

/** The map of the roadmap alone, for the Party's front page; before adoption it shows the model. */
export const mapView = async (visit: Visit) => <MapFigure visit={visit} journey={await journeyOf(visit)} />

const Actions = ({ visit, roadmap }: { visit: Visit; roadmap: AdoptedRoadmap | undefined }) => {
  const t = visit.words(words)
  const row = { party: visit.party?.code ?? '' }
  if (!roadmap)
    return (
      <>
        <p class="govuk-inset-text">
          {can(visit.actor, 'roadmap.adopt', row) ? t('map.not-adopted.team') : t('map.not-adopted')}
        </p>
        {can(visit.actor, 'roadmap.adopt', row) ? (
          <Button href={visit.to('/roadmap/adoption')}>{t('map.adopt')}</Button>
        ) : null}
      </>
    )
  return (
    <>
      <ul class="govuk-list or-actions">
        <li>
          <a class="govuk-link" href={visit.to('/roadmap/lines')}>
            {t('map.lines')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={visit.to('/roadmap/difference')}>
            {t('map.difference')}
          </a>
        </li>
        {can(visit.actor, 'roadmap.edit', row) ? (
          <li>
            <a class="govuk-link" href={visit.to('/roadmap/adoption')}>
              {t('map.sectors')}
            </a>
          </li>
        ) : null}
      </ul>
      {can(visit.actor, 'roadmap.publish', row) ? <Publication visit={visit} roadmap={roadmap} /> : null}
    </>
  )
}

const Publication = ({ visit, roadmap }: { visit: Visit; roadmap: AdoptedRoadmap }) => {
  const t = visit.words(words)
  return (
    <form method="post" action={visit.to(roadmap.isPublished ? '/roadmap/withdrawal' : '/roadmap/publication')}>
      <input type="hidden" name="key" value={visit.newKey()} />
      <Button kind="secondary">{roadmap.isPublished ? t('map.withdraw') : t('map.publish')}</Button>
    </form>
  )
}

const mapPage: Page = {
  name: 'report.map',
  method: 'GET',
  under: 'party',
  path: '/roadmap',
  permission: 'report.map',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const journey = await journeyOf(visit)
    return {
      kind: 'view',
      title: t('map.title'),
      room: 'roadmap',
      body: (
        <>
          <h1 class="govuk-heading-l">{t('map.title')}</h1>
          <p class="govuk-body">
            {journey.roadmap
              ? t('map.sectors-chosen', {
                  sectors: visit.format.list(journey.roadmap.sectors.map((code) => sectorName(visit, code))),
                })
              : t('map.model')}
          </p>
          {journey.roadmap ? null : <Actions visit={visit} roadmap={undefined} />}
          <MapFigure visit={visit} journey={journey} />
          <p class="govuk-hint">{t('map.how')}</p>
          {journey.roadmap ? <Actions visit={visit} roadmap={journey.roadmap} /> : null}
        </>
      ),
    }
  },
}

const ActivityLines = ({ visit, lines }: { visit: Visit; lines: readonly RoadmapLine[] }) => {
  const roadmapText = visit.words(words)
  if (lines.length === 0) return <p class="govuk-body">{roadmapText('activity.no-lines')}</p>
  return (
    <ul class="govuk-list govuk-list--spaced">
      {lines.map((line) => {
        const title = titleOfLine(visit, line)
        return (
          <li>
            <a class="govuk-link" href={visit.to(`/roadmap/lines/${line.id}`)} lang={title.language} dir="auto">
              {title.text}
            </a>{' '}
            <span class="govuk-hint govuk-!-display-inline">
              {sectorName(visit, line.sector)}
              {line.lead === undefined ? '' : ` · ${line.lead}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const activityPage: Page = {
  name: 'report.activity',
  method: 'GET',
  under: 'party',
  path: '/roadmap/:activity{[1-5]\\.[1-4]}',
  permission: 'report.map',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const { framework, locale } = visit
    const activity = framework.roadmap.activities.get(`roadmap/${visit.parameters['activity']}`)
    if (!activity) throw new NotThere('activity')
    const journey = await journeyOf(visit)
    const lines = journey.lines.filter((line) => line.activity === activity.id)
    const facts = journey.facts.filter(({ traces }) => traces.includes(activity.id))
    const title = framework.titleOf(activity.id, locale)
    const questions = framework.questionsFor(activity.id, currentEdition(framework))
    return {
      kind: 'view',
      title: `${activity.number} ${title.text}`,
      room: 'roadmap',
      line: Number(activity.number[0]) as LineNumber,
      crumbs: [{ text: t('map.title'), href: visit.to('/roadmap') }],
      body: (
        <>
          <span class="govuk-caption-l">{framework.titleOf(activity.output, locale).text}</span>
          <h1 class="govuk-heading-l">
            {activity.number} {title.text}
          </h1>
          <p class="govuk-body-l">{progressText(visit, progressOf(activity, journey.lines, journey.facts))}</p>
          <h2 class="govuk-heading-m">{t('activity.lines')}</h2>
          <ActivityLines visit={visit} lines={lines} />
          <h2 class="govuk-heading-m">{t('activity.facts')}</h2>
          {facts.length === 0 ? (
            <p class="govuk-body">{t('activity.no-facts')}</p>
          ) : (
            <FirstFacts visit={visit} facts={facts} answering={activity.id} />
          )}
          <h2 class="govuk-heading-m">{t('activity.answers')}</h2>
          <SummaryList
            rows={[
              { key: t('activity.paragraphs'), value: <Cited visit={visit} ids={activity.paragraphs} /> },
              { key: t('activity.questions'), value: <Cited visit={visit} ids={questions} /> },
              { key: t('activity.sdg'), value: <Cited visit={visit} ids={activity.sdg} /> },
            ]}
          />
        </>
      ),
    }
  },
}

const hrefOf = (visit: Visit, id: string): string | undefined => {
  if (id.startsWith('guidelines/')) return visit.to(`/guidelines/${id.slice('guidelines/'.length)}`)
  if (/^roadmap\/\d/.test(id)) return visit.to(`/roadmap/${id.slice('roadmap/'.length)}`)
  if (id.startsWith('report-')) return visit.to(`/report/${id.slice(id.indexOf('/') + 1).replace('.', '/')}`)
  return undefined
}

/** Framework items by number and our short title; what was not yet compared with the official text says so. */
export const Cited = ({ visit, ids }: { visit: Visit; ids: readonly string[] }) => (
  <ul class="govuk-list">
    {ids.map((id) => {
      const item = visit.framework.find(id)
      const href = hrefOf(visit, id)
      const text = (
        <>
          <bdi dir="ltr">{visit.framework.cite(id)}</bdi> {visit.framework.titleOf(id, visit.locale).text}
        </>
      )
      return (
        <li>
          {href ? (
            <a class="govuk-link" href={href}>
              {text}
            </a>
          ) : (
            text
          )}
          {item && !item.verified ? (
            <span class="govuk-hint govuk-!-display-inline"> ({visit.words(words)('unverified')})</span>
          ) : null}
        </li>
      )
    })}
  </ul>
)

export const mapPages: readonly Page[] = [mapPage, activityPage]
