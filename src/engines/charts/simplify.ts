/** A point of a drawing. */
export type Point = readonly [number, number]

const area = (a: Point, b: Point, c: Point): number =>
  Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2

interface Vertex {
  readonly point: Point
  area: number
  previous: Vertex | undefined
  next: Vertex | undefined
}

const chain = (points: readonly Point[]): readonly Vertex[] => {
  const vertices: Vertex[] = points.map((point) => ({
    point,
    area: Number.POSITIVE_INFINITY,
    previous: undefined,
    next: undefined,
  }))
  vertices.forEach((vertex, index) => {
    vertex.previous = vertices[index - 1]
    vertex.next = vertices[index + 1]
    if (vertex.previous && vertex.next) vertex.area = area(vertex.previous.point, vertex.point, vertex.next.point)
  })
  return vertices
}

const refresh = (vertex: Vertex | undefined, atLeast: number): void => {
  if (vertex?.previous && vertex.next)
    vertex.area = Math.max(atLeast, area(vertex.previous.point, vertex.point, vertex.next.point))
}

/**
 * Leaves out points whose triangle with their neighbours is smaller than `leastArea`, smallest first; both ends stay.
 * M. Visvalingam, J. D. Whyatt, "Line generalisation by repeated elimination of points", Cartographic Journal 30 (1993).
 */
export const simplifyLine = (points: readonly Point[], leastArea: number): readonly Point[] => {
  const vertices = chain(points)
  for (let pass = 0; ; pass += 1) {
    const threshold = leastArea * Math.min(1, (pass + 1) / 6)
    let removed = 0
    for (let vertex = vertices[0]?.next; vertex?.next; vertex = vertex.next) {
      const { previous, next } = vertex
      if (!previous || vertex.area >= threshold) continue
      if (previous.area < vertex.area || next.area < vertex.area) continue
      previous.next = next
      next.previous = previous
      refresh(previous, vertex.area)
      refresh(next, vertex.area)
      removed += 1
    }
    if (removed === 0 && threshold >= leastArea) break
  }
  const kept: Point[] = []
  for (let vertex: Vertex | undefined = vertices[0]; vertex; vertex = vertex.next) kept.push(vertex.point)
  return kept
}

/** Cuts a closed ring to a box. I. E. Sutherland, G. W. Hodgman, "Reentrant polygon clipping", CACM 17 (1974). */
export const clipRing = (
  ring: readonly Point[],
  [left, top, right, bottom]: readonly [number, number, number, number],
): readonly Point[] => {
  const edges: readonly (readonly [(point: Point) => number])[] = [
    [(p) => p[0] - left],
    [(p) => right - p[0]],
    [(p) => p[1] - top],
    [(p) => bottom - p[1]],
  ]
  return edges.reduce<readonly Point[]>((points, [inside]) => {
    const kept: Point[] = []
    points.forEach((point, index) => {
      const before = points[(index + points.length - 1) % points.length]!
      const [from, to] = [inside(before), inside(point)]
      if (from >= 0 !== to >= 0) {
        const share = from / (from - to)
        kept.push([before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])])
      }
      if (to >= 0) kept.push(point)
    })
    return kept
  }, ring)
}

/** A closed ring as a path in whole relative steps; nothing when less than a triangle is left of it. */
export const ringPath = (ring: readonly Point[]): string => {
  const whole: Point[] = []
  for (const [x, y] of ring) {
    const point: Point = [Math.round(x), Math.round(y)]
    const last = whole.at(-1)
    if (!last || last[0] !== point[0] || last[1] !== point[1]) whole.push(point)
  }
  const [first, last] = [whole[0], whole.at(-1)]
  if (first && last && whole.length > 1 && first[0] === last[0] && first[1] === last[1]) whole.pop()
  if (whole.length < 3) return ''
  const steps = whole.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = whole[index]!
    const dy = y - fromY
    return `${x - fromX}${dy < 0 ? '' : ' '}${dy}`
  })
  const joined = steps.reduce((path, step) => path + (step.startsWith('-') || path === '' ? '' : ' ') + step, '')
  return `M${whole[0]![0]} ${whole[0]![1]}l${joined}z`
}
