import { type LineNumber, lineStyles } from '../../ui/line-style/line-style.ts'
import type { ChartData } from '../documents/chart-data.ts'
import type { Chart, ChartFrame, Estimate } from './chart.ts'
import {
  box,
  type Canvas,
  canvasOf,
  drawingOf,
  element,
  fontSize,
  gridLine,
  hatches,
  hatchFill,
  label,
  round,
  textWidth,
  twoLines,
} from './drawing.ts'
import { figuresOf } from './figures.ts'
import { axisWriter, extentOf, hasInterval, numberWriter } from './numbers.ts'
import { linearScale, niceTicks } from './scale.ts'

export interface ChartRow extends Estimate {
  readonly name: string
  readonly line?: LineNumber | undefined
}

export interface RowChartSpecification extends ChartFrame {
  /** Headings of the two first columns of the table. */
  readonly nameHeading: string
  readonly valueHeading: string
  readonly rows: readonly ChartRow[]
  /** A vertical line to compare with, and its name: parity, the target … */
  readonly reference?: { readonly value: number; readonly name: string } | undefined
}

interface Rows {
  readonly canvas: Canvas
  readonly start: number
  readonly end: number
  readonly top: number
  readonly rowHeight: number
  readonly x: (value: number) => number
  readonly ticks: readonly number[]
}

const width = 720
const rowHeight = 40

/** Things that are counted come whole: no tick stands between two of them. */
const ticksOf = (specification: RowChartSpecification, low: number, high: number): readonly number[] => {
  const ticks = niceTicks(low, high)
  const isCounted =
    specification.numbers.kind === 'number' && specification.rows.every(({ value }) => Number.isInteger(value))
  const whole = isCounted ? ticks.filter(Number.isInteger) : ticks
  return whole.length > 1 ? whole : ticks
}

const rowsOf = (specification: RowChartSpecification, includesZero: boolean): Rows => {
  const { rows, reference } = specification
  const [low, high] = extentOf(reference ? [...rows, { value: reference.value }] : rows)
  const ticks = ticksOf(specification, includesZero ? Math.min(0, low) : low, includesZero ? Math.max(0, high) : high)
  const top = reference ? 30 : 8
  const canvas = canvasOf(specification, width, top + rows.length * rowHeight + 34)
  const start = Math.min(250, Math.max(60, ...rows.map(({ name }) => textWidth(name) + 16)))
  const write = numberWriter(specification)
  const end = width - Math.max(...rows.map(({ value }) => textWidth(write(value))), 20) - 18
  return { canvas, start, end, top, rowHeight, ticks, x: linearScale(ticks[0]!, ticks.at(-1)!, start, end) }
}

const axis = ({ canvas, start, top, x, ticks }: Rows, specification: RowChartSpecification): string => {
  const bottom = top + specification.rows.length * rowHeight
  const write = axisWriter(specification, ticks)
  const lines = ticks.map(
    (tick) =>
      gridLine(canvas, [x(tick), top], [x(tick), bottom], tick === 0 ? '0.7' : '0.16') +
      label(canvas, x(tick), bottom + 22, write(tick), { anchor: 'middle' }),
  )
  const names = specification.rows.map(({ name }, index) => {
    const texts = twoLines(name, start - 12)
    const middle = top + (index + 0.5) * rowHeight + 5
    return texts
      .map((text, line) =>
        label(canvas, start - 10, middle + (line - (texts.length - 1) / 2) * (fontSize + 2), text, { anchor: 'end' }),
      )
      .join('')
  })
  return [...lines, ...names].join('')
}

const referenceLine = ({ canvas, top, x }: Rows, { reference, rows }: RowChartSpecification): string =>
  reference
    ? element('path', {
        d: `M${round(canvas.x(x(reference.value)))} ${top}V${top + rows.length * rowHeight}`,
        stroke: 'currentColor',
        'stroke-width': 2,
        'stroke-dasharray': '5 4',
      }) + label(canvas, x(reference.value), 20, reference.name, { anchor: 'middle', weight: 600 })
    : ''

