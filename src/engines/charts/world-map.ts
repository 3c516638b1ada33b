import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { geoEqualEarth } from 'd3-geo'
import type { Feature, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { packageRoot } from '../../kernel/package-root.ts'
import { clipRing, type Point, ringPath, simplifyLine } from './simplify.ts'

/** Degrees: west, south, east, north. */
export type Bounds = readonly [number, number, number, number]

export const world: Bounds = [-180, -57, 180, 84]

/** One country as drawn: its path, and for one too small to be seen the place where a dot stands for it. */
export interface CountryShape {
  /** ISO 3166-1 numeric, three digits; empty for territories without one. */
  readonly code: string
  readonly path: string
  readonly dot: Point | undefined
}

export interface MapShapes {
  readonly width: number
  readonly height: number
  readonly countries: readonly CountryShape[]
}

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>

const antarctica = '010'

/** States too small for Natural Earth at 1:50m: longitude and latitude of their capital. */
const onlyDots: readonly { readonly code: string; readonly place: Point }[] = [{ code: '798', place: [179.2, -8.52] }]
const smallestSide = 5

const readTopology = (): Countries =>
  JSON.parse(readFileSync(join(packageRoot, 'node_modules/world-atlas/countries-50m.json'), 'utf8')) as Countries

const decodedArc = (
  arc: readonly (readonly number[])[],
  { scale, translate }: NonNullable<Topology['transform']>,
): readonly Point[] => {
  let [x, y] = [0, 0]
  return arc.map(([dx, dy]) => {
    x += dx!
    y += dy!
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
  })
}

/** Scales Equal Earth (Šavrič, Patterson, Jenny 2018: areas keep their proportion) so that the bounds fill `width`. */
const projectionFor = ([west, south, east, north]: Bounds, width: number) => {
  const projection = geoEqualEarth()
    .rotate([-(west + east) / 2, 0])
    .scale(1)
    .translate([0, 0])
  const edge: Point[] = []
  for (let step = 0; step <= 20; step += 1) {
    const [longitude, latitude] = [west + ((east - west) * step) / 20, south + ((north - south) * step) / 20]
    for (const corner of [
      [longitude, south],
      [longitude, north],
      [west + 1e-6, latitude],
      [east - 1e-6, latitude],
    ] as [number, number][])
      edge.push(projection(corner) ?? [0, 0])
  }
  const [left, right] = [Math.min(...edge.map(([x]) => x)), Math.max(...edge.map(([x]) => x))]
  const [top, bottom] = [Math.min(...edge.map(([, y]) => y)), Math.max(...edge.map(([, y]) => y))]
  const scale = width / (right - left)
  projection.scale(scale).translate([-left * scale, -top * scale])
  return {
    project: (point: Point): Point => projection([point[0], point[1]]) ?? [0, 0],
    height: Math.round((bottom - top) * scale),
  }
}

const isAcross = (ring: readonly Point[], width: number): boolean =>
  ring.some(([x], index) => index > 0 && Math.abs(x - ring[index - 1]![0]) > width / 2)

const boxOf = (rings: readonly (readonly Point[])[]): readonly [number, number, number, number] => {
  const points = rings.flat()
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

const shapeOf = (
  code: string,
  polygons: readonly (readonly (readonly Point[])[])[],
  width: number,
  height: number,
): CountryShape => {
  const rings = polygons
    .flat()
    .filter((ring) => !isAcross(ring, width))
    .map((ring) => clipRing(ring, [-4, -4, width + 4, height + 4]))
    .filter((ring) => ring.length > 2)
  if (rings.length === 0) return { code, path: '', dot: undefined }
  const [left, top, right, bottom] = boxOf(rings)
  const isSmall = Math.max(right - left, bottom - top) < smallestSide || rings.every((ring) => ringPath(ring) === '')
  return {
    code,
    path: rings.map(ringPath).join(''),
    dot: isSmall ? [Math.round((left + right) / 2), Math.round((top + bottom) / 2)] : undefined,
  }
}

const drawn = new Map<string, MapShapes>()

const drawShapes = (bounds: Bounds, width: number): MapShapes => {
  const topology = readTopology()
  const { project, height } = projectionFor(bounds, width)
  const leastArea = 2.2
  const arcs = topology.arcs.map(
    (arc) => simplifyLine(decodedArc(arc, topology.transform!).map(project), leastArea) as [number, number][],
  )
  const { transform: _, ...untransformed } = topology
  const simplified = { ...untransformed, arcs } as Countries
  const countries = simplified.objects.countries.geometries
    .filter(({ id }) => id !== antarctica)
    .map((geometry) => {
      const { geometry: shape } = feature(simplified, geometry) as Feature<Geometry>
      const polygons =
        shape.type === 'Polygon' ? [shape.coordinates] : shape.type === 'MultiPolygon' ? shape.coordinates : []
      return shapeOf(
        String(geometry.id ?? '').padStart(geometry.id ? 3 : 0, '0'),
        polygons as unknown as readonly (readonly (readonly Point[])[])[],
        width,
        height,
      )
    })
    .filter(({ path, dot }) => path !== '' || dot)
  const dots = onlyDots.map(({ code, place }) => ({ code, path: '', dot: project(place) }))
  const isInside = ({ dot: [x, y] }: { dot: Point }) => x >= 0 && x <= width && y >= 0 && y <= height
  return { width, height, countries: [...countries, ...dots.filter(isInside)] }
}

/**
 * The countries inside the bounds, simplified to what `width` units can show, borders still shared. From Natural Earth 1:50m
 * (world-atlas, public domain), which knows the small islands too. Worked out once per bounds and width.
 */
export const mapShapes = (bounds: Bounds = world, width = 720): MapShapes => {
  const key = `${bounds.join()} ${width}`
  const known = drawn.get(key)
  if (known) return known
  const shapes = drawShapes(bounds, width)
  drawn.set(key, shapes)
  return shapes
}
