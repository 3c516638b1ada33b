/** Maps `from`…`to` onto `start`…`end`; a span of nothing maps to `start`. */
export const linearScale =
  (from: number, to: number, start: number, end: number) =>
  (value: number): number =>
    to === from ? start : start + ((value - from) / (to - from)) * (end - start)

/** The smallest of 1, 2, 5 × a power of ten that cuts `span` into at most `count` steps. */
const niceStep = (span: number, count: number): number => {
  const rough = span / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10
  return factor * power
}

/** Below this part of their size, two numbers are too close for ticks between them to differ in twelve digits. */
const leastSpan = 1e-11

/** Round numbers from at or below `low` to at or above `high`, about `count` steps; always at least two. */
export const niceTicks = (low: number, high: number, count = 5): readonly number[] => {
  const isFlat = high - low <= leastSpan * Math.max(1e-288, Math.abs(low), Math.abs(high))
  const isNothing = Math.max(Math.abs(low), Math.abs(high)) < 1e-300
  const [from, to] = isNothing ? [0, 1] : isFlat ? [Math.min(0, low), Math.max(0, high)] : [low, high]
  const step = niceStep(to - from, count)
  const first = Math.floor(from / step + 1e-9)
  const last = Math.ceil(to / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** At most `count` of the indexes 0…length-1, evenly spread, the first among them. */
export const spreadIndexes = (length: number, count: number): readonly number[] => {
  const step = Math.max(1, Math.ceil(length / count))
  return Array.from({ length: Math.ceil(length / step) }, (_, index) => index * step)
}
