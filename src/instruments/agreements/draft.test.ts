import { describe, expect, it } from 'vitest'
import type { Agreement, Clause } from './agreement.ts'
import { readDraft } from './draft.ts'
import { sampleTexts } from './sample-texts.ts'
import { readText } from './take-texts.ts'

const read = async (name: string, text: string) => {
  const found = await readText({ name, bytes: Buffer.from(text) })
  if (!found.ok) throw new Error(JSON.stringify(found.faults))
  return found.value
}

/** A text as if it were kept: what the store would give back, without a database. */
const practiceOf = async (name: string, text: string, isOwn: boolean) => {
  const { audited, title } = await read(name, text)
  const agreement: Agreement = {
    id: name,
    party: 'XA',
    hash: audited.document.hash,
    fileName: name,
    title,
    format: 'plain',
    language: 'en',
    parties: [],
    amendment: '',
    isOwn,
    isPublished: false,
    isSynthetic: true,
    coverage: audited.coverage,
    types: [...new Set(audited.hits.map(({ type }) => type))],
    createdAt: new Date('2027-01-01T00:00:00Z'),
  }
  const clauses = audited.hits.map(
    (hit, index): Clause => ({
      ...hit,
      id: `${name}-${index}`,
      agreementId: name,
      articleId: hit.node,
      articlePosition: 1,
      isAdded: false,
    }),
  )
  return { agreement, clauses }
}

const own = await Promise.all(
  sampleTexts.filter(({ isOwn }) => isOwn).map(({ name, text }) => practiceOf(name, text, true)),
)
const practice = {
  agreements: own.map(({ agreement }) => agreement),
  clauses: own.flatMap(({ clauses }) => clauses),
}

const draft = `Draft Agreement between Meridia and Cordova

CHAPTER 1
Digital trade

Article 1
Digital products
Neither Party shall accord less favourable treatment to a digital product created in the territory of the other Party than it accords to other like digital products.

Article 2
Source code
Neither Party shall require the transfer of, or access to, source code of software owned by a person of the other Party.

Article 3
Cultural cooperation
The Parties shall promote cultural cooperation and cultural exchanges.
`

const lineOf = async (text: string, type: string, held = practice) => {
  const { audited, document } = await read('draft.txt', text)
  const reading = readDraft({ language: document.language, coverage: audited.coverage, hits: audited.hits }, held)
  return reading.lines.find((line) => line.type === type)
}

describe('a draft held against what was agreed before', () => {
  it('names a restriction that no own agreement has as new, one agreed before as such', async () => {
    expect((await lineOf(draft, 'ecommerce_technology_transfer'))?.effect).toBe('new_restriction')
    expect((await lineOf(draft, 'digital_products_nondiscrimination'))?.effect).toBe('usual_restriction')
  })

  it('says what own agreements keep and the draft gives up, and what stays', async () => {
    const given = await lineOf(draft, 'audiovisual_carveout')
    expect(given).toMatchObject({ effect: 'given_up', hits: [], own: [{ title: expect.stringContaining('Austrel') }] })
    expect((await lineOf(draft, 'cultural_cooperation'))?.effect).toBe('kept')
  })

  it('concludes nothing from the silence of a draft that points to an annex not supplied', async () => {
    const partly = `${draft}\nArticle 4\nAnnexes\nAnnex 7 forms part of this Agreement.\n`
    expect((await lineOf(partly, 'audiovisual_carveout'))?.effect).toBe('cannot_conclude')
    expect((await lineOf(partly, 'cultural_cooperation'))?.effect).toBe('kept')
  })

  it('shows the nearest wording of the same type first', async () => {
    const nearest = (await lineOf(draft, 'digital_products_nondiscrimination'))?.nearest[0]
    expect(nearest?.alike).toBe(1)
    expect(nearest?.clause.label).toBe('Article 7 Non-discriminatory treatment of digital products')
  })

  it('puts what is gravest first', async () => {
    const { audited, document } = await read('draft.txt', draft)
    const findings = { language: document.language, coverage: audited.coverage, hits: audited.hits }
    const effects = readDraft(findings, practice).lines.map(({ effect }) => effect)
    expect(effects[0]).toBe('new_restriction')
    expect(effects.lastIndexOf('given_up')).toBeLessThan(effects.indexOf('usual_restriction'))
  })

  it('calls a restriction new where nothing was agreed yet', async () => {
    const nothing = { agreements: [], clauses: [] }
    expect((await lineOf(draft, 'digital_products_nondiscrimination', nothing))?.effect).toBe('new_restriction')
    expect((await lineOf(draft, 'cultural_cooperation', nothing))?.effect).toBe('new_room')
  })

  it('of three hundred pages is read in under two seconds', async () => {
    const filler = Array.from(
      { length: 600 },
      (_, index) =>
        `Article ${index + 1}\nMeasures\n${'The Parties shall consult on measures that affect cultural goods and electronic commerce between them. '.repeat(14)}\n`,
    )
    const text = `Draft Agreement\n\n${filler.join('\n')}`
    expect(text.length).toBeGreaterThan(300 * 2500)
    const { audited, document } = await read('long.txt', text)
    const findings = { language: document.language, coverage: audited.coverage, hits: audited.hits }
    const begun = performance.now()
    await read('longer.txt', text)
    readDraft(findings, practice)
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})
