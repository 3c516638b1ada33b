import type { Day } from '../../kernel/day.ts'
import { dashOf, type LineNumber, lineStyles } from '../../ui/line-style/line-style.ts'
import { type Chart, type ChartFrame, type Estimate, lineOf } from './chart.ts'
import { type Canvas, canvasOf, drawingOf, element, gridLine, label, round, textWidth } from './drawing.ts'
import { figuresOf } from './figures.ts'
import { axisWriter, extentOf, hasInterval } from './numbers.ts'
import { linearScale, niceTicks, spreadIndexes } from './scale.ts'

export interface LineSeries {
  readonly name: string
  /** One per day, in the order of `days`; a `value` of null leaves a gap. */
  readonly points: readonly Estimate[]
  readonly line?: LineNumber | undefined
}

export interface LineChartSpecification extends ChartFrame {
  /** Heading of the first column. */
  readonly dayHeading: string
  readonly days: readonly Day[]
  readonly series: readonly LineSeries[]
  /** True starts the axis at zero, as shares should; by default it does when the figures are near zero. */
  readonly fromZero?: boolean | undefined
}

interface Plot {
  readonly canvas: Canvas
  readonly start: number
  readonly end: number
  readonly top: number
  readonly bottom: number
  readonly x: (index: number) => number
  readonly y: (value: number) => number
}

const instantOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

const plotOf = (
  specification: LineChartSpecification,
  ticks: readonly number[],
  write: (value: number) => string,
): Plot => {
  const canvas = canvasOf(specification, 720, 360)
  const names = Math.max(...specification.series.map(({ name }) => textWidth(name)), 0)
  const start = Math.max(...ticks.map((tick) => textWidth(write(tick)))) + 14
  const end = canvas.width - (specification.series.length > 1 ? Math.min(190, names + 16) : 14)
  const [top, bottom] = [16, canvas.height - 36]
  const instants = specification.days.map(instantOf)
  const along = linearScale(instants[0] ?? 0, instants.at(-1) ?? 0, start, end)
  return {
    canvas,
    start,
    end,
    top,
    bottom,
    x: (index) => along(instants[index]!),
    y: linearScale(ticks[0]!, ticks.at(-1)!, bottom, top),
  }
}

const at = ({ canvas, x, y }: Plot, index: number, value: number): string =>
  `${round(canvas.x(x(index)))} ${round(y(value))}`

const linePath = (plot: Plot, points: readonly Estimate[]): string =>
  points
    .map(({ value }, index) => {
      if (value === null) return ''
      const isFirst = (points[index - 1]?.value ?? null) === null
      return `${isFirst ? 'M' : 'L'}${at(plot, index, value)}`
    })
    .join('')

/** Points with a gap on both sides, which no line would show. */
const lonePoints = (plot: Plot, points: readonly Estimate[], colour: string): string =>
  points
    .map(({ value }, index) => {
      const hasNeighbour = [points[index - 1], points[index + 1]].some((point) => (point?.value ?? null) !== null)
      if (value === null || hasNeighbour) return ''
      return element('circle', { cx: plot.canvas.x(plot.x(index)), cy: plot.y(value), r: 3.5, fill: colour })
    })
    .join('')

const bandPath = (plot: Plot, points: readonly Estimate[]): string => {
  const known = points.flatMap(({ low, high }, index) =>
    low === undefined || high === undefined ? [] : [{ index, low, high }],
  )
  if (known.length < 2) return ''
  const upper = known.map(({ index, high }) => at(plot, index, high))
  const lower = known.toReversed().map(({ index, low }) => at(plot, index, low))
  return `M${[...upper, ...lower].join('L')}Z`
}

const drawSeries = (plot: Plot, series: LineSeries, line: LineNumber): string => {
  const { colour, rails } = lineStyles[line]
  const band = bandPath(plot, series.points)
  const path = linePath(plot, series.points)
  return [
    lonePoints(plot, series.points, colour),
    band && element('path', { d: band, fill: colour, 'fill-opacity': '0.16', class: 'or-chart__band' }),
    element('path', {
      d: path,
      fill: 'none',
      stroke: colour,
      'stroke-width': rails ? 5 : 3,
      'stroke-dasharray': dashOf(line, 3),
      'stroke-linejoin': 'round',
      'stroke-linecap': dashOf(line, 3) ? undefined : 'round',
    }),
    rails ? element('path', { d: path, fill: 'none', stroke: '#fff', 'stroke-width': 2, class: 'or-chart__gap' }) : '',
  ].join('')
}

