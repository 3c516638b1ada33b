import type { LineNumber } from '../../ui/line-style/line-style.ts'
import { lineStyles } from '../../ui/line-style/line-style.ts'
import type { Chart, ChartFrame } from './chart.ts'
import { box, canvasOf, drawingOf, element, label, textWidth } from './drawing.ts'
import { figuresOf } from './figures.ts'
import { axisWriter, extentOf } from './numbers.ts'
import { niceTicks } from './scale.ts'
import { type Bounds, type CountryShape, mapShapes, world } from './world-map.ts'

export interface MapChartSpecification extends ChartFrame {
  readonly nameHeading: string
  readonly valueHeading: string
  /** `code` is ISO 3166-1 numeric, three digits (`788`). */
  readonly countries: readonly { readonly code: string; readonly name: string; readonly value: number | null }[]
  /** The part of the world shown, in degrees west, south, east, north; the whole when not given. */
  readonly bounds?: Bounds | undefined
  readonly line?: LineNumber | undefined
  /** The translated words for countries without a figure. */
  readonly noFigure: string
}

const width = 720
const noFigureFill = '#e6e0d0'

const channels = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** `count` shades from a light tint to a dark shade of a colour, even steps apart in lightness. */
const shades = (colour: string, count: number): readonly string[] => {
  const full = channels(colour)
  return Array.from({ length: count }, (_, index) => {
    const share = count === 1 ? 0.7 : index / (count - 1)
    const mixed = full.map((channel) =>
      share < 0.7 ? 255 + (channel - 255) * (0.2 + (0.8 * share) / 0.7) : channel * (1 - (share - 0.7) * 1.5),
    )
    return `#${mixed.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
  })
}

const shapesPath = (shapes: readonly CountryShape[], fill: string): string =>
  element('path', { d: shapes.map(({ path }) => path).join(''), fill, stroke: '#fff', 'stroke-width': '.6' }) +
  shapes
    .map(({ dot }) =>
      dot ? element('circle', { cx: dot[0], cy: dot[1], r: 4, fill, stroke: '#1b2430', 'stroke-width': '.8' }) : '',
    )
    .join('')

/** A map that shades each country by its class; small states are dots, countries without a figure stay the colour of sand. */
export const mapChart = (specification: MapChartSpecification): Chart => {
  const { countries, bounds = world, line = 1, noFigure } = specification
  const shapes = mapShapes(bounds, width)
  const known = countries.flatMap(({ code, value }) => (value === null ? [] : [{ code, value }]))
  const [low, high] = extentOf(known)
  const ticks = niceTicks(low, high, 5)
  const colours = shades(lineStyles[line].colour, ticks.length - 1)
  const classOf = (value: number): number =>
    Math.max(
      0,
      Math.min(
        colours.length - 1,
        ticks.findLastIndex((tick) => value >= tick),
      ),
    )
  const classes = new Map(known.map(({ code, value }) => [code, classOf(value)]))
  const without = shapes.countries
    .filter(({ code }) => !classes.has(code))
    .map((shape) => ({ ...shape, dot: undefined }))
  const canvas = canvasOf(specification, width, shapes.height + 44)
  const map = [
    shapesPath(without, noFigureFill),
    ...colours.map((colour, index) =>
      shapesPath(
        shapes.countries.filter(({ code }) => classes.get(code) === index),
        colour,
      ),
    ),
  ]
  const write = axisWriter(specification, ticks)
  let at = 0
  const key = [
    ...colours.map((fill, index) => ({ fill, text: `${write(ticks[index]!)} – ${write(ticks[index + 1]!)}` })),
    { fill: noFigureFill, text: noFigure },
  ].map(({ fill, text }) => {
    const entry =
      box(canvas, at, shapes.height + 18, 20, 16, { fill, stroke: '#1b2430', 'stroke-width': '.6' }) +
      label(canvas, at + 26, shapes.height + 31, text, { size: 14 })
    at += textWidth(text, 14) + 44
    return entry
  })
  return {
    svg: drawingOf(specification, canvas, [
      element('g', { class: 'or-chart__map', 'stroke-linejoin': 'round' }, map.join('')),
      ...key,
    ]),
    ...figuresOf(specification, [
      { heading: specification.nameHeading, names: countries.map(({ name }) => name) },
      { heading: specification.valueHeading, estimates: countries.map(({ value }) => ({ value })) },
    ]),
  }
}
