import type { Visit } from '../../people/index.ts'
import { countryName, rangeText, type Shown, StudyFigure } from '../../studies/index.ts'
import { Button } from '../../ui/button/button.tsx'
import { Link } from '../../ui/link/link.tsx'
import { drawnWeeks } from './charts.ts'
import type { DiscoverabilityDocument } from './document.ts'
import { firstFacets, lookedAt } from './looked-at.ts'
import { Matching, Reached, Unlabelled } from './reach-view.tsx'
import { type StageRatio, stageNames } from './stages.ts'
import { words } from './words/words.generated.ts'

type Given = Shown<DiscoverabilityDocument>
interface Props {
  readonly shown: Given
}

/** Whether a stage adds or takes, as far as its interval allows to say so. */
const verdictOf = ({ ratio, low, high }: StageRatio): 'less' | 'more' | 'same' => {
  if (low !== null && high !== null && low <= 1 && high >= 1) return 'same'
  return ratio! < 1 ? 'less' : 'more'
}

const RatioSentences = ({ shown: { visit, document } }: Props) => {
  const t = visit.words(words)
  const { ratios } = lookedAt(document).scope
  const told = ratios.filter(({ ratio, from }) => ratio !== null && from !== undefined)
  if (told.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet">
      {told.map((found) => (
        <li>
          {t(`ratio.${found.to as 'exposure' | 'consumption' | 'revenue'}`, {
            ratio: found.ratio!,
            before: found.from,
          })}{' '}
          {rangeText(visit, found, 'number') === undefined
            ? null
            : t('ratio.interval', { low: found.low!, high: found.high! })}{' '}
          {t(`verdict.${verdictOf(found)}`)}
        </li>
      ))}
    </ul>
  )
}

/** Bounds of each stage in words, with what is not known. */
const BoundsSentences = ({ shown: { visit, document } }: Props) => {
  const t = visit.words(words)
  const { stages } = lookedAt(document).scope
  const told = stageNames.flatMap((name) => {
    const found = stages[name]
    return found && found.known !== null && found.known < 1 && found.bounds.low !== null ? [{ name, found }] : []
  })
  if (told.length === 0) return null
  return (
    <>
      <p class="govuk-body">{t('bounds.lead')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {told.map(({ name, found }) => (
          <li>
            {t('bounds.stage', {
              stage: t(`stage.${name}`),
              unknown: 1 - found.known!,
              low: found.bounds.low!,
              high: found.bounds.high!,
            })}
          </li>
        ))}
      </ul>
    </>
  )
}

const About = ({ shown: { visit, document } }: Props) => {
  const t = visit.words(words)
  const { code } = lookedAt(document)
  return (
    <p class="govuk-body">
      {code === undefined ? t('about.all') : t('about.country', { country: countryName(visit, code) })}
    </p>
  )
}

const Money = ({ shown: { visit, document } }: Props) => {
  const t = visit.words(words)
  const { revenue } = document
  const { scope } = lookedAt(document)
  if (!revenue || !scope.stages.revenue) return null
  return (
    <p class="govuk-body">
      {t(`revenue.${revenue.source}`)} {t(`payment.${revenue.payment}`)}{' '}
      {scope.mean_of_users_shares === null
        ? null
        : t('consumption.mean', {
            share: scope.stages.consumption?.local_share ?? 0,
            mean: scope.mean_of_users_shares,
            users: scope.users ?? 0,
          })}
    </p>
  )
}

const SimulatorLink = ({ shown: { visit, study, document } }: Props) => {
  const t = visit.words(words)
  if (!document.stages.includes('exposure')) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('simulator.title')}</h2>
      <p class="govuk-body">{t('simulator.lead')}</p>
      <Button kind="secondary" href={visit.to(`/discoverability/${study.id}/simulator`)}>
        {t('simulator.open')}
      </Button>
    </>
  )
}

const TrendSentence = ({ shown: { visit, document } }: Props) => {
  const t = visit.words(words)
  const found = lookedAt(document).scope.lists?.trend
  if (!found || found.low === null || found.high === null) return null
  const verdict = found.low <= 0 && found.high >= 0 ? 'same' : found.per_week < 0 ? 'less' : 'more'
  return (
    <p class="govuk-body">
      {t('trend', { slope: found.per_week * 100, low: found.low * 100, high: found.high * 100 })}{' '}
      {t(`trend.${verdict}`)}
    </p>
  )
}

const Fairness = ({ shown: { visit, document } }: Props) => {
  const t = visit.words(words)
  const found = lookedAt(document).scope.lists?.fairness
  if (!found) return null
  return (
    <p class="govuk-body">
      {t('fairness', { meet: found.meet_fair_star, lists: found.lists, target: found.target })}{' '}
      {found.mean_awrf === null || found.mean_ndkl === null
        ? null
        : t('fairness.distance', { awrf: found.mean_awrf, ndkl: found.mean_ndkl })}
    </p>
  )
}

const Groups = ({ shown }: Props) => {
  const t = shown.visit.words(words)
  const there = firstFacets.filter((facet) => shown.document.groups[facet])
  return (
    <>
      <h2 class="govuk-heading-m" id="groups">
        {t('groups.first')}
      </h2>
      <p class="govuk-body">{t('groups.lead')}</p>
      {there.map((facet) => (
        <StudyFigure shown={shown} name={facet} />
      ))}
      <p class="govuk-body">
        <Link href={shown.visit.to(`/discoverability/${shown.study.id}/groups`)}>{t('groups.details')}</Link>
      </p>
    </>
  )
}

const Places = ({ shown }: Props) => {
  const t = shown.visit.words(words)
  const count = Object.keys(shown.document.territories).length
  return (
    <>
      <h2 class="govuk-heading-m">{t('places.title')}</h2>
      <StudyFigure shown={shown} name="parts" />
      <p class="govuk-body">
        <Link href={shown.visit.to(`/discoverability/${shown.study.id}/territories`)}>
          {t('territories.link', { count })}
        </Link>
      </p>
    </>
  )
}

const isCut = (visit: Visit, { scope }: ReturnType<typeof lookedAt>) => {
  const weeks = scope.lists?.weeks.length ?? 0
  return weeks > drawnWeeks ? visit.words(words)('weeks.cut', { drawn: drawnWeeks, weeks }) : null
}

/** The funnel first; then how sure and how stable it is, by groups and places, what it reaches, what another rule would change. */
export const Findings = (shown: Given) => {
  const t = shown.visit.words(words)
  const looked = lookedAt(shown.document)
  return (
    <>
      <About shown={shown} />
      <StudyFigure shown={shown} name="funnel" />
      <RatioSentences shown={shown} />
      <BoundsSentences shown={shown} />
      <Money shown={shown} />
      <SimulatorLink shown={shown} />
      {looked.scope.lists ? (
        <>
          <h2 class="govuk-heading-m">{t('time.title')}</h2>
          <StudyFigure shown={shown} name="weeks">
            {isCut(shown.visit, looked)}
          </StudyFigure>
          <TrendSentence shown={shown} />
          <h2 class="govuk-heading-m">{t('models.title')}</h2>
          <StudyFigure shown={shown} name="models" />
          <Fairness shown={shown} />
        </>
      ) : null}
      <h2 class="govuk-heading-m" id="sensitivity-title">
        {t('sensitivity.title')}
      </h2>
      <StudyFigure shown={shown} name="sensitivity" />
      <Groups shown={shown} />
      <Places shown={shown} />
      <Reached shown={shown} />
      <Unlabelled shown={shown} />
      <Matching shown={shown} />
    </>
  )
}
