import type { Child } from 'hono/jsx'
import type { Formats } from '../../../platform/languages/formats.ts'
import type { Translate } from '../../../platform/languages/words.ts'
import { Button } from '../../../ui/button/button.tsx'
import { ScrollArea, Table } from '../../../ui/table/table.tsx'
import type { MatchStanding } from './match-titles.ts'
import type { Shape } from './words/words.generated.ts'

/** A match as it is shown. */
export interface ShownMatch {
  readonly title: string
  readonly work: string
  readonly confidence: number
  readonly standing: MatchStanding
  readonly slots: number
}

/** What matching did, as documents of studies tell it. */
export interface ShownMatching {
  readonly threshold: number | null
  readonly titles: number
  readonly exact: number
  readonly without: number
  readonly standings: Readonly<Record<MatchStanding, number>>
  readonly list: readonly ShownMatch[]
}

interface MatchDecisionsProps {
  readonly matching: ShownMatching
  readonly t: Translate<Shape>
  readonly format: Formats
  /** Where decisions are sent; without it the matches are only shown. */
  readonly action?: string | undefined
  /** Hidden fields of the form: its key. */
  readonly children?: Child
}

const mostAsked = 50

const Title = ({ text }: { readonly text: string }) => <bdi dir="auto">{text}</bdi>

const Joined = ({ matching, t, format }: MatchDecisionsProps) => {
  const joined = matching.list.filter(({ standing }) => standing === 'accepted' || standing === 'applied')
  if (joined.length === 0) return null
  return (
    <ScrollArea label={t('joined')}>
      <Table
        caption={t('joined')}
        captionSize="s"
        columns={[
          { text: t('heading.title') },
          { text: t('heading.work') },
          { text: t('heading.confidence'), numeric: true },
          { text: t('heading.slots'), numeric: true },
          { text: t('heading.standing') },
        ]}
        rows={joined.map(({ title, work, confidence, slots, standing }) => [
          <Title text={title} />,
          <Title text={work} />,
          format.percent(confidence, 0),
          format.number(slots),
          t(`standing.${standing}`),
        ])}
      />
    </ScrollArea>
  )
}

const answers = ['yes', 'no', 'later'] as const

const Asked = ({ match, at, t }: { readonly match: ShownMatch; readonly at: number; readonly t: Translate<Shape> }) => {
  const chosen = match.standing === 'refused' ? 'no' : 'later'
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-visually-hidden">{t('decision.of', { title: match.title, work: match.work })}</legend>
      <input type="hidden" name={`match.${at}.title`} value={match.title} />
      <input type="hidden" name={`match.${at}.work`} value={match.work} />
      <div class="govuk-radios govuk-radios--small govuk-radios--inline" data-module="govuk-radios">
        {answers.map((answer) => (
          <div class="govuk-radios__item">
            <input
              class="govuk-radios__input"
              type="radio"
              id={`match-${at}-${answer}`}
              name={`match.${at}.decision`}
              value={answer}
              checked={answer === chosen}
            />
            <label class="govuk-label govuk-radios__label" for={`match-${at}-${answer}`}>
              {t(`decision.${answer}`)}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

const Open = ({ matching, t, format, action, children }: MatchDecisionsProps) => {
  const open = matching.list.filter(({ standing }) => standing !== 'accepted' && standing !== 'applied')
  if (open.length === 0) return null
  const { proposed, ambiguous, refused } = matching.standings
  const of = proposed + ambiguous + refused
  const shown = open.slice(0, mostAsked)
  const table = (
    <ScrollArea label={t('open')}>
      <Table
        caption={t('open')}
        captionSize="s"
        columns={[
          { text: t('heading.title') },
          { text: t('heading.work') },
          { text: action === undefined ? t('heading.standing') : t('heading.decision') },
          { text: t('heading.confidence'), numeric: true },
          { text: t('heading.slots'), numeric: true },
        ]}
        rows={shown.map((match, at) => [
          <Title text={match.title} />,
          <Title text={match.work} />,
          action === undefined ? t(`standing.${match.standing}`) : <Asked match={match} at={at} t={t} />,
          format.percent(match.confidence, 0),
          format.number(match.slots),
        ])}
      />
    </ScrollArea>
  )
  const more = of > shown.length ? <p class="govuk-body">{t('shown', { shown: shown.length, of })}</p> : null
  if (action === undefined)
    return (
      <>
        {table}
        {more}
      </>
    )
  return (
    <form method="post" action={action}>
      {children}
      <p class="govuk-body">{t('open.lead')}</p>
      {table}
      {more}
      <Button kind="secondary" preventDoubleClick>
        {t('submit')}
      </Button>
    </form>
  )
}

/**
 * Titles of a chart that a list of works writes differently: what was joined, and what a person may decide. The answers are read by
 * `readDecidedPairs`. Shows nothing where every title is written alike or nothing is like the others.
 */
export const MatchDecisions = (props: MatchDecisionsProps) => {
  const { matching, t, format } = props
  if (matching.titles === matching.exact) return null
  return (
    <>
      <h2 class="govuk-heading-m" id="matching">
        {t('title')}
      </h2>
      <p class="govuk-body">
        {t('exact', { exact: matching.exact, titles: matching.titles })}{' '}
        {matching.threshold === null
          ? t('threshold.none')
          : t('threshold.at', { threshold: format.percent(matching.threshold, 0) })}{' '}
        {matching.without > 0 ? t('without', { count: matching.without }) : null}
      </p>
      <Joined {...props} />
      <Open {...props} />
    </>
  )
}
