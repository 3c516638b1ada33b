import { readDay } from '../engines/forms/index.ts'
import type { Fault } from '../kernel/fault.ts'
import type { StudyDeclaration, StudyDocument } from './declaration.ts'
import type { Study } from './draft.ts'
import type { Period } from './study.ts'

/** Whether the person says the period: where files cannot tell it, and where these files did not. */
export const isPeriodAsked = (
  { periodOf }: Pick<StudyDeclaration<StudyDocument>, 'periodOf'>,
  { faults }: Pick<Study, 'faults'>,
): boolean => periodOf === undefined || faults.some(({ field }) => field === 'from' || field === 'to')

/** `2021` and `2021-03` begin on their first day … */
const firstDayOf = (day: string): string => `${day}${'-01-01'.slice(day.length - 4)}`

/** … and end on their last. */
const lastDayOf = (day: string): string => {
  if (day.length === 10) return day
  const [year, month] = [Number(day.slice(0, 4)), day.length === 7 ? Number(day.slice(5)) : 12]
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

const readEnd = (text: string, field: 'from' | 'to') => {
  if (text === '') return { faults: [{ code: 'day-missing', field }] }
  const day = readDay(text, { partial: true })
  return day.ok ? { day: day.value, faults: [] } : { faults: day.faults.map((fault) => ({ ...fault, field })) }
}

/** The days that were typed, a year or month alone standing for all of it; or what is wrong with them. */
export const readPeriod = (typed: {
  readonly from: string
  readonly to: string
}): { readonly value: Period | undefined; readonly faults: readonly Fault[] } => {
  const [first, last] = [readEnd(typed.from, 'from'), readEnd(typed.to, 'to')]
  if (first.day === undefined || last.day === undefined)
    return { value: undefined, faults: [...first.faults, ...last.faults] }
  const value = { from: firstDayOf(first.day), to: lastDayOf(last.day) }
  if (value.from <= value.to) return { value, faults: [] }
  return { value: undefined, faults: [{ code: 'period-reversed', field: 'to' }] }
}
