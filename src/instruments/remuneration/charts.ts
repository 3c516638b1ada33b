import { barChart, type Chart, type ChartRow, dotChart, lorenzChart } from '../../engines/charts/index.ts'
import type { LineNumber } from '../../ui/line-style/line-style.ts'
import { chartFrame, type Shown } from '../../studies/index.ts'
import type { Change, Division, ModelFindings, RemunerationDocument } from './document.ts'
import { labelName, modelName } from './naming.ts'
import { words } from './words/words.generated.ts'

type ShownStudy = Shown<RemunerationDocument>

/** The division each chart of changes is about. */
const divisionOf = {
  origins: 'by_origin',
  'size-bands': 'by_size_band',
  genres: 'by_genre',
  genders: 'by_gender',
} as const satisfies Record<string, Division>

export type ChartName = 'local' | 'lorenz' | keyof typeof divisionOf

/** More rows than this are not drawn. */
const mostRows = 16

/** Each rule keeps the line of its place among those compared. */
const lineOfModel = ({ models }: RemunerationDocument, model: string): LineNumber =>
  ((Object.keys(models).indexOf(model) % 5) + 1) as LineNumber

const ends = ({ low, high }: { readonly low: number | null; readonly high: number | null }) => ({
  ...(low === null ? {} : { low }),
  ...(high === null ? {} : { high }),
})

/** The labels whose money changes most under any rule, the greatest gain first. */
export const movedLabels = ({ changes }: RemunerationDocument, division: Division): readonly string[] => {
  const found = Object.values(changes)
  const greatest = new Map<string, { size: number; first: number }>()
  for (const change of found)
    for (const [label, { amount }] of Object.entries(change[division] ?? {})) {
      const before = greatest.get(label)
      greatest.set(label, { size: Math.max(before?.size ?? 0, Math.abs(amount)), first: before?.first ?? amount })
    }
  const most = Math.max(4, Math.floor(mostRows / Math.max(1, found.length)))
  const kept = [...greatest].toSorted(([, a], [, b]) => b.size - a.size).slice(0, most)
  const isOrdered = division === 'by_size_band'
  return (
    isOrdered ? kept.toSorted(([a], [b]) => (a < b ? -1 : 1)) : kept.toSorted(([, a], [, b]) => b.first - a.first)
  ).map(([label]) => label)
}

const changeRows = ({ visit, document }: ShownStudy, division: Division): ChartRow[] => {
  const changes = Object.entries(document.changes)
  const rowOf = (label: string, model: string, change: Change): ChartRow => {
    const name = labelName(visit, division, label)
    return {
      name:
        changes.length === 1
          ? name
          : visit.words(words)('chart.label-and-model', { label: name, model: modelName(visit, model) }),
      value: change.amount,
      line: lineOfModel(document, model),
      ...ends(change),
    }
  }
  return movedLabels(document, division).flatMap((label) =>
    changes.flatMap(([model, found]) => {
      const change = found[division]?.[label]
      return change ? [rowOf(label, model, change)] : []
    }),
  )
}

const changeChart =
  (name: keyof typeof divisionOf) =>
  (shown: ShownStudy): Chart | undefined => {
    const rows = changeRows(shown, divisionOf[name])
    if (rows.length === 0) return undefined
    const t = shown.visit.words(words)
    const greatest = Math.max(...rows.map(({ value }) => Math.abs(value ?? 0)))
    return barChart({
      ...chartFrame(shown, name, { kind: 'number', digits: greatest < 100 ? 2 : 0 }),
      nameHeading: t(`division.${divisionOf[name]}`),
      valueHeading: t('chart.change', { currency: shown.document.currency }),
      rows,
    })
  }

const localChart = (shown: ShownStudy): Chart | undefined => {
  const { visit, document } = shown
  const rows = Object.entries(document.models).flatMap(([model, found]) =>
    found.local === null
      ? []
      : [
          {
            name: modelName(visit, model),
            value: found.local,
            line: lineOfModel(document, model),
            ...ends(found.local_interval),
          },
        ],
  )
  if (rows.length === 0) return undefined
  const t = visit.words(words)
  return dotChart({
    ...chartFrame(shown, 'local'),
    nameHeading: t('glance.rule'),
    valueHeading: t('glance.local'),
    rows,
  })
}

const twentieths = Array.from({ length: 21 }, (_, step) => step / 20)

/** The curve at twentieths, and where the best paid one in a hundred begin: there it is steepest. */
const pointsOf = ({ lorenz, top_1_percent_share: top }: ModelFindings, creators: number) => {
  const before = 1 - Math.ceil(creators / 100) / creators
  const isInside = before > 0.95 && top !== null
  return {
    fractions: isInside ? [...twentieths.slice(0, -1), before, 1] : twentieths,
    shares: isInside ? [...lorenz.slice(0, -1), 1 - top, 1] : lorenz,
  }
}

const lorenzCurves = (shown: ShownStudy): Chart | undefined => {
  const { visit, document } = shown
  const t = visit.words(words)
  const paying = Object.entries(document.models).filter(([, { gini }]) => gini !== null)
  if (paying.length === 0) return undefined
  const points = paying.map(([, found]) => pointsOf(found, document.creators))
  return lorenzChart({
    ...chartFrame(shown, 'lorenz'),
    fractions: points[0]!.fractions,
    fractionHeading: t('lorenz.creators'),
    shareHeading: t('lorenz.money'),
    equality: t('lorenz.equality'),
    series: paying.map(([model, { gini }], at) => ({
      name: t('lorenz.rule', { model: modelName(visit, model), gini: visit.format.number(gini!, 3) }),
      shares: points[at]!.shares,
      line: lineOfModel(document, model),
    })),
  })
}

/** The drawings of the result, by their names. */
export const charts: Readonly<Record<ChartName, (shown: ShownStudy) => Chart | undefined>> = {
  origins: changeChart('origins'),
  'size-bands': changeChart('size-bands'),
  genres: changeChart('genres'),
  genders: changeChart('genders'),
  lorenz: lorenzCurves,
  local: localChart,
}
