import {
  amplificationRatio,
  type CoProductionRule,
  clusterBootstrap,
  distribute,
  evaluateReplicates,
  gini,
  hhi,
  hill,
  homeCells,
  mergeClusters,
  originCredits,
  packCredits,
  payeeTotals,
  percentileInterval,
  randomStreams,
  shareBounds,
  type WorkCredits,
} from '../../engines/metrics/index.ts'
import {
  type LeftOutRows,
  type Resampling,
  type StudyRecord,
  shownLabels,
  type UnrecognisedSpelling,
  type Usage,
} from '../../engines/studies/index.ts'
import type { Limits } from './country-funnel.ts'

/** One stage of use in one country: local works among what its users play, or among what their fees pay for. */
export interface StageShare {
  readonly local_share: number | null
  readonly bounds: Limits
  readonly interval: Limits
}

export interface UsageScope {
  readonly users: number
  readonly catalogue: number | null
  readonly consumption: StageShare
  /** Every user's fee, the same for all, goes to that user's own plays; under pro-rata revenue is as consumption. */
  readonly revenue: StageShare
  readonly consumption_to_catalogue: number | null
  readonly revenue_to_consumption: number | null
}

export interface OriginStages {
  readonly catalogue: number
  readonly consumption: number
  readonly revenue: number
  readonly consumption_to_catalogue: number | null
  readonly revenue_to_consumption: number | null
}

interface Diversity {
  readonly hill_1: number
  readonly hill_2: number
  readonly hhi: number
}

export interface UsageFunnelDocument {
  readonly stages: readonly string[]
  readonly countries: Readonly<Record<string, UsageScope>>
  readonly overall: UsageScope
  readonly origins: Readonly<Record<string, OriginStages>>
  readonly diversity: Readonly<Record<'catalogue' | 'consumption' | 'revenue', Diversity | null>>
  readonly reach: {
    readonly catalogue_works: number
    readonly works_played: number
    readonly coverage: number
    readonly gini: number | null
  }
  readonly left_out: {
    readonly rows: readonly LeftOutRows[]
    readonly works_not_listed: Usage['unmatched']
    readonly works_that_disagree: number
    readonly unrecognised_countries: readonly UnrecognisedSpelling[]
    readonly countries_not_shown: number
    readonly origins_not_shown: number
  }
  readonly method: StudyRecord
}

const width = 3
const mostClusters = 20_000

const over = (share: number | null, before: number | null): number | null =>
  share === null || before === null || before === 0 ? null : amplificationRatio(share, before)

/** Share, bounds and interval from cells of three columns per user: local, foreign, unknown. */
const stageShare = (cells: Float64Array, { replicates, seed, level }: Resampling): StageShare => {
  const sums = [0, 1, 2].map((k) => {
    let sum = 0
    for (let at = k; at < cells.length; at += width) sum += cells[at]!
    return sum
  }) as [number, number, number]
  const none = { low: null, high: null }
  if (sums[0] + sums[1] + sums[2] === 0) return { local_share: null, bounds: none, interval: none }
  const { ofKnown, low, high } = shareBounds(...sums)
  if (Number.isNaN(ofKnown)) return { local_share: null, bounds: { low, high }, interval: none }
  const merged = mergeClusters({ cells, width }, mostClusters, seed)
  const totals = clusterBootstrap(merged, { replicates, streams: randomStreams(seed) })
  const drawn = evaluateReplicates(totals, width, ([local, foreign]) => local! / (local! + foreign!))
  const there = drawn.filter((value) => !Number.isNaN(value))
  const interval = there.length < 2 ? undefined : percentileInterval(there, level)
  return {
    local_share: ofKnown,
    bounds: { low, high },
    interval: interval ? { low: interval[0], high: interval[1] } : none,
  }
}

/** Each user's cells as parts of the user's own total: what a fee is shared by. */
const asParts = (cells: Float64Array): Float64Array => {
  const parts = new Float64Array(cells.length)
  for (let at = 0; at < cells.length; at += width) {
    const all = cells[at]! + cells[at + 1]! + cells[at + 2]!
    if (all > 0) for (let k = 0; k < width; k++) parts[at + k] = cells[at + k]! / all
  }
  return parts
}

const rowsOf = (cells: Float64Array, users: readonly number[]): Float64Array => {
  const rows = new Float64Array(users.length * width)
  users.forEach((user, row) => rows.set(cells.subarray(user * width, (user + 1) * width), row * width))
  return rows
}

const sumByOrigin = (amounts: Float64Array, { starts, groups, credits, groupCount }: WorkCredits): Float64Array => {
  const sums = new Float64Array(groupCount)
  amounts.forEach((amount, work) => {
    for (let at = starts[work]!; at < starts[work + 1]!; at++) sums[groups[at]!]! += amount * credits[at]!
  })
  return sums
}

