import type { Money } from '../../kernel/money.ts'

/**
 * - `text` one line, `long-text` several, `url`, `email`
 * - `list` free texts, one a line
 * - `number` a decimal number; `money` an amount; `money-range` from … to …
 * - `day` a day, or with `partial` also a month or a year alone
 * - `choice` one of a list, `choices` any of a list, `yes-no` (which may stay unanswered)
 * - `groups` entries of several fields each, such as partners with name and type
 * - `texts` the same text in several languages
 */
export type FieldKind =
  | 'text'
  | 'long-text'
  | 'list'
  | 'number'
  | 'money'
  | 'money-range'
  | 'day'
  | 'choice'
  | 'choices'
  | 'yes-no'
  | 'url'
  | 'email'
  | 'groups'
  | 'texts'

/**
 * One question of a form, declared once as data. Its words are found by convention: `field.<name>` (label), `hint.<name>`; inside
 * groups `field.<group>.<name>`.
 */
export interface Field {
  readonly name: string
  readonly kind: FieldKind
  readonly required?: boolean
  /** Most characters of a text, or most entries of a list, choices or groups. Without one: 1000, 20 000 and 200. */
  readonly limit?: number
  /** The list a choice is taken from; the page says which options it holds. */
  readonly options?: string
  /** The questions of one entry of `groups`. */
  readonly fields?: readonly Field[]
  /** `day`: a month (`2026-03`) or a year (`2026`) is enough. */
  readonly partial?: boolean
}

/** From `low` to `high`, in minor units of `currency`; in hundredths where no currency was said. One end may be open. */
export interface MoneyRange {
  readonly low?: number
  readonly high?: number
  readonly currency?: string
}

/** One entry of `groups`. */
export type Entry = Readonly<Record<string, string>>

/**
 * What a field holds, as JSON: text kinds, `choice` and `day` (`2026-03-01`, `2026-03`, `2026`) a string; `list` and `choices` strings;
 * `texts` a string by language.
 */
export type FieldValue =
  | string
  | number
  | boolean
  | Money
  | MoneyRange
  | readonly string[]
  | readonly Entry[]
  | Readonly<Record<string, string>>

/** Values by field name; a field without an answer is absent. */
export type Values = Readonly<Record<string, FieldValue>>

/** One option of a choice: `others` are further names it is known by (other languages, codes), for reading files. */
export interface Option {
  readonly value: string
  readonly text: string
  readonly hint?: string
  readonly others?: readonly string[]
}

/** How an ambiguous `1/3/2026` is to be read, where somebody said so. */
export type DayOrder = 'day-first' | 'month-first'

/** What reading an answer needs to know besides the field. */
export interface Reading {
  readonly optionsOf: (list: string) => readonly Option[]
  /** The decimal sign of the page or file; decides only where both readings are possible. */
  readonly decimal: '.' | ','
  readonly dayOrder?: DayOrder
  /** The currency meant where none is said. */
  readonly currency?: string
}

const limits: Partial<Record<FieldKind, number>> = { 'long-text': 20_000, list: 200, choices: 200, groups: 200 }

export const limitOf = (field: Field): number => field.limit ?? limits[field.kind] ?? 1000
