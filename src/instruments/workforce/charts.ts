import {
  barChart,
  type Chart,
  type ChartRow,
  dotChart,
  type OverlapPart,
  overlapChart,
} from '../../engines/charts/index.ts'
import { chartFrame, type Shown, shareText } from '../../studies/index.ts'
import type { WorkforceDocument } from './document.ts'
import type { GroupRow } from './employment.ts'
import type { Estimate } from './estimates.ts'
import type { ListRow } from './lists.ts'
import { groupName } from './naming.ts'
import { type ListName, listBreakdowns } from './roles.ts'
import { prongs, type TableName } from './tallies.ts'
import { words } from './words/words.generated.ts'

type Ours = Shown<WorkforceDocument>

const ends = ({ value, low, high }: Estimate) => ({
  value,
  ...(low === null || high === null ? {} : { low, high }),
})

/** A name that says when its figure is too uncertain to stand alone. */
const named = ({ visit }: Ours, name: string, { reliable }: Pick<Estimate, 'reliable'>): string =>
  reliable === false ? visit.words(words)('group.unreliable', { name }) : name

const parity = ({ visit }: Ours) => ({ value: 0.5, name: visit.words(words)('chart.parity') })

/** The trident: cultural occupations and cultural industries, and where they overlap; how many on each prong are women. */
const trident = (shown: Ours): Chart | undefined => {
  const rows = shown.document.employment?.tables.trident
  const t = shown.visit.words(words)
  const part = (prong: (typeof prongs)[number]): OverlapPart | undefined => {
    const row = rows?.find(({ group }) => group === prong)
    if (row && row.total === null) return undefined
    const share = row?.share_women?.value
    return {
      name: groupName(shown.visit, 'trident', prong),
      ...(row?.total ? ends(row.total) : { value: 0 }),
      ...(share === null || share === undefined
        ? {}
        : { note: t('chart.women', { share: shareText(shown.visit, share, 0) }) }),
    }
  }
  const [both, other, elsewhere] = prongs.slice(0, 3).map(part)
  if (!rows || !both || !other || !elsewhere) return undefined
  return overlapChart({
    ...chartFrame(shown, 'trident', { kind: 'number' }),
    nameHeading: t('chart.prong'),
    valueHeading: t('chart.persons'),
    noteHeading: t('chart.share-women'),
    first: t('chart.cultural-occupations'),
    second: t('chart.cultural-industries'),
    parts: [elsewhere, both, other],
  })
}

const shareRows = (shown: Ours, table: TableName, rows: readonly GroupRow[] | undefined): readonly ChartRow[] =>
  rows?.flatMap(({ group, share_women: share }) =>
    share === null || share.value === null || group === 'not-told'
      ? []
      : [{ name: named(shown, groupName(shown.visit, table, group), share), line: 5 as const, ...ends(share) }],
  ) ?? []

const greatestFirst = (a: ChartRow, b: ChartRow): number => (b.value ?? 0) - (a.value ?? 0)

const shareDots = (shown: Ours, name: string, heading: string, rows: readonly ChartRow[]): Chart | undefined =>
  rows.length < 2
    ? undefined
    : dotChart({
        ...chartFrame(shown, name),
        nameHeading: heading,
        valueHeading: shown.visit.words(words)('chart.share-women'),
        reference: parity(shown),
        rows,
      })

const occupations = (shown: Ours) => {
  const rows = shareRows(shown, 'occupations', shown.document.employment?.tables.occupations).toSorted(greatestFirst)
  return shareDots(shown, 'occupations', shown.visit.words(words)('chart.occupation'), rows)
}

const industries = (shown: Ours) => {
  const rows = shareRows(shown, 'industries', shown.document.employment?.tables.industries).toSorted(greatestFirst)
  return shareDots(shown, 'industries', shown.visit.words(words)('chart.industry'), rows)
}

const forms = (shown: Ours) => {
  const tables = shown.document.employment?.tables
  const rows = [
    ...shareRows(shown, 'trident', tables?.trident).slice(0, 3),
    ...shareRows(shown, 'status', tables?.status),
    ...shareRows(shown, 'working_time', tables?.working_time),
  ]
  return shareDots(shown, 'forms', shown.visit.words(words)('chart.form'), rows)
}

const ages = (shown: Ours) =>
  shareDots(
    shown,
    'ages',
    shown.visit.words(words)('chart.age'),
    shareRows(shown, 'ages', shown.document.employment?.tables.ages),
  )

/** The gap of the mean pay, all first, then by occupation. */
const pay = (shown: Ours): Chart | undefined => {
  const groups = shown.document.pay?.groups ?? []
  if (groups.length === 0) return undefined
  const t = shown.visit.words(words)
  return dotChart({
    ...chartFrame(shown, 'pay'),
    nameHeading: t('chart.occupation'),
    valueHeading: t('chart.gap'),
    reference: { value: 0, name: t('chart.equal') },
    rows: groups.map((row) => ({
      name: named(shown, groupName(shown.visit, 'pay', row.group), row),
      line: row.group === 'all' ? 1 : 5,
      ...ends(row.gap_mean),
    })),
  })
}

/** The share of women in a complete list: all, then by its first column that tells something. */
const listChart =
  (name: ListName) =>
  (shown: Ours): Chart | undefined => {
    const found = shown.document[name]
    if (!found) return undefined
    const t = shown.visit.words(words)
    const by = listBreakdowns[name].find((column) => (found.by[column]?.length ?? 0) > 1)
    const row = ({ group, women, share_women: value }: ListRow, label?: string): ChartRow[] => {
      if (value === null) return []
      const name = label ?? groupName(shown.visit, 'lists', group)
      return [{ name: women === null ? t('group.about', { name }) : name, value, line: label ? 1 : 5 }]
    }
    const rows = [...row(found.total, t('chart.all')), ...(by ? found.by[by]!.flatMap((one) => row(one)) : [])].slice(
      0,
      16,
    )
    if (rows.length === 0) return undefined
    return barChart({
      ...chartFrame(shown, name),
      nameHeading: t(by ? (`column.${by}` as 'column.level') : 'chart.group'),
      valueHeading: t('chart.share-women'),
      reference: parity(shown),
      rows,
    })
  }

/** The share of women in a complete list, year by year; nothing for one year alone. */
const yearChart =
  (name: ListName) =>
  (shown: Ours): Chart | undefined => {
    const years = shown.document[name]?.by['year'] ?? []
    const rows = years.flatMap(({ group, women, share_women: value }): ChartRow[] => {
      const t = shown.visit.words(words)
      return value === null || group === ''
        ? []
        : [{ name: women === null ? t('group.about', { name: group }) : group, value, line: 5 }]
    })
    if (rows.length < 2) return undefined
    return barChart({
      ...chartFrame(shown, `${name}-years`),
      nameHeading: shown.visit.words(words)('column.year'),
      valueHeading: shown.visit.words(words)('chart.share-women'),
      reference: parity(shown),
      rows: rows.slice(-12),
    })
  }

/** The drawings of the result, by their names. */
export const charts: Readonly<Record<string, (shown: Ours) => Chart | undefined>> = {
  trident,
  occupations,
  industries,
  forms,
  ages,
  pay,
  posts: listChart('posts'),
  awards: listChart('awards'),
  works: listChart('works'),
  'posts-years': yearChart('posts'),
  'awards-years': yearChart('awards'),
  'works-years': yearChart('works'),
}
