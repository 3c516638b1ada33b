import { type LineNumber, lineStyles } from '../../ui/line-style/line-style.ts'
import { type Chart, type ChartFrame, lineOf } from './chart.ts'
import { type Canvas, canvasOf, drawingOf, element, gridLine, label, round, textWidth } from './drawing.ts'
import { figuresOf } from './figures.ts'
import { linearScale, niceTicks } from './scale.ts'

/** Something that came at a time, perhaps from something before it in the same group. */
export interface LineageNode {
  readonly name: string
  /** When, as a whole number such as a year. */
  readonly at: number
  /** The index within the group of what it comes from; it stands earlier in the list. */
  readonly from?: number | undefined
  /** How strong the tie is, in the unit of the chart; a share makes the line thicker. */
  readonly value?: number | undefined
  /** Drawn as a square instead of a disc. */
  readonly isMarked?: boolean | undefined
}

/** What hangs together, the first one first. `more` is said beneath when not all of it is drawn. */
export interface LineageGroup {
  readonly nodes: readonly LineageNode[]
  readonly more?: string | undefined
}

export interface LineageChartSpecification extends ChartFrame {
  readonly groups: readonly LineageGroup[]
  readonly nameHeading: string
  readonly timeHeading: string
  readonly fromHeading: string
  readonly valueHeading: string
  readonly line?: LineNumber | undefined
}

interface Layout {
  readonly canvas: Canvas
  readonly x: (at: number) => number
  readonly ticks: readonly number[]
  readonly tops: readonly number[]
  readonly bottom: number
}

const [width, timeEnd, nameStart, rowHeight, groupGap, top, nameSize] = [720, 400, 416, 22, 20, 30, 14]

const rowsOf = ({ nodes, more }: LineageGroup): number => nodes.length + (more === undefined ? 0 : 1)

const layoutOf = (specification: LineageChartSpecification): Layout => {
  const times = specification.groups.flatMap(({ nodes }) => nodes.map(({ at }) => at))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const ticks = niceTicks(first, Math.max(last, first + 4)).filter(Number.isInteger)
  let next = top
  const tops = specification.groups.map((group) => {
    const own = next
    next += rowsOf(group) * rowHeight + groupGap
    return own
  })
  const canvas = canvasOf(specification, width, next + 20)
  return { canvas, ticks, tops, bottom: next, x: linearScale(ticks[0]!, ticks.at(-1)!, 24, timeEnd - 12) }
}

const timeText = ({ locale }: ChartFrame, at: number): string =>
  new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 0 }).format(at)

/** A year is written at each line unless they stand too close. */
const axis = ({ canvas, x, ticks, bottom }: Layout, specification: LineageChartSpecification): string => {
  const room = ticks.length > 1 ? x(ticks[1]!) - x(ticks[0]!) : width
  const each = Math.max(1, Math.ceil(44 / room))
  return ticks
    .map(
      (tick, index) =>
        gridLine(canvas, [x(tick), top - 8], [x(tick), bottom], '0.16') +
        (index % each === 0
          ? [top - 14, bottom + 16]
              .map((y) => label(canvas, x(tick), y, timeText(specification, tick), { anchor: 'middle', size: 13 }))
              .join('')
          : ''),
    )
    .join('')
}

const fitted = (text: string, room: number): string => {
  if (textWidth(text, nameSize) <= room) return text
  return `${[...text].slice(0, Math.floor(room / (nameSize * 0.54)) - 1).join('')}…`
}

const middleOf = (groupTop: number, row: number): number => groupTop + row * rowHeight + rowHeight / 2

const tie = (layout: Layout, groupTop: number, nodes: readonly LineageNode[], row: number): string => {
  const { from, at, value } = nodes[row]!
  const parent = from === undefined ? undefined : nodes[from]
  if (!parent || from === undefined) return ''
  const px = round(layout.canvas.x(layout.x(parent.at)))
  const [x, y] = [round(layout.canvas.x(layout.x(at))), middleOf(groupTop, row)]
  return element('path', {
    d: `M${px} ${middleOf(groupTop, from)}V${y - 8}Q${px} ${y} ${x} ${y}`,
    'stroke-width': 1 + 2.5 * Math.min(1, Math.max(0, value ?? 0)),
  })
}

const knot = ({ canvas, x }: Layout, y: number, { at, from, isMarked }: LineageNode, colour: string): string => {
  const [cx, hollow] = [round(canvas.x(x(at))), from === undefined]
  const paint = {
    fill: hollow ? '#fffefb' : colour,
    stroke: hollow ? colour : undefined,
    'stroke-width': hollow ? 3 : undefined,
  }
  return isMarked
    ? element('rect', { x: cx - 5.5, y: y - 5.5, width: 11, height: 11, ...paint })
    : element('circle', { cx, cy: y, r: 5.5, ...paint })
}

const drawGroup = (layout: Layout, { nodes, more }: LineageGroup, groupTop: number, colour: string): string => {
  const { canvas, x } = layout
  const rows = nodes.map((node, row) => {
    const y = middleOf(groupTop, row)
    return (
      gridLine(canvas, [x(node.at) + 10, y], [nameStart - 6, y], '0.14') +
      knot(layout, y, node, colour) +
      label(canvas, nameStart, y + 5, fitted(node.name, width - nameStart), {
        size: nameSize,
        ...(node.from === undefined ? { weight: 600 as const } : {}),
      })
    )
  })
  const ties = nodes.map((_, row) => tie(layout, groupTop, nodes, row)).join('')
  const rest =
    more === undefined ? '' : label(canvas, nameStart, middleOf(groupTop, nodes.length) + 5, more, { size: 13 })
  return element('g', { fill: 'none', stroke: colour }, ties) + rows.join('') + rest
}

/**
 * What came from what, over time: one row each, a line from what it comes from, thicker the closer they are. The first of a group is
 * hollow. It reads without colour, for every row has its name.
 */
export const lineageChart = (specification: LineageChartSpecification): Chart => {
  const layout = layoutOf(specification)
  const { colour } = lineStyles[lineOf(0, specification.line)]
  const nodes = specification.groups.flatMap((group) =>
    group.nodes.map((node) => ({
      ...node,
      source: node.from === undefined ? undefined : group.nodes[node.from]?.name,
    })),
  )
  return {
    svg: drawingOf(specification, layout.canvas, [
      axis(layout, specification),
      ...specification.groups.map((group, index) => drawGroup(layout, group, layout.tops[index]!, colour)),
    ]),
    ...figuresOf(specification, [
      { heading: specification.nameHeading, names: nodes.map(({ name }) => name) },
      {
        heading: specification.timeHeading,
        names: nodes.map(({ at }) => at),
        shown: nodes.map(({ at }) => timeText(specification, at)),
      },
      { heading: specification.fromHeading, names: nodes.map(({ source }) => source ?? null) },
      { heading: specification.valueHeading, estimates: nodes.map(({ value }) => ({ value: value ?? null })) },
    ]),
  }
}
