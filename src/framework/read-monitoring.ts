import type { Area, Goal, Indicator, Verification } from './item.ts'
import type { Fields, Page } from './page.ts'
import { findText, readEach, readReferences, readText, refer } from './read-fields.ts'
import { openFile, readItem, type Standing } from './read-item.ts'

/** An edition of the monitoring framework, in the order of its file. */
export interface WrittenMonitoring {
  readonly edition: string
  readonly goals: readonly Goal[]
  readonly areas: readonly Area[]
  readonly indicators: readonly Indicator[]
  readonly verifications: readonly Verification[]
}

type Parts = { areas: Area[]; indicators: Indicator[]; verifications: Verification[] }

/** Reads goals → areas → indicators → means of verification. An area's goal is that of this edition only. */
export const readMonitoring = (page: Page): WrittenMonitoring => {
  const { fields, standing } = openFile(page)
  const edition = readText(fields, 'edition')
  const parts: Parts = { areas: [], indicators: [], verifications: [] }
  const goals = readEach(fields, 'goals', (each) => readGoal(each, `monitoring-${edition}`, standing, parts))
  fields.done()
  return { edition, goals, ...parts }
}

const readGoal = (fields: Fields, prefix: string, standing: Standing, parts: Parts): Goal => {
  const number = readText(fields, 'number')
  const goal = { ...readItem(fields, `${prefix}/goal-${number}`, 'goal', standing), number }
  readEach(fields, 'areas', (each) => readArea(each, prefix, goal.id, standing, parts))
  return goal
}

const readArea = (fields: Fields, prefix: string, goal: string, standing: Standing, parts: Parts): void => {
  const successor = findText(fields, 'successor')
  if (successor !== undefined) refer(fields.page, successor, ['area'], fields.lineOf('successor'))
  const area: Area = {
    ...readItem(fields, `${prefix}/area-${readText(fields, 'key')}`, 'area', standing),
    goal,
    ...(successor !== undefined && { successor }),
  }
  parts.areas.push(area)
  readEach(fields, 'indicators', (each) => readIndicator(each, prefix, area.id, standing, parts))
}

const readIndicator = (fields: Fields, prefix: string, area: string, standing: Standing, parts: Parts): void => {
  const number = readText(fields, 'number')
  const indicator = {
    ...readItem(fields, `${prefix}/indicator-${number}`, 'indicator', standing),
    number,
    area,
    sdg: readReferences(fields, 'sdg', ['sdg'], (code) => `sdg/${code}`),
    successors: readReferences(fields, 'successors', ['indicator']),
  }
  parts.indicators.push(indicator)
  if (!fields.has('verifications')) return
  readEach(fields, 'verifications', (each) => {
    const own = readText(each, 'number')
    if (!own.startsWith(`${number}.`)) each.complain('id-mismatch', 'number', { id: own, expected: `${number}.…` })
    const item = readItem(each, `${prefix}/${own}`, 'verification', standing)
    parts.verifications.push({ ...item, number: own, indicator: indicator.id })
  })
}
