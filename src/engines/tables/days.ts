import { type Day, findDay } from '../../kernel/day.ts'

/** How the days of a column are written: year first, day first, month first, or as ISO weeks. */
export type DayOrder = 'ymd' | 'dmy' | 'mdy' | 'week'

/** The distinct cells of a column as days. `days[code]` is nothing where the cell is no day of the calendar. */
export interface DayReading {
  readonly days: readonly (Day | undefined)[]
  /** How many distinct cells were read in each way. */
  readonly orders: Readonly<Partial<Record<DayOrder, number>>>
  /** True when the cells could be day-month or month-day alike and nobody said which. */
  readonly ambiguous: boolean
}

const latinDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))

const dayOfParts = (year: number, month: number, date: number): Day | undefined =>
  findDay(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)

/** The Monday of an ISO 8601 week: the week with the year's first Thursday is week 1. */
const mondayOfWeek = (year: number, week: number): Day | undefined => {
  if (week < 1 || week > 53) return undefined
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = new Date(fourth.getTime() + ((week - 1) * 7 - ((fourth.getUTCDay() + 6) % 7)) * 86_400_000)
  return findDay(monday.toISOString().slice(0, 10))
}

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/
const yearFirstClosed = /^(\d{4})(\d{2})(\d{2})$/
const weekOfYear = /^(\d{4})-?W(\d{1,2})(?:-?1)?$/i
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ].*)?$/

const clearDay = (text: string): readonly [DayOrder, Day] | undefined => {
  const week = weekOfYear.exec(text)
  if (week) return withOrder('week', mondayOfWeek(Number(week[1]), Number(week[2])))
  const parts = yearFirst.exec(text) ?? yearFirstClosed.exec(text)
  return parts ? withOrder('ymd', dayOfParts(Number(parts[1]), Number(parts[2]), Number(parts[3]))) : undefined
}

const withOrder = (order: DayOrder, day: Day | undefined): readonly [DayOrder, Day] | undefined =>
  day === undefined ? undefined : [order, day]

const inOrder = (text: string, order: 'dmy' | 'mdy'): Day | undefined => {
  const parts = yearLast.exec(text)
  if (!parts) return undefined
  const [first, second, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return order === 'dmy' ? dayOfParts(year, second, first) : dayOfParts(year, first, second)
}

/**
 * Reads the distinct cells of a column as days: `2022-02-27`, `2022/2/27`, `20220227`, a time after the day, ISO weeks
 * (`2022-W08`, its Monday), and `27/02/2022` or `02/27/2022`. Which of the last two a column means is decided once, from a
 * cell that only one of them can read, or by `order`; when every cell allows both, the reading is ambiguous.
 */
export const readDays = (cells: readonly string[], order?: 'dmy' | 'mdy'): DayReading => {
  const texts = cells.map((cell) => latinDigits(cell.trim()))
  const open = texts.filter((text) => yearLast.test(text))
  const unread = (order: 'dmy' | 'mdy') => open.filter((text) => inOrder(text, order) === undefined).length
  const [unreadDmy, unreadMdy] = [unread('dmy'), unread('mdy')]
  const differ = open.some((text) => inOrder(text, 'dmy') !== inOrder(text, 'mdy'))
  const chosen = order ?? (unreadMdy < unreadDmy ? 'mdy' : 'dmy')
  const orders: Partial<Record<DayOrder, number>> = {}
  const days = texts.map((text) => {
    const found = clearDay(text) ?? withOrder(chosen, inOrder(text, chosen))
    if (found) orders[found[0]] = (orders[found[0]] ?? 0) + 1
    return found?.[1]
  })
  return { days, orders, ambiguous: order === undefined && unreadDmy === unreadMdy && open.length > 0 && differ }
}

/** A position in a list, 1 = first: a whole number from 1 to `last`; nothing for anything else. */
export const findPosition = (cell: string, last = 100_000): number | undefined => {
  const text = latinDigits(cell.trim())
  if (!/^\d{1,9}(\.0+)?$/.test(text)) return undefined
  const position = Number(text)
  return position >= 1 && position <= last ? position : undefined
}
