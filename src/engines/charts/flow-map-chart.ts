import { geoEqualEarth } from 'd3-geo'
import { type LineNumber, lineStyles } from '../../ui/line-style/line-style.ts'
import type { Chart, ChartFrame } from './chart.ts'
import { type Canvas, canvasOf, drawingOf, element, label, round, textWidth } from './drawing.ts'
import { figuresOf } from './figures.ts'
import type { Point } from './simplify.ts'
import { type Bounds, type CountryShape, mapShapes, world } from './world-map.ts'

/** A country at one end of a flow. `code` is ISO 3166-1 numeric, three digits. */
export interface FlowEnd {
  readonly code: string
  readonly name: string
  /** Degrees east and north, for a country that no map has. */
  readonly place?: Point | undefined
}

export interface FlowMapSpecification extends ChartFrame {
  readonly fromHeading: string
  readonly toHeading: string
  readonly valueHeading: string
  /** Greatest first; `kind` decides colour and pattern. A flow from a country to itself is in the table alone. */
  readonly flows: readonly {
    readonly from: FlowEnd
    readonly to: FlowEnd
    readonly value: number
    readonly kind: 'in' | 'out'
  }[]
  /** The translated words for the two kinds of arrows. */
  readonly kindNames: { readonly in: string; readonly out: string }
  /** How many arrows of each kind are drawn; ten unless told. */
  readonly most?: number | undefined
  /** The country the map is about: its land is darker. */
  readonly focus?: string | undefined
  /** What to say of flows that have no place on the map. */
  readonly notPlaced?: ((count: number) => string) | undefined
  /** The part of the world shown; what the arrows need when not given. */
  readonly bounds?: Bounds | undefined
}

type Flow = FlowMapSpecification['flows'][number]

const width = 720

/** Land is drawn coarser than the map is wide, and then enlarged: it is the ground of the arrows, and must not outweigh the page. */
const landWidthOf = (bounds: Bounds): number => (bounds === world ? 250 : 330)

const [land, focusLand] = ['#e6e0d0', '#c9bfa6']
const lineOfKind: Readonly<Record<Flow['kind'], LineNumber>> = { in: 1, out: 2 }
const [thinnest, thickest] = [1.4, 9]

/** The rings of a path as `ringPath` writes it: whole numbers, relative after the first. */
const ringsOf = (path: string): readonly (readonly Point[])[] =>
  path
    .split('M')
    .filter((ring) => ring !== '')
    .map((ring) => {
      const numbers = ring.match(/-?\d+/g)!.map(Number)
      let [x, y] = [0, 0]
      const points: Point[] = []
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        x += numbers[at]!
        y += numbers[at + 1]!
        points.push([x, y])
      }
      return points
    })

/** Twice the area of a ring, and its centre of gravity. */
const weighed = (ring: readonly Point[]) => {
  let [area, sumX, sumY] = [0, 0, 0]
  ring.forEach(([x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!
    const cross = x * nextY - nextX * y
    area += cross
    sumX += (x + nextX) * cross
    sumY += (y + nextY) * cross
  })
  return { area: Math.abs(area), centre: [sumX / (3 * area), sumY / (3 * area)] as Point }
}

/** Where the arrows of a country begin and end: its dot, else the middle of its largest piece of land. */
const anchorOf = ({ path, dot }: CountryShape, zoom: number): Point | undefined => {
  if (dot) return [dot[0] * zoom, dot[1] * zoom]
  const largest = ringsOf(path)
    .map(weighed)
    .filter(({ area }) => area > 0)
    .sort((a, b) => b.area - a.area)[0]
  return largest && [largest.centre[0] * zoom, largest.centre[1] * zoom]
}

const sphere = geoEqualEarth().scale(1).translate([0, 0])
const eastEnd = sphere([180 - 1e-6, 0])![0]

/** Degrees of a point of the whole world as drawn `width` wide. */
const degreesOf = ([x, y]: Point): Point => {
  const step = (2 * eastEnd) / width
  const top = sphere([0, world[3]])![1]
  return sphere.invert!([x * step - eastEnd, y * step + top]) as unknown as Point
}

const roundTo = (value: number, step: number, way: 'floor' | 'ceil'): number => Math[way](value / step) * step

/** The part of the world that holds the places, with a margin and no narrower than a strip can be read. */
const boundsOf = (places: readonly Point[]): Bounds => {
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)]
  if (places.length === 0 || Math.max(...xs) - Math.min(...xs) > 150) return world
  const middle = (Math.max(...xs) + Math.min(...xs)) / 2
  const halfHeight = Math.max(12, (Math.max(...ys) - Math.min(...ys)) / 2 + 8)
  const halfWidth = Math.max((Math.max(...xs) - Math.min(...xs)) / 2 + 12, halfHeight * 1.9)
  if (halfWidth > 110) return world
  const centre = (Math.max(...ys) + Math.min(...ys)) / 2
  return [
    Math.max(-180, roundTo(middle - halfWidth, 5, 'floor')),
    Math.max(-57, roundTo(centre - halfHeight, 5, 'floor')),
    Math.min(180, roundTo(middle + halfWidth, 5, 'ceil')),
    Math.min(84, roundTo(centre + halfHeight, 5, 'ceil')),
  ]
}

