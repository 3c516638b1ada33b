import { describe, expect, it } from 'vitest'
import { endOfWording } from './furniture.ts'

const wordingOf = (source: string): string => source.slice(0, endOfWording(source, 0, source.length))

describe('the heading of what comes next, left at the foot of an article', () => {
  it('is not part of the wording', () => {
    expect(wordingOf('The Parties shall cooperate.\nCOOPERATION IN SOCIAL \nAND CULTURAL MATTERS')).toBe(
      'The Parties shall cooperate.\n',
    )
  })

  it('is left alone when the whole text is in capitals', () => {
    const text = 'THE PARTIES SHALL COOPERATE.\nIN CULTURAL MATTERS'
    expect(wordingOf(text)).toBe(text)
  })

  it('is not seen in a short abbreviation or a number at the end', () => {
    const text = 'It takes part in the work of\nUNESCO\n12'
    expect(wordingOf(text)).toBe(text)
  })
})
