import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { stemSieve } from './sift.ts'

it('says of each list whether one of its stems stands in the text', () => {
  const sieve = stemSieve([['cultur', 'co produc'], ['film'], ['digital', 'gital art']])
  expect(sieve.sift('agricultural films')).toBe(0b011)
  expect(sieve.sift('co-production')).toBe(0b001)
  expect(sieve.sift('digital')).toBe(0b100)
  expect(sieve.sift('trade in goods')).toBe(0)
})

it('finds what a plain search finds, whatever the stems and the text', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '-', 'é', '1'), minLength: 1, maxLength: 4 })
  const lists = fc.array(
    fc.array(
      letters.filter((text) => !/[é]/.test(text)),
      { minLength: 1, maxLength: 5 },
    ),
    { minLength: 1, maxLength: 6 },
  )
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '-', 'é', '文', '1'), maxLength: 40 })
  const plain = (given: string): string => given.replaceAll('-', ' ')
  fc.assert(
    fc.property(lists, text, (stems, searched) => {
      const found = stemSieve(stems).sift(searched)
      for (const [index, list] of stems.entries())
        expect((found & (1 << index)) !== 0).toBe(list.some((stem) => plain(searched).includes(plain(stem))))
    }),
  )
})
