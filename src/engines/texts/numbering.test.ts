import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { findHeadingNumber } from './numbering.ts'

it.each([
  ['ARTICLE 12.3', '12', 3],
  ['Article XIV-6', 'xiv', 6],
  ['CHAPTER TWENTY-ONE', '', 21],
  ['CHAPTER TWENTY ONE', '', 21],
  ['ARTÍCULO 12-02', '12', 2],
  ['Article 1607', '', 1607],
  ['TITLE VIII', '', 8],
  ['ARTICLE - 14', '', 14],
])('%s is number %s.%d', (label, prefix, value) => {
  expect(findHeadingNumber(label)).toEqual({ prefix, value })
})

it.each(['Preamble', 'Article 12 bis', 'Annex'])('%s stands outside the count', (label) => {
  expect(findHeadingNumber(label)).toBeUndefined()
})

const romans: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
const roman = (value: number): string => {
  const found = romans.find(([unit]) => unit <= value)
  return found ? found[1] + roman(value - found[0]) : ''
}

it('reads Roman numbers up to 399', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 399 }), (value) => {
      expect(findHeadingNumber(`Chapter ${roman(value)}`)?.value).toBe(value)
    }),
  )
})
