import { expect, it } from 'vitest'
import { hash32, random, randomStreams } from './random.ts'

it('the same seed and stream give the same numbers, another stream others', () => {
  const draw = (seed: number | string, stream: number) => Array.from({ length: 20 }, random(seed, stream).uint32)
  expect(draw(7, 3)).toEqual(draw(7, 3))
  expect(draw('a year', 0)).toEqual(Array.from({ length: 20 }, randomStreams('a year')(0).uint32))
  expect(new Set([draw(7, 3), draw(7, 4), draw(8, 3), draw('7', 3)].map((numbers) => numbers[0])).size).toBe(4)
})

it('whole numbers below n are equally likely, within five standard errors', () => {
  for (const n of [2, 3, 7, 1000, 2 ** 21 + 1]) {
    const { below } = random('even', n)
    const bins = new Float64Array(Math.min(n, 10))
    const draws = 200_000
    for (let i = 0; i < draws; i++) {
      const value = below(n)
      if (!(Number.isInteger(value) && value >= 0 && value < n)) throw new Error(`${value} is not below ${n}`)
      bins[Math.floor((value / n) * bins.length)]! += 1
    }
    if (n <= 10 || n === 1000) {
      const expected = draws / bins.length
      for (const bin of bins) expect(Math.abs(bin - expected)).toBeLessThan(5 * Math.sqrt(expected))
    }
  }
})

it('Poisson counts have the chances 1/e, 1/e, 1/2e, 1/6e …, mean and variance 1', () => {
  const { poisson } = random(11)
  const draws = 400_000
  const seen = new Float64Array(20)
  let sum = 0
  let squares = 0
  for (let i = 0; i < draws; i++) {
    const count = poisson()
    seen[count]! += 1
    sum += count
    squares += count * count
  }
  let chance = Math.exp(-1)
  for (let k = 0; k < 6; k++) {
    expect(Math.abs(seen[k]! - draws * chance)).toBeLessThan(5 * Math.sqrt(draws * chance))
    chance /= k + 1
  }
  expect(sum / draws).toBeCloseTo(1, 1.9)
  expect(squares / draws - (sum / draws) ** 2).toBeCloseTo(1, 1.5)
})

it('numbers between 0 and 1 fill the unit evenly and streams do not resemble each other', () => {
  const first = random(1, 0)
  const second = random(1, 1)
  let sum = 0
  let product = 0
  const draws = 100_000
  for (let i = 0; i < draws; i++) {
    const [x, y] = [first.unit(), second.unit()]
    sum += x
    product += (x - 0.5) * (y - 0.5)
  }
  expect(Math.abs(sum / draws - 0.5)).toBeLessThan(5 / Math.sqrt(12 * draws))
  expect(Math.abs(product / draws)).toBeLessThan(5 / (12 * Math.sqrt(draws)))
})

it('the generator agrees with its published definition, computed with big whole numbers', () => {
  const mask = 0xffffffffn
  const rotate = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask
  const state = [1, 2, 3, 4].map((part) => BigInt(hash32('check', 5, part)))
  state[0]! |= 1n
  const next = (): number => {
    const result = (rotate((state[1]! * 5n) & mask, 7n) * 9n) & mask
    const shifted = (state[1]! << 9n) & mask
    state[2]! ^= state[0]!
    state[3]! ^= state[1]!
    state[1]! ^= state[2]!
    state[0]! ^= state[3]!
    state[2]! ^= shifted
    state[3] = rotate(state[3]!, 11n)
    return Number(result)
  }
  const { uint32 } = random('check', 5)
  for (let i = 0; i < 1000; i++) expect(uint32()).toBe(next())
})

it('refuses half a seed', () => {
  expect(() => random(0.5)).toThrow('The seed is 0.5: it must be a whole number or a text.')
})

it('a tally counts what as many draws one by one would choose, and goes on where they would', () => {
  for (const n of [1, 2, 7, 300, 70_000]) {
    const [one, other] = [random('tally', n), random('tally', n)]
    const [counted, drawn] = [new Uint16Array(n), new Uint16Array(n)]
    for (let round = 0; round < 3; round++) {
      one.tally(counted)
      for (let draw = 0; draw < n; draw++) drawn[other.below(n)]!++
    }
    expect(counted).toEqual(drawn)
    expect(one.uint32()).toBe(other.uint32())
  }
})
