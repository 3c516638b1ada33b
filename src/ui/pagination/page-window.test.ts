import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { pageWindow } from './page-window.ts'

it.each([
  [1, 1, [1]],
  [1, 5, [1, 2, 'gap', 5]],
  [3, 5, [1, 2, 3, 4, 5]],
  [7, 42, [1, 'gap', 6, 7, 8, 'gap', 42]],
  [4, 42, [1, 2, 3, 4, 5, 'gap', 42]],
])('on page %i of %i', (current, last, shown) => {
  expect(pageWindow(current, last)).toEqual(shown)
})

it('always shows the first, the current and the last page, in order, and leaves no single page out', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(499), (last, before) => {
      const current = Math.min(last, before + 1)
      const shown = pageWindow(current, last)
      const pages = shown.filter((page) => page !== 'gap')
      expect(pages).toEqual([...new Set(pages)].sort((a, b) => a - b))
      expect(pages).toEqual(expect.arrayContaining([1, current, last]))
      shown.forEach((page, index) => {
        if (page === 'gap') expect((shown[index + 1] as number) - (shown[index - 1] as number)).toBeGreaterThan(2)
      })
    }),
  )
})
