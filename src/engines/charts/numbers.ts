import type { ChartFrame, Estimate, NumberStyle } from './chart.ts'

/** Writes the numbers of a chart in the reader's digits; shares of 0–1 in per cent. An absent figure is a dash. */
export const numberWriter = (
  { locale, numbers }: Pick<ChartFrame, 'locale' | 'numbers'>,
  digits = numbers.digits ?? (numbers.kind === 'share' ? 1 : 0),
) => {
  const format = new Intl.NumberFormat(locale, {
    style: numbers.kind === 'share' ? 'percent' : 'decimal',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : format.format(value)
}

/** Writes the numbers of an axis with no more digits than the step between them asks for. */
export const axisWriter = (frame: ChartFrame, ticks: readonly number[]) => {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) * (frame.numbers.kind === 'share' ? 100 : 1)
  const digits = Math.max(0, Math.min(6, -Math.floor(Math.log10(step || 1) + 1e-9)))
  return numberWriter(frame, digits)
}

export const hasInterval = (estimates: Iterable<Estimate>): boolean => {
  for (const { low, high } of estimates) if (low !== undefined && high !== undefined) return true
  return false
}

/** The lowest and highest figure, interval ends included; zero when there is none. */
export const extentOf = (estimates: Iterable<Estimate>): readonly [number, number] => {
  let [lowest, highest]: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { value, low, high } of estimates)
    for (const figure of [value, low, high]) {
      if (figure === null || figure === undefined) continue
      lowest = Math.min(lowest, figure)
      highest = Math.max(highest, figure)
    }
  return lowest > highest ? [0, 0] : [lowest, highest]
}

/** A number as the CSV holds it: at most ten significant digits, a point, no unit. */
export const plainNumber = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value.toPrecision(10))

/** Whether shares may be drawn from 0 to 1: they lie there already. */
export const isUnitShare = (style: NumberStyle, low: number, high: number): boolean =>
  style.kind === 'share' && low >= 0 && high <= 1