const whisker = ({ canvas, x }: Rows, { low, high }: Estimate, y: number, colour: string): string => {
  if (low === undefined || high === undefined) return ''
  const [from, to] = [round(canvas.x(x(low))), round(canvas.x(x(high)))]
  const d = `M${from} ${y}H${to}M${from} ${y - 6}v12M${to} ${y - 6}v12`
  return (
    element('path', { d, stroke: '#fff', 'stroke-width': 5, fill: 'none', class: 'or-chart__gap' }) +
    element('path', { d, stroke: colour, 'stroke-width': 2, fill: 'none' })
  )
}

const dataOf = (specification: RowChartSpecification, kind: 'bars' | 'dots'): ChartData => {
  const { rows, valueHeading, numbers } = specification
  const ends = hasInterval(rows)
    ? { lows: rows.map(({ low }) => low ?? null), highs: rows.map(({ high }) => high ?? null) }
    : {}
  const lines = rows.map(({ line }) => line ?? 1)
  const series = { name: valueHeading, line: lines[0] ?? 1, lines, values: rows.map(({ value }) => value), ...ends }
  return { kind, isShare: numbers.kind === 'share', categories: rows.map(({ name }) => name), series: [series] }
}

const figures = (specification: RowChartSpecification) =>
  figuresOf(specification, [
    { heading: specification.nameHeading, names: specification.rows.map(({ name }) => name) },
    { heading: specification.valueHeading, estimates: specification.rows },
  ])

/** Bars from zero, one a row, each with its number; an interval is drawn as a whisker. */
export const barChart = (specification: RowChartSpecification): Chart => {
  const rows = rowsOf(specification, true)
  const { canvas, top, x } = rows
  const write = numberWriter(specification)
  const bars = specification.rows.map((row, index) => {
    const y = top + index * rowHeight
    const value = row.value ?? 0
    const [from, to] = [x(Math.min(0, value)), x(Math.max(0, value))]
    return (
      box(canvas, from, y + 8, to - from, rowHeight - 16, { fill: hatchFill(specification.id, row.line ?? 1) }) +
      whisker(rows, row, y + rowHeight / 2, 'currentColor')
    )
  })
  const numbers = specification.rows.map((row, index) => {
    const past = Math.max(x(Math.max(0, row.value ?? 0)), row.high === undefined ? 0 : x(row.high))
    const hasHalo = specification.reference !== undefined
    return label(canvas, past + 8, top + (index + 0.5) * rowHeight + 5, write(row.value), { weight: 600, hasHalo })
  })
  const lines = specification.rows.map(({ line }) => line ?? 1)
  return {
    svg: drawingOf(specification, canvas, [
      hatches(specification.id, lines),
      axis(rows, specification),
      ...bars,
      referenceLine(rows, specification),
      ...numbers,
    ]),
    ...figures(specification),
    data: dataOf(specification, 'bars'),
  }
}

/** Dots with their intervals, one a row: for figures whose distance from zero says nothing. */
export const dotChart = (specification: RowChartSpecification): Chart => {
  const rows = rowsOf(specification, false)
  const { canvas, top, x } = rows
  const write = numberWriter(specification)
  const dots = specification.rows.map((row, index) => {
    if (row.value === null) return ''
    const y = top + (index + 0.5) * rowHeight
    const colour = lineStyles[row.line ?? 1].colour
    return (
      whisker(rows, row, y, colour) +
      element('circle', {
        cx: canvas.x(x(row.value)),
        cy: y,
        r: 7,
        fill: colour,
        stroke: '#fff',
        'stroke-width': 2,
        class: 'or-chart__dot',
      }) +
      label(canvas, Math.max(x(row.value), x(row.high ?? row.value)) + 12, y + 5, write(row.value), {
        weight: 600,
        hasHalo: true,
      })
    )
  })
  return {
    svg: drawingOf(specification, canvas, [axis(rows, specification), referenceLine(rows, specification), ...dots]),
    ...figures(specification),
    data: dataOf(specification, 'dots'),
  }
}
