import { barChart, type Chart, type ChartFrame, chainChart, shareChart } from '../../engines/charts/index.ts'
import type { Visit } from '../../people/index.ts'
import type { Shown } from '../../studies/index.ts'
import { identifierColumns } from './columns.ts'
import type { MetadataDocument } from './document.ts'
import { fieldName } from './naming.ts'
import { words } from './words/words.generated.ts'

export type ChartName = 'chain' | 'validity' | 'completeness'

const frameOf = (visit: Visit, name: ChartName): ChartFrame => {
  const t = visit.words(words)
  return {
    id: `metadata-${name}`,
    locale: visit.locale,
    dir: visit.direction,
    title: t(`chart.${name}`),
    description: t(`chart.${name}.what`),
    numbers: { kind: 'share' },
  }
}

/** The stations of the way from a work to the person behind it, or of a creator to an identifier in lists without works. */
const stationsOf = ({ traceability: way, reach }: MetadataDocument) =>
  reach.subject === 'works'
    ? ([
        ['works', way.rows],
        ['work-identifier', way.with_work_identifier],
        ['creator', reach.after_repair],
        ['creator-identifier', way.whole_way],
      ] as const)
    : ([
        ['rows', way.rows],
        ['creators', way.with_creator],
        ['creators-identified', reach.after_repair],
      ] as const)

const chain = ({ visit, document }: Shown<MetadataDocument>): Chart | undefined => {
  if (document.rows === 0) return undefined
  const t = visit.words(words)
  return chainChart({
    ...frameOf(visit, 'chain'),
    nameHeading: t('chart.station'),
    valueHeading: t('chart.share-of-rows'),
    stations: stationsOf(document).map(([name, count]) => ({
      name: t(`station.${name}`),
      value: count / document.rows,
    })),
  })
}

const validity = ({ visit, document }: Shown<MetadataDocument>): Chart | undefined => {
  const found = identifierColumns.filter((kind) => document.identifiers[kind])
  if (found.length === 0) return undefined
  const t = visit.words(words)
  return shareChart({
    ...frameOf(visit, 'validity'),
    nameHeading: t('chart.identifier'),
    parts: [
      { name: t('state.valid'), line: 3 },
      { name: t('state.repaired'), line: 1 },
      { name: t('state.invalid'), line: 5 },
      { name: t('state.absent'), line: 4 },
    ],
    rows: found.map((kind) => {
      const { valid, repaired, invalid, empty } = document.identifiers[kind]!
      return { name: fieldName(visit, kind), amounts: [valid, repaired, invalid, empty] }
    }),
  })
}

/** Fields the sector needs first, then the others, each the fullest first. */
const completeness = ({ visit, document }: Shown<MetadataDocument>): Chart | undefined => {
  const fields = Object.entries(document.completeness)
  if (fields.length === 0) return undefined
  const t = visit.words(words)
  const ordered = fields.toSorted(
    ([, a], [, b]) => Number(b.expected) - Number(a.expected) || b.share - a.share || b.filled - a.filled,
  )
  return barChart({
    ...frameOf(visit, 'completeness'),
    nameHeading: t('chart.field'),
    valueHeading: t('chart.filled'),
    rows: ordered.map(([field, { share, expected, column }]) => ({
      name: column ? fieldName(visit, field) : t('completeness.no-column', { field: fieldName(visit, field) }),
      value: share,
      line: expected ? 2 : 4,
    })),
  })
}

/** The drawings of the result, by their names. */
export const charts: Readonly<Record<ChartName, (shown: Shown<MetadataDocument>) => Chart | undefined>> = {
  chain,
  validity,
  completeness,
}
