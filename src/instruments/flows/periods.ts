import { type Day, findDay } from '../../kernel/day.ts'
import type { Period } from '../../studies/index.ts'
import type { FlowsDocument } from './document.ts'

/** The first day of a period as tables write it: a year, a month (`2021-03`, `202103`), a quarter (`2021-Q3`) or a day. */
export const dayOfPeriod = (text: string): Day | undefined => {
  const trimmed = text.trim()
  const quarter = /^(\d{4})-?Q([1-4])$/i.exec(trimmed)
  if (quarter) return findDay(`${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`)
  const month = /^(\d{4})-?(\d{2})$/.exec(trimmed)
  if (month) return findDay(`${month[1]}-${month[2]}-01`)
  return findDay(/^\d{4}$/.test(trimmed) ? `${trimmed}-01-01` : trimmed)
}

const lastDayOf = (text: string, day: Day): string => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const end = (months: number) => new Date(Date.UTC(year, month - 1 + months, 0)).toISOString().slice(0, 10)
  if (/^\d{4}$/.test(text)) return end(12)
  if (/Q/i.test(text)) return end(3)
  return /^\d{4}-?\d{2}$/.test(text) ? end(1) : day
}

/** The days the files cover, where every period can be read as days. */
export const periodOf = ({ periods, only_period }: FlowsDocument): Period | undefined => {
  const texts = only_period === null ? periods.map(({ period }) => period.trim()) : [only_period.trim()]
  const days = texts.map((text) => ({ text, day: dayOfPeriod(text) }))
  const [first, last] = [days[0], days.at(-1)]
  if (!first?.day || !last?.day || days.some(({ day }) => day === undefined)) return undefined
  return { from: first.day, to: lastDayOf(last.text, last.day) }
}
