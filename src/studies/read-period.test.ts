import { describe, expect, it } from 'vitest'
import { readPeriod } from './read-period.ts'

describe('the period of a study', () => {
  it.each([
    ['2024', '2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02', '2024-02-01', '2024-02-29'],
    ['2023-12-31', '2024', '2023-12-31', '2024-12-31'],
    ['٢٠٢٤-٠١-٠٥', '2024-01-05', '2024-01-05', '2024-01-05'],
  ])('from %s to %s covers whole months and years', (from, to, first, last) => {
    expect(readPeriod({ from, to })).toEqual({ value: { from: first, to: last }, faults: [] })
  })

  it('is refused where an end is missing, unreadable, or before the beginning', () => {
    expect(readPeriod({ from: '', to: 'soon' }).faults.map(({ field }) => field)).toEqual(['from', 'to'])
    expect(readPeriod({ from: '2025', to: '2024' }).faults).toEqual([{ code: 'period-reversed', field: 'to' }])
  })
})
