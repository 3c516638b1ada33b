import type { Visit } from '../../../people/index.ts'
import { Button, ButtonGroup } from '../../../ui/button/button.tsx'
import type { Content } from '../../../ui/content.ts'
import { Details } from '../../../ui/details/details.tsx'
import { Link } from '../../../ui/link/link.tsx'
import { Tag, type TagColour } from '../../../ui/tag/tag.tsx'
import { Textarea } from '../../../ui/textarea/textarea.tsx'
import type { Clause, Decision } from '../agreement.ts'
import { KeyInput, wordOf } from '../asking.tsx'
import type { ClauseHit } from '../audit.ts'
import type { ClauseDirection } from '../rules/clause-type.ts'
import { words } from '../words/words.generated.ts'

const directionColours: Readonly<Record<ClauseDirection, TagColour>> = {
  preserves: 'green',
  restricts: 'red',
  supports: 'blue',
  neutral: 'grey',
}

export const DirectionTag = ({ visit, hit }: { readonly visit: Visit; readonly hit: ClauseHit }) => (
  <Tag colour={directionColours[hit.direction]}>{wordOf(visit, `direction.${hit.direction}`)}</Tag>
)

/** How firmly, how far, and with what conditions a clause holds, in one line. */
export const qualitiesOf = (visit: Visit, hit: ClauseHit): string => {
  const t = visit.words(words)
  const strength = wordOf(visit, `strength.${hit.strength}`)
  const scope = wordOf(visit, `scope.${hit.scope}`)
  const modifiers = hit.modifiers.map((modifier) => wordOf(visit, `modifier.${modifier}`))
  return modifiers.length === 0
    ? t('rail.qualities', { strength, scope })
    : t('rail.qualities-modified', { strength, scope, modifiers: visit.format.list(modifiers) })
}

const Said = ({ visit, decisions }: { readonly visit: Visit; readonly decisions: readonly Decision[] }) => (
  <>
    {decisions.map(({ verdict, actorName, at, reason }) => (
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        <strong>{wordOf(visit, `verdict.${verdict}`)}</strong> <bdi>{actorName}</bdi>, {visit.format.day(at)}
        {reason === '' ? null : (
          <>
            <br />
            <bdi>{reason}</bdi>
          </>
        )}
      </p>
    ))}
  </>
)

interface CardProps {
  readonly visit: Visit
  readonly clause: Clause
  readonly number: string
  readonly decisions: readonly Decision[]
  /** Reviewers' names and reasons are for the team. */
  readonly isTeam: boolean
  readonly isReviewer: boolean
  readonly error?: string | undefined
  readonly typed?: string | undefined
  readonly position: number
  /** Where the clause is marked in the text. */
  readonly textHref: string
}

const Judging = ({ visit, clause, error, typed, position }: CardProps) => {
  const t = visit.words(words)
  return (
    <Details summary={t('review.judge')} open={error !== undefined}>
      <form method="post" action={visit.to(`/agreements/${clause.agreementId}/decisions`)}>
        <KeyInput visit={visit} />
        <input type="hidden" name="clause" value={clause.id} />
        <input type="hidden" name="position" value={String(position)} />
        <Textarea
          name="reason"
          id={error === undefined ? `reason-${clause.id}` : 'reason'}
          rows={2}
          label={t('review.reason')}
          hint={t('review.reason.hint')}
          error={error}
          errorPrefix={t('error')}
          value={typed}
        />
        <ButtonGroup>
          <Button kind="secondary" name="verdict" value="confirm">
            {t('review.confirm')}
          </Button>
          <Button kind="warning" name="verdict" value="reject">
            {t('review.reject')}
          </Button>
        </ButtonGroup>
      </form>
    </Details>
  )
}

/** One clause in the rail: what it is, why it was found, what reviewers say. */
export const ClauseCard = (props: CardProps) => {
  const { visit, clause, number, decisions, isTeam, isReviewer } = props
  const t = visit.words(words)
  const isRejected = clause.verdict === 'reject'
  const type: Content = wordOf(visit, `type.${clause.type}`)
  return (
    <section id={`clause-${clause.id}`} class="govuk-!-margin-bottom-6">
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        <Link href={props.textHref}>[{number}]</Link> {isRejected ? <s>{type}</s> : type}
      </h3>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <DirectionTag visit={visit} hit={clause} />
        {clause.verdict === undefined ? null : (
          <>
            {' '}
            <Tag colour={isRejected ? 'orange' : 'green'}>{wordOf(visit, `verdict.${clause.verdict}`)}</Tag>
          </>
        )}
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">{wordOf(visit, clause.reason.code, clause.reason.values)}</p>
      <p class="govuk-body-s govuk-!-margin-bottom-1">{qualitiesOf(visit, clause)}</p>
      <p class="govuk-hint govuk-!-font-size-16">
        {clause.isAdded ? t('rail.added') : t('rail.rule')} <code dir="ltr">{clause.rule}</code>
        {clause.page === undefined ? null : ` · ${t('rail.page', { page: clause.page })}`}
      </p>
      {isTeam ? <Said visit={visit} decisions={decisions} /> : null}
      {isReviewer ? <Judging {...props} /> : null}
    </section>
  )
}
