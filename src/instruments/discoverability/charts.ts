import {
  barChart,
  type Chart,
  type ChartRow,
  dotChart,
  lineChart,
  shareChart,
  stageChart,
} from '../../engines/charts/index.ts'
import { coProductionRules } from '../../engines/metrics/index.ts'
import type { Day } from '../../kernel/day.ts'
import type { LineNumber } from '../../ui/line-style/line-style.ts'
import { csvText } from '../../engines/studies/index.ts'
import { chartFrame, countryName, numberText, type Shown, shareText } from '../../studies/index.ts'
import type { DiscoverabilityDocument } from './document.ts'
import type { GroupFunnel } from './group-funnel.ts'
import { type Facet, facets, groupName, groupsInOrder, lookedAt } from './looked-at.ts'
import { type Limits, over, type StageName, type StageShare, stageNames } from './stages.ts'
import { words } from './words/words.generated.ts'

type Given = Shown<DiscoverabilityDocument>
type Draw = (shown: Given) => Chart | undefined

/** The weeks a page draws, the last ones: a year; the CSV of the study has all. */
export const drawnWeeks = 52
const drawnGroups = 4
const drawnTerritories = 20
const drawnParts = 8

export const lineOfStage: Readonly<Record<StageName, LineNumber>> = {
  catalogue: 1,
  exposure: 2,
  consumption: 3,
  revenue: 4,
}

const ends = ({ low, high }: Limits) => (low === null || high === null ? {} : { low, high })

const estimateOf = ({ local_share: value, interval }: StageShare) => ({ value, ...ends(interval) })

const funnel: Draw = (shown) => {
  const t = shown.visit.words(words)
  const { scope } = lookedAt(shown.document)
  const there = stageNames.flatMap((name) => {
    const share = scope.stages[name]
    return share && share.local_share !== null ? [{ name, share }] : []
  })
  if (there.length === 0) return undefined
  return stageChart({
    ...chartFrame(shown, 'funnel'),
    nameHeading: t('stage'),
    valueHeading: t('share.local'),
    boundsHeading: t('bounds'),
    ratioHeading: t('ratio.heading'),
    stages: there.map(({ name, share }) => {
      const { low, high } = share.bounds
      const ratio = scope.ratios.find(({ to }) => to === name)?.ratio
      return {
        name: t(`stage.${name}`),
        ...estimateOf(share),
        ...(low === null || high === null ? {} : { bounds: { low, high } }),
        ...(ratio === undefined ? {} : { ratio }),
        line: lineOfStage[name],
      }
    }),
  })
}

const weeks: Draw = (shown) => {
  const t = shown.visit.words(words)
  const drawn = lookedAt(shown.document).scope.lists?.weeks.slice(-drawnWeeks) ?? []
  if (drawn.length < 2 || drawn.every(({ local_share }) => local_share === null)) return undefined
  return lineChart({
    ...chartFrame(shown, 'weeks'),
    dayHeading: t('chart.week'),
    fromZero: true,
    days: drawn.map(({ week }) => week as Day),
    series: [{ name: t('share.local'), points: drawn.map(estimateOf), line: lineOfStage.exposure }],
  })
}

/** The catalogue's share, for comparison. */
const reference = (shown: Given) => {
  const value = lookedAt(shown.document).scope.stages.catalogue?.local_share
  return value == null ? {} : { reference: { value, name: shown.visit.words(words)('stage.catalogue') } }
}

const dots = (shown: Given, name: string, nameHeading: string, rows: readonly ChartRow[]): Chart | undefined => {
  const drawn = rows.filter(({ value }) => value !== null)
  if (drawn.length === 0) return undefined
  const valueHeading = shown.visit.words(words)('share.local')
  return dotChart({ ...chartFrame(shown, name), nameHeading, valueHeading, rows: drawn, ...reference(shown) })
}

const models: Draw = (shown) => {
  const t = shown.visit.words(words)
  const found = lookedAt(shown.document).scope.lists?.position_models ?? {}
  const nameOf = (model: string) => shown.visit.findText(words)(`model.${model}`) ?? model
  const rows = Object.entries(found).map(([model, share]) => ({
    name: nameOf(model),
    ...estimateOf(share),
    line: lineOfStage.exposure,
  }))
  return dots(shown, 'models', t('model'), rows)
}

