import { Details } from '../../ui/details/details.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import type { FlowsProps } from './findings.tsx'
import { words } from './words/words.generated.ts'

const mostProposed = 12

/** How many titles were joined otherwise than as they are written, and which wait for a decision. */
export const MatchingSection = ({ shown: { visit, document } }: FlowsProps) => {
  const t = visit.words(words)
  const found = document.matching
  if (!found || (found.threshold === null && found.decisions.given === 0 && found.list.length === 0)) return null
  const { accepted, applied, proposed, ambiguous } = found.standings
  const waiting = found.list.filter(({ standing }) => standing === 'proposed' || standing === 'ambiguous')
  return (
    <>
      <h2 class="govuk-heading-m" id="matching">
        {t('matching.title')}
      </h2>
      <p class="govuk-body">
        {t('matching', {
          titles: found.titles,
          exact: found.exact,
          joined: accepted + applied,
          proposed: proposed + ambiguous,
        })}
      </p>
      {waiting.length === 0 ? null : (
        <Details summary={t('matching.waiting')}>
          <ScrollArea label={t('matching.waiting')}>
            <Table
              firstCellIsHeader
              columns={[
                { text: t('matching.in-chart') },
                { text: t('matching.in-works') },
                { text: t('matching.confidence'), numeric: true },
              ]}
              rows={waiting
                .slice(0, mostProposed)
                .map(({ title, work, confidence }) => [
                  <bdi>{title}</bdi>,
                  <bdi>{work}</bdi>,
                  visit.format.number(confidence, 2),
                ])}
            />
          </ScrollArea>
        </Details>
      )}
    </>
  )
}
