import type { Fact } from '../evidence/index.ts'
import type { Activity } from '../framework/index.ts'
import type { RoadmapLine } from '../roadmap/index.ts'

export type ProgressState = 'not-taken' | 'planned' | 'under-way' | 'done' | 'shown' | 'on-hold' | 'dropped'

/** How far an activity has come: worked out from the status of its lines and from what was found, never typed in. */
export interface Progress {
  /** 0, then quarters: promised, under way, done or under way with observed facts, done with observed facts. */
  readonly share: 0 | 0.25 | 0.5 | 0.75 | 1
  readonly state: ProgressState
  readonly lines: number
  readonly facts: number
  readonly observed: number
}

const shareOf = (isDone: boolean, isUnderWay: boolean, isPromised: boolean, isObserved: boolean): Progress['share'] => {
  if (isDone) return isObserved ? 1 : 0.75
  if (isUnderWay) return isObserved ? 0.75 : 0.5
  return isPromised ? 0.25 : 0
}

const stateOf = (lines: readonly RoadmapLine[], share: number): ProgressState => {
  if (lines.length === 0) return 'not-taken'
  if (lines.every(({ status }) => status === 'dropped')) return 'dropped'
  if (share === 1) return 'shown'
  const kept = lines.filter(({ status }) => status !== 'dropped')
  if (kept.every(({ status }) => status === 'done')) return 'done'
  if (kept.some(({ status }) => status === 'under-way' || status === 'done')) return 'under-way'
  return kept.every(({ status }) => status === 'on-hold') ? 'on-hold' : 'planned'
}

/** Progress of one activity from its lines and the current facts traced to it. */
export const progressOf = (activity: Activity, lines: readonly RoadmapLine[], facts: readonly Fact[]): Progress => {
  const own = lines.filter((line) => line.activity === activity.id)
  const kept = own.filter(({ status }) => status !== 'dropped')
  const traced = facts.filter(({ traces }) => traces.includes(activity.id))
  const observed = traced.filter(
    ({ standing, value, unit }) => standing !== 'declared' && !(unit === 'count' && value === 0),
  ).length
  const isDone = kept.length > 0 && kept.every(({ status }) => status === 'done')
  const isUnderWay = kept.some(({ status }) => status === 'under-way' || status === 'done')
  const share = shareOf(isDone, isUnderWay, kept.length > 0, observed > 0)
  return { share, state: stateOf(own, share), lines: own.length, facts: traced.length, observed }
}
