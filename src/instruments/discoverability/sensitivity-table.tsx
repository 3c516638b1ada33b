import { coProductionRules } from '../../engines/metrics/index.ts'
import { type Shown, shareText } from '../../studies/index.ts'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import type { DiscoverabilityDocument } from './document.ts'
import { lookedAt } from './looked-at.ts'
import { over, stageNames } from './stages.ts'
import { words } from './words/words.generated.ts'

/** The share of local works at every stage by who says where a work is from, and to whom a co-production counts. */
export const SensitivityTable = ({
  shown: { visit, document },
}: {
  readonly shown: Shown<DiscoverabilityDocument>
}) => {
  const t = visit.words(words)
  const { scope } = lookedAt(document)
  const there = stageNames.filter((name) => scope.stages[name])
  const hasRatio = there.includes('catalogue') && there.includes('exposure')
  const rows = Object.entries(scope.sensitivity).flatMap(([source, rules]) =>
    coProductionRules.map((rule) => {
      const shares = rules[rule]
      const ratio = over(shares.exposure, shares.catalogue)
      return [
        <>
          {t(`source.${source as 'works' | 'catalogue'}`)} · {t(`credit.${rule}`)}
        </>,
        ...there.map((name) => shareText(visit, shares[name])),
        ...(hasRatio ? [<bdi>{ratio === null ? '–' : `× ${visit.format.number(ratio, 2)}`}</bdi>] : []),
      ]
    }),
  )
  return (
    <ScrollArea label={t('sensitivity.title')}>
      <Table
        caption={t('sensitivity.table')}
        firstCellIsHeader
        columns={[
          { text: t('sensitivity.how') },
          ...there.map((name) => ({ text: t(`stage.${name}`), numeric: true })),
          ...(hasRatio ? [{ text: t('sensitivity.ratio'), numeric: true }] : []),
        ]}
        rows={rows}
      />
    </ScrollArea>
  )
}
