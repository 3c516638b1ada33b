import { lineStyles } from '../../ui/line-style/line-style.ts'
import type { Chart, ChartFrame } from './chart.ts'
import {
  box,
  type Canvas,
  canvasOf,
  drawingOf,
  element,
  fontSize,
  hatches,
  hatchFill,
  label,
  round,
  twoLines,
} from './drawing.ts'
import { figuresOf } from './figures.ts'
import { numberWriter } from './numbers.ts'

export interface ChainChartSpecification extends ChartFrame {
  readonly nameHeading: string
  readonly valueHeading: string
  /** Stations of a way that everything sets out on, in order: the share of 0–1 that comes as far as each. At least two. */
  readonly stations: readonly { readonly name: string; readonly value: number }[]
}

const [width, top, bandHeight, below] = [720, 62, 56, 44]

interface Station {
  readonly name: string
  readonly value: number
  readonly at: number
}

const stationsOf = ({ stations }: ChainChartSpecification): readonly Station[] => {
  const room = width / stations.length
  return stations.map((station, index) => ({ ...station, at: room * (index + 0.5) }))
}

/** The band between two stations: as high as the share that comes as far as the second, within what set out. */
const link = (id: string, canvas: Canvas, from: Station, to: Station): string => {
  const height = Math.max(1, to.value * bandHeight)
  const length = to.at - from.at
  return (
    box(canvas, from.at, top, length, bandHeight, { fill: 'currentColor', 'fill-opacity': '0.08' }) +
    (to.value > 0
      ? box(canvas, from.at, top + (bandHeight - height) / 2, length, height, { fill: hatchFill(id, 2) })
      : element('path', {
          d: `M${round(canvas.x(from.at))} ${top + bandHeight / 2}H${round(canvas.x(to.at))}`,
          stroke: 'currentColor',
          'stroke-dasharray': '4 6',
        }))
  )
}

const stop = (canvas: Canvas, { name, value, at }: Station, room: number, write: (value: number) => string): string => {
  const texts = twoLines(name, room - 14)
  const lines = texts.map((text, line) =>
    label(canvas, at, top - 16 - (texts.length - 1 - line) * (fontSize + 2), text, { anchor: 'middle' }),
  )
  return [
    ...lines,
    element('circle', {
      cx: canvas.x(at),
      cy: top + bandHeight / 2,
      r: 9,
      fill: value > 0 ? '#fff' : '#d7d2c4',
      stroke: lineStyles[2].colour,
      'stroke-width': 4,
    }),
    label(canvas, at, top + bandHeight + 26, write(value), { anchor: 'middle', weight: 600, size: 18 }),
  ].join('')
}

/** A way with stations, its band as high between two of them as the share that comes through: where it thins is where things are lost. */
export const chainChart = (specification: ChainChartSpecification): Chart => {
  const canvas = canvasOf(specification, width, top + bandHeight + below)
  const stations = stationsOf(specification)
  const write = numberWriter(specification)
  const links = stations.slice(1).map((to, index) => link(specification.id, canvas, stations[index]!, to))
  const stops = stations.map((station) => stop(canvas, station, width / stations.length, write))
  return {
    svg: drawingOf(specification, canvas, [hatches(specification.id, [2]), ...links, ...stops]),
    ...figuresOf(specification, [
      { heading: specification.nameHeading, names: stations.map(({ name }) => name) },
      { heading: specification.valueHeading, estimates: stations.map(({ value }) => ({ value })) },
    ]),
    data: {
      kind: 'bars',
      isShare: specification.numbers.kind === 'share',
      categories: stations.map(({ name }) => name),
      series: [{ name: specification.valueHeading, line: 2, values: stations.map(({ value }) => value) }],
    },
  }
}
