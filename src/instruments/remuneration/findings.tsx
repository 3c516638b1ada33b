import { can, partyOf, type Visit } from '../../people/index.ts'
import { numberText, rangeText, type Shown, StudyFigure, shareText } from '../../studies/index.ts'
import { Button } from '../../ui/button/button.tsx'
import { Details } from '../../ui/details/details.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import { type ChangeName, divisionOf, drawnChange, movedLabels } from './charts.ts'
import type { Change, ChangeFindings, RemunerationDocument } from './document.ts'
import { currencyMark, labelName, modelName, moneyText, withPlus } from './naming.ts'
import { words } from './words/words.generated.ts'

interface Props {
  readonly shown: Shown<RemunerationDocument>
}

/** A difference of shares in percentage points, with its sign. */
const pointsText = (visit: Visit, difference: number): string => {
  const text = visit.format.number(difference * 100, 1)
  return difference * 100 >= 0.05 ? withPlus(visit, text) : text
}

const localSentence = (visit: Visit, { local }: ChangeFindings): string | null => {
  if (local.difference === null) return null
  const t = visit.words(words)
  const points = pointsText(visit, local.difference)
  if (local.low === null || local.high === null) return t('answer.local', { points })
  const key = local.low > 0 || local.high < 0 ? 'answer.local-sure' : 'answer.local-unsure'
  return t(key, { points, low: pointsText(visit, local.low), high: pointsText(visit, local.high) })
}

/** What one other rule would change, in a few sentences. */
const Changed = ({ shown: { visit, document }, model }: Props & { readonly model: string }) => {
  const t = visit.words(words)
  const change = document.changes[model]!
  const { gain, lose, same } = change.creators
  if (document.models[model]!.gini === null) return <p class="govuk-body">{t('answer.nobody')}</p>
  return (
    <p class="govuk-body">
      {t('answer.moved', { share: change.share_moved })} {t('answer.creators', { gain, lose })}{' '}
      {same > 0 ? t('answer.same', { same }) : null} {localSentence(visit, change)}
    </p>
  )
}

/** “User-centric instead of Pro-rata” */
const insteadText = ({ visit, document }: Props['shown'], model: string): string => {
  const first = document.changes[model]!.against
  return visit.words(words)('answer.instead', { model: modelName(visit, model), first: modelName(visit, first) })
}

/** The question, and for each other rule what it would change. */
const Answer = ({ shown }: Props) => {
  const { visit, document } = shown
  const t = visit.words(words)
  const others = Object.keys(document.changes)
  const pool = moneyText(visit, document.pool, document.currency)
  return (
    <>
      <h2 class="govuk-heading-m">{t('answer.question')}</h2>
      <p class="govuk-body">
        {t('answer.files', { plays: document.plays, users: document.users, creators: document.creators })}{' '}
        {t('answer.pool', { pool })}
      </p>
      {others.length === 0 ? <p class="govuk-body">{t('answer.one-rule')}</p> : null}
      {others.map((model) => (
        <>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{insteadText(shown, model)}</h3>
          <Changed shown={shown} model={model} />
        </>
      ))}
    </>
  )
}

/** A chart of changes under the first other rule, and behind it the same labels under every rule. */
const Changes = ({ shown, name }: Props & { readonly name: ChangeName }) => {
  const { visit, document } = shown
  const t = visit.words(words)
  const [drawn] = drawnChange(document) ?? []
  const division = divisionOf[name]
  const labels = movedLabels(document, division)
  if (!drawn || labels.length === 0) return null
  const models = Object.keys(document.changes)
  return (
    <>
      <StudyFigure shown={shown} name={name}>
        {t('chart.compared', { instead: insteadText(shown, drawn) })}
      </StudyFigure>
      {models.length < 2 ? null : (
        <Details summary={t('changes.every-rule')}>
          <ScrollArea label={t('changes.every-rule')}>
            <Table
              firstCellIsHeader
              columns={[
                { text: `${t(`division.${division}`)}${currencyMark(document.currency)}` },
                ...models.map((model) => ({ text: modelName(visit, model), numeric: true })),
              ]}
              rows={labels.map((label) => [
                labelName(visit, division, label),
                ...models.map((model) => changeCell(visit, document.pool, document.changes[model]![division]?.[label])),
              ])}
            />
          </ScrollArea>
        </Details>
      )}
    </>
  )
}

/** A change of money with its interval below it. */
const changeCell = (visit: Visit, pool: number, change: Change | undefined) => {
  if (!change) return '–'
  const digits = pool < 10_000 ? 2 : 0
  const { amount, low, high } = change
  const text = visit.format.number(amount, digits)
  return (
    <>
      {amount * 10 ** digits >= 0.5 ? withPlus(visit, text) : text}
      <br />
      <span class="govuk-body-s govuk-!-margin-bottom-0">
        {visit.words(words)('glance.range', {
          low: numberText(visit, low, digits),
          high: numberText(visit, high, digits),
        })}
      </span>
    </>
  )
}

