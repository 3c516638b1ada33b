import { type Shown, shareText } from '../../studies/index.ts'
import { Details } from '../../ui/details/details.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import type { DiscoverabilityDocument } from './document.ts'
import { stageNames } from './stages.ts'
import { words } from './words/words.generated.ts'

interface Props {
  readonly shown: Shown<DiscoverabilityDocument>
}

/** How much of the catalogue each stage reaches. */
export const Reached = ({ shown: { visit, document } }: Props) => {
  const t = visit.words(words)
  const { reach } = document
  const rows = stageNames.flatMap((name) => {
    const found = reach.stages[name]
    if (!found) return []
    return [
      [
        t(`stage.${name}`),
        visit.format.number(found.in_catalogue),
        shareText(visit, found.coverage),
        visit.format.number(found.works - found.in_catalogue),
        found.gini === null ? '–' : visit.format.number(found.gini, 2),
      ],
    ]
  })
  return (
    <>
      <h2 class="govuk-heading-m" id="reach">
        {t('reach.title')}
      </h2>
      <p class="govuk-body">{t('reach.lead', { works: reach.catalogue_works })}</p>
      <ScrollArea label={t('reach.title')}>
        <Table
          firstCellIsHeader
          columns={[
            { text: t('stage') },
            { text: t('reach.works'), numeric: true },
            { text: t('reach.coverage'), numeric: true },
            { text: t('reach.outside'), numeric: true },
            { text: t('reach.gini'), numeric: true },
          ]}
          rows={rows}
        />
      </ScrollArea>
    </>
  )
}

const mostTitles = 10

/** Works that nothing is known of, and what is not shown of few persons. */
export const Unlabelled = ({ shown: { visit, document } }: Props) => {
  const t = visit.words(words)
  const compared = document.left_out.labels_compared
  const { titles_without_labels: without, works_not_listed: played, countries_not_shown: hidden } = document.left_out
  const disagreeing = Object.values(document.left_out.works_that_disagree).reduce((sum, count) => sum + count, 0)
  const said = [
    ...(without.titles > 0 ? [t('unlabelled.titles', { titles: without.titles, slots: without.slots })] : []),
    ...(played.works > 0 ? [t('unlabelled.plays', { works: played.works, plays: played.plays })] : []),
    ...(disagreeing > 0 ? [t('unlabelled.disagree', { works: disagreeing })] : []),
    ...(compared.differ > 0 ? [t('unlabelled.differ', { differ: compared.differ, works: compared.works })] : []),
    ...(hidden > 0 ? [t('unlabelled.hidden', { countries: hidden })] : []),
  ]
  if (said.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('unlabelled.title')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {said.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      {without.titles > 0 ? (
        <Details summary={t('unlabelled.most')}>
          <ul class="govuk-list govuk-list--bullet">
            {without.most_shown.slice(0, mostTitles).map(({ title, slots }) => (
              <li>
                <bdi>{title}</bdi> – {visit.format.number(slots)}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  )
}

/** How many titles were joined otherwise than as they are written. */
export const Matching = ({ shown: { visit, document } }: Props) => {
  const t = visit.words(words)
  const found = document.matching
  if (!found || (found.threshold === null && found.decisions.given === 0 && found.list.length === 0)) return null
  const { accepted, applied, proposed, ambiguous } = found.standings
  return (
    <p class="govuk-body">
      {t('matching', {
        titles: found.titles,
        exact: found.exact,
        joined: accepted + applied,
        proposed: proposed + ambiguous,
      })}
    </p>
  )
}
