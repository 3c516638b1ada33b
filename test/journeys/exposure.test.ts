import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readExposureArguments, runExposureStudy } from '../../src/instruments/exposure/command.ts'
import { newId } from '../../src/platform/random/new-id.ts'
import { missing, sharedFile } from '../shared-files.ts'
import { type AskHouse, type Asker, askHouse } from './ask-house.ts'
import { type ServedHouse, serveHouse } from './serve-house.ts'

type File = readonly [name: string, content: string | Uint8Array]

const chart = [
  'territory,week,category,position,title',
  'XK,2022-01-02,Films,1,Wajda',
  'MA,2022-01-02,Films,1,Wajda',
  'MA,2022-01-02,Films,2,Razzia',
  'MA,2022-01-09,Films,1,Razzia',
  'MA,2022-01-09,Films,2,Adam',
].join('\n')
const works = ['title,category,origin', 'Wajda,Films,Saudi Arabia', 'Razzia,Films,Marocco', 'Adam,Films,Maroc'].join(
  '\n',
)

let house: ServedHouse
let ask: AskHouse['ask']
let read: AskHouse['read']
let post: AskHouse['post']
let outcome: AskHouse['outcome']

const upload = async (files: Readonly<Record<string, File>>, role: Asker = 'editor', locale = 'en') => {
  const body = new FormData()
  body.set('key', newId())
  for (const [field, [name, content]] of Object.entries(files)) body.set(field, new Blob([content]), name)
  const response = await ask(role, `/${locale}/xa/exposure/drafts`, { method: 'POST', body })
  return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
}

const draft = async (files: { exposures?: File; works?: File } = {}): Promise<string> => {
  const { to, text } = await upload({ exposures: ['chart.csv', chart], works: ['works.csv', works], ...files })
  const id = /drafts\/([0-9a-f-]{36})\/columns/.exec(to)?.[1]
  if (id === undefined) throw new Error(text)
  return id
}

const columns = {
  'exposures.territory': 'territory',
  'exposures.week': 'week',
  'exposures.position': 'position',
  'exposures.title': 'title',
  'exposures.category': 'category',
  'works.title': 'title',
  'works.origin': 'origin',
  'works.category': 'category',
}

const usual = { 'setting.replicates': '100', 'setting.seed': '1', 'setting.level': '0.95' }

const finished = async (fields: Readonly<Record<string, string>> = {}): Promise<string> => {
  const id = await draft()
  await post('editor', `/en/xa/exposure/drafts/${id}/columns`, columns)
  const run = await post('editor', `/en/xa/exposure/drafts/${id}/settings`, {
    ...usual,
    'setting.country': 'MA',
    title: 'Small chart',
    ...fields,
  })
  await outcome(run.to)
  return id
}

