import { afterAll, describe, expect, test } from 'vitest'
import { openTwoParties, own } from '../../../../test/world/two-parties.ts'
import { listHistory } from '../../../engines/history/index.ts'
import { listFacts } from '../../../evidence/index.ts'
import { findRecordByKey } from '../../../engines/records/index.ts'
import { newId } from '../../../platform/random/new-id.ts'
import { register } from '../register.ts'

const world = await openTwoParties()
afterAll(world.close)

const base = `/en/${own.toLowerCase()}/measures`
const byKey = async (key: string) => (await findRecordByKey(world.db, register, own, key))!

const add = async (title: string, fields: Readonly<Record<string, string>> = {}): Promise<string> => {
  const created = await world.post('editor', `${base}/new`, { title, language: 'en', ...fields })
  expect(created.status).toBe(303)
  return created.location!
}

describe('adding a measure', () => {
  test('what was typed is kept when an answer is not accepted, and nothing is added', async () => {
    const refused = await world.post('editor', `${base}/new`, {
      title: 'A half-finished law',
      start: '1/3/2026',
      mainFeatures: 'Typed <b>with care</b>',
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('value="A half-finished law"')
    expect(refused.text).toContain('Typed &lt;b&gt;with care&lt;/b&gt;')
    expect(refused.text).toContain('2026-03-01 or 2026-01-03')
    expect(refused.text).toContain('href="#f-start"')
    expect(await findRecordByKey(world.db, register, own, 'a-half-finished-law')).toBeUndefined()
  })

  test('the same form sent twice adds one measure and gets one answer', async () => {
    const key = newId()
    const first = await world.post('editor', `${base}/new`, { title: 'Pressed twice', key })
    const second = await world.post('editor', `${base}/new`, { title: 'Pressed twice', key })
    expect(second.status).toBe(303)
    expect(second.location).toBe(first.location)
    const lines = await listHistory(world.db, { party: own, object: (await byKey('pressed-twice')).id })
    expect(lines).toHaveLength(1)
  })

  test('a refused form can be mended and sent again with the same key', async () => {
    const key = newId()
    expect((await world.post('editor', `${base}/new`, { title: '', key })).status).toBe(422)
    expect((await world.post('editor', `${base}/new`, { title: 'Mended', key })).status).toBe(303)
  })

  test('it begins as a draft that visitors do not find', async () => {
    const path = await add('Not yet public')
    expect((await world.get('observer', path)).status).toBe(200)
    expect((await world.get('visitor', path)).status).toBe(404)
    expect((await world.get('visitor', base)).text).not.toContain('Not yet public')
    expect((await world.get('visitor', `${base}/export.csv`)).text).not.toContain('Not yet public')
  })
})

describe('changing a measure', () => {
  test('two people at once: the second sees both versions and loses nothing', async () => {
    const path = await add('Read by two')
    const first = await world.post('editor', `${path}/content`, { version: '1', mainFeatures: 'Written by the first' })
    expect(first.status).toBe(303)
    const second = await world.post('contact-point', `${path}/content`, {
      version: '1',
      mainFeatures: 'Written by the second',
    })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Written by the first')
    expect(second.text).toContain('Written by the second')
    expect(second.text).toContain('name="version" value="2"')
    const again = await world.post('contact-point', `${path}/content`, {
      version: '2',
      mainFeatures: 'Written by the second',
    })
    expect(again.status).toBe(303)
    expect((await byKey('read-by-two')).values['mainFeatures']).toBe('Written by the second')
  })

  test('one more partner is asked for without losing the first', async () => {
    const path = await add('With partners')
    const more = await world.post('editor', `${path}/who`, {
      version: '1',
      'partners.0.name': 'Union of Musicians',
      add: 'partners',
    })
    expect(more.status).toBe(422)
    expect(more.text).toContain('value="Union of Musicians"')
    expect(more.text).toContain('name="partners.1.name"')
    const saved = await world.post('editor', `${path}/who`, {
      version: '1',
      'partners.0.name': 'Union of Musicians',
      'partners.1.name': '',
    })
    expect(saved.status).toBe(303)
    expect((await byKey('with-partners')).values['partners']).toEqual([{ name: 'Union of Musicians' }])
  })

  test('a section that does not exist is not there', async () => {
    const path = await add('Sections')
    expect((await world.get('editor', `${path}/nowhere`)).status).toBe(404)
  })
})

describe('publication', () => {
  const factsAbout = async (title: string) =>
    (await listFacts(world.db, world.actor, { party: own })).filter(
      ({ statement }) => statement.values['title'] === title,
    )

  test('only the contact point publishes; then the report knows, and after a change it knows the change', async () => {
    const path = await add('Act on Streaming', { url: 'https://meridia.example/streaming' })
    expect((await world.post('editor', `${path}/publication`, { version: '1' })).status).toBe(403)
    expect(await factsAbout('Act on Streaming')).toHaveLength(0)
    expect((await world.post('contact-point', `${path}/publication`, { version: '1' })).status).toBe(303)
    expect(await factsAbout('Act on Streaming')).toMatchObject([{ standing: 'observed' }])
    expect((await world.get('visitor', path)).status).toBe(200)
    await world.post('editor', `${path}/what`, { version: '2', title: 'Act on Streaming', language: 'en' })
    expect(await factsAbout('Act on Streaming')).toMatchObject([{ standing: 'declared' }])
    expect((await world.post('contact-point', `${path}/withdrawal`, { version: '3' })).status).toBe(303)
    expect(await factsAbout('Act on Streaming')).toHaveLength(0)
    expect((await world.get('visitor', path)).status).toBe(404)
  })

  test('pressed on an outdated page it changes nothing and says so', async () => {
    const path = await add('Outdated page')
    await world.post('editor', `${path}/content`, { version: '1', results: 'Some' })
    expect((await world.post('contact-point', `${path}/publication`, { version: '1' })).status).toBe(409)
    expect((await byKey('outdated-page')).state).toBe('draft')
  })

  test('all drafts at once, after a question', async () => {
    await add('One of the drafts')
    expect((await world.get('contact-point', `${base}/publications`)).text).toMatch(/\d+ drafts/)
    expect((await world.post('contact-point', `${base}/publications`)).status).toBe(303)
    expect((await byKey('one-of-the-drafts')).state).toBe('published')
    expect((await world.get('contact-point', `${base}/publications`)).text).toContain('no drafts')
  })
})

describe('the history of a measure', () => {
  test('names who, what, before and after, to the team alone', async () => {
    const path = await add('With a past')
    await world.post('editor', `${path}/content`, { version: '1', results: 'Forty libraries' })
    const page = await world.get('observer', `${path}/history`)
    expect(page.text).toContain('Forty libraries')
    expect(page.text).toContain('editor')
    expect((await world.get('visitor', `${path}/history`)).status).not.toBe(200)
  })
})

test('the coverage names the activities and paragraphs without a measure', async () => {
  const page = await world.get('visitor', `${base}/coverage`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('§17.4')
  expect(page.text).not.toContain('§16.2 ')
  expect(page.text).toMatch(/1\.1 Map the digital sectors.*?No measure/s)
})

test('nothing broke on the way', () => {
  expect(world.broken).toEqual([])
})
