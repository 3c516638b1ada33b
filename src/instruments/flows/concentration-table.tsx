import { countryName, numberText, rangeText, shareText } from '../../studies/index.ts'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import type { FlowsProps } from './findings.tsx'
import type { StatedFlows } from './intervals.ts'
import { words } from './words/words.generated.ts'

/** How many origins there are in effect, and what part is local or from developing countries: here, and everywhere together. */
export const ConcentrationTable = ({ shown, focus }: FlowsProps) => {
  const { visit, document } = shown
  const t = visit.words(words)
  const { overall, by_destination, developing } = document
  const own = by_destination[focus]
  const scopes: readonly (readonly [string, StatedFlows])[] = [
    ...(own ? [[countryName(visit, focus), own] as const] : []),
    [t('everywhere'), overall],
  ]
  const withRange = (share: number | null, interval: StatedFlows['local_interval']) => {
    const range = rangeText(visit, interval)
    return range === undefined ? shareText(visit, share) : `${shareText(visit, share)} (${range})`
  }
  const { flows } = developing
  return (
    <>
      <h2 class="govuk-heading-m" id="concentration">
        {t('concentration.title')}
      </h2>
      <p class="govuk-body">{t('concentration.what')}</p>
      <ScrollArea label={t('concentration.title')}>
        <Table
          firstCellIsHeader
          columns={[
            { text: t('concentration.where') },
            { text: t('concentration.origins'), numeric: true },
            { text: t('concentration.hhi'), numeric: true },
            { text: t('concentration.local'), numeric: true },
            { text: t('concentration.developing'), numeric: true },
          ]}
          rows={scopes.map(([name, found]) => [
            name,
            numberText(visit, found.concentration.hill_1, 1),
            numberText(visit, found.concentration.hhi, 3),
            withRange(found.local_share, found.local_interval),
            withRange(found.developing_share, found.developing_interval),
          ])}
        />
      </ScrollArea>
      <p class="govuk-body">
        {t('concentration.directions', {
          both: shareText(visit, flows.developing_to_developing),
          out: shareText(visit, flows.developing_to_other),
          in: shareText(visit, flows.other_to_developing),
          others: shareText(visit, flows.other_to_other),
        })}
      </p>
    </>
  )
}
