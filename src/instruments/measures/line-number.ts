import type { LineNumber } from '../../ui/line-style/line-style.ts'

const lines: readonly LineNumber[] = [1, 2, 3, 4, 5]

/** The line of the map an output is drawn as; the first for a number the map does not have. */
export const lineNumberOf = (number: string): LineNumber => lines.find((line) => String(line) === number) ?? 1
