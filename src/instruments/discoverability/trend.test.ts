import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { discoverability } from './command.ts'
import type { DiscoverabilityDocument } from './document.ts'

/** Lists of ten positions in which so many local works are shown in each week. */
const trendOf = async (localByWeek: readonly number[]) => {
  const folder = await mkdtemp(join(tmpdir(), 'trend-'))
  const rows = localByWeek.flatMap((local, week) => {
    const day = new Date(Date.UTC(2022, 0, 2 + 7 * week)).toISOString().slice(0, 10)
    return Array.from({ length: 10 }, (_, at) => `MA,${day},${at + 1},${at < local ? 'l' : 'f'}${at + week}`)
  })
  const titles = Array.from({ length: 60 }, (_, at) => [`l${at},MA`, `f${at},FR`]).flat()
  await writeFile(join(folder, 'chart.csv'), ['territory,week,position,title', ...rows].join('\n'))
  await writeFile(join(folder, 'works.csv'), ['title,origin', ...titles].join('\n'))
  const words = [
    '--catalogue',
    join(folder, 'works.csv'),
    '--exposures',
    join(folder, 'chart.csv'),
    '--replicates',
    '400',
  ]
  const outcome = await discoverability(words)
  await rm(folder, { recursive: true })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  return (JSON.parse(outcome.value.text) as DiscoverabilityDocument).countries['MA']!.lists!.trend
}

it('a share that rises evenly has its slope as trend', async () => {
  const trend = await trendOf([1, 2, 3, 4, 5, 6, 7, 8])
  expect(trend!.per_week).toBeCloseTo(0.1, 12)
  expect(trend!.low!).toBeGreaterThan(0)
})

it('a share that stands still has a trend of nothing, and its interval holds nothing', async () => {
  const trend = await trendOf([5, 5, 5, 5, 5, 5, 5, 5])
  expect(trend!.per_week).toBeCloseTo(0, 12)
  expect(trend!.low!).toBeLessThan(0)
  expect(trend!.high!).toBeGreaterThan(0)
})

it('two weeks are no trend', async () => {
  expect(await trendOf([1, 9])).toBeNull()
})
