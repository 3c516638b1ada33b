import type { LineNumber } from '../../ui/line-style/line-style.ts'
import type { Chart, ChartFrame, Estimate } from './chart.ts'
import {
  box,
  type Canvas,
  canvasOf,
  drawingOf,
  element,
  hatches,
  hatchFill,
  label,
  round,
  textWidth,
} from './drawing.ts'
import { figuresOf } from './figures.ts'
import { numberWriter } from './numbers.ts'

/** A part of two sets that overlap, with a few words about it. */
export interface OverlapPart extends Estimate {
  readonly name: string
  readonly note?: string | undefined
}

export interface OverlapChartSpecification extends ChartFrame {
  readonly nameHeading: string
  readonly valueHeading: string
  /** Heading of the notes in the table; without one they are only drawn. */
  readonly noteHeading?: string | undefined
  /** Names of the two sets: the first stands above the bar, the second below it. */
  readonly first: string
  readonly second: string
  /** What is in the first set alone, in both, in the second alone: amounts, not negative. */
  readonly parts: readonly [OverlapPart, OverlapPart, OverlapPart]
}

const [width, top, barHeight, below, rowHeight] = [720, 44, 54, 46, 30]
const lines: readonly LineNumber[] = [2, 5, 4]

interface Segment {
  readonly from: number
  readonly length: number
}

const segmentsOf = (parts: readonly OverlapPart[]): readonly Segment[] => {
  const sum = parts.reduce((total, { value }) => total + (value ?? 0), 0)
  let from = 0
  return parts.map(({ value }) => {
    const length = sum > 0 ? ((value ?? 0) / sum) * width : 0
    const segment = { from, length }
    from += length
    return segment
  })
}

/** A bracket over some of the bar, its name in the middle but never outside the drawing. */
const bracket = (canvas: Canvas, from: number, to: number, y: number, towards: 1 | -1, name: string): string => {
  const [start, end] = [round(canvas.x(from + 1)), round(canvas.x(to - 1))]
  const half = textWidth(name) / 2
  const middle = Math.min(width - half, Math.max(half, (from + to) / 2))
  return (
    element('path', {
      d: `M${start} ${y + 8 * towards}V${y}H${end}V${y + 8 * towards}`,
      stroke: 'currentColor',
      'stroke-width': 2,
      fill: 'none',
    }) + label(canvas, middle, towards === 1 ? y - 10 : y + 22, name, { anchor: 'middle', weight: 600 })
  )
}

/**
 * Two sets that overlap, as one bar: what is in the first alone, in both, in the second alone; a bracket over each set; names, numbers and notes
 * in rows below, each with the pattern of its part.
 */
export const overlapChart = (specification: OverlapChartSpecification): Chart => {
  const { id, parts, first, second } = specification
  const keyTop = top + barHeight + below
  const canvas = canvasOf(specification, width, keyTop + parts.length * rowHeight + 2)
  const write = numberWriter(specification)
  const [one, both, two] = segmentsOf(parts) as [Segment, Segment, Segment]
  const bars = [one, both, two].map(({ from, length }, index) =>
    length > 0
      ? box(canvas, from, top, Math.max(1, length - 2), barHeight, { fill: hatchFill(id, lines[index]!) })
      : '',
  )
  const widest = Math.max(...parts.map(({ value }) => textWidth(write(value))))
  const keys = parts.map(({ name, value, note }, index) => {
    const y = keyTop + index * rowHeight
    const text = note === undefined ? name : `${name} – ${note}`
    return (
      box(canvas, 0, y, 20, 16, { fill: hatchFill(id, lines[index]!) }) +
      label(canvas, 28 + widest, y + 13, write(value), { anchor: 'end', weight: 600 }) +
      label(canvas, 40 + widest, y + 13, text)
    )
  })
  const notes = parts.map(({ note }) => note ?? '')
  return {
    svg: drawingOf(specification, canvas, [
      hatches(id, lines),
      bracket(canvas, one.from, both.from + both.length, top - 12, 1, first),
      ...bars,
      bracket(canvas, both.from, two.from + two.length, top + barHeight + 12, -1, second),
      ...keys,
    ]),
    ...figuresOf(specification, [
      { heading: specification.nameHeading, names: parts.map(({ name }) => name) },
      { heading: specification.valueHeading, estimates: parts },
      ...(specification.noteHeading === undefined ? [] : [{ heading: specification.noteHeading, names: notes }]),
    ]),
    data: {
      kind: 'bars',
      isShare: specification.numbers.kind === 'share',
      categories: parts.map(({ name }) => name),
      series: [{ name: specification.valueHeading, line: lines[0]!, lines, values: parts.map(({ value }) => value) }],
    },
  }
}
