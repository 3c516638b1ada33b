import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { markedPassages } from './search-marks.ts'
import { findSearchText, readSearch } from './search-query.ts'
import { placedVectorText, searchWords, stemOf, tokensOf } from './search-words.ts'

const lexemesOf = (text: string): string[] => tokensOf(text).map(stemOf)

describe('forms of a word are one word', () => {
  test.each([
    ['cultural industries', 'Cultural Industry'],
    ['customs duties', 'custom duty'],
    ['broadcasting', 'broadcasts'],
    ['programmes', 'program'],
    ['industries culturelles', 'industrie culturelle'],
    ['droits nationaux', 'droit national'],
    ['mesures créées', 'mesure creee'],
    ['productos digitales', 'producto digital'],
    ['excepciones', 'excepción'],
    ['culturas electrónicas', 'cultura electrónico'],
    ['культурные выражения', 'культурных выражений'],
    ['разнообразия', 'разнообразие'],
    ['والمكتبات', 'مكتبة'],
    ['الصناعات الثقافية', 'صناعة ثقافية'],
  ])('%s is found by %s', (one, other) => {
    expect(lexemesOf(one)).toEqual(lexemesOf(other))
  })

  it('keeps apart what is not the same', () => {
    expect(lexemesOf('cultural')).not.toEqual(lexemesOf('culture'))
    expect(lexemesOf('reserve')).not.toEqual(lexemesOf('preserve'))
    expect(lexemesOf('agricultural')).not.toEqual(lexemesOf('cultural'))
  })

  it('cuts Chinese into words, in the index as in the query', () => {
    expect(lexemesOf('保护文化表现形式多样性')).toContain('文化')
    expect(searchWords('保护文化产业').map(({ lexeme }) => lexeme)).toContain('文化')
  })
})

test('the words with their places are the words without', () => {
  const letters = [..."abcdezsiy éèñÉœ'-.,\nالثقافة文化产业выражения1234 "]
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 60 }), (text) => {
      expect(searchWords(text).map(({ lexeme }) => lexeme)).toEqual(lexemesOf(text))
    }),
  )
})

describe('what is typed into the search field', () => {
  const read = (typed: string): string | undefined => findSearchText(readSearch(typed))

  it('asks for every word, and for phrases word by word', () => {
    expect(read('cultural industries')).toBe(`'cultural' & 'industri'`)
    expect(read('“customs duties” digital')).toBe(`('custom' <1> 'duti') & 'digital'`)
  })

  it('leaves frequent words out, though they keep their place in a phrase', () => {
    expect(read('exception for the culture')).toBe(`'exception' & 'cultur'`)
    expect(read('"diversity of cultural expressions"')).toBe(`('diversiti' <2> 'cultural' <1> 'expression')`)
  })

  it('knows or, without, near and the beginning of a word', () => {
    expect(read('levy or quota -tariff')).toBe(`'levi' | 'quot' & !'tarif'`)
    expect(read('film NEAR/2 quota')).toBe(
      `'film' & 'quot' & ('film' <1> 'quot' | 'quot' <1> 'film' | 'film' <2> 'quot' | 'quot' <2> 'film')`,
    )
    expect(read('audiovis*')).toBe(`'audiovis':*`)
  })

  it('seeks nothing where nothing is left, and never fails', () => {
    expect(read('the of -film')).toBeUndefined()
    fc.assert(fc.property(fc.string(), (typed) => void read(typed)))
  })
})

describe('hits are marked', () => {
  const marks = (text: string, typed: string): string[] =>
    markedPassages(text, readSearch(typed)).filter((_, index) => index % 2 === 1)

  it('as they stand in the text, in each form', () => {
    expect(marks('The Cultural Industry; cultural industries.', 'cultural industries')).toEqual([
      'Cultural',
      'Industry',
      'cultural',
      'industries',
    ])
  })

  it('a phrase as one, and only as a phrase', () => {
    expect(marks('customs rules and customs duties', '"customs duties"')).toEqual(['customs duties'])
  })

  it('words near each other, not the others', () => {
    expect(marks('film law. One two three four film quota.', 'film NEAR/1 quota')).toEqual(['film', 'quota'])
  })

  it('in Arabic and Chinese', () => {
    expect(marks('تعزيز الصناعات الثقافية', 'صناعة')).toEqual(['الصناعات'])
    expect(marks('保护文化产业', '文化')).toEqual(['文化'])
  })

  it('and all that is shown is text of the article', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('film', 'quota', 'a', 'trade', 'of', 'law'), { maxLength: 200 }),
        (words) => {
          const shown = markedPassages(words.join(' '), readSearch('film quota'))
          const passages = shown
            .join('')
            .replaceAll(/^… | …$/g, '')
            .split(' … ')
          for (const passage of passages) expect(words.join(' ')).toContain(passage)
        },
      ),
    )
  })
})

test('a text in the index: stems with places, frequent words left out but counted', () => {
  expect(placedVectorText('The diversity of cultural diversity')).toBe(`'diversiti':2,5 'cultural':4`)
})
