import { expect, it } from 'vitest'
import type { TextDocument } from '../../engines/texts/document.ts'
import { readDocument } from '../../engines/texts/read-document.ts'
import { createAuditor } from './audit.ts'

const auditor = createAuditor()

const read = (text: string): TextDocument => {
  const result = readDocument('t.txt', Buffer.from(text))
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value
}

const hitsIn = (text: string, type: string) => auditor.audit(read(text)).filter((hit) => hit.type === type)

it('finds the definition that slipped into the next article, beside the exception it belongs to', () => {
  const text = `Article 1
General Exceptions
Nothing in this Agreement prevents measures to protect sites of historical value, or to support creative arts of national value.
Article 2
Security Exceptions
Nothing requires a Party to give information.
11 “Creative arts” include theatre and music.
`
  expect(hitsIn(text, 'cultural_exception').map(({ article, rule }) => [article, rule])).toEqual([
    ['Article 1', 'cultural-exception.creative-arts'],
    ['Article 2', 'cultural-exception.definition'],
  ])
})

it('does not report a definition that stands alone', () => {
  expect(
    hitsIn('Article 1\nDefinitions\ncultural industries means persons engaged in publishing.\n', 'cultural_exception'),
  ).toEqual([])
})

it('reads each article of a text in two languages in its own language', () => {
  const english = 'The Parties to this Agreement shall do the work of the articles in the territory and on the seas. '
  const french = 'Les Parties au présent Accord font le travail des articles dans le territoire et sur les mers. '
  const text = `Article 1\n${english.repeat(40)}Cultural industries are exempt from this Agreement.\nArticle 2\n${french.repeat(40)}Le présent accord ne s’applique pas aux industries culturelles.\n`
  expect(hitsIn(text, 'cultural_exception').map(({ article, language }) => [article, language])).toEqual([
    ['Article 1', 'en'],
    ['Article 2', 'fr'],
  ])
})

it('finds a clause through a scanner’s mistakes and shows it as it stands', () => {
  const text =
    'Article 1\nCultural Industries\nCultural industries are exempt from the prov1s10ns of\nthis Agree-\nment.\n'
  const [hit] = hitsIn(text, 'cultural_exception')
  expect(hit!.quote).toContain('prov1s10ns of\nthis Agree-')
  expect(text.slice(hit!.start, hit!.end)).toBe(hit!.quote)
})

it('keeps two articles with the same number apart', () => {
  const clause = 'Neither Party shall impose customs duties on electronic transmissions.'
  const text = `CHAPTER 1\nElectronic Commerce\nArticle 4\n${clause}\nArticle 4\n${clause}\n`
  const hits = hitsIn(text, 'customs_duties_etransmissions')
  expect(hits.map(({ article }) => article)).toEqual(['Article 4', 'Article 4'])
  expect(new Set(hits.map(({ node }) => node)).size).toBe(2)
})

it('answers in time on 2 000 pages without a heading and full of cues', () => {
  const text = `Article 1\nElectronic Commerce, Cultural Cooperation, Services\n${'cultural industries audio-visual services '.repeat(100_000)}`
  const before = performance.now()
  auditor.audit(read(text))
  expect(performance.now() - before).toBeLessThan(10_000)
})
