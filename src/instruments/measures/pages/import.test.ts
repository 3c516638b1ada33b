import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { serveHouse } from '../../../../test/journeys/serve-house.ts'
import { missing, sharedFile } from '../../../../test/shared-files.ts'
import { readFile } from 'node:fs/promises'
import { findRecordByKey, mostImportRows } from '../../../engines/records/index.ts'
import { newId } from '../../../platform/random/new-id.ts'
import { inlineBytes } from '../import-flow.ts'
import { register } from '../register.ts'

const house = await serveHouse()
afterAll(house.close)

const base = `${house.origin}/en/xa/measures`
let cookie = ''

const send = (url: string, body: FormData | URLSearchParams): Promise<Response> => {
  body.append('key', newId())
  return fetch(url, { method: 'POST', body, redirect: 'manual', headers: { origin: 'http://localhost', cookie } })
}

const read = async (url: string): Promise<string> => (await fetch(url, { headers: { cookie } })).text()

const upload = (name: string, content: string | Uint8Array<ArrayBuffer>): Promise<Response> => {
  const form = new FormData()
  form.append('file', new Blob([content]), name)
  return send(`${base}/imports`, form)
}

const whereTo = (response: Response): string => {
  expect(response.status).toBe(303)
  return new URL(response.headers.get('location')!, house.origin).href
}

/** The mapping form as the page shows it, sent as it is. */
const sendMapping = async (page: string, changes: Readonly<Record<string, string>> = {}): Promise<Response> => {
  const text = await read(page)
  const form = new URLSearchParams({ language: 'en', ...changes })
  for (const [, name, body] of text.matchAll(/<select[^>]*name="(column\.\d+)"[^>]*>(.*?)<\/select>/gs)) {
    const chosen = /<option value="([^"]*)" selected/.exec(body!)?.[1] ?? ''
    if (!form.has(name!)) form.append(name!, chosen)
  }
  return send(`${page}/mapping`, form)
}

beforeAll(async () => {
  const { email, password } = house.account('editor')
  const response = await send(`${house.origin}/en/sign-in`, new URLSearchParams({ email, password }))
  cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
})

const byKey = (key: string) => findRecordByKey(house.database.db, register, 'XA', key)

const finished = (jobPage: string): Promise<string> =>
  vi.waitFor(async () => whereTo(await fetch(jobPage, { headers: { cookie }, redirect: 'manual' })), {
    timeout: 30_000,
  })

describe('importing a file in the browser', () => {
  test('upload, matching, preview, confirmation, result: nothing is changed before it is confirmed', async () => {
    const page = whereTo(
      await upload(
        'list.csv',
        'Reference,Title,Level,Colour\nimp-1,First law,national,red\nimp-2,Second law,galactic,\n',
      ),
    )
    expect(await read(page)).toContain('Match the columns of list.csv')
    const preview = whereTo(await sendMapping(page))
    const text = await read(preview)
    expect(text).toContain('Import 1 entry')
    expect(text).toContain('Level: “galactic” is not one of the answers offered')
    expect(text).toContain('Colour: 1 filled cell')
    expect(await byKey('imp-1')).toBeUndefined()
    const faults = await read(`${page}/faults.csv`)
    expect(faults.split('\r\n')[1]).toMatch(/^Level: .*,imp-2,Second law,galactic,$/)
    const result = whereTo(await send(`${page}/confirmation`, new URLSearchParams()))
    expect(await read(result)).toContain('Import finished')
    expect((await byKey('imp-1'))?.values).toEqual({ title: 'First law', level: 'national' })
    expect(await byKey('imp-2')).toBeUndefined()
  })

  test('confirmed twice it is carried out once', async () => {
    const page = whereTo(await upload('twice.csv', 'Title\nOnly once\n'))
    await sendMapping(page)
    expect((await send(`${page}/confirmation`, new URLSearchParams())).status).toBe(303)
    expect((await send(`${page}/confirmation`, new URLSearchParams())).status).toBe(422)
  })

  test('a mapping made by hand is remembered for the next file with the same columns', async () => {
    const page = whereTo(await upload('own.csv', 'Nom,Ordre\nLoi A,1\n'))
    expect((await sendMapping(page)).status).toBe(422)
    expect((await sendMapping(page, { 'column.0': 'title' })).status).toBe(303)
    const next = whereTo(await upload('own-2.csv', 'Ordre,Nom\n2,Loi B\n'))
    expect(await read(next)).toMatch(/name="column\.1"[^>]*>.*?<option value="title" selected/s)
  })

  test('what is no table is refused on the page, with its reason', async () => {
    const refused = await upload('report.csv', '%PDF-1.7\n')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('it is a PDF document')
    expect((await upload('empty.csv', '')).status).toBe(422)
  })

  test('more rows than one import holds are refused before any is read', async () => {
    const page = whereTo(await upload('many.csv', `Title\n${'Same title\n'.repeat(mostImportRows + 1)}`))
    const checked = await finished(whereTo(await sendMapping(page)))
    expect(await read(checked)).toContain('many.csv has more than 200,000 rows')
  })

  test('a large file is looked through and taken over by jobs, and leads back to its result', async () => {
    const line = (at: number): string => `big-${at},Measure number ${at},${'A long text. '.repeat(20)}\n`
    const content = `Reference,Title,Main features\n${Array.from({ length: 5000 }, (_, at) => line(at)).join('')}`
    expect(content.length).toBeGreaterThan(inlineBytes)
    const page = whereTo(await upload('big.csv', content))
    const preview = await finished(whereTo(await sendMapping(page)))
    expect(await read(preview)).toContain('Import 5,000 entries')
    const result = await finished(whereTo(await send(`${page}/confirmation`, new URLSearchParams())))
    expect(await read(result)).toContain('Import finished')
    expect(await byKey('big-4999')).toBeDefined()
  })
})

describe('what was exported can be imported again', () => {
  test.each(['csv', 'xlsx'] as const)('as %s: every entry is there unchanged', async (kind) => {
    for (const language of ['en', 'fr', 'ar']) {
      const response = await fetch(`${house.origin}/${language}/xa/measures/export.${kind}?state=published`, {
        headers: { cookie },
      })
      const page = whereTo(await upload(`export.${kind}`, new Uint8Array(await response.arrayBuffer())))
      const text = await read(whereTo(await sendMapping(page)))
      expect(text.includes('There is nothing to import'), `${language} ${kind}`).toBe(true)
      expect(text.includes('Rows not accepted')).toBe(false)
    }
  })
})

describe.skipIf(missing('data', 'measures', 'stip-2021-initiatives.xlsx'))('the real file of the STIP survey', () => {
  test('is recognised and previewed as 108 measures', async () => {
    const bytes = await readFile(sharedFile('data', 'measures', 'stip-2021-initiatives.xlsx'))
    const page = whereTo(await upload('stip.xlsx', new Uint8Array(bytes)))
    expect(await read(page)).toContain('This layout is known')
    expect(await read(whereTo(await sendMapping(page)))).toContain('Import 108 entries')
  })
})
