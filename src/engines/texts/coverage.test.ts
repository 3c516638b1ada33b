import { expect, it } from 'vitest'
import { type Coverage, coverageOf } from './coverage.ts'
import { readDocument } from './read-document.ts'

const cover = (text: string): Coverage => {
  const result = readDocument('t.txt', Buffer.from(text))
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return coverageOf(result.value)
}

const article = (
  number: number | string,
  text = 'The Parties to this Agreement shall do the work of the article in their territory.',
): string => `Article ${number}\n${text}\n`

it('calls a text whole in which nothing is missing', () => {
  expect(cover([1, 2, 3].map((at) => article(at)).join(''))).toMatchObject({
    whole: true,
    articles: 3,
    gaps: [],
    missing: [],
    doubts: [],
  })
})

it('names the gap in the numbers of articles', () => {
  expect(cover(article(1) + article(2) + article(6)).gaps).toEqual([
    { kind: 'article', after: 'Article 2', before: 'Article 6', missing: 3 },
  ])
})

it('names the missing chapter', () => {
  expect(cover(`CHAPTER 1\n${article(1)}CHAPTER 3\n${article(1)}`).gaps).toEqual([
    { kind: 'chapter', after: 'CHAPTER 1', before: 'CHAPTER 3', missing: 1 },
  ])
})

it('does not call the numbers of the next chapter a gap', () => {
  expect(cover(`CHAPTER 1\n${article('1.1')}${article('1.2')}CHAPTER 2\n${article('2.1')}`).gaps).toEqual([])
})

it('names annexes that the text points to and that were not supplied', () => {
  const text = article(1, 'The Parties apply Annex B and Annex XI to this Agreement, and Annex B again.') + article(2)
  expect(cover(text).missing).toEqual([
    { kind: 'annex', label: 'B', mentions: 2 },
    { kind: 'annex', label: 'XI', mentions: 1 },
  ])
  expect(cover(`${text}ANNEX B\nLists of the Parties\nANNEX XI\nMore of the Parties\n`).missing).toEqual([])
})

it('names chapters that the text points to and that are not there', () => {
  const text = [1, 2, 3]
    .map(
      (at) =>
        `CHAPTER ${at}\n${article(`${at}.1`, 'The Parties follow Chapter 15 (Electronic Commerce) of this Agreement.')}`,
    )
    .join('')
  expect(cover(text).missing).toEqual([{ kind: 'chapter', label: '15', mentions: 3 }])
})

it('says when an article is numbered twice in one chapter', () => {
  expect(cover(article(1) + article(2) + article(2)).repeated).toEqual(['Article 2'])
})

it('doubts a text that is no agreement, has no articles or speaks two languages', () => {
  expect(cover('A cake needs flour, eggs and sugar. '.repeat(200)).doubts).toEqual(
    expect.arrayContaining(['no_articles', 'not_an_agreement']),
  )
  const french = 'Les Parties au présent Accord font le travail des articles dans le territoire et sur les mers. '
  const english = 'The Parties to this Agreement shall do the work of the articles in the territory and on the seas. '
  expect(cover(`Article 1\n${english.repeat(80)}\nArticle 2\n${french.repeat(80)}`).doubts).toContain('two_languages')
})
