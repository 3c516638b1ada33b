import { afterAll, describe, expect, it } from 'vitest'
import { foreign, openTwoParties, own } from '../../../../test/world/two-parties.ts'
import { sampleTexts } from '../sample-texts.ts'
import { tablesOf } from '../store.ts'

const world = await openTwoParties()
afterAll(world.close)

const prefix = `/en/${own.toLowerCase()}/agreements`

const clauseOf = (type: string) =>
  tablesOf(world.db)
    .selectFrom('agreements_clauses')
    .innerJoin('agreements_articles', 'agreements_articles.id', 'agreements_clauses.article_id')
    .select(['agreements_clauses.id', 'agreements_clauses.agreement_id', 'agreements_articles.position'])
    .where('agreements_clauses.party', '=', own)
    .where('agreements_clauses.type', '=', type as 'coproduction')
    .executeTakeFirstOrThrow()

const everythingKept = async (): Promise<string> => {
  const tables = tablesOf(world.db)
  const rows = [
    await tables.selectFrom('agreements').selectAll().execute(),
    await tables.selectFrom('agreements_articles').select('raw').execute(),
    await tables.selectFrom('agreements_drafts').selectAll().execute(),
    await world.db.withTables<{ submissions: { answer: unknown } }>().selectFrom('submissions').selectAll().execute(),
  ]
  return JSON.stringify(rows)
}

const draft = (name: string): string =>
  `Draft ${name}\n\nArticle 1\nDigital products\nNeither Party shall accord less favourable treatment to a digital product of ${name} than to other like digital products.\n`

describe('a draft', () => {
  it('is audited and forgotten: nothing of it is stored unless that was asked', async () => {
    const answered = await world.post('editor', `${prefix}/drafts`, { text: draft('Zanzaland'), title: 'Secret name' })
    expect(answered.status).toBe(200)
    expect(answered.text).toContain('Equal treatment of digital products')
    expect(answered.text).toContain('agreed before')
    expect(await everythingKept()).not.toMatch(/Zanzaland|Secret name/)
  })

  it('asked to be kept, its findings are: for the team, with a brief, until somebody removes them', async () => {
    const kept = await world.post('editor', `${prefix}/drafts`, {
      text: draft('Cordova'),
      title: 'Cordova',
      keep: 'yes',
    })
    expect(kept.status).toBe(303)
    const path = kept.location ?? ''
    expect((await world.get('observer', path)).text).toContain('Cordova')
    expect((await world.get('foreign contact-point', path)).status).toBe(404)
    expect((await world.get('visitor', path)).status).toBe(303)
    for (const format of ['docx', 'pdf'])
      expect(await world.get('reviewer', `${path}/brief.${format}`)).toMatchObject({ status: 200 })
    expect((await world.post('editor', `${path}/removal`)).status).toBe(303)
    expect((await world.get('observer', path)).status).toBe(404)
  })

  it('without a text is sent back with a sentence', async () => {
    const answered = await world.post('editor', `${prefix}/drafts`, { text: '  ', title: 'Kept as typed' })
    expect(answered.status).toBe(422)
    expect(answered.text).toContain('Paste the text of the draft')
    expect(answered.text).toContain('Kept as typed')
  })
})

