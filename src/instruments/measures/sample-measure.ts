import type { Values } from '../../engines/forms/index.ts'
import type { RecordState } from '../../engines/records/index.ts'

/** A measure of the fictional Party. */
export interface SampleMeasure {
  readonly key: string
  readonly language: string
  readonly state: RecordState
  readonly values: Values
}

/** Said in every text of the sample. */
export const invented = 'Synthetic example: Meridia, its laws and its figures are invented.'

export const activity = (...numbers: readonly string[]): readonly string[] =>
  numbers.map((number) => `roadmap/${number}`)
export const paragraph = (...numbers: readonly string[]): readonly string[] =>
  numbers.map((number) => `guidelines/${number}`)
export const verification = (...numbers: readonly string[]): readonly string[] =>
  numbers.map((number) => `monitoring-2020/${number}`)
export const area = (name: string): readonly string[] => [`monitoring-2020/area-${name}`]
export const page = (name: string): string => `https://meridia.example/${name}`
