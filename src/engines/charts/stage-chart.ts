import type { LineNumber } from '../../ui/line-style/line-style.ts'
import type { Chart, ChartFrame, Estimate } from './chart.ts'
import {
  box,
  type Canvas,
  canvasOf,
  drawingOf,
  element,
  gridLine,
  hatches,
  hatchFill,
  label,
  round,
  textWidth,
  twoLines,
} from './drawing.ts'
import { figuresOf } from './figures.ts'
import { axisWriter, extentOf, numberWriter, plainNumber } from './numbers.ts'
import { linearScale, niceTicks } from './scale.ts'

/** One stage of what is followed from stage to stage. */
export interface ChartStage extends Estimate {
  readonly name: string
  /** Between which ends the figure must lie, whatever is not known. */
  readonly bounds?: { readonly low: number; readonly high: number } | undefined
  /** This stage ÷ the stage before it. */
  readonly ratio?: number | null | undefined
  readonly line?: LineNumber | undefined
}

export interface StageChartSpecification extends ChartFrame {
  readonly nameHeading: string
  readonly valueHeading: string
  readonly boundsHeading: string
  readonly ratioHeading: string
  readonly stages: readonly ChartStage[]
}

interface Layout {
  readonly canvas: Canvas
  readonly start: number
  readonly x: (value: number) => number
  readonly ticks: readonly number[]
  readonly bottom: number
}

const [width, rowHeight, barHeight, gap] = [720, 74, 28, 8]

const topOf = (row: number): number => gap + row * rowHeight

const layoutOf = (specification: StageChartSpecification): Layout => {
  const { stages } = specification
  const bounds = stages.flatMap((stage) => (stage.bounds ? [{ value: null, ...stage.bounds }] : []))
  const [low, high] = extentOf([...stages, ...bounds])
  const ticks = niceTicks(Math.min(0, low), Math.max(0, high))
  const bottom = topOf(stages.length) - 22
  const canvas = canvasOf(specification, width, bottom + 34)
  const start = Math.min(210, Math.max(60, ...stages.map(({ name }) => textWidth(name) + 18)))
  const write = numberWriter(specification)
  const end = width - Math.max(...stages.map(({ value }) => textWidth(write(value))), 20) - 20
  return { canvas, start, ticks, bottom, x: linearScale(ticks[0]!, ticks.at(-1)!, start, end) }
}

const axis = ({ canvas, x, ticks, bottom }: Layout, specification: StageChartSpecification): string => {
  const write = axisWriter(specification, ticks)
  return ticks
    .map(
      (tick) =>
        gridLine(canvas, [x(tick), gap], [x(tick), bottom], tick === 0 ? '0.7' : '0.16') +
        label(canvas, x(tick), bottom + 22, write(tick), { anchor: 'middle' }),
    )
    .join('')
}

/** A line from one value to another with a stroke at each end. */
const span = ({ canvas, x }: Layout, low: number, high: number, y: number, stroke: number, dash?: string): string => {
  const [from, to] = [round(canvas.x(x(low))), round(canvas.x(x(high)))]
  const half = stroke > 2 ? 6 : 5
  const ends = `M${from} ${y - half}v${2 * half}M${to} ${y - half}v${2 * half}`
  return (
    element('path', { d: `M${from} ${y}H${to}`, stroke: 'currentColor', 'stroke-width': 2, 'stroke-dasharray': dash }) +
    element('path', { d: ends, stroke: 'currentColor', 'stroke-width': 2 })
  )
}

const ratioWriter = ({ locale }: ChartFrame) => {
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (ratio: number | null | undefined): string =>
    ratio === null || ratio === undefined ? '–' : `× ${format.format(ratio)}`
}

const drawStage = (layout: Layout, specification: StageChartSpecification, stage: ChartStage, row: number): string => {
  const { canvas, start, x } = layout
  const top = topOf(row)
  const middle = top + barHeight / 2
  const names = twoLines(stage.name, start - 14)
  const name = names
    .map((text, line) =>
      label(canvas, start - 12, middle + 5 + (line - (names.length - 1) / 2) * 17, text, { anchor: 'end' }),
    )
    .join('')
  const { value, low, high, bounds } = stage
  const fill = hatchFill(specification.id, stage.line ?? 1)
  const bar = value === null ? '' : box(canvas, x(0), top, x(value) - x(0), barHeight, { fill })
  const hasInterval = low !== undefined && high !== undefined
  const past = Math.max(x(value ?? 0), hasInterval ? x(high) : 0)
  return [
    name,
    bar,
    hasInterval ? span(layout, low, high, middle, 2) : '',
    bounds && bounds.high > bounds.low ? span(layout, bounds.low, bounds.high, top + barHeight + 10, 2, '2 4') : '',
    label(canvas, past + 9, middle + 5, numberWriter(specification)(value), { weight: 600, hasHalo: true }),
    stage.ratio === undefined || stage.ratio === null
      ? ''
      : label(canvas, start - 12, top - 15, ratioWriter(specification)(stage.ratio), { anchor: 'end', weight: 600 }),
  ].join('')
}

/**
 * A figure followed through stages, one bar a stage: its interval as a solid whisker, the bounds of what is not known as a dotted one
 * below the bar, and between two bars the ratio of the later to the earlier.
 */
export const stageChart = (specification: StageChartSpecification): Chart => {
  const layout = layoutOf(specification)
  const { stages, intervalHeadings } = specification
  const lines = stages.map(({ line }) => line ?? 1)
  const write = ratioWriter(specification)
  const hasRatios = stages.some(({ ratio }) => ratio !== undefined)
  const bounds = { low: intervalHeadings?.low ?? '', high: intervalHeadings?.high ?? '' }
  const hasBounds = stages.some((stage) => stage.bounds)
  return {
    svg: drawingOf(specification, layout.canvas, [
      hatches(specification.id, lines),
      axis(layout, specification),
      ...stages.map((stage, row) => drawStage(layout, specification, stage, row)),
    ]),
    ...figuresOf(specification, [
      { heading: specification.nameHeading, names: stages.map(({ name }) => name) },
      { heading: specification.valueHeading, estimates: stages },
      ...(hasBounds
        ? (['low', 'high'] as const).map((end) => ({
            heading: `${specification.boundsHeading}, ${bounds[end]}`,
            estimates: stages.map((stage) => ({ value: stage.bounds?.[end] ?? null })),
          }))
        : []),
      ...(hasRatios
        ? [
            {
              heading: specification.ratioHeading,
              names: stages.map(({ ratio }) => plainNumber(ratio)),
              shown: stages.map(({ ratio }) => write(ratio)),
            },
          ]
        : []),
    ]),
    data: {
      kind: 'bars',
      isShare: specification.numbers.kind === 'share',
      categories: stages.map(({ name }) => name),
      series: [
        {
          name: specification.valueHeading,
          line: lines[0] ?? 1,
          lines,
          values: stages.map(({ value }) => value),
          lows: stages.map(({ low }) => low ?? null),
          highs: stages.map(({ high }) => high ?? null),
        },
      ],
    },
  }
}