interface Placed {
  readonly shapes: ReturnType<typeof mapShapes>
  readonly zoom: number
  readonly height: number
  readonly anchor: (end: FlowEnd) => Point | undefined
}

/** Where a place that no map has falls on the whole world. */
const placeOf = ([longitude, latitude]: Point): Point => {
  const [x, y] = sphere([longitude, latitude])!
  const step = (2 * eastEnd) / width
  return [(x + eastEnd) / step, (y - sphere([0, world[3]])![1]) / step]
}

const placedOn = (bounds: Bounds): Placed => {
  const zoom = width / landWidthOf(bounds)
  const shapes = mapShapes(bounds, landWidthOf(bounds))
  const byCode = new Map(shapes.countries.map((shape) => [shape.code, shape]))
  const known = new Map<string, Point | undefined>()
  return {
    shapes,
    zoom,
    height: shapes.height * zoom,
    anchor: ({ code, place }) => {
      if (place) return bounds === world ? placeOf(place) : undefined
      if (!known.has(code)) {
        const shape = byCode.get(code)
        known.set(code, shape && anchorOf(shape, zoom))
      }
      return known.get(code)
    },
  }
}

const sameEnds = ({ from, to }: Flow): boolean => from.code === to.code && from.name === to.name

/** The greatest flows of each kind that have a place on the map. */
const chosenFlows = ({ flows, most = 10 }: FlowMapSpecification) => {
  const onWorld = placedOn(world)
  const moving = flows.filter((flow) => !sameEnds(flow) && flow.value > 0)
  const placeable = moving.filter(({ from, to }) => onWorld.anchor(from) && onWorld.anchor(to))
  const chosen = (['in', 'out'] as const).flatMap((kind) =>
    placeable.filter((flow) => flow.kind === kind).slice(0, most),
  )
  return { chosen: chosen.sort((a, b) => b.value - a.value), onWorld, missing: moving.length - placeable.length }
}

const mapOf = ({ bounds }: FlowMapSpecification, chosen: readonly Flow[], onWorld: Placed): Placed => {
  const ends = chosen.flatMap(({ from, to }) => [from, to])
  if (ends.some(({ place }) => place)) return onWorld
  const part = bounds ?? boundsOf(ends.map((end) => degreesOf(onWorld.anchor(end)!)))
  const placed = part === world ? onWorld : placedOn(part)
  return ends.every((end) => placed.anchor(end)) ? placed : onWorld
}

/** A curve that bends to its own right, so that two opposite flows lie side by side, and ends in a head. */
const arrow = ([x1, y1]: Point, [x2, y2]: Point, thickness: number, line: LineNumber): string => {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = Math.hypot(dx, dy) || 1
  const bend = Math.min(60, length * 0.2)
  const [cx, cy] = [(x1 + x2) / 2 + (dy / length) * bend, (y1 + y2) / 2 - (dx / length) * bend]
  const head = Math.min(length * 0.6, 7 + thickness * 1.3)
  const t = 1 - head / length
  const [ax, ay] = [x1 + (cx - x1) * t, y1 + (cy - y1) * t]
  const [bx, by] = [cx + (x2 - cx) * t, cy + (y2 - cy) * t]
  const [ex, ey] = [ax + (bx - ax) * t, ay + (by - ay) * t]
  const back = Math.hypot(x2 - ex, y2 - ey) || 1
  const half = (3 + thickness * 0.8) / back
  const [nx, ny] = [(y2 - ey) * half, (ex - x2) * half]
  const points = [x2, y2, ex + nx, ey + ny, ex - nx, ey - ny].map(Math.round).join(' ')
  const d = `M${[x1, y1].map(Math.round).join(' ')}Q${[ax, ay, ex, ey].map(Math.round).join(' ')}`
  const { colour } = lineStyles[line]
  const dash = line === 1 ? undefined : `${round(thickness + 5)} ${round(thickness * 0.4 + 2)}`
  return element(
    'g',
    { fill: 'none' },
    element('path', { d, class: 'or-chart__gap', stroke: '#fffefb', 'stroke-width': thickness + 2.4 }) +
      element('path', { d, stroke: colour, 'stroke-width': thickness, 'stroke-dasharray': dash }) +
      element('polygon', { points, fill: colour, stroke: '#fffefb', 'stroke-width': '.8' }),
  )
}

