import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  foldTitle,
  jaroWinkler,
  leastConfidence,
  matchTitles,
  noDecisions,
  titleConfidence,
  titleIndex,
} from './index.ts'

describe('Jaro–Winkler', () => {
  const published: [string, string, number][] = [
    ['martha', 'marhta', 0.9611],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.8133],
  ]
  it.each(published)('%s and %s as published', (a, b, value) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(value, 4)
  })
  it('lies between 0 and 1, and is 1 for the same text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(jaroWinkler(a, b)).toBeGreaterThanOrEqual(0)
        expect(jaroWinkler(a, b)).toBeLessThanOrEqual(1)
        expect(jaroWinkler(a, a)).toBe(1)
      }),
    )
  })
})

describe('titles that are like each other', () => {
  it.each([
    ['The Queen’s Gambit', 'THE QUEENS GAMBIT'],
    ['Élite', 'elite'],
    ['Law & Order', 'Law and Order'],
    ['Rocky II', 'Rocky 2'],
  ])('%s and %s differ in nothing that counts', (a, b) => {
    expect(foldTitle(a)).toBe(foldTitle(b))
    expect(titleConfidence(a, b)).toBe(1)
  })

  it.each([
    ['Stranger Things 2', 'Stranger Things 3'],
    ['Rocky II', 'Rocky III'],
    ['Part 1', 'Part 10'],
  ])('%s and %s are different works, however alike: their numbers differ', (a, b) => {
    expect(titleConfidence(a, b)).toBe(0)
  })

  it('an article more is never sure, and is proposed all the same', () => {
    expect(titleConfidence('Kingdom', 'The Kingdom')).toBe(0.88)
    expect(titleConfidence('The Kingdom', 'The KINGDOM')).toBe(1)
    expect(titleIndex(['Kingdom', 'The Kingdom']).find('The kingdom')).toEqual([
      { place: 1, confidence: 1 },
      { place: 0, confidence: 0.88 },
    ])
  })

  it('slips of the pen come high, other titles low', () => {
    expect(titleConfidence('Squid Game', 'Squid Games')).toBeGreaterThan(0.9)
    expect(titleConfidence('Lupin', 'Lupin the Third')).toBeLessThan(leastConfidence)
    expect(titleConfidence('Dark', 'Dear')).toBeLessThan(leastConfidence)
  })

  it('confidence is the same either way round and lies between 0 and 1', () => {
    const title = fc.string({ unit: fc.constantFrom(...'abcé 12'), maxLength: 12 })
    fc.assert(
      fc.property(title, title, (a, b) => {
        const confidence = titleConfidence(a, b)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
        expect(titleConfidence(b, a)).toBeCloseTo(confidence, 12)
      }),
    )
  })

  it('the index finds what comparing every pair finds', () => {
    const title = fc.string({ unit: fc.constantFrom(...'aabcde 1', 'the '), minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(fc.array(title, { maxLength: 30 }), title, (known, wanted) => {
        const slow = known
          .map((text, place) => ({ place, confidence: titleConfidence(wanted, text) }))
          .filter(({ confidence }) => confidence >= leastConfidence)
          .sort((a, b) => b.confidence - a.confidence || a.place - b.place)
        const fast = titleIndex(known).find(wanted, 100)
        expect(fast.map(({ place }) => place)).toEqual(slow.map(({ place }) => place))
      }),
      { numRuns: 500 },
    )
  })

  it('scripts other than Latin are compared as they are written', () => {
    expect(titleConfidence('الفيل الأزرق', 'الفيل الازرق')).toBeGreaterThan(leastConfidence)
    expect(titleConfidence('進撃の巨人', '進撃の巨人')).toBe(1)
  })
})

describe('matching with a threshold and decisions', () => {
  const known = ['Squid Game', 'Sweet Home', 'Sweet Homes', 'Élite']
  const keyOf = (title: string) => title.trim().toLowerCase()
  const match = (title: string, threshold?: number, decisions = noDecisions) =>
    matchTitles([title], known, { threshold, decisions, keyOf })[0]

  it('without a threshold nothing is applied: everything is proposed', () => {
    expect(match('Squid Games')).toMatchObject({ work: 'Squid Game', standing: 'proposed' })
    expect(match('elite')).toMatchObject({ work: 'Élite', standing: 'proposed', confidence: 1 })
    expect(match('Nothing like it')).toBeUndefined()
  })

  it('with one a single candidate is applied, several are ambiguous', () => {
    expect(match('Squid Games', 0.9)).toMatchObject({ standing: 'applied' })
    expect(match('Sweet Hom', 0.85)).toMatchObject({ standing: 'ambiguous', others: [{ work: 'Sweet Homes' }] })
  })

  it('what a person decided wins: accepted against any confidence, refused for good', () => {
    const accepted = { accepted: new Map([['le jeu', 'squid game']]), refused: new Map() }
    expect(match('Le Jeu', undefined, accepted)).toMatchObject({ work: 'Squid Game', standing: 'accepted' })
    const refused = { accepted: new Map(), refused: new Map([['squid games', new Set(['squid game'])]]) }
    expect(match('Squid Games', 0.9, refused)).toMatchObject({ standing: 'refused' })
  })

  it('ten thousand titles against ten thousand take a moment', () => {
    const letters = 'eeeeaaaiiooutnsrhldcmfpg'
    const word = (n: number) =>
      Array.from({ length: 4 + (n % 5) }, (_, at) => letters[(n * 7919 + at * at * 31 + (n >> at) * 13) % 24]).join('')
    const titles = Array.from({ length: 10_000 }, (_, n) => `${word(n)} ${word(n * 31 + 7)}`)
    const index = titleIndex(titles)
    const found = titles.filter((title) => index.find(`${title}s`, 1).length === 1)
    expect(found.length).toBeGreaterThan(9_900)
  })
})