describe('a lawyer who disagrees with a hit', () => {
  it('must say why, rejects it, and sees that it is kept; the public sees neither the name nor the clause', async () => {
    const { id, agreement_id, position } = await clauseOf('digital_products_nondiscrimination')
    const form = { clause: id, position: String(position), verdict: 'reject' }
    const page = `${prefix}/${agreement_id}/articles/${position}`
    const refused = await world.post('reviewer', `${prefix}/${agreement_id}/decisions`, { ...form, reason: ' ' })
    expect(refused).toMatchObject({ status: 422, text: expect.stringContaining('Say why') })
    const reason = 'Digital products are not meant here.'
    const decided = await world.post('reviewer', `${prefix}/${agreement_id}/decisions`, { ...form, reason })
    expect(decided).toMatchObject({ status: 303, location: page })
    expect((await world.get('observer', page)).text).toContain(reason)
    const seen = await world.get('visitor', page)
    expect(seen.status).toBe(200)
    expect(seen.text).not.toContain(reason)
    expect(seen.text).not.toContain(`clause-${id}`)
    const facts = await world.get('contact-point', `${prefix}/${agreement_id}`)
    expect(facts.text).toContain('rejected 1')
  })

  it('adds what was missed; a passage that does not stand there is refused and what was typed stays', async () => {
    const { agreement_id } = await clauseOf('coproduction')
    const form = { position: '3', rule: 'cultural-cooperation.undertaking', reason: 'It belongs here.' }
    const path = `${prefix}/${agreement_id}/clauses`
    const refused = await world.post('reviewer', path, { ...form, quote: 'words of another text' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('does not stand in the article')
    expect(refused.text).toContain('words of another text')
    expect((await world.post('reviewer', path, { ...form, quote: 'good practices' })).status).toBe(303)
    expect((await world.get('visitor', `${prefix}/${agreement_id}/articles/3`)).text).toContain('Added by a reviewer')
  })

  it('cannot reach into the agreements of another Party', async () => {
    const { id, position } = await clauseOf('coproduction')
    const other = await tablesOf(world.db)
      .selectFrom('agreements')
      .select('id')
      .where('party', '=', foreign)
      .executeTakeFirstOrThrow()
    const form = { clause: id, position: String(position), verdict: 'confirm', reason: '' }
    expect((await world.post('reviewer', `${prefix}/${other.id}/decisions`, form)).status).toBe(404)
  })
})

describe('the details of an agreement', () => {
  it('say whether it was amended: on its page, in the list and in the table; what the text says is only offered', async () => {
    const { agreement_id } = await clauseOf('audiovisual_carveout')
    const page = `${prefix}/${agreement_id}`
    const form = { title: 'Protocol amending the Trade Agreement', year: '2016', parties: '', whose: 'own' }
    expect((await world.post('editor', `${page}/details`, form)).status).toBe(303)
    const offered = (await world.get('editor', `${page}/details`)).text
    expect(offered).toContain('Protocol amending the Trade Agreement</q>')
    expect(offered).toContain('only you can say')
    expect((await world.get('visitor', prefix)).text).not.toContain('amended 2')

    const odd = await world.post('editor', `${page}/details`, { ...form, 'amended-year': '1999', amendment: 'Kept' })
    expect(odd).toMatchObject({ status: 422, text: expect.stringContaining('cannot have been amended before') })
    expect(odd.text).toContain('value="Kept"')
    const said = { ...form, 'amended-year': '2022', amendment: 'Culture <b>set apart</b>' }
    expect((await world.post('editor', `${page}/details`, said)).status).toBe(303)
    expect((await world.get('visitor', prefix)).text).toContain('amended 2022')
    const shown = (await world.get('visitor', page)).text
    expect(shown).toContain('Amended in the spirit of the Convention in 2022')
    expect(shown).toContain('Culture &lt;b&gt;set apart')
    expect((await world.get('editor', `${prefix}/clauses.csv`)).text).toContain('2022,Culture <b>set apart</b>')
  })
})

describe('a negotiator', () => {
  it('finds in one page whether a quota on streaming is still open, with the article that says so', async () => {
    const { agreement_id } = await clauseOf('audiovisual_carveout')
    const { text } = await world.get('visitor', `${prefix}/${agreement_id}`)
    expect(text).toContain('Local-content duties for streaming')
    expect(text).toMatch(/articles\/\d+#clause-/)
    expect(text).toContain('not legal advice')
  })

  it('searches for a phrase and sees it marked in its article', async () => {
    const { text } = await world.get('visitor', `${prefix}?search=%22customs+duties%22`)
    expect(text).toContain('<mark>customs duties</mark>')
  })

  it('is not stopped by an address that means nothing', async () => {
    const odd = '?page=-1&from=abc&to=99999&with=%27%3B--&type=none&whose=all&search=%00%27%22%3C%28%26'
    for (const path of [odd, `/comparison?find=%00%25`, '/comparison?one=x&other=y', '/wordings?type=x&direction=y'])
      expect((await world.get('visitor', `${prefix}${path}`)).status, path).toBe(200)
    for (const id of ['0', '-1', '1e9', 'x', '9'.repeat(30)]) {
      const { agreement_id } = await clauseOf('coproduction')
      expect((await world.get('visitor', `${prefix}/${agreement_id}/articles/${id}`)).status, id).toBe(404)
    }
  })

  it('sees at one look in how many of the own agreements each measure is still open, and goes on to the agreement', async () => {
    const { text } = await world.get('visitor', `${prefix}/ours`)
    expect(text).toContain('A discoverability quota')
    expect(text).toMatch(/href="[^"]+\/agreements\/[0-9a-f-]{36}"/)
    expect(text).toContain('not legal advice')
    expect((await world.get('visitor', `${prefix}/ours?with=%27--`)).status).toBe(200)
  })

  it('finds every form of a word', async () => {
    for (const word of ['duty', 'DUTIES', 'taxation or duty'])
      expect((await world.get('visitor', `${prefix}?search=${encodeURIComponent(word)}`)).text).toContain(
        'duties</mark>',
      )
  })

  it('sees which wording was taken up by which later agreement, with all of it as CSV', async () => {
    expect((await world.get('visitor', `${prefix}/spread?type=customs_duties_etransmissions`)).status).toBe(200)
    const csv = await world.get('visitor', `${prefix}/lineage.csv?type=cultural_exception`)
    expect(csv.text).toContain('clause_type,family,title,year')
  })

  it('compares article by article, and is told what two languages do not allow to be said', async () => {
    const rows = await tablesOf(world.db)
      .selectFrom('agreements')
      .select(['id', 'language'])
      .where('party', '=', own)
      .orderBy('created_at')
      .execute()
    const english = rows.filter(({ language }) => language === 'en').map(({ id }) => id)
    const french = rows.find(({ language }) => language === 'fr')!.id
    const whole = (one: string, other: string) => `${prefix}/comparison?one=${one}&other=${other}&articles=all`
    expect((await world.get('visitor', whole(english[0]!, english[1]!))).text).toMatch(/counterpart/)
    const across = await world.get('visitor', `${whole(english[0]!, french)}&left=2&right=2`)
    expect(across.text).toContain('different languages')
    expect(across.text).not.toContain('<mark>')
    expect((await world.get('visitor', `${whole(english[0]!, french)}&left=x&right=1e9`)).status).toBe(200)
  })

  it('compares two agreements by type, word by word where the language is the same', async () => {
    const rows = await tablesOf(world.db)
      .selectFrom('agreements')
      .select(['id', 'file_name'])
      .where('party', '=', own)
      .execute()
    const [one, other] = sampleTexts.slice(0, 2).map(({ name }) => rows.find(({ file_name }) => file_name === name)!.id)
    const path = `${prefix}/comparison?one=${one}&other=${other}&type=cultural_diversity_recital`
    expect((await world.get('visitor', path)).text).toContain('<mark>')
  })
})
