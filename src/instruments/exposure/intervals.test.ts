import { describe, expect, it } from 'vitest'
import { percentileInterval, randomStreams, twoWayBootstrap } from '../../engines/metrics/index.ts'
import { type BlockCells, shareIntervals } from './intervals.ts'

const settings = { replicates: 2000, seed: 7, level: 0.95 }

/** A full grid: every title in every week, `part` of one slot local. */
const grid = (titles: number, weeks: number, part: (title: number, week: number) => number): BlockCells => {
  const cells = Array.from({ length: titles * weeks }, (_, at) => ({
    title: at % titles,
    week: Math.floor(at / titles),
  }))
  return {
    titles,
    weekStart: Int32Array.from({ length: weeks + 1 }, (_, week) => week * titles),
    title: Int32Array.from(cells, ({ title }) => title),
    part: Float64Array.from(cells, ({ title, week }) => part(title, week)),
    whole: new Float64Array(cells.length).fill(1),
  }
}

const width = ({ low, high }: { low: number | null; high: number | null }) => high! - low!

describe('intervals by blocks of title and week', () => {
  it('a share that is the same everywhere has no width', () => {
    expect(
      shareIntervals(
        grid(10, 5, () => 0.25),
        settings,
      ).all,
    ).toEqual({ low: 0.25, high: 0.25 })
  })

  it('repeating the same titles in more weeks makes them no more certain', () => {
    const local = (title: number) => (title < 15 ? 1 : 0)
    const short = width(shareIntervals(grid(30, 2, local), settings).all)
    const long = width(shareIntervals(grid(30, 40, local), settings).all)
    expect(long).toBeGreaterThan(short * 0.9)
    expect(long).toBeCloseTo(2 * 1.96 * Math.sqrt(0.25 / 30), 1)
  })

  it('weeks that differ as a whole count as few, not as their many slots', () => {
    const byWeek = shareIntervals(
      grid(200, 10, (_, week) => (week < 5 ? 1 : 0)),
      settings,
    )
    expect(width(byWeek.all)).toBeGreaterThan(0.45)
    expect(byWeek.weeks.map(width)).toEqual(Array.from({ length: 10 }, () => 0))
  })

  it('nothing to draw from gives no interval', () => {
    expect(
      shareIntervals(
        grid(0, 0, () => 0),
        settings,
      ).all,
    ).toEqual({ low: null, high: null })
  })

  it('the same seed draws the same', () => {
    const cells = grid(12, 6, (title, week) => (title * 0.37 + week * 0.11) % 1)
    expect(shareIntervals(cells, settings)).toEqual(shareIntervals(cells, settings))
    expect(shareIntervals(cells, { ...settings, seed: 8 })).not.toEqual(shareIntervals(cells, settings))
  })

  it('gives the totals of the two-way bootstrap of the metrics', () => {
    const cells = grid(9, 5, (title, week) => (title * 0.37 + week * 0.11) % 1)
    const at = Array.from(cells.title.keys())
    const both = [...at, ...at]
    const totals = twoWayBootstrap(
      {
        first: both.map((cell) => cells.title[cell]!),
        second: both.map((cell) => Math.floor(cell / 9)),
        firstCount: 9,
        secondCount: 5,
        columns: both.map((_, entry) => (entry < at.length ? 0 : 1)),
        width: 2,
        amounts: [...cells.part, ...cells.whole],
      },
      { replicates: settings.replicates, streams: randomStreams(settings.seed) },
    )
    const shares = Float64Array.from({ length: settings.replicates }, (_, r) => totals[2 * r]! / totals[2 * r + 1]!)
    const drawn = shares.filter((share) => !Number.isNaN(share))
    const [low, high] = percentileInterval(drawn, settings.level)
    const found = shareIntervals(cells, settings).all
    expect(found.low).toBeCloseTo(low, 12)
    expect(found.high).toBeCloseTo(high, 12)
  })
})
