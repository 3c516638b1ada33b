import { numberText } from '../../studies/index.ts'
import type { Visit } from '../../people/index.ts'
import type { FlowsDocument } from './document.ts'
import { words } from './words/words.generated.ts'

/** What the amounts are, in the reader's language: plays, slots of a chart, points, or the unit as it was named. */
export const unitText = (visit: Visit, { unit }: Pick<FlowsDocument, 'unit'>): string =>
  visit.findText(words)(`unit.${unit}`) ?? unit

/** Small amounts keep two digits where they are not whole: slots of co-productions add up to whole ones but for rounding. */
const digitsOf = (value: number): number =>
  Math.abs(value - Math.round(value)) < 1e-6 || Math.abs(value) >= 1000 ? 0 : 2

export const amountText = (visit: Visit, value: number | null | undefined): string =>
  numberText(visit, value, value === null || value === undefined ? 0 : digitsOf(value))
