import { barChart, type Chart, dotChart, lorenzChart } from '../../engines/charts/index.ts'
import type { LineNumber } from '../../ui/line-style/line-style.ts'
import { chartFrame, type Shown } from '../../studies/index.ts'
import type { Division, ModelFindings, RemunerationDocument } from './document.ts'
import { labelName, modelName } from './naming.ts'
import { words } from './words/words.generated.ts'

type ShownStudy = Shown<RemunerationDocument>

/** The division each chart of changes is about. */
export const divisionOf = {
  origins: 'by_origin',
  'size-bands': 'by_size_band',
  genres: 'by_genre',
  genders: 'by_gender',
} as const satisfies Record<string, Division>

export type ChangeName = keyof typeof divisionOf
export type ChartName = 'local' | 'lorenz' | ChangeName

/** More rows than this are not drawn. */
const mostRows = 12

/** Each rule keeps the line of its place among those compared. */
const lineOfModel = ({ models }: RemunerationDocument, model: string): LineNumber =>
  ((Object.keys(models).indexOf(model) % 5) + 1) as LineNumber

const ends = ({ low, high }: { readonly low: number | null; readonly high: number | null }) => ({
  ...(low === null ? {} : { low }),
  ...(high === null ? {} : { high }),
})

/** The first other rule that pays somebody: what the charts of changes draw. */
export const drawnChange = ({ changes, models }: RemunerationDocument) =>
  Object.entries(changes).find(([model]) => models[model]!.gini !== null)

/** The labels whose money changes most under the rule that is drawn: the greatest gain first; size bands from the most played. */
export const movedLabels = (document: RemunerationDocument, division: Division): readonly string[] => {
  const found = Object.entries(drawnChange(document)?.[1][division] ?? {})
  const kept = found.toSorted(([, a], [, b]) => Math.abs(b.amount) - Math.abs(a.amount)).slice(0, mostRows)
  const inOrder = kept.toSorted(([one, a], [other, b]) =>
    division === 'by_size_band' ? (one < other ? -1 : 1) : b.amount - a.amount,
  )
  return inOrder.map(([label]) => label)
}

const changeChart =
  (name: ChangeName) =>
  (shown: ShownStudy): Chart | undefined => {
    const { visit, document } = shown
    const division = divisionOf[name]
    const [model, change] = drawnChange(document) ?? []
    const rows = movedLabels(document, division).map((label) => {
      const found = change![division]![label]!
      return {
        name: labelName(visit, division, label),
        value: found.amount,
        line: lineOfModel(document, model!),
        ...ends(found),
      }
    })
    if (rows.length === 0) return undefined
    const t = visit.words(words)
    const greatest = Math.max(...rows.map(({ value }) => Math.abs(value)))
    return barChart({
      ...chartFrame(shown, name, { kind: 'number', digits: greatest < 100 ? 2 : 0 }),
      nameHeading: t(`division.${division}`),
      valueHeading: t('chart.change', { currency: document.currency }),
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
