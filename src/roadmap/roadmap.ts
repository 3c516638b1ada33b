import type { Money } from '../kernel/money.ts'

/** What has become of a line. `dropped` carries a reason and stays visible. */
export const lineStatuses = ['planned', 'under-way', 'done', 'on-hold', 'dropped'] as const
export type LineStatus = (typeof lineStatuses)[number]

/** OECD-DAC style marker: not targeted, a significant aim, the principal aim. */
export const markers = ['none', 'significant', 'principal'] as const
export type Marker = (typeof markers)[number]

/** The roadmap a Party adopted. */
export interface AdoptedRoadmap {
  readonly party: string
  readonly edition: string
  /** Codes of the sectors the Party chose; never empty. */
  readonly sectors: readonly string[]
  readonly adoptedAt: Date
  readonly isPublished: boolean
}

/** One line: an activity of the model (or one of the Party's own under an output) for one sector or for all chosen ones. */
export interface RoadmapLine {
  readonly id: string
  readonly party: string
  readonly edition: string
  /** `roadmap/output-2` */
  readonly output: string
  /** `roadmap/2.1`; absent for a line of the Party's own. */
  readonly activity?: string
  /** A sector's code; absent when the line is for every chosen sector. */
  readonly sector?: string
  /** The Party's own wording; absent where it keeps the model's title. */
  readonly title?: string
  /** Language of everything written in this line. */
  readonly language: string
  readonly lead?: string
  readonly partners?: string
  readonly startsOn?: string
  readonly endsOn?: string
  readonly budget?: Money
  readonly baseline?: string
  readonly target?: string
  readonly verification?: string
  readonly risk?: string
  readonly gender: Marker
  readonly youth: Marker
  readonly status: LineStatus
  readonly dropReason?: string
  readonly version: number
}

/** How an activity of the Party's roadmap differs from the model. */
export type Difference = 'as-model' | 'reworded' | 'by-sector' | 'partly-dropped' | 'dropped' | 'not-taken'

/** Compares the lines of one activity with the model's one line for all sectors. */
export const differenceOf = (lines: readonly RoadmapLine[]): Difference => {
  if (lines.length === 0) return 'not-taken'
  const kept = lines.filter(({ status }) => status !== 'dropped')
  if (kept.length === 0) return 'dropped'
  if (kept.length < lines.length) return 'partly-dropped'
  if (lines.some(({ title }) => title !== undefined)) return 'reworded'
  if (lines.some(({ sector }) => sector !== undefined)) return 'by-sector'
  return 'as-model'
}

/** Budgets added up per currency; currencies are never mixed. */
export const totalsOf = (lines: readonly RoadmapLine[]): readonly Money[] => {
  const totals = new Map<string, number>()
  for (const { budget, status } of lines)
    if (budget && status !== 'dropped') totals.set(budget.currency, (totals.get(budget.currency) ?? 0) + budget.minor)
  return [...totals]
    .map(([currency, minor]) => ({ currency, minor }))
    .toSorted((one, other) => (one.currency < other.currency ? -1 : 1))
}