/** All rules beside each other. */
const Glance = ({ shown: { visit, document } }: Props) => {
  const t = visit.words(words)
  const hasTop = Object.values(document.models).some(({ top_1_percent_share: top }) => top !== null)
  const hasAside = Object.values(document.models).some(({ kept_aside }) => kept_aside > 0)
  const rows = Object.entries(document.models).map(([model, found]) => [
    modelName(visit, model),
    shareText(visit, found.local),
    rangeText(visit, found.local_interval) ?? '–',
    rangeText(visit, found.local_bounds) ?? '–',
    numberText(visit, found.gini, 3),
    found.gini_interval === null
      ? '–'
      : t('glance.range', {
          low: numberText(visit, found.gini_interval.low, 3),
          high: numberText(visit, found.gini_interval.high, 3),
        }),
    ...(hasTop ? [shareText(visit, found.top_1_percent_share)] : []),
    ...(hasAside ? [moneyText(visit, found.kept_aside, document.currency)] : []),
  ])
  return (
    <>
      <ScrollArea label={t('glance.title')}>
        <Table
          caption={t('glance.title')}
          captionSize="m"
          firstCellIsHeader
          columns={[
            { text: t('glance.rule') },
            { text: t('glance.local'), numeric: true },
            { text: t('glance.interval'), numeric: true },
            { text: t('glance.bounds'), numeric: true },
            { text: t('glance.gini'), numeric: true },
            { text: t('glance.interval'), numeric: true },
            ...(hasTop ? [{ text: t('glance.top'), numeric: true }] : []),
            ...(hasAside ? [{ text: t('glance.aside'), numeric: true }] : []),
          ]}
          rows={rows}
        />
      </ScrollArea>
      <p class="govuk-body">{t('glance.what')}</p>
    </>
  )
}

/** How the rules that have parameters were set. */
const Parameters = ({ shown: { visit, study, document } }: Props) => {
  const t = visit.words(words)
  const text = visit.findText(words)
  const [threshold, artist, mixture] = ['thresholded', 'artist-centric', 'mixture'].map(
    (model) => document.models[model]?.parameters,
  )
  const without = study.settings['without']?.[0] ?? 'by-plays'
  const { plays, listeners } = threshold ?? {}
  const asked = artist?.['engagement_factor']
  const sentences = [
    threshold ? t('parameter.thresholded', { plays: Number(plays), listeners: Number(listeners) }) : null,
    artist
      ? `${t('parameter.artist-centric', {
          plays: Number(artist['activity_plays']),
          listeners: Number(artist['activity_listeners']),
          factor: Number(artist['activity_factor']),
          cap: Number(artist['cap']),
        })} ${typeof asked === 'number' ? t('parameter.asked', { factor: asked }) : t('parameter.not-asked')}`
      : null,
    mixture ? t('parameter.mixture', { lambda: Number(mixture['lambda']) }) : null,
    document.users_without_plays > 0
      ? t('parameter.without', { chosen: text(`setting.without.${without}`) ?? without })
      : null,
  ].filter((sentence) => sentence !== null)
  if (sentences.length === 0) return null
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{t('parameter.title')}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </>
  )
}

const StatementsLink = ({ shown: { visit, study, document } }: Props) => {
  const t = visit.words(words)
  const mayRead = can(visit.actor, 'remuneration.read', { party: partyOf(visit).code })
  return (
    <>
      <h2 class="govuk-heading-m" id="statements">
        {t('statements.title')}
      </h2>
      <p class="govuk-body">
        {t('statements.what', { count: document.creators })} {mayRead ? null : t('statements.team-only')}
      </p>
      {mayRead ? (
        <Button kind="secondary" href={visit.to(`/remuneration/${study.id}/statements`)}>
          {t('statements.open')}
        </Button>
      ) : null}
    </>
  )
}

/** What the files held that a reader should know beside the rows left out. */
const Noticed = ({ shown: { visit, document } }: Props) => {
  const t = visit.words(words)
  const { left_out: left, users_without_plays: idle } = document
  const sentences = [
    idle > 0 ? t('noticed.idle', { count: idle }) : null,
    left.works_not_listed.works > 0
      ? t('noticed.not-listed', { count: left.works_not_listed.works, plays: left.works_not_listed.plays })
      : null,
    left.works_that_disagree > 0 ? t('noticed.disagree', { count: left.works_that_disagree }) : null,
    left.repeated_pairs_added_up > 0 ? t('noticed.repeated', { count: left.repeated_pairs_added_up }) : null,
    left.origins_not_shown > 0 ? t('noticed.few', { count: left.origins_not_shown }) : null,
  ].filter((sentence) => sentence !== null)
  if (sentences.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('noticed.title')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </>
  )
}

/** What the study found, behind its first figure: who gains and who loses, the rules beside each other, the statements. */
export const Findings = (shown: Shown<RemunerationDocument>) => (
  <>
    <Answer shown={shown} />
    <Changes shown={shown} name="origins" />
    <Glance shown={shown} />
    <Parameters shown={shown} />
    <StudyFigure shown={shown} name="local" />
    <StudyFigure shown={shown} name="lorenz" />
    <Changes shown={shown} name="size-bands" />
    <Changes shown={shown} name="genres" />
    <Changes shown={shown} name="genders" />
    <StatementsLink shown={shown} />
    <Noticed shown={shown} />
  </>
)