const drafts = async (): Promise<number> =>
  [...(await read('editor', '/en/xa/exposure')).text.matchAll(/\/exposure\/drafts\//g)].length

beforeAll(async () => {
  house = await serveHouse()
  ;({ ask, read, post, outcome } = await askHouse(house))
})
afterAll(() => house?.close())

describe('two files become a study', () => {
  it('by matching columns, choosing a country and settling a spelling', async () => {
    const id = await draft()
    const shown = await read('editor', `/en/xa/exposure/drafts/${id}/columns`)
    expect(shown.text).toMatch(/<option value="origin" selected/)
    const mapped = await post('editor', `/en/xa/exposure/drafts/${id}/columns`, columns)
    expect(mapped.to).toBe(`/en/xa/exposure/drafts/${id}/settings`)
    const choose = await read('editor', mapped.to)
    expect(choose.text).toContain('Marocco')
    expect(choose.text).toMatch(/<option value="MA">Morocco/)
    const run = await post('editor', mapped.to, {
      ...usual,
      'setting.country': 'MA',
      title: 'By hand',
      'spelling.0': 'Morocco',
    })
    const at = await outcome(run.to)
    expect(at).toBe(`/en/xa/exposure/${id}`)
    const result = await read('editor', at)
    expect(result.text).toContain('75.0%')
    expect(result.text).toContain('--spelling Marocco=Morocco')
    expect((await read('editor', `${at}/method`)).text).toMatch(/[0-9a-f]{64}/)
  })

  it('gives the document and the CSV that the command line gives', async () => {
    const id = await finished()
    const json = JSON.parse((await read('editor', `/en/xa/exposure/${id}/study.json`)).text) as object
    expect(json).toMatchObject({ countries: { MA: { slots: 4, known: 2, local_share: { fractional: 0.5 } } } })
    expect((await read('editor', `/en/xa/exposure/${id}/study.csv`)).text).toContain('MA,,,local_share,any,0.5,,')
    for (const name of ['weeks', 'origins'])
      expect((await read('editor', `/ar/xa/exposure/${id}/${name}.csv`)).status).toBe(200)
    expect((await read('editor', `/en/xa/exposure/${id}/languages.csv`)).status).toBe(404)
  })

  it('tells the ledger at once, the team first, everybody when it is published, nobody else when it is withdrawn', async () => {
    const id = await finished({ title: 'For the ledger' })
    const factsOf = async (role: Asker) =>
      (await read(role, '/en/xa/evidence.csv')).text.split(`/exposure/${id}`).length - 1
    expect([await factsOf('observer'), await factsOf('visitor')]).toEqual([4, 0])
    expect((await read('visitor', `/en/xa/exposure/${id}`)).status).toBe(404)
    expect((await read('observer', `/en/xa/exposure/${id}`)).status).toBe(200)
    expect((await post('editor', `/en/xa/exposure/${id}/publication`)).status).toBe(403)
    await post('contact-point', `/en/xa/exposure/${id}/publication`)
    expect([await factsOf('observer'), await factsOf('visitor')]).toEqual([4, 4])
    expect((await read('visitor', `/fr/xa/exposure/${id}`)).text).toContain('50,0')
    expect((await read('visitor', '/en/xa/exposure')).text).toContain('For the ledger')
    await post('contact-point', `/en/xa/exposure/${id}/withdrawal`)
    expect([await factsOf('observer'), await factsOf('visitor')]).toEqual([4, 0])
    expect((await read('visitor', `/en/xa/exposure/${id}`)).status).toBe(404)
  })

  it('is found by its title, and a draft is not', async () => {
    const id = await finished({ title: 'Königskinder chart' })
    expect((await read('editor', '/en/xa/search?text=konigskinder&q=konigskinder')).text).toContain(`/exposure/${id}`)
  })

  it('is written down in the history, step by step', async () => {
    const id = await finished()
    const { rows } = await house.database.pool.query<{ action: string }>(
      'select action from history where object = $1 order by number',
      [id],
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'exposure.create',
      'exposure.map',
      'exposure.run',
      'exposure.finish',
    ])
  })

  it('can be given up before it is done, not after', async () => {
    const id = await draft()
    expect((await post('editor', `/en/xa/exposure/drafts/${id}/removal`)).to).toBe('/en/xa/exposure')
    expect((await read('editor', `/en/xa/exposure/drafts/${id}/columns`)).status).toBe(404)
    const done = await finished()
    expect((await post('editor', `/en/xa/exposure/drafts/${done}/removal`)).to).toBe(`/en/xa/exposure/${done}`)
    expect((await read('editor', `/en/xa/exposure/${done}`)).status).toBe(200)
  })
})

describe('what cannot be accepted is said, and nothing of it stays', () => {
  const good: File = ['works.csv', works]
  it.each<[string, Record<string, File>, string]>([
    ['no file', {}, 'No file was chosen for “The chart”'],
    ['one file alone', { exposures: ['chart.csv', chart] }, 'No file was chosen for “The works”'],
    [
      'the same file twice',
      { exposures: ['chart.csv', chart], works: ['works.csv', chart] },
      'same file was given twice',
    ],
    ['an empty file', { exposures: ['chart.csv', ''], works: good }, 'is empty'],
    [
      'a header and no rows',
      { exposures: ['chart.csv', 'territory,week,position,title'], works: good },
      'no rows below it',
    ],
    ['a PDF named .csv', { exposures: ['chart.csv', '%PDF-1.7\n%âãÏÓ'], works: good }, 'it is a PDF document'],
    [
      'a web page named .csv',
      { exposures: ['chart.csv', '<!doctype html><title>x</title>'], works: good },
      'a web page',
    ],
    [
      'a damaged packing',
      { exposures: ['c.csv.gz', gzipSync(chart).subarray(0, 60)], works: good },
      'damaged or cut short',
    ],
    [
      'a file cut inside a character',
      { exposures: ['chart.csv', Buffer.from(`${chart}\nMA,2022-01-16,Films,1,é`).subarray(0, -1)], works: good },
      'it was cut while being saved or sent',
    ],
  ])('%s', async (_, files, sentence) => {
    const before = await drafts()
    const { status, text } = await upload(files)
    expect(status).toBe(422)
    expect(text).toContain(sentence)
    expect(await drafts()).toBe(before)
  })

  it('an upload that breaks off', async () => {
    const boundary = 'cut'
    const body = `--${boundary}\r\nContent-Disposition: form-data; name="exposures"; filename="chart.csv"\r\n\r\n${chart}`
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    const before = await drafts()
    const response = await ask('editor', '/en/xa/exposure/drafts', { method: 'POST', body, headers })
    expect(response.status).toBe(422)
    expect(await drafts()).toBe(before)
  })

  it('files given the wrong way round are exchanged, and that is said', async () => {
    const { to, status } = await upload({ exposures: ['works.csv', works], works: ['chart.csv', chart] })
    expect(status).toBe(303)
    expect((await read('editor', to)).text).toMatch(/chart\.csv[\s\S]*works\.csv/)
  })

  it('columns not chosen, with what was chosen kept', async () => {
    const id = await draft()
    const { status, text } = await post('editor', `/en/xa/exposure/drafts/${id}/columns`, {
      ...columns,
      'exposures.week': '',
      'works.origin': '',
      'exposures.title': 'category',
      'exposures.category': '',
    })
    expect(status).toBe(422)
    expect(text).toContain('href="#exposures.week"')
    expect(text).toContain('has been chosen for Countries of origin')
    expect(text).toMatch(/id="exposures\.title"[^>]*>[\s\S]*?<option value="category" selected/)
  })

  it.each([
    [
      'the wrong column',
      { 'exposures.position': 'title', 'exposures.title': 'position' },
      'None of the 5 rows of the chart can be used',
    ],
    [
      'titles of other works',
      { 'works.title': 'origin', 'works.origin': 'title' },
      'None of the 3 titles of the chart is among the',
    ],
  ])('%s', async (_, change, sentence) => {
    const id = await draft()
    const { status, text } = await post('editor', `/en/xa/exposure/drafts/${id}/columns`, { ...columns, ...change })
    expect(status).toBe(422)
    expect(text).toContain(sentence)
    expect((await read('editor', `/en/xa/exposure/drafts/${id}/settings`)).to).toContain('/columns')
  })

  it('one column for two things', async () => {
    const id = await draft()
    const change = { ...columns, 'exposures.position': 'title' }
    const { status, text } = await post('editor', `/en/xa/exposure/drafts/${id}/columns`, change)
    expect(status).toBe(422)
    expect(text).toContain('title was already chosen for something else')
  })

  it('rows that cannot be used are told before anything is worked out', async () => {
    const id = await draft({ exposures: ['chart.csv', `${chart}\nMA,soon,Films,1,Wajda`] })
    const path = `/en/xa/exposure/drafts/${id}`
    await post('editor', `${path}/columns`, columns)
    expect((await read('editor', `${path}/settings`)).text).toMatch(
      /1 row of 6 cannot be used[\s\S]*Week that is no day: 1 \(<bdi>soon<\/bdi>\)/,
    )
  })

  it('days that mean two things are asked about, and then read as said', async () => {
    const days = chart.replaceAll('2022-01-02', '02/01/2022').replaceAll('2022-01-09', '09/01/2022')
    const id = await draft({ exposures: ['chart.csv', days] })
    const path = `/en/xa/exposure/drafts/${id}/columns`
    expect((await post('editor', path, columns)).text).toContain('nothing in the file tells which')
    expect((await post('editor', path, { ...columns, 'setting.dates': 'dmy' })).to).toContain('/settings')
    expect((await read('editor', `/en/xa/exposure/drafts/${id}/settings`)).text).toContain('2 January 2022')
  })

  it('a file in another encoding is read anew as the person says', async () => {
    const text = works.replace('Maroc', 'Égypte')
    const id = await draft({ works: ['works.csv', Buffer.from(text, 'latin1')] })
    const path = `/en/xa/exposure/drafts/${id}/columns`
    expect((await read('editor', path)).text).toContain('which is a guess')
    expect((await post('editor', path, { ...columns, 'works-encoding': 'windows-1252' })).to).toBe(path)
    expect((await read('editor', path)).text).toContain('Égypte')
  })

  it('no country, no name, a spelling of no country, odd settings: all at once, with what was typed kept', async () => {
    const id = await draft()
    await post('editor', `/en/xa/exposure/drafts/${id}/columns`, columns)
    const { status, text } = await post('editor', `/en/xa/exposure/drafts/${id}/settings`, {
      'setting.country': 'KR',
      title: ' ',
      'spelling.0': 'Atlantis',
      'setting.replicates': 'many',
      'setting.seed': '1',
      'setting.level': '2',
    })
    expect(status).toBe(422)
    for (const field of ['setting.country', 'title', 'spelling.0', 'setting.replicates', 'setting.level'])
      expect(text).toContain(`href="#${field}"`)
    expect(text).toContain('value="Atlantis"')
    expect(text).toContain('value="many"')
    const { rows } = await house.database.pool.query<{ state: string }>(
      'select state from exposure_studies where id = $1',
      [id],
    )
    expect(rows[0]?.state).toBe('settings')
  })

  it('a file that is gone from the store leads back to the form with its sentence', async () => {
    const id = await draft()
    await post('editor', `/en/xa/exposure/drafts/${id}/columns`, columns)
    await house.database.pool.query(
      `update exposure_studies set files = jsonb_set(files, '{works,sha256}', to_jsonb(repeat('0', 64))) where id = $1`,
      [id],
    )
    const run = await post('editor', `/en/xa/exposure/drafts/${id}/settings`, {
      ...usual,
      'setting.country': 'MA',
      title: 'Gone',
    })
    const back = await outcome(run.to)
    expect(back).toBe(`/en/xa/exposure/drafts/${id}/columns`)
    const shown = await read('editor', back)
    expect(shown.text).toContain('There is no file works.csv')
    expect((await read('editor', '/en/xa/exposure')).text).toContain('Gone')
  })

  it('a second press of the same form makes no second study', async () => {
    const id = await draft()
    await post('editor', `/en/xa/exposure/drafts/${id}/columns`, columns)
    const key = newId()
    const fields = { ...usual, key, 'setting.country': 'MA', title: 'Once' }
    const [one, other] = await Promise.all([
      post('editor', `/en/xa/exposure/drafts/${id}/settings`, fields),
      post('editor', `/en/xa/exposure/drafts/${id}/settings`, fields),
    ])
    expect(other.to).toBe(one.to)
    await outcome(one.to)
  })

  it('an id of another Party, or of nobody', async () => {
    const id = await finished()
    await house.database.pool.query(`update exposure_studies set party = 'KR' where id = $1`, [id])
    for (const path of [id, `${id}/study.json`, `drafts/${id}/columns`, `drafts/${id}/settings`, newId(), 'nothing'])
      expect((await read('contact-point', `/en/xa/exposure/${path}`)).status, path).toBe(404)
    for (const path of [`${id}/publication`, `drafts/${id}/removal`, `drafts/${id}/columns`])
      expect((await post('contact-point', `/en/xa/exposure/${path}`)).status, path).toBe(404)
  })
})

const netflix = ['all-weeks-countries_2021-07_2022-02.tsv', 'tmdb_data.csv'] as const
const lacking = netflix.some((name) => missing('data', 'netflix', name))

describe.skipIf(lacking)('the real Top 10 of the Republic of Korea', () => {
  const file = (name: string): File => [name, lacking ? '' : readFileSync(sharedFile('data', 'netflix', name))]
  let id = ''

  beforeAll(async () => {
    const { to } = await upload({ exposures: file(netflix[0]), works: file(netflix[1]) })
    id = /drafts\/([^/]+)/.exec(to)?.[1] ?? ''
    const shown = (await read('editor', to)).text
    expect(shown).toContain('as Netflix publishes it')
    const fields = Object.fromEntries(
      [...shown.matchAll(/<select[^>]*id="([^"]+)"[\s\S]*?<\/select>/g)].map(([select, name = '']) => [
        name,
        /<option value="([^"]*)" selected/.exec(select)?.[1] ?? '',
      ]),
    )
    const mapped = await post('editor', to, fields)
    const run = await post('editor', mapped.to, {
      ...usual,
      'setting.replicates': '1000',
      'setting.country': 'KR',
      title: 'Top 10, Korea',
    })
    await outcome(run.to)
  })

  it('gives the share of the independent computation', async () => {
    const reference = JSON.parse(readFileSync(sharedFile('reference', 'netflix_top10_expected.json'), 'utf8')) as {
      by_country: Record<string, { local_share_fractional: number; slots: number }>
    }
    const json = JSON.parse((await read('editor', `/en/xa/exposure/${id}/study.json`)).text) as {
      countries: Record<string, { slots: number; local_share: { fractional: number } }>
    }
    expect(json.countries['KR']!.slots).toBe(reference.by_country['KR']!.slots)
    expect(json.countries['KR']!.local_share.fractional).toBeCloseTo(
      reference.by_country['KR']!.local_share_fractional,
      11,
    )
  })

  it('is repeated to the last digit by the command on its page', async () => {
    const json = JSON.parse((await read('editor', `/en/xa/exposure/${id}/study.json`)).text) as {
      method: { command: string }
    }
    const call = readExposureArguments(json.method.command.split(' ').slice(3))
    if (!call.ok) throw new Error(JSON.stringify(call.faults))
    const { options } = call.value
    const inFolder = (name: string) => ({ path: sharedFile('data', 'netflix', name) })
    const again = await runExposureStudy({
      ...options,
      exposures: { ...options.exposures, ...inFolder(options.exposures.path) },
      works: { ...options.works, ...inFolder(options.works.path) },
    })
    if (!again.ok) throw new Error(JSON.stringify(again.faults))
    expect(again.value.document).toEqual(json)
  })

  it.each(['en', 'fr', 'ar'])('is a page of at most 14 KB in %s, each of its charts at most 15 KB', async (locale) => {
    const { text } = await read('editor', `/${locale}/xa/exposure/${id}`)
    expect(gzipSync(text).length).toBeLessThanOrEqual(14_336)
    const drawings = [...text.matchAll(/<svg[^>]*class="[^"]*or-chart[\s\S]*?<\/svg>/g)]
    expect(drawings).toHaveLength(3)
    for (const [drawing] of drawings) expect(Buffer.byteLength(drawing)).toBeLessThanOrEqual(15_360)
  })

  it('answers questions of the report', async () => {
    const question = await read('contact-point', '/en/xa/report/1c/studies')
    const all = /href="([^"]*\/evidence\?answering=[^"]*)"/.exec(question.text)?.[1]
    const facts = await read('contact-point', all ?? '/en/xa/report/1c/studies')
    expect(facts.text).toContain('58.5%')
    expect(facts.text).toMatch(/\(Republic of Korea[^)]*\)/)
  })
})
