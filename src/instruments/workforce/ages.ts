import type { CodedColumn } from '../../engines/tables/index.ts'
import { notTold, rowsByEntry, type StrangeSpelling, strangeList } from './categories.ts'

/** Lower ends of the groups that ages in years are put into. */
const ends = [15, 25, 35, 45, 55, 65] as const
const labels = ['15–24', '25–34', '35–44', '45–54', '55–64', '65+'] as const

export interface AgeReading {
  readonly labels: readonly string[]
  readonly byEntry: readonly number[]
  readonly strange: readonly StrangeSpelling[]
}

const bandOf = (text: string): string | undefined => {
  const band = /^(\d{1,3})\s*(?:-|–|to|à)\s*(\d{1,3})$/.exec(text)
  if (band) return `${band[1]}–${band[2]}`
  const open = /^(\d{1,3})\s*(?:\+|and over|et plus)$/.exec(text)
  return open ? `${open[1]}+` : undefined
}

/** Ages in years are put into groups of ten; groups that the file has stay as they are. Under 15 and over 120 are strange. */
export const readAges = (column: CodedColumn): AgeReading => {
  const rows = rowsByEntry(column)
  const strange = new Map<string, number>()
  const names = column.dictionary.map((cell, entry) => {
    const text = cell.trim().toLowerCase()
    if (text === '' || rows[entry] === 0) return undefined
    const age = /^\d{1,3}(?:[.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN
    const place = age > 120 ? -1 : ends.findLastIndex((end) => age >= end)
    const name = place >= 0 ? labels[place] : bandOf(text)
    if (name === undefined) strange.set(cell.trim(), rows[entry]!)
    return name
  })
  const found = [...new Set(names.filter((name) => name !== undefined))].sort(
    (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1),
  )
  return {
    labels: found.slice(0, 30),
    byEntry: names.map((name) => {
      const place = name === undefined ? -1 : found.indexOf(name)
      return place < 0 || place >= 30 ? notTold : place
    }),
    strange: strangeList(strange),
  }
}