/** Every source and rule drawn at the stage that people meet; its table and CSV have all stages. */
const sensitivity: Draw = (shown) => {
  const { visit, document } = shown
  const t = visit.words(words)
  const { scope } = lookedAt(document)
  const stage = scope.stages.exposure ? 'exposure' : 'consumption'
  const ways = Object.entries(scope.sensitivity).flatMap(([source, rules], at) =>
    coProductionRules.map((rule) => ({
      name: `${t(`source.${source as 'works' | 'catalogue'}`)} · ${t(`credit.${rule}`)}`,
      shares: rules[rule],
      line: (at === 0 ? 2 : 5) as LineNumber,
    })),
  )
  const rows = ways.map(({ name, shares, line }) => ({ name, value: shares[stage] ?? null, line }))
  const drawn = dots(shown, 'sensitivity', t('sensitivity.how'), rows)
  if (!drawn) return undefined
  const there = stageNames.filter((name) => scope.stages[name])
  const hasRatio = there.includes('catalogue') && there.includes('exposure')
  const figures = ways.map(({ name, shares }) => ({
    name,
    shares: there.map((one) => shares[one] ?? null),
    ratio: hasRatio ? [over(shares.exposure, shares.catalogue)] : [],
  }))
  const headings = [...there.map((name) => t(`stage.${name}`)), ...(hasRatio ? [t('sensitivity.ratio')] : [])]
  return {
    ...drawn,
    table: {
      columns: [{ text: t('sensitivity.how'), numeric: false }, ...headings.map((text) => ({ text, numeric: true }))],
      rows: figures.map(({ name, shares, ratio }) => [
        name,
        ...shares.map((share) => shareText(visit, share)),
        ...ratio.map((value) => numberText(visit, value, 2)),
      ]),
    },
    csv: csvText(
      [t('sensitivity.how'), ...headings],
      figures.map(({ name, shares, ratio }) => [name, ...shares, ...ratio]),
    ),
  }
}

/** The stages of one way to group works, those of the greatest groups and all others together. */
const groupChart =
  (facet: Facet): Draw =>
  (shown) => {
    const { visit, document } = shown
    const t = visit.words(words)
    const found: GroupFunnel | undefined = document.groups[facet]
    if (!found) return undefined
    const entries = groupsInOrder(facet, found)
    const known = entries
      .map(([label]) => label)
      .slice(0, entries.length > drawnGroups + 1 ? drawnGroups : entries.length)
    const there = stageNames.filter((name) => entries.some(([, group]) => group.shares[name] != null))
    const hasRest = entries.length > known.length
    const rows = there.map((name) => {
      const amounts = known.map((label) => found.groups[label]!.shares[name] ?? 0)
      const rest = 1 - amounts.reduce((sum, amount) => sum + amount, 0)
      return { name: t(`stage.${name}`), amounts: hasRest ? [...amounts, Math.max(0, rest)] : amounts }
    })
    return shareChart({
      ...chartFrame(shown, facet),
      nameHeading: t('stage'),
      parts: [
        ...known.map((label) => ({ name: groupName(visit, facet, label) })),
        ...(hasRest ? [{ name: t('groups.others', { count: entries.length - known.length }) }] : []),
      ],
      rows,
    })
  }

/** Platforms, surfaces and categories in one picture, as far as there are several of them. */
const parts: Draw = (shown) => {
  const t = shown.visit.words(words)
  const { lists } = lookedAt(shown.document).scope
  const rows = (['platforms', 'surfaces', 'categories'] as const).flatMap((name, at) => {
    const found = Object.entries(lists?.[name] ?? {}).sort(([, one], [, other]) => other.slots - one.slots)
    if (found.length < 2) return []
    return found.slice(0, drawnParts).map(([word, share]) => ({
      name: t('part.named', { part: t(`part.${name}`), word }),
      ...estimateOf(share),
      line: ([2, 3, 4] as const)[at]!,
    }))
  })
  return dots(shown, 'parts', t('part'), rows)
}

const territories: Draw = (shown) => {
  const { visit, document } = shown
  const t = visit.words(words)
  const { code } = lookedAt(document)
  const entries = Object.entries(document.territories).flatMap(([territory, { exposure, consumption }]) => {
    const share = exposure ? estimateOf(exposure) : { value: consumption?.local_share ?? null }
    return share.value === null ? [] : [{ territory, ...share }]
  })
  if (entries.length < 2) return undefined
  const greatest = entries.toSorted((one, other) => other.value! - one.value!)
  const own = greatest.filter(({ territory }) => territory === code)
  const others = greatest.filter(({ territory }) => territory !== code).slice(0, drawnTerritories - own.length)
  return barChart({
    ...chartFrame(shown, 'territories'),
    nameHeading: t('part.territories'),
    valueHeading: t('share.local'),
    rows: [...own, ...others]
      .toSorted((one, other) => other.value! - one.value!)
      .map(({ territory, ...share }) => ({
        name: countryName(visit, territory),
        ...share,
        line: territory === code ? (2 as const) : (1 as const),
      })),
  })
}

/** Every chart of the study, by the name of its CSV. */
export const charts: Readonly<Record<string, Draw>> = {
  funnel,
  weeks,
  models,
  sensitivity,
  ...Object.fromEntries(facets.map((facet) => [facet, groupChart(facet)])),
  parts,
  territories,
}
