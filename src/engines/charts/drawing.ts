import { directionOf } from '../../kernel/locale.ts'
import { type LineNumber, lineStyles } from '../../ui/line-style/line-style.ts'
import type { ChartFrame } from './chart.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it may stand inside SVG. */
export const escapeXml = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => escapes[character]!)

/** A coordinate with at most one decimal. */
export const round = (value: number): number => Math.round(value * 10) / 10

type Attributes = Readonly<Record<string, string | number | undefined>>

/** One SVG element as text. */
export const element = (name: string, attributes: Attributes, content = ''): string => {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`],
  )
  return `<${name}${written.join('')}${content === '' ? '/>' : `>${content}</${name}>`}`
}

export const fontSize = 15

/** How wide a text is likely to be, in units of the drawing. */
export const textWidth = (text: string, size = fontSize): number => [...text].length * size * 0.54

/** Breaks a text into at most two lines of about `width`; what is still too long ends in an ellipsis. */
export const twoLines = (text: string, width: number): readonly string[] => {
  if (textWidth(text) <= width) return [text]
  const words = text.split(/\s+/)
  let first = words.shift() ?? ''
  while (words.length > 0 && textWidth(`${first} ${words[0]!}`) <= width) first += ` ${words.shift()!}`
  const fits = Math.max(3, Math.floor(width / (fontSize * 0.54)))
  const shortened = (line: string) => ([...line].length > fits ? `${[...line].slice(0, fits - 1).join('')}…` : line)
  return words.length === 0 ? [shortened(first)] : [shortened(first), shortened(words.join(' '))]
}

/** Where a chart draws: its size, and `x`, which turns a distance from the start edge into a coordinate in either direction. */
export interface Canvas {
  readonly width: number
  readonly height: number
  readonly isRightToLeft: boolean
  readonly x: (fromStart: number) => number
}

export const canvasOf = (frame: ChartFrame, width: number, height: number): Canvas => {
  const isRightToLeft = (frame.dir ?? directionOf(frame.locale)) === 'rtl'
  return { width, height, isRightToLeft, x: (fromStart) => (isRightToLeft ? width - fromStart : fromStart) }
}

interface TextOptions {
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly size?: number
  readonly weight?: 600
  /** Keeps the text readable where it crosses a line of the drawing. */
  readonly hasHalo?: boolean
}

const isMixed = (text: string): boolean =>
  /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) && /\p{Script=Latin}/u.test(text)

/** Keeps the order of a text with words of both directions, where the drawing itself runs left to right. */
const isolated = (canvas: Canvas, text: string): string =>
  canvas.isRightToLeft && isMixed(text) ? `\u2067${text}\u2069` : text

const anchors = { start: ['start', 'end'], middle: ['middle', 'middle'], end: ['end', 'start'] } as const

/** A text whose anchor follows the direction of the drawing: `start` is the left edge in English, the right edge in Arabic. */
export const label = (
  canvas: Canvas,
  fromStart: number,
  y: number,
  text: string,
  { anchor = 'start', size, weight, hasHalo }: TextOptions = {},
): string => {
  const physical = anchors[anchor][canvas.isRightToLeft ? 1 : 0]
  return element(
    'text',
    {
      x: canvas.x(fromStart),
      y,
      'text-anchor': physical === 'start' ? undefined : physical,
      'font-size': size,
      'font-weight': weight,
      ...(hasHalo ? { 'paint-order': 'stroke', stroke: '#fffefb', 'stroke-width': 5, class: 'or-chart__gap' } : {}),
    },
    escapeXml(isolated(canvas, text)),
  )
}

/** A box `length` long, measured from the start edge. */
export const box = (
  canvas: Canvas,
  fromStart: number,
  y: number,
  length: number,
  height: number,
  attributes: Attributes,
): string =>
  element('rect', {
    x: canvas.isRightToLeft ? canvas.width - fromStart - length : fromStart,
    y,
    width: Math.max(0, length),
    height,
    ...attributes,
  })

/** A thin line of the grid. */
export const gridLine = (
  canvas: Canvas,
  from: readonly [number, number],
  to: readonly [number, number],
  opacity = '0.18',
): string =>
  element('path', {
    d: `M${round(canvas.x(from[0]))} ${round(from[1])}L${round(canvas.x(to[0]))} ${round(to[1])}`,
    stroke: 'currentColor',
    'stroke-opacity': opacity,
  })

/** The fill of a line's areas: its colour, hatched by white strokes at an angle of its own, so that grey tells it apart too. */
export const hatchFill = (id: string, line: LineNumber): string =>
  line === 1 ? lineStyles[1].colour : `url(#${id}-h${line})`

/** The definitions that `hatchFill` refers to. */
export const hatches = (id: string, lines: Iterable<LineNumber>): string => {
  const patterns = [...new Set(lines)]
    .filter((line) => line !== 1)
    .map((line) =>
      element(
        'pattern',
        {
          id: `${id}-h${line}`,
          width: 7,
          height: 7,
          patternUnits: 'userSpaceOnUse',
          patternTransform: `rotate(${lineStyles[line].hatchDegrees})`,
        },
        element('rect', { width: 7, height: 7, fill: lineStyles[line].colour }) +
          element('path', {
            class: 'or-chart__gap',
            d: 'M0 0V7',
            stroke: '#fff',
            'stroke-width': line === 5 ? 5 : 2.6,
          }),
      ),
    )
  return patterns.length === 0 ? '' : `<defs>${patterns.join('')}</defs>`
}

/** The whole drawing: named and described for screen readers, without any style a strict content policy would refuse. */
export const drawingOf = (frame: ChartFrame, canvas: Canvas, body: readonly string[]): string => {
  const [title, description] = [`${frame.id}-title`, `${frame.id}-desc`]
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'or-chart',
      viewBox: `0 0 ${canvas.width} ${round(canvas.height)}`,
      width: canvas.width,
      height: canvas.height,
      role: 'img',
      lang: frame.locale,
      direction: 'ltr',
      'aria-labelledby': `${title} ${description}`,
      'font-family': 'Noto Sans, Noto Naskh Arabic, sans-serif',
      'font-size': fontSize,
      fill: 'currentColor',
    },
    element('title', { id: title }, escapeXml(frame.title)) +
      element('desc', { id: description }, escapeXml(frame.description)) +
      body.join(''),
  )
}
