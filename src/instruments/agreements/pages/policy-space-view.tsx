import type { Visit } from '../../../people/index.ts'
import type { Content } from '../../../ui/content.ts'
import { Link } from '../../../ui/link/link.tsx'
import { ScrollArea, Table } from '../../../ui/table/table.tsx'
import { Tag, type TagColour } from '../../../ui/tag/tag.tsx'
import { type Clause, isClause } from '../agreement.ts'
import { labelText, wordOf } from '../asking.tsx'
import type { ClauseHit } from '../audit.ts'
import type { PolicyAnswer, PolicyGround, PolicySpace } from '../policy-space.ts'
import { words } from '../words/words.generated.ts'

export const answerColours: Readonly<Record<PolicyAnswer, TagColour>> = {
  preserved: 'green',
  exposed: 'red',
  depends_on: 'yellow',
  cannot_conclude: 'grey',
}

const placesShown = 8

export const clauseHref = (visit: Visit, clause: Clause): string =>
  visit.to(`/agreements/${clause.agreementId}/articles/${clause.articlePosition}#clause-${clause.id}`)

/** The articles in which clauses stand, each once, linked where the text is kept. */
export const Places = ({ visit, hits }: { readonly visit: Visit; readonly hits: readonly ClauseHit[] }) => {
  const byArticle = [...Map.groupBy(hits, ({ node }) => node).values()].map((group) => group[0]!)
  const placeOf = (hit: ClauseHit): Content => {
    const text = <bdi>{labelText(visit, hit)}</bdi>
    return isClause(hit) ? <Link href={clauseHref(visit, hit)}>{text}</Link> : text
  }
  return (
    <>
      {byArticle.slice(0, placesShown).map((hit, index) => (
        <>
          {index > 0 ? ' · ' : ''}
          {placeOf(hit)}
        </>
      ))}
      {byArticle.length > placesShown
        ? ` ${visit.words(words)('places.more', { count: byArticle.length - placesShown })}`
        : ''}
    </>
  )
}

const Ground = ({ visit, ground }: { readonly visit: Visit; readonly ground: PolicyGround }) => (
  <li>
    {wordOf(visit, ground.code)} {ground.hits.length > 0 ? <Places visit={visit} hits={ground.hits} /> : null}
  </li>
)

interface SpaceProps {
  readonly visit: Visit
  readonly space: PolicySpace
}

/** Which measures an agreement leaves open, each answer with the articles that say so. */
export const PolicySpaceTable = ({ visit, space }: SpaceProps) => {
  const t = visit.words(words)
  return (
    <>
      <ScrollArea label={t('space.title')}>
        <Table
          caption={t('space.caption')}
          firstCellIsHeader
          columns={[{ text: t('space.measure') }, { text: t('space.answer') }, { text: t('space.why') }]}
          rows={space.readings.map(({ measure, answer, grounds }) => [
            wordOf(visit, `measure.${measure}`),
            <Tag colour={answerColours[answer]}>{wordOf(visit, `answer.${answer}`)}</Tag>,
            <ul class="govuk-list govuk-!-margin-bottom-0">
              {grounds.map((ground) => (
                <Ground visit={visit} ground={ground} />
              ))}
            </ul>,
          ])}
        />
      </ScrollArea>
      {space.notes.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {space.notes.map((ground) => (
            <Ground visit={visit} ground={ground} />
          ))}
        </ul>
      ) : null}
    </>
  )
}
