import type { LineNumber } from '../../ui/line-style/line-style.ts'
import { type Chart, type ChartFrame, lineOf } from './chart.ts'
import {
  box,
  type Canvas,
  canvasOf,
  drawingOf,
  fontSize,
  hatches,
  hatchFill,
  label,
  textWidth,
  twoLines,
} from './drawing.ts'
import { figuresOf } from './figures.ts'
import { numberWriter } from './numbers.ts'

export interface ShareChartSpecification extends ChartFrame {
  readonly nameHeading: string
  /** What a whole is divided into, in drawing order; at most five parts are told apart by pattern. */
  readonly parts: readonly { readonly name: string; readonly line?: LineNumber | undefined }[]
  /** Each row is one whole: amounts of its parts, not negative, drawn as shares of their sum. */
  readonly rows: readonly { readonly name: string; readonly amounts: readonly number[] }[]
}

const [width, rowHeight, barHeight] = [720, 46, 28]

interface Key {
  readonly svg: string
  readonly height: number
}

const keyOf = (specification: ShareChartSpecification, canvas: Canvas): Key => {
  let [at, y]: [number, number] = [0, 4]
  const entries = specification.parts.map(({ name, line }, index) => {
    const needs = textWidth(name) + 52
    if (at > 0 && at + needs > width) [at, y] = [0, y + 26]
    const entry =
      box(canvas, at, y, 20, 16, { fill: hatchFill(specification.id, lineOf(index, line)) }) +
      label(canvas, at + 27, y + 13, name)
    at += needs
    return entry
  })
  return { svg: entries.join(''), height: y + 32 }
}

/** Whole bars divided into shares, each part hatched in its own way and told its share where there is room. */
export const shareChart = (specification: ShareChartSpecification): Chart => {
  const { id, parts, rows } = specification
  const measuring = canvasOf(specification, width, 0)
  const key = keyOf(specification, measuring)
  const start = Math.min(220, Math.max(0, ...rows.map(({ name }) => textWidth(name) + 14)))
  const canvas = canvasOf(specification, width, key.height + rows.length * rowHeight + 4)
  const write = numberWriter({
    ...specification,
    numbers: { kind: 'share', digits: specification.numbers.digits ?? 0 },
  })
  const shares = rows.map(({ amounts }) => {
    const sum = amounts.reduce((total, amount) => total + amount, 0)
    return parts.map((_, index) => (sum > 0 ? (amounts[index] ?? 0) / sum : 0))
  })
  const bars = rows.map(({ name }, rowIndex) => {
    const y = key.height + rowIndex * rowHeight
    const texts = twoLines(name, start - 12)
    let from = start
    const names = texts.map((text, line) =>
      label(canvas, start - 10, y + barHeight / 2 + 5 + (line - (texts.length - 1) / 2) * (fontSize + 1), text, {
        anchor: 'end',
      }),
    )
    const segments = shares[rowIndex]!.map((share, index) => {
      const length = share * (width - start)
      const segment = box(canvas, from, y, Math.max(0, length - 2), barHeight, {
        fill: hatchFill(id, lineOf(index, parts[index]!.line)),
      })
      const hasRoom = length > textWidth(write(share), 13) + 4
      const number = hasRoom
        ? label(canvas, from + length / 2, y + barHeight + 14, write(share), { anchor: 'middle', size: 13 })
        : ''
      from += length
      return share > 0 ? segment + number : ''
    })
    return [...names, ...segments].join('')
  })
  const lines = parts.map(({ line }, index) => lineOf(index, line))
  return {
    data: {
      kind: 'shares',
      isShare: true,
      categories: rows.map(({ name }) => name),
      series: parts.map(({ name }, index) => ({ name, line: lines[index]!, values: shares.map((row) => row[index]!) })),
    },
    svg: drawingOf(specification, canvas, [hatches(id, lines), key.svg, ...bars]),
    ...figuresOf({ ...specification, numbers: { kind: 'share', digits: specification.numbers.digits } }, [
      { heading: specification.nameHeading, names: rows.map(({ name }) => name) },
      ...parts.map(({ name }, index) => ({ heading: name, estimates: shares.map((row) => ({ value: row[index]! })) })),
    ]),
  }
}