type Box = readonly [number, number, number, number]

const meets = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

/** Names of the countries at the ends of arrows, the greatest flow's first, where there is room. */
const endNames = (canvas: Canvas, height: number, ends: readonly { readonly name: string; readonly at: Point }[]) => {
  const taken: Box[] = ends.map(({ at: [x, y] }) => [x - 3, y - 3, x + 3, y + 3])
  const size = 13
  return ends
    .map(({ name, at: [x, y] }) => {
      const long = textWidth(name, size)
      const tries: readonly (readonly [number, number])[] = [
        [x + 7, y + 4],
        [x - 7 - long, y + 4],
        [x - long / 2, y - 8],
        [x - long / 2, y + 18],
      ]
      const found = tries.find(([left, base]) => {
        const box: Box = [left - 2, base - size, left + long + 2, base + 4]
        const fits = box[0] >= 0 && box[2] <= width && box[1] >= 0 && box[3] <= height
        return fits && !taken.some((other) => meets(box, other))
      })
      if (!found) return ''
      taken.push([found[0] - 2, found[1] - size, found[0] + long + 2, found[1] + 4])
      const middle = found[0] + long / 2
      const fromStart = canvas.isRightToLeft ? width - middle : middle
      return label(canvas, fromStart, found[1], name, { anchor: 'middle', size, hasHalo: true })
    })
    .join('')
}

const keyOf = (canvas: Canvas, y: number, { kindNames, notPlaced }: FlowMapSpecification, missing: number): string => {
  let from = 0
  const entries = (['in', 'out'] as const).map((kind) => {
    const [a, b] = canvas.isRightToLeft ? [from + 34, from] : [from, from + 34]
    const [x1, x2] = [canvas.x(a), canvas.x(b)]
    const drawn = arrow([x1, y], [x2, y + 0.01], 4, lineOfKind[kind]) + label(canvas, from + 42, y + 5, kindNames[kind])
    from += 42 + textWidth(kindNames[kind]) + 30
    return drawn
  })
  const rest = missing > 0 && notPlaced ? label(canvas, 0, y + 26, notPlaced(missing), { size: 13 }) : ''
  return entries.join('') + rest
}

const landPath = (placed: Placed, focus: string | undefined): string => {
  const { countries } = placed.shapes
  const path = (shapes: readonly CountryShape[], fill: string) =>
    element('path', { d: shapes.map(({ path: d }) => d).join(''), fill, stroke: '#fffefb', 'stroke-width': '.4' })
  const isFocus = ({ code }: CountryShape) => focus !== undefined && code === focus
  return element(
    'g',
    { class: 'or-chart__map', transform: `scale(${placed.zoom})` },
    path(
      countries.filter((shape) => !isFocus(shape)),
      land,
    ) + (countries.some(isFocus) ? path(countries.filter(isFocus), focusLand) : ''),
  )
}

/**
 * A map with an arrow for each of the greatest flows, as thick as its amount; what comes in is unbroken, what goes out is dashed, and
 * both bend to their own right. The map shows as much of the world as the arrows need.
 */
export const flowMapChart = (specification: FlowMapSpecification): Chart => {
  const { flows, focus } = specification
  const { chosen, onWorld, missing } = chosenFlows(specification)
  const placed = mapOf(specification, chosen, onWorld)
  const canvas = canvasOf(specification, width, placed.height + (missing > 0 ? 62 : 36))
  const greatest = Math.max(...chosen.map(({ value }) => value), Number.MIN_VALUE)
  const arrows = chosen.map(({ from, to, value, kind }) =>
    arrow(
      placed.anchor(from)!,
      placed.anchor(to)!,
      Math.max(thinnest, (value / greatest) * thickest),
      lineOfKind[kind],
    ),
  )
  const ends = new Map<string, { name: string; at: Point }>()
  for (const { from, to } of chosen)
    for (const end of [from, to])
      if (!ends.has(end.name)) ends.set(end.name, { name: end.name, at: placed.anchor(end)! })
  const dots = [...ends.values()].map(({ at: [cx, cy] }) => element('circle', { cx, cy, r: 2.6, fill: '#1b2430' }))
  return {
    svg: drawingOf(specification, canvas, [
      landPath(placed, focus),
      ...arrows,
      ...dots,
      endNames(canvas, placed.height, [...ends.values()]),
      keyOf(canvas, placed.height + 20, specification, missing),
    ]),
    ...figuresOf(specification, [
      { heading: specification.fromHeading, names: flows.map(({ from }) => from.name) },
      { heading: specification.toHeading, names: flows.map(({ to }) => to.name) },
      { heading: specification.valueHeading, estimates: flows.map(({ value }) => ({ value })) },
    ]),
  }
}
