import { expect, it } from 'vitest'
import {
  fairStarFailProbability,
  fairStarRerank,
  fairStarTable,
  meetsFairStar,
  unadjustedFairStarTable,
} from './fair-star.ts'

/** Every list of n items, with its probability: the slow and obvious way to the fail probability. */
const failByEnumeration = (table: ArrayLike<number>, p: number, n: number): number => {
  let failed = 0
  for (let code = 0; code < 2 ** n; code++) {
    let chance = 1
    let found = 0
    let isFair = true
    for (let i = 0; i < n; i++) {
      const hit = (code >> i) & 1
      chance *= hit ? p : 1 - p
      found += hit
      if (found < table[i]!) isFair = false
    }
    if (!isFair) failed += chance
  }
  return failed
}

it('the fail probability agrees with counting every possible list', () => {
  for (const p of [0.2, 0.5, 0.9]) {
    const table = unadjustedFairStarTable({ k: 12, p, alpha: 0.1 })
    expect(fairStarFailProbability(table, p, 'exact')).toBeCloseTo(failByEnumeration(table, p, 12), 12)
    expect(fairStarFailProbability(table, p)).toBeCloseTo(failByEnumeration(table, p, 11), 12)
  }
})

it('unadjusted, a third of fair lists of a hundred are rejected; adjusted, about a tenth', () => {
  const setting = { k: 100, p: 0.3, alpha: 0.1 }
  expect(fairStarFailProbability(unadjustedFairStarTable(setting), 0.3, 'exact')).toBeGreaterThan(0.3)
  expect(fairStarTable(setting, 'exact').failProbability).toBeLessThan(0.105)
})

it('a tie between significance and chance is decided in whole numbers, not by the last bit of a double', () => {
  expect(unadjustedFairStarTable({ k: 1, p: 0.9, alpha: 0.1 })[0]).toBe(0)
  expect(unadjustedFairStarTable({ k: 2, p: 0.8, alpha: 0.04 })[1]).toBe(0)
})

it('re-ranking keeps the order within each group and meets the table while protected items last', () => {
  const isProtected = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1]
  const { table } = fairStarTable({ k: 20, p: 0.4, alpha: 0.1 })
  const order = Array.from(fairStarRerank(isProtected, table))
  expect(
    meetsFairStar(
      order.map((i) => isProtected[i]!),
      table,
    ),
  ).toBe(true)
  for (const group of [0, 1]) {
    const members = order.filter((i) => isProtected[i] === group)
    expect(members).toEqual([...members].sort((a, b) => a - b))
  }
})

it('refuses settings outside their range with a sentence', () => {
  expect(() => fairStarTable({ k: 0, p: 0.3, alpha: 0.1 })).toThrow('k is 0: it must be a whole number of at least 1.')
  expect(() => fairStarTable({ k: 5, p: 1, alpha: 0.1 })).toThrow('p is 1: it must lie strictly between 0 and 1.')
})
