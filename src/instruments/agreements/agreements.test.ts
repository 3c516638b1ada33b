import { readFile } from 'node:fs/promises'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/database.ts'
import { missing, sharedFile } from '../../../test/shared-files.ts'
import { migrations as historyMigrations, listHistory } from '../../engines/history/index.ts'
import { readTar } from '../../engines/texts/archive.ts'
import { migrations as evidenceMigrations } from '../../evidence/index.ts'
import { loadFramework } from '../../framework/index.ts'
import { actorOf, addParty, peopleMigrations, type Role, visitorOf } from '../../people/index.ts'
import { policySpaceOf } from './agreement.ts'
import { canRemove, describeAgreement, removeAgreement, setPublished } from './change-agreement.ts'
import { findEvidence } from './evidence-store.ts'
import { clauseCells } from './export-rows.ts'
import { migrations } from './migrations/index.ts'
import { permissions } from './permissions.ts'
import { addClause, decide } from './review.ts'
import { sampleTexts } from './sample-texts.ts'
import { searchArticles } from './search-articles.ts'
import { type Asking, getAgreement, getArticle, listAgreements, listClauses, listDecisions } from './store.ts'
import { takeTexts } from './uploads.ts'

const database = await openTestDatabase([
  { room: 'history', migrations: historyMigrations },
  { room: 'people', migrations: peopleMigrations },
  { room: 'evidence', migrations: evidenceMigrations },
  { room: 'agreements', migrations },
])
afterAll(database.close)

const { db } = database
const at = new Date('2027-02-01T09:00:00Z')
const framework = loadFramework()
let parties = 0

const askingIn = (party: string, role: Role): Asking => ({
  db,
  party,
  at,
  actor: actorOf({ userId: role, name: role, administrator: false, roles: new Map([[party, role]]) }, permissions),
})

const newParty = async () => {
  parties += 1
  const party = `X${String.fromCharCode(64 + parties)}`
  await addParty(db, { code: party, languages: ['en'] }, at)
  return { party, lead: askingIn(party, 'contact-point'), reviewer: askingIn(party, 'reviewer') }
}

const take = (party: string, name: string, bytes: string | Buffer, whose: 'own' | 'others' | 'by-file' = 'own') =>
  takeTexts({ db, party, at, framework, actor: { name: 'editor' }, name, bytes: Buffer.from(bytes as string), whose })

const trade = sampleTexts[0]!.text

const described = { title: 'Trade', year: '2016', parties: '', whose: 'own', amendedYear: '', amendment: '' }

const withTrade = async () => {
  const given = await newParty()
  const { only } = await take(given.party, 'trade.txt', trade)
  return { ...given, agreement: await getAgreement(given.lead, only ?? '') }
}

describe('texts taken in', () => {
  it('are kept once: the same bytes add nothing', async () => {
    const { party, lead } = await newParty()
    expect(await take(party, 'one.txt', trade)).toMatchObject({ texts: 1, added: 1, known: 0, faults: [] })
    expect(await take(party, 'another name.txt', trade)).toMatchObject({ texts: 1, added: 0, known: 1 })
    expect(await listAgreements(lead)).toHaveLength(1)
  })

  it('are shown as they were sent, and each clause stands where it says', async () => {
    const { agreement } = await withTrade()
    for (const clause of await listClauses(db, [agreement])) {
      const article = await getArticle(db, agreement, clause.articlePosition)
      expect(article.raw.slice(clause.start - article.startAt, clause.end - article.startAt)).toBe(clause.quote)
      expect(trade.slice(clause.start, clause.end)).toBe(clause.quote)
    }
  })

  it('that cannot be read are refused with the reason, by name, and disturb no other', async () => {
    const { party } = await newParty()
    const bad = await take(party, 'bomb.xml', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><treaty></treaty>')
    expect(bad).toMatchObject({ added: 0, faults: [{ code: 'text-doctype', values: { file: 'bomb.xml' } }] })
    expect(await take(party, 'texts.zip', 'PK\u0003\u0004 no archive')).toMatchObject({ added: 0, faults: [{}] })
  })

  it('with characters that no database keeps are kept all the same', async () => {
    const { party, lead } = await newParty()
    const docx = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(
        '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Agreement of two Parties (2001)</w:t></w:r></w:p><w:p><w:r><w:t>Article 1 Cul&#0;ture</w:t></w:r></w:p><w:p><w:r><w:t>The Parties shall promote cultural cooperation\u0000.</w:t></w:r></w:p></w:body></w:document>',
      ),
    })
    expect(await take(party, 'a.docx', Buffer.from(docx))).toMatchObject({ added: 1, faults: [] })
    expect((await listAgreements(lead))[0]?.types).toContain('cultural_cooperation')
  })

  it('tell title and year from the first line', async () => {
    const { agreement } = await withTrade()
    expect(agreement).toMatchObject({ year: 2016, title: expect.stringContaining('Meridia and Austrel') as string })
  })
})

