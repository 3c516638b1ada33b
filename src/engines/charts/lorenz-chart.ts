import { dashOf, type LineNumber, lineStyles } from '../../ui/line-style/line-style.ts'
import { type Chart, type ChartFrame, lineOf } from './chart.ts'
import { type Canvas, canvasOf, drawingOf, element, fontSize, gridLine, label, round } from './drawing.ts'
import { figuresOf } from './figures.ts'
import { numberWriter } from './numbers.ts'
import { linearScale } from './scale.ts'

export interface LorenzSeries {
  readonly name: string
  /** Share of everything that the smallest hold together, one for each entry of `fractions`, rising from 0 to 1. */
  readonly shares: readonly number[]
  readonly line?: LineNumber | undefined
}

/** Lorenz curves; `numbers` is told by the chart itself, all figures are shares. */
export interface LorenzChartSpecification extends Omit<ChartFrame, 'numbers'> {
  /** Parts of those counted, the smallest first, rising from 0 to 1. */
  readonly fractions: readonly number[]
  readonly series: readonly LorenzSeries[]
  /** What lies along the two axes; the first heads the table too. */
  readonly fractionHeading: string
  readonly shareHeading: string
  /** Name of the straight line on which everybody has the same. */
  readonly equality: string
}

interface Plot {
  readonly canvas: Canvas
  readonly start: number
  readonly end: number
  readonly top: number
  readonly bottom: number
  readonly x: (fraction: number) => number
  readonly y: (share: number) => number
}

const plotOf = (frame: ChartFrame): Plot => {
  const canvas = canvasOf(frame, 720, 500)
  const [start, end, top, bottom] = [62, canvas.width - 24, 34, canvas.height - 58]
  return { canvas, start, end, top, bottom, x: linearScale(0, 1, start, end), y: linearScale(0, 1, bottom, top) }
}

const point = ({ canvas, x, y }: Plot, fraction: number, share: number): string =>
  `${round(canvas.x(x(fraction)))} ${round(y(share))}`

const fifths = [0, 0.2, 0.4, 0.6, 0.8, 1]

const axes = (plot: Plot, frame: ChartFrame, { fractionHeading, shareHeading }: LorenzChartSpecification): string => {
  const { canvas, start, end, top, bottom, x, y } = plot
  const write = numberWriter(frame, 0)
  const lines = fifths.map(
    (part) =>
      gridLine(canvas, [start, y(part)], [end, y(part)], part === 0 ? '0.7' : '0.16') +
      gridLine(canvas, [x(part), top], [x(part), bottom], part === 0 ? '0.7' : '0.16') +
      label(canvas, start - 8, y(part) + 5, write(part), { anchor: 'end' }) +
      label(canvas, x(part), bottom + 22, write(part), { anchor: part === 1 ? 'end' : 'middle' }),
  )
  return (
    lines.join('') +
    label(canvas, 0, 18, shareHeading, { weight: 600 }) +
    label(canvas, end, bottom + 46, fractionHeading, { anchor: 'end', weight: 600 })
  )
}

const stroke = (d: string, line: LineNumber): string => {
  const { colour, rails } = lineStyles[line]
  const common = { d, fill: 'none' }
  return (
    element('path', {
      ...common,
      stroke: colour,
      'stroke-width': rails ? 5 : 3,
      'stroke-dasharray': dashOf(line, 3),
      'stroke-linejoin': 'round',
    }) + (rails ? element('path', { ...common, stroke: '#fff', 'stroke-width': 2, class: 'or-chart__gap' }) : '')
  )
}

const curve = (plot: Plot, fractions: readonly number[], { shares, line }: LorenzSeries, index: number): string =>
  stroke(`M${fractions.map((fraction, at) => point(plot, fraction, shares[at]!)).join('L')}`, lineOf(index, line))

/** Rails below unbroken lines below broken ones: where curves run together, each still shows through the gaps of the next. */
const drawingOrder = (series: readonly LorenzSeries[]): readonly number[] => {
  const rank = (index: number): number => {
    const { rails, dash } = lineStyles[lineOf(index, series[index]!.line)]
    return rails ? 0 : dash === '' ? 1 : 2
  }
  return series.map((_, index) => index).sort((a, b) => rank(a) - rank(b) || a - b)
}

const equalityStroke = (d: string): string =>
  element('path', { d, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5, 'stroke-dasharray': '2 5' })

/** The names with a piece of their lines, in the corner above the line of equality, where no curve can come. */
const legend = ({ canvas, start, top }: Plot, { series, equality }: LorenzChartSpecification): string => {
  const left = start + 14
  const entry = (row: number, text: string, draw: (d: string) => string, weight?: 600): string => {
    const y = top + 22 + row * (fontSize + 11)
    const d = `M${round(canvas.x(left))} ${round(y)}H${round(canvas.x(left + 44))}`
    const gap = element('path', { d, stroke: '#fffefb', 'stroke-width': 13, class: 'or-chart__gap' })
    return gap + draw(d) + label(canvas, left + 54, y + 5, text, { hasHalo: true, ...(weight ? { weight } : {}) })
  }
  return [
    entry(0, equality, equalityStroke),
    ...series.map(({ name, line }, index) => entry(index + 1, name, (d) => stroke(d, lineOf(index, line)), 600)),
  ].join('')
}

/**
 * Lorenz curves: what share of everything the smallest 0 … 100 % hold together, below the line on which everybody has the same. The
 * further a curve hangs, the more unequal. Every curve has its own dash, so that grey tells them apart.
 */
export const lorenzChart = (specification: LorenzChartSpecification): Chart => {
  const { fractions, series } = specification
  const frame: ChartFrame = { ...specification, numbers: { kind: 'share' } }
  const plot = plotOf(frame)
  const write = numberWriter(frame, 0)
  const shown = fractions.map((fraction) => write(fraction))
  return {
    svg: drawingOf(frame, plot.canvas, [
      axes(plot, frame, specification),
      equalityStroke(`M${point(plot, 0, 0)}L${point(plot, 1, 1)}`),
      ...drawingOrder(series).map((index) => curve(plot, fractions, series[index]!, index)),
      legend(plot, specification),
    ]),
    ...figuresOf(frame, [
      { heading: specification.fractionHeading, names: fractions, shown },
      ...series.map(({ name, shares }) => ({ heading: name, estimates: shares.map((value) => ({ value })) })),
    ]),
    data: {
      kind: 'line',
      isShare: true,
      categories: shown,
      series: series.map(({ name, shares, line }, index) => ({ name, line: lineOf(index, line), values: shares })),
    },
  }
}
