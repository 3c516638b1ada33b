import { findDay } from '../../kernel/day.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { plainDigits } from './digits.ts'
import type { DayOrder } from './field.ts'

const foldedName = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[أإآ]/g, 'ا').replaceAll('.', '').toLowerCase()

const tags = ['en', 'fr', 'ar', 'ar-SA-u-ca-gregory', 'ar-MA', 'ar-LB', 'ar-DZ', 'ar-EG', 'es', 'pt', 'ru', 'zh']

const namesOf = (tag: string): (readonly [string, number])[] =>
  (['long', 'short'] as const).flatMap((month) =>
    [{ month }, { month, day: 'numeric' } as const].flatMap((shape) => {
      const format = new Intl.DateTimeFormat(tag, { ...shape, timeZone: 'UTC' })
      return Array.from({ length: 12 }, (_, at): readonly [string, number] => {
        const part = format.formatToParts(new Date(Date.UTC(2026, at, 15))).find(({ type }) => type === 'month')
        return [foldedName(part?.value ?? ''), at + 1]
      })
    }),
  )

/** Names of months in the languages of the interface; a name that means two months in two regions is left out. */
const months: ReadonlyMap<string, number> = (() => {
  const found = tags.flatMap(namesOf).filter(([name]) => /\p{L}/u.test(name))
  const clashing = new Set(
    found
      .filter(([name, month]) => found.some(([other, value]) => other === name && value !== month))
      .map(([name]) => name),
  )
  return new Map(found.filter(([name]) => !clashing.has(name)))
})()

const iso = (year: string, month: number, day: number): string | undefined =>
  findDay(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)

const readNamed = (text: string): string | undefined => {
  const match = /^(\d{1,2})(?:er|º|st|nd|rd|th|ـ)?\s+(?:de\s+)?(\p{L}[\p{L}\p{M}.]*)[\s,]+(?:de\s+)?(\d{4})$/u.exec(
    text,
  )
  const american = /^(\p{L}[\p{L}\p{M}.]*)\s+(\d{1,2})(?:st|nd|rd|th)?[\s,]+(\d{4})$/u.exec(text)
  const [day, name, year] = match ? [match[1], match[2], match[3]] : [american?.[2], american?.[1], american?.[3]]
  const month = name === undefined ? undefined : months.get(foldedName(name))
  return month === undefined ? undefined : iso(year!, month, Number(day))
}

const readNumeric = (text: string, order: DayOrder | undefined): Result<string, Fault> | undefined => {
  const match = /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})$/.exec(text)
  if (!match) return undefined
  const [one, two, year] = [Number(match[1]), Number(match[3]), match[4]!]
  const [dayFirst, monthFirst] = [iso(year, two, one), iso(year, one, two)]
  if (order !== undefined || match[2] === '.') {
    const meant = order === 'month-first' ? monthFirst : dayFirst
    return meant === undefined ? undefined : accepted(meant)
  }
  if (dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst)
    return notAccepted({ code: 'day-ambiguous', values: { text, one: dayFirst, other: monthFirst } })
  const meant = dayFirst ?? monthFirst
  return meant === undefined ? undefined : accepted(meant)
}

const readPartial = (text: string): string | undefined => {
  if (/^[12]\d{3}$/.test(text)) return text
  if (/^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text)) return text
  const named = /^(\p{L}[\p{L}\p{M}.]*)\s+([12]\d{3})$/u.exec(text)
  const month = named ? months.get(foldedName(named[1]!)) : undefined
  return month === undefined ? undefined : `${named![2]}-${String(month).padStart(2, '0')}`
}

/**
 * Reads `2026-03-01`, `1 March 2026` (months named in any language of the interface) and `1/3/2026`, which is refused where it
 * could be two days and `order` does not say which. With `partial` also `2026-03`, `March 2026` and `2026`.
 */
export const readDay = (
  typed: string,
  { partial = false, order }: { readonly partial?: boolean; readonly order?: DayOrder } = {},
): Result<string, Fault> => {
  const text = plainDigits(typed.trim())
    .replaceAll(/[\u200E\u200F\u061C]/g, '')
    .replaceAll(/\s+/g, ' ')
  const withoutTime = text
    .replace(/^(\d{4}-\d{2}-\d{2})[T ][\d:.]+Z?$/, '$1')
    .replace(
      /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
      (_, year: string, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    )
  const direct = findDay(withoutTime) ?? readNamed(text) ?? (partial ? readPartial(text) : undefined)
  if (direct !== undefined) return accepted(direct)
  return (
    readNumeric(text, order) ??
    notAccepted({ code: partial ? 'not-a-day-or-year' : 'not-a-day', values: { text: typed.trim() } })
  )
}

/** The order in which a column of days writes day and month, where one of its cells gives it away. */
export const findDayOrder = (cells: Iterable<string>): DayOrder | undefined => {
  let found: DayOrder | undefined
  for (const cell of cells) {
    const match = /^\s*(\d{1,2})\s*[/-]\s*(\d{1,2})\s*[/-]\s*\d{4}\s*$/.exec(plainDigits(cell))
    if (!match) continue
    const order = Number(match[1]) > 12 ? 'day-first' : Number(match[2]) > 12 ? 'month-first' : undefined
    if (order !== undefined && found !== undefined && order !== found) return undefined
    found ??= order
  }
  return found
}
