import { types } from 'pg'

const int8 = 20
const date = 1082
const int8List = 1016
const dateList = 1182

const parseSafeInteger = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The whole number ${text} from the database is too large to be held exactly (limit 2^53 − 1)`)
  return value
}

const asText = (text: string): string => text

const parseList =
  <Value>(parse: (text: string) => Value) =>
  (text: string): (Value | null)[] =>
    text === '{}'
      ? []
      : text
          .slice(1, -1)
          .split(',')
          .map((part) => (part === 'NULL' ? null : parse(part)))

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [int8]: parseSafeInteger,
  [date]: asText,
  [int8List]: parseList(parseSafeInteger),
  [dateList]: parseList(asText),
}

type FindParser = (oid: number, format?: 'text' | 'binary') => (value: string) => unknown

const usual = types.getTypeParser as unknown as FindParser

const find: FindParser = (oid, format = 'text') => (format === 'text' && parsers[oid]) || usual(oid, format)

/**
 * How values arrive: `int8` and `count(*)` as number (RangeError beyond 2^53 − 1), `date` as `YYYY-MM-DD` text, `timestamptz` as Date,
 * `numeric` as text, everything else as `pg` gives it.
 */
export const valueTypes = { getTypeParser: find as unknown as typeof types.getTypeParser }
