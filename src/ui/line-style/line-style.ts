/** The number of an output of the Open Roadmap, and so of the line that stands for it. */
export type LineNumber = 1 | 2 | 3 | 4 | 5

/** How a line is drawn: colour (≥ 4.5:1 on white), the dash that tells it apart in grey, and a fill hatch angle in degrees. */
export interface LineStyle {
  readonly colour: string
  /** `stroke-dasharray` in units of the stroke's width; empty for an unbroken line. */
  readonly dash: string
  /** True when the line is drawn as two thin rails instead of one stroke. */
  readonly rails: boolean
  readonly marker: 'circle' | 'square' | 'triangle' | 'diamond' | 'cross'
  readonly hatchDegrees: number
}

export const lineStyles: Readonly<Record<LineNumber, LineStyle>> = {
  1: { colour: '#0b5fa5', dash: '', rails: false, marker: 'circle', hatchDegrees: 0 },
  2: { colour: '#b3450a', dash: '3 1', rails: false, marker: 'square', hatchDegrees: 45 },
  3: { colour: '#00703c', dash: '1 1', rails: false, marker: 'triangle', hatchDegrees: 90 },
  4: { colour: '#6b3fa0', dash: '4 1 1 1', rails: false, marker: 'diamond', hatchDegrees: 135 },
  5: { colour: '#a8123e', dash: '', rails: true, marker: 'cross', hatchDegrees: 22 },
}

/** The dash of a line scaled to a stroke width in pixels, as `stroke-dasharray`; undefined for an unbroken line. */
export const dashOf = (line: LineNumber, strokeWidth: number): string | undefined =>
  lineStyles[line].dash
    .split(' ')
    .filter(Boolean)
    .map((part) => Number(part) * strokeWidth)
    .join(' ') || undefined
