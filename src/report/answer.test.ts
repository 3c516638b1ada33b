import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citedNumbers, isOutdated, partsOf, textFor } from './answer.ts'

const written = (language: string, day: number) => ({
  language,
  text: language,
  writtenAt: new Date(Date.UTC(2026, 0, day)),
})

describe('an answer of the report', () => {
  it('finds each cited fact once, in order', () => {
    expect(citedNumbers('A law [F12], a fund [F3] and again [F12]; not [12] nor F9.')).toEqual([12, 3])
  })

  it('falls into parts that are the same text again, whatever people type', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.nat(99_999).map((number) => `[F${number}]`),
          ),
        ),
        (pieces) => {
          const text = pieces.join('')
          const again = partsOf(text).map((part) => (part.kind === 'text' ? part.text : part.number))
          const numbers = [...text.matchAll(/\[F(\d{1,9})\]/g)].map((match) => match[0])
          let citation = 0
          expect(again.map((part) => (typeof part === 'number' ? numbers[citation++] : part)).join('')).toBe(text)
        },
      ),
    )
  })

  it('is read in the reader’s language, else in the one written last', () => {
    const said = { question: 'q', version: 1, texts: [written('fr', 1), written('ar', 2)] }
    expect(textFor(said, 'fr')?.language).toBe('fr')
    expect(textFor(said, 'en')?.language).toBe('ar')
  })

  it('tells that a translation has fallen behind', () => {
    const [older, newer] = [written('fr', 1), written('ar', 2)]
    const said = { question: 'q', version: 1, texts: [older, newer] }
    expect(isOutdated(said, older)).toBe(true)
    expect(isOutdated(said, newer)).toBe(false)
  })
})