const listenersByOrigin = ({ plays }: Usage, { starts, groups, groupCount }: WorkCredits): Uint32Array => {
  const listeners = new Uint32Array(groupCount)
  const last = new Int32Array(groupCount).fill(-1)
  for (let user = 0; user < plays.userCount; user++)
    for (let entry = plays.starts[user]!; entry < plays.starts[user + 1]!; entry++) {
      const work = plays.payees[entry]!
      for (let at = starts[work]!; plays.plays[entry]! > 0 && at < starts[work + 1]!; at++) {
        if (last[groups[at]!] !== user) listeners[groups[at]!]!++
        last[groups[at]!] = user
      }
    }
  return listeners
}

const diversityOf = (amounts: Float64Array): Diversity | null => {
  const some = amounts.filter((amount) => amount > 0)
  return some.length === 0 ? null : { hill_1: hill(some, 1), hill_2: hill(some, 2), hhi: hhi(some) }
}

const sharesOf = (amounts: Float64Array): Float64Array => {
  const all = amounts.reduce((sum, amount) => sum + amount, 0)
  return amounts.map((amount) => (all > 0 ? amount / all : 0))
}

/** The funnel from the list of works to what is played and what is paid for, by country of the users and by origin. */
export const usageFunnel = (
  usage: Usage,
  rule: CoProductionRule,
  resampling: Resampling,
): Omit<UsageFunnelDocument, 'method'> => {
  const codes = [...usage.places.codes].sort()
  const rank = Int32Array.from(usage.places.codes, (code) => codes.indexOf(code))
  const byWork = usage.origins.map((places) =>
    originCredits(
      places.map((place) => rank[place]!),
      rule,
    ),
  )
  const credits = packCredits(byWork, codes.length)
  const home = usage.home.map((place) => (place < 0 ? -1 : rank[place]!))
  const { cells } = homeCells(usage.plays, home, credits)
  const parts = asParts(cells)
  const listed = Float64Array.from(usage.workRow, (row) => (row < 0 ? 0 : 1))
  const totals = payeeTotals(usage.plays)
  const fees = new Float64Array(usage.plays.userCount).fill(1_000_000)
  const amounts = {
    catalogue: sumByOrigin(listed, credits),
    consumption: sumByOrigin(totals.plays, credits),
    revenue: sumByOrigin(distribute(usage.plays, fees).quotas, credits),
  }
  const catalogue = sharesOf(amounts.catalogue)
  const scope = (users: number, own: Float64Array, ownParts: Float64Array, before: number | null): UsageScope => {
    const [consumption, revenue] = [stageShare(own, resampling), stageShare(ownParts, resampling)]
    return {
      users,
      catalogue: before,
      consumption,
      revenue,
      consumption_to_catalogue: over(consumption.local_share, before),
      revenue_to_consumption: over(revenue.local_share, consumption.local_share),
    }
  }
  const usersOf = codes.map(() => [] as number[])
  home.forEach((place, user) => {
    if (place >= 0) usersOf[place]!.push(user)
  })
  const shownCountries = shownLabels(usersOf.map((users) => users.length))
  const countries = codes.flatMap((code, place): [string, UsageScope][] => {
    const users = usersOf[place]!
    if (users.length === 0 || !shownCountries[place]) return []
    return [[code, scope(users.length, rowsOf(cells, users), rowsOf(parts, users), catalogue[place]!)]]
  })
  const shownOrigins = shownLabels(listenersByOrigin(usage, credits))
  const [consumption, revenue] = [sharesOf(amounts.consumption), sharesOf(amounts.revenue)]
  const origins = codes.flatMap((code, place): [string, OriginStages][] => {
    const isNothing = amounts.catalogue[place] === 0 && amounts.consumption[place] === 0
    if (!shownOrigins[place] || isNothing) return []
    const [before, played, paid] = [catalogue[place]!, consumption[place]!, revenue[place]!]
    const ratios = { consumption_to_catalogue: over(played, before), revenue_to_consumption: over(paid, played) }
    return [[code, { catalogue: before, consumption: played, revenue: paid, ...ratios }]]
  })
  origins.sort((a, b) => b[1].consumption - a[1].consumption || (a[0] < b[0] ? -1 : 1))
  const played = totals.plays.filter((count) => count > 0).length
  const inequality = gini(totals.plays)
  return {
    stages: ['catalogue', 'consumption', 'revenue'],
    countries: Object.fromEntries(countries),
    overall: scope(usage.plays.userCount, cells, parts, null),
    origins: Object.fromEntries(origins),
    diversity: {
      catalogue: diversityOf(amounts.catalogue),
      consumption: diversityOf(amounts.consumption),
      revenue: diversityOf(amounts.revenue),
    },
    reach: {
      catalogue_works: usage.workIds.length,
      works_played: played,
      coverage: played / Math.max(1, usage.workIds.length),
      gini: Number.isNaN(inequality) ? null : inequality,
    },
    left_out: {
      rows: usage.leftOut.list(),
      works_not_listed: usage.unmatched,
      works_that_disagree: usage.worksThatDisagree,
      unrecognised_countries: usage.unrecognised,
      countries_not_shown: usersOf.filter((users, place) => users.length > 0 && !shownCountries[place]).length,
      origins_not_shown: shownOrigins.filter((is) => !is).length,
    },
  }
}