describe('a reviewer', () => {
  it('rejects a clause: it is kept with its reason, counts, and changes the reading', async () => {
    const { reviewer, lead, party, agreement } = await withTrade()
    const before = policySpaceOf(agreement, await listClauses(db, [agreement]))
    expect(before.readings.find(({ measure }) => measure === 'local_content_streaming')?.answer).toBe('exposed')
    const [clause] = await listClauses(db, [agreement], { type: 'digital_products_nondiscrimination' })
    const judged = { clause: clause!.id, verdict: 'reject', reason: '' }
    expect(await decide(reviewer, agreement, judged)).toMatchObject({ ok: false, faults: [{ code: 'reason-missing' }] })
    expect(await decide(reviewer, agreement, { ...judged, reason: 'Only goods are meant.' })).toMatchObject({
      ok: true,
    })
    const after = await getAgreement(lead, agreement.id)
    expect(after.types).not.toContain('digital_products_nondiscrimination')
    const space = policySpaceOf(after, await listClauses(db, [after]))
    expect(space.readings.find(({ measure }) => measure === 'local_content_streaming')?.answer).not.toBe('exposed')
    expect(await listDecisions(db, agreement)).toMatchObject([{ verdict: 'reject', reason: 'Only goods are meant.' }])
    const fact = (await findEvidence(db, party)).find(({ subject }) => subject === 'audit')
    expect(fact?.statement.values).toMatchObject({ rejected: 1, reviewed: 1 })
    expect((await listHistory(db, { party })).map(({ action }) => action)).toContain('agreements.reject')
  })

  it('changes the mind: both decisions stay, the later one counts', async () => {
    const { reviewer, agreement } = await withTrade()
    const [clause] = await listClauses(db, [agreement], { type: 'audiovisual_carveout' })
    await decide(reviewer, agreement, { clause: clause!.id, verdict: 'reject', reason: 'No.' })
    await decide({ ...reviewer, at: new Date(at.getTime() + 1000) }, agreement, {
      clause: clause!.id,
      verdict: 'confirm',
      reason: 'After all, yes.',
    })
    expect((await listDecisions(db, agreement)).map(({ verdict }) => verdict)).toEqual(['confirm', 'reject'])
    expect((await listClauses(db, [agreement], { type: 'audiovisual_carveout' }))[0]?.verdict).toBe('confirm')
  })

  it('adds a clause that no rule found, where its words stand', async () => {
    const { reviewer, agreement } = await withTrade()
    const article = await getArticle(db, agreement, 2)
    const addition = { rule: 'cultural-exception.mention', quote: 'trade in  Goods and services', reason: 'Read so.' }
    expect(await addClause(reviewer, agreement, article, { ...addition, quote: 'not there' })).toMatchObject({
      ok: false,
      faults: [{ code: 'quote-not-found' }],
    })
    expect(await addClause(reviewer, agreement, article, addition)).toMatchObject({ ok: true })
    const added = (await listClauses(db, [agreement])).find(({ isAdded }) => isAdded)
    expect(trade.slice(added!.start, added!.end)).toBe('trade in goods and services')
  })

  it('cannot be written over: decisions are only appended', async () => {
    const { reviewer, agreement } = await withTrade()
    const [clause] = await listClauses(db, [agreement])
    await decide(reviewer, agreement, { clause: clause!.id, verdict: 'confirm', reason: '' })
    await expect(
      database.pool.query("update agreements_decisions set reason = 'other' where agreement_id = $1", [agreement.id]),
    ).rejects.toThrow('never changed')
  })

  it('is not an observer, and a stranger is told nothing', async () => {
    const { party, agreement } = await withTrade()
    const judged = { clause: agreement.id, verdict: 'confirm', reason: '' }
    await expect(decide(askingIn(party, 'observer'), agreement, judged)).rejects.toThrow('agreements.review')
    await expect(getAgreement({ db, party, actor: visitorOf(permissions) }, agreement.id)).rejects.toThrow('agreement')
  })
})

