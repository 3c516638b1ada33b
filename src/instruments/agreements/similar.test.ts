import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf } from './agreement.ts'
import { pairArticles, comparedWords, pairUp, shinglesOf, similarity, wordDifferences } from './similar.ts'

const word = fc.constantFrom('the', 'Party', 'shall', 'not', 'impose', 'duties', 'on', 'cultural', 'goods')
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '))

describe('two wordings', () => {
  it('are alike to a degree from 0 to 1, the same both ways, and wholly like themselves', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [shinglesOf(one), shinglesOf(other)]
        expect(similarity(a, b)).toBe(similarity(b, a))
        expect(similarity(a, b)).toBeGreaterThanOrEqual(0)
        expect(similarity(a, b)).toBeLessThanOrEqual(1)
        if (one !== '') expect(similarity(a, a)).toBe(1)
      }),
    )
  })

  it('are told apart word by word: nothing is lost, and what they share reads the same in both', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [left, right] = wordDifferences(one, other)
        const all = (runs: typeof left) => runs.map((run) => run.text).join(' ')
        const same = (runs: typeof left) =>
          comparedWords(
            runs
              .filter(({ kind }) => kind === 'same')
              .map((run) => run.text)
              .join(' '),
          )
        expect(all(left)).toBe(one)
        expect(all(right)).toBe(other)
        expect(same(left)).toEqual(same(right))
      }),
    )
  })

  it('differ in the words that only one of them has', () => {
    const [left, right] = wordDifferences('No Party shall impose duties.', 'No Party may impose any duties')
    expect(left.filter(({ kind }) => kind === 'only').map((run) => run.text)).toEqual(['shall'])
    expect(right.filter(({ kind }) => kind === 'only').map((run) => run.text)).toEqual(['may', 'any'])
  })

  it('are paired with the closest one, each once', () => {
    const pairs = pairUp(['a b c d', 'x y z'], ['x y z w', 'p q r'], (each) => each)
    expect(pairs).toEqual([
      { one: 'x y z', other: 'x y z w', alike: 0.5 },
      { one: 'a b c d', alike: 0 },
      { other: 'p q r', alike: 0 },
    ])
  })
})

describe('the articles of two agreements', () => {
  it('are paired by what they read like, wherever they stand', () => {
    const left = ['Customs duties shall not be imposed on films.', 'Each Party shall protect authors and performers.']
    const right = ['The committee meets once a year.', 'Each Party shall protect authors and performers too.', left[0]!]
    expect(pairArticles(left, right)).toEqual([
      { left: 0, right: 2, alike: 1 },
      { left: 1, right: 1, alike: 5 / 6 },
    ])
  })

  it('are each used once, and are found to be themselves', () => {
    const word = fc.constantFrom('film', 'quota', 'party', 'shall', 'trade', 'levy', 'law', 'cinema', 'music')
    const article = fc.array(word, { minLength: 6, maxLength: 30 }).map((all) => all.join(' '))
    fc.assert(
      fc.property(fc.array(article, { maxLength: 12 }), fc.array(article, { maxLength: 12 }), (left, right) => {
        const pairs = pairArticles(left, right)
        expect(new Set(pairs.map((pair) => pair.left)).size).toBe(pairs.length)
        expect(new Set(pairs.map((pair) => pair.right)).size).toBe(pairs.length)
        expect(pairArticles(left, left).every(({ alike }) => alike === 1)).toBe(true)
      }),
    )
  })
})

describe('a long article', () => {
  it('is cut into parts that together are the whole of it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 4000 }), { maxLength: 12 }), fc.nat(1000), (pieces, startAt) => {
        const raw = pieces.join(' ')
        const parts = partsOf({ raw, startAt })
        expect(parts.map(({ start, end }) => raw.slice(start - startAt, end - startAt)).join('')).toBe(raw)
        expect(parts.every(({ start, end }) => end - start <= 9000)).toBe(true)
      }),
    )
  })
})
