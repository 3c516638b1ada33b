import type { Child } from 'hono/jsx'
import type { Direction } from '../../kernel/locale.ts'
import { dashOf, type LineNumber, lineStyles } from '../line-style/line-style.ts'
import { wrapLabel } from './wrap-label.ts'

/** One stop of a line: filled from the bottom as far as its share, opening its own page. */
export interface Station {
  readonly code: string
  readonly label: string
  /** Without an address the station is only drawn: the map of the model. */
  readonly href?: string | undefined
  /** 0 (nothing yet) to 1 (done and shown). */
  readonly share: number
  /** The same in words: «under way, 3 facts». */
  readonly state: string
}

export interface Line {
  readonly number: LineNumber
  readonly title: string
  readonly stations: readonly Station[]
}

export interface TransitMapProps {
  readonly title: string
  readonly description: string
  readonly direction: Direction
  readonly lines: readonly Line[]
  /** Where the lines meet. */
  readonly junction: { readonly label: string; readonly href?: string | undefined; readonly state: string }
}

const width = 1080
const height = 575
const top = 62
const gap = 108
const middle = width / 2
const bundleGap = 15
const radius = 12
const stationsAt = [104, 264, 816, 976]

const rowOf = (index: number): number => top + index * gap
const bundleOf = (index: number): number => rowOf(2) + (index - 2) * bundleGap

/** Level, then by 45° into the bundle at the junction, and out again the same way. */
const pathOf = (index: number): string => {
  const [row, bundle] = [rowOf(index), bundleOf(index)]
  const rise = Math.abs(row - bundle)
  const near = middle - 26
  const far = middle + 26
  return `M28 ${row}H${near - rise}L${near} ${bundle}H${far}L${far + rise} ${row}H${width - 28}`
}

const levelPath = (x: number, y: number, share: number): string => {
  if (share >= 1)
    return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`
  const rise = 2 * radius * share
  const half = Math.sqrt(Math.max(0, radius ** 2 - (radius - rise) ** 2))
  const chord = y + radius - rise
  const round = (value: number): number => Math.round(value * 10) / 10
  return `M${round(x - half)} ${round(chord)}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 0 ${round(x + half)} ${round(chord)}Z`
}

const Track = ({ line, index }: { line: Line; index: number }) => {
  const style = lineStyles[line.number]
  return (
    <>
      <path
        d={pathOf(index)}
        fill="none"
        stroke={style.colour}
        stroke-width={style.rails ? 9 : 7}
        stroke-dasharray={dashOf(line.number, 7)}
        stroke-linejoin="round"
      />
      {style.rails ? (
        <path class="or-transit-map__core" d={pathOf(index)} fill="none" stroke="#fffefb" stroke-width="3" />
      ) : null}
    </>
  )
}

/** A link to what is drawn inside, or just the drawing. */
const Opening = ({ href, label, children }: { href: string | undefined; label: string; children?: Child }) =>
  href === undefined ? (
    <g>{children}</g>
  ) : (
    <a href={href} class="or-transit-map__station">
      <title>{label}</title>
      {children}
    </a>
  )

const Stop = ({ station, line, x, y }: { station: Station; line: Line; x: number; y: number }) => {
  const { colour } = lineStyles[line.number]
  const rows = wrapLabel(station.label, 22, 3)
  return (
    <Opening href={station.href} label={`${station.code} ${rows.join(' ')}: ${station.state}`}>
      <circle
        class="or-transit-map__ring"
        cx={x}
        cy={y}
        r={radius + 2.5}
        fill="#fffefb"
        stroke={colour}
        stroke-width="4"
      />
      {station.share > 0 ? <path d={levelPath(x, y, station.share)} fill={colour} /> : null}
      <text class="or-transit-map__code" x={x} y={y - 22} text-anchor="middle" fill={colour}>
        {`${station.code} `}
      </text>
      {rows.map((row, at) => (
        <text class="or-transit-map__label" x={x} y={y + 33 + at * 15} text-anchor="middle">
          {`${row} `}
        </text>
      ))}
    </Opening>
  )
}

const Junction = ({ junction }: Pick<TransitMapProps, 'junction'>) => (
  <Opening href={junction.href} label={`${junction.label}: ${junction.state}`}>
    <rect
      class="or-transit-map__ring"
      x={middle - 17}
      y={bundleOf(0) - 20}
      width="34"
      height={4 * bundleGap + 40}
      rx="17"
      fill="#fffefb"
      stroke="#1b2430"
      stroke-width="4"
    />
    {wrapLabel(junction.label, 18).map((row, at) => (
      <text class="or-transit-map__junction" x={middle} y={bundleOf(4) + 92 + at * 19} text-anchor="middle">
        {`${row} `}
      </text>
    ))}
    <text
      class="or-transit-map__label"
      x={middle}
      y={bundleOf(4) + 92 + wrapLabel(junction.label, 18).length * 19}
      text-anchor="middle"
    >
      {junction.state}
    </text>
  </Opening>
)

/** The picture of the whole: five lines of four stations that meet in the report. Wide screens and print; a table stands beside it. */
export const TransitMap = ({ title, description, direction, lines, junction }: TransitMapProps) => {
  const across = (x: number): number => (direction === 'rtl' ? width - x : x)
  return (
    <svg
      class="or-transit-map"
      viewBox={`0 0 ${width} ${height}`}
      role={junction.href === undefined ? 'img' : undefined}
      aria-labelledby="transit-map-title transit-map-description"
    >
      <title id="transit-map-title">{title}</title>
      <desc id="transit-map-description">{description}</desc>
      {lines.map((line, index) => (
        <Track line={line} index={index} />
      ))}
      {lines.map((line, index) => (
        <g class={`or-line-${line.number}`}>
          {[28, width - 28].map((x) => (
            <>
              <circle cx={x} cy={rowOf(index)} r="15" fill={lineStyles[line.number].colour} />
              <text class="or-transit-map__number" x={x} y={rowOf(index) + 6} text-anchor="middle" fill="#fffefb">
                {line.number}
              </text>
            </>
          ))}
          {line.stations.map((station, at) => (
            <Stop station={station} line={line} x={across(stationsAt[at] ?? 0)} y={rowOf(index)} />
          ))}
        </g>
      ))}
      <Junction junction={junction} />
    </svg>
  )
}