describe('an agreement', () => {
  it('is for the team until it is published, with its facts', async () => {
    const { party, lead, agreement } = await withTrade()
    const visitor = { db, party, actor: visitorOf(permissions) }
    expect(await listAgreements(visitor)).toEqual([])
    await setPublished(lead, agreement, true)
    expect(await listAgreements(visitor)).toHaveLength(1)
    expect(new Set((await findEvidence(db, party)).map(({ audience }) => audience))).toEqual(new Set(['public']))
  })

  it('goes only while nothing rests on it', async () => {
    const { reviewer, lead, agreement } = await withTrade()
    expect(await canRemove(lead, agreement)).toBe(true)
    const [clause] = await listClauses(db, [agreement])
    await decide(reviewer, agreement, { clause: clause!.id, verdict: 'confirm', reason: '' })
    await expect(removeAgreement(lead, agreement)).rejects.toThrow('stays')
  })

  it('is described by people: a wrong year or code is refused beside its field', async () => {
    const { lead, agreement } = await withTrade()
    const typed = { ...described, title: ' Trade ', year: '20166', parties: 'XA, Utopia', whose: 'others' }
    const refused = await describeAgreement(lead, agreement, typed)
    expect(refused.ok ? [] : refused.faults.map(({ field }) => field)).toEqual(['year', 'parties'])
    await describeAgreement(lead, agreement, { ...typed, year: '2015', parties: 'xa; FR' })
    expect(await getAgreement(lead, agreement.id)).toMatchObject({
      title: 'Trade',
      year: 2015,
      parties: ['XA', 'FR'],
      isOwn: false,
    })
  })

  it('is said to be amended by people alone, which the history keeps and the report is told', async () => {
    const { lead, party, agreement } = await withTrade()
    const amended = { ...described, amendedYear: '2021', amendment: 'Audiovisual services  taken out.' }
    const faultsOf = async (typed: typeof described): Promise<readonly string[]> => {
      const said = await describeAgreement(lead, agreement, typed)
      return said.ok ? [] : said.faults.map(({ code }) => code)
    }
    expect(await faultsOf({ ...amended, amendedYear: '' })).toEqual(['amended-year-missing'])
    expect(await faultsOf({ ...amended, amendedYear: '2015' })).toEqual(['amended-before-signed'])
    expect(await faultsOf({ ...amended, amendedYear: 'soon' })).toEqual(['amended-year-off'])
    expect(await faultsOf({ ...amended, amendment: 'x'.repeat(301) })).toEqual(['amendment-long'])
    expect((await findEvidence(db, party)).some(({ subject }) => subject.endsWith('/amended'))).toBe(false)

    expect(await faultsOf(amended)).toEqual([])
    const facts = (await findEvidence(db, party)).filter(({ subject }) => subject.endsWith('/amended'))
    expect(facts).toMatchObject([
      {
        statement: { values: { year: '2021', amendment: 'Audiovisual services taken out.' } },
        period: { from: '2021-01-01', to: '2021-12-31' },
      },
      { subject: 'all/amended', value: 1, statement: { values: { of: 1, count: 1 } } },
    ])
    for (const { traces } of facts) expect(traces).toContain('report-2019/2c.other-agreements')
    const [change] = await listHistory(db, { party })
    expect(change).toMatchObject({ before: { amended_year: null }, after: { amended_year: 2021 } })
    const [row] = [...clauseCells([await getAgreement(lead, agreement.id)], [])]
    expect(row?.slice(-2)).toEqual([2021, 'Audiovisual services taken out.'])

    expect(await faultsOf({ ...amended, whose: 'others' })).toEqual([])
    expect(await findEvidence(db, party)).toEqual([])
  })
})

describe('search', () => {
  it('finds articles by words and by phrase, marks what it found, and reads each language with its own analyser', async () => {
    const { party, lead } = await withTrade()
    await take(party, 'accord.txt', sampleTexts[2]!.text, 'others')
    const find = async (text: string) => (await searchArticles(lead, text, {}, { limit: 10, offset: 0 })).articles
    expect((await find('"customs duties"'))[0]).toMatchObject({ name: 'Customs duties' })
    expect(await find('"duties customs"')).toEqual([])
    expect((await find('industrie culturelle'))[0]).toMatchObject({ language: 'fr', name: 'Industries culturelles' })
    expect((await find('digital NEAR/2 products')).length).toBeGreaterThan(0)
    expect((await find('audiovisual'))[0]?.marked[1]).toBe('audiovisual')
    expect(await searchArticles(lead, '\';--"', {}, { limit: 10, offset: 0 })).toMatchObject({ count: 0 })
  })
})

const archive = ['data', 'agreements', 'tota-0.5.0.tar.gz'] as const

describe.skipIf(missing(...archive))('agreements of Texts of Trade Agreements', () => {
  it('become the Party’s own where the file names it', async () => {
    const { lead, party } = await newParty()
    const entries = readTar(await readFile(sharedFile(...archive))).filter(({ name }) =>
      /pta_(?:1|24)\.xml$/.test(name),
    )
    for (const { name, bytes } of entries)
      await takeTexts({ db, party, at, framework, actor: { name: 'e' }, name, bytes, whose: 'by-file' })
    const agreements = await listAgreements(lead)
    expect(agreements).toHaveLength(2)
    expect(agreements.find(({ title }) => title === 'Japan - Thailand')).toMatchObject({
      parties: ['JP', 'TH'],
      year: 2007,
      isOwn: false,
      coverage: { whole: false },
    })
  })
})