const axes = (
  plot: Plot,
  specification: LineChartSpecification,
  ticks: readonly number[],
  write: (value: number) => string,
): string => {
  const { canvas, start, end, bottom } = plot
  const { days, locale } = specification
  const span = days.length < 2 ? 0 : instantOf(days.at(-1)!) - instantOf(days[0]!)
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    ...(span > 800 * 86_400_000
      ? { year: 'numeric' }
      : span > 60 * 86_400_000
        ? { month: 'short', year: 'numeric' }
        : { day: 'numeric', month: 'short' }),
  })
  const rows = ticks.map(
    (tick) =>
      gridLine(canvas, [start, plot.y(tick)], [end, plot.y(tick)], tick === 0 ? '0.7' : '0.16') +
      label(canvas, start - 8, plot.y(tick) + 5, write(tick), { anchor: 'end' }),
  )
  const widest = Math.max(0, ...days.map((day) => textWidth(format.format(instantOf(day)))))
  const columns = spreadIndexes(days.length, Math.max(1, Math.floor((end - start) / (widest * 1.5 + 20))))
    .filter((index) => plot.x(index) < end - 24 || days.length < 3)
    .map(
      (index) =>
        gridLine(canvas, [plot.x(index), bottom], [plot.x(index), bottom + 6], '0.7') +
        label(canvas, plot.x(index), bottom + 24, format.format(instantOf(days[index]!)), {
          anchor: index === 0 ? 'start' : 'middle',
        }),
    )
  return [...rows, ...columns].join('')
}

/** Names at the ends of the lines, pushed apart where they would cover each other. */
const endLabels = (plot: Plot, specification: LineChartSpecification): string => {
  if (specification.series.length < 2) return ''
  const wanted = specification.series
    .map(({ name, points }, index) => ({
      name,
      line: lineOf(index, specification.series[index]!.line),
      y: plot.y(points.findLast(({ value }) => value !== null)?.value ?? 0),
    }))
    .sort((a, b) => a.y - b.y)
  let least = plot.top
  const placed = wanted.map((entry) => {
    const y = Math.max(least, entry.y)
    least = y + 20
    return { ...entry, y }
  })
  const overflow = Math.max(0, (placed.at(-1)?.y ?? 0) - plot.bottom)
  return placed
    .map(({ name, y, line }) =>
      element(
        'g',
        { fill: lineStyles[line].colour },
        label(plot.canvas, plot.end + 10, y - overflow + 5, name, { weight: 600 }),
      ),
    )
    .join('')
}

/** Lines over days, each with the band of its interval; every line has its own dash and carries its name at its end. */
export const lineChart = (specification: LineChartSpecification): Chart => {
  const { days, series } = specification
  const [low, high] = extentOf(series.flatMap(({ points }) => points))
  const fromZero = specification.fromZero ?? (low >= 0 && low < high * 0.6)
  const ticks = niceTicks(fromZero ? Math.min(0, low) : low, high)
  const write = axisWriter(specification, ticks)
  const plot = plotOf(specification, ticks, write)
  const body = [
    axes(plot, specification, ticks, write),
    ...series.map((entry, index) => drawSeries(plot, entry, lineOf(index, entry.line))),
    endLabels(plot, specification),
  ]
  const format = new Intl.DateTimeFormat(specification.locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  const shown = days.map((day) => format.format(instantOf(day)))
  const ends = (points: readonly Estimate[]) =>
    hasInterval(points)
      ? { lows: points.map(({ low }) => low ?? null), highs: points.map(({ high }) => high ?? null) }
      : {}
  return {
    data: {
      kind: 'line',
      isShare: specification.numbers.kind === 'share',
      categories: shown,
      series: series.map(({ name, points, line }, index) => ({
        name,
        line: lineOf(index, line),
        values: points.map(({ value }) => value),
        ...ends(points),
      })),
    },
    svg: drawingOf(specification, plot.canvas, body),
    ...figuresOf(specification, [
      {
        heading: specification.dayHeading,
        names: days.map((day) => ({ day })),
        shown,
      },
      ...series.map(({ name, points }) => ({ heading: name, estimates: points })),
    ]),
  }
}
