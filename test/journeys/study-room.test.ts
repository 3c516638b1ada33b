import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSheets } from '../../src/engines/documents/index.ts'
import { command } from '../../src/instruments/metadata/command.ts'
import { newId } from '../../src/platform/random/new-id.ts'
import { type AskHouse, type Asker, askHouse } from './ask-house.ts'
import { type ServedHouse, serveHouse } from './serve-house.ts'

type File = readonly [name: string, content: string | Uint8Array]

const list = [
  'Code,Title,Creator,ISBN-13,Country',
  '1,Season of Migration,Tayeb Salih,9780435900663,Sudan',
  '2,Things Fall Apart,Chinua Achebe,9780385474542,Nigerria',
  '3,Without identifier,Nobody Known,,France',
  ...Array.from({ length: 60 }, (_, at) => `${at + 4},Work ${at},Creator ${at},,Ghana`),
  '99,Too short',
].join('\n')

let house: ServedHouse
let ask: AskHouse['ask']
let read: AskHouse['read']
let post: AskHouse['post']
let outcome: AskHouse['outcome']

const upload = async (files: Readonly<Record<string, File>>, key = newId(), path = '/en/xa/metadata/drafts') => {
  const body = new FormData()
  body.set('key', key)
  for (const [field, [name, content]] of Object.entries(files)) body.set(field, new Blob([content]), name)
  const response = await ask('editor', path, { method: 'POST', body })
  return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
}

const draft = async (content: string | Uint8Array = list, name = 'list.csv'): Promise<string> => {
  const { to, text } = await upload({ works: [name, content] })
  const id = /drafts\/([0-9a-f-]{36})\/columns/.exec(to)?.[1]
  if (id === undefined) throw new Error(text)
  return id
}

const columns = {
  'works.title': 'Title',
  'works.creator': 'Creator',
  'works.isbn-13': 'ISBN-13',
  'works.origin': 'Country',
  layout: 'none',
}
const settings = { title: 'A list by hand', from: '2024', to: '2024-06', 'setting.sector': 'book' }

const finished = async (fields: Readonly<Record<string, string>> = {}): Promise<string> => {
  const id = await draft()
  await post('editor', `/en/xa/metadata/drafts/${id}/columns`, columns)
  const run = await post('editor', `/en/xa/metadata/drafts/${id}/settings`, { ...settings, ...fields })
  await outcome(run.to)
  return id
}

beforeAll(async () => {
  house = await serveHouse()
  ;({ ask, read, post, outcome } = await askHouse(house))
})
afterAll(() => house?.close())

describe('files become a study', () => {
  it('by matching columns, saying what is wanted, and waiting', async () => {
    const id = await draft()
    const shown = await read('editor', `/en/xa/metadata/drafts/${id}/columns`)
    expect(shown.text).toMatch(/<option value="Title" selected/)
    expect(shown.text).toContain('Season of Migration')
    const mapped = await post('editor', `/en/xa/metadata/drafts/${id}/columns`, columns)
    expect(mapped.to).toBe(`/en/xa/metadata/drafts/${id}/settings`)
    const run = await post('editor', mapped.to, settings)
    expect(run.to).toContain('/en/xa/jobs/')
    expect(await outcome(run.to)).toBe(`/en/xa/metadata/${id}`)
    const result = await read('editor', `/en/xa/metadata/${id}`)
    for (const part of ['A list by hand', '1 January 2024 – 30 June 2024', '--works list.csv', 'Nigerria'])
      expect(result.text).toContain(part)
    expect(result.text).toMatch(/number of cells/i)
    expect((await read('editor', `/en/xa/metadata/${id}/method`)).text).toMatch(/[0-9a-f]{64}/)
  })

  it('whose command, run again by a sceptic over the same file, gives the same document to the last character', async () => {
    const id = await finished()
    const json = (await read('editor', `/en/xa/metadata/${id}/study.json`)).text
    const folder = await mkdtemp(join(tmpdir(), 'sceptic-'))
    try {
      await writeFile(join(folder, 'list.csv'), list)
      const said = (JSON.parse(json) as { method: { command: string } }).method.command
      const words = said.split(' ').slice(3)
      const at = words.indexOf('list.csv')
      const again = await command(words.with(at, join(folder, 'list.csv')))
      expect(again.ok && again.value.text).toBe(json)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('once, however often the button is pressed', async () => {
    const key = newId()
    const [one, other] = [
      await upload({ works: ['list.csv', list] }, key),
      await upload({ works: ['list.csv', list] }, key),
    ]
    expect(other.to).toBe(one.to)
  })

  it('that the next file with the same columns need not be matched for anew', async () => {
    const own = list.replace('Title', 'What it says on the cover')
    const first = await draft(own)
    const chosen = { ...columns, 'works.title': 'What it says on the cover' }
    await post('editor', `/en/xa/metadata/drafts/${first}/columns`, chosen)
    const next = await draft(`${own}\n5,Another,Somebody,,Ghana`)
    const { text } = await read('editor', `/en/xa/metadata/drafts/${next}/columns`)
    expect(text).toMatch(/<option value="What it says on the cover" selected/)
  })

  it('after it was read in the right characters', async () => {
    const latin = Buffer.from(
      'Title;Creator;ISBN-13\nÉtranger;Camus;9782070360024\nPeste;Camus;9782070360420\n',
      'latin1',
    )
    const id = await draft(latin)
    const wrong = await post('editor', `/en/xa/metadata/drafts/${id}/columns`, {
      ...columns,
      'works-encoding': 'windows-1256',
    })
    expect(wrong.to).toBe(`/en/xa/metadata/drafts/${id}/columns`)
    expect((await read('editor', wrong.to)).text).not.toContain('Étranger')
    await post('editor', wrong.to, { ...columns, 'works-encoding': 'windows-1252' })
    expect((await read('editor', wrong.to)).text).toContain('Étranger')
  })
})

describe('what cannot be accepted is said beside its field, and what was typed is kept', () => {
  it('no file, or one that is no table', async () => {
    const none = await upload({})
    expect(none.status).toBe(422)
    expect(none.text).toContain('No file was chosen')
    const page = await upload({ works: ['list.csv', '<!doctype html><title>x</title>'] })
    expect(page.status).toBe(422)
    expect(page.text).toContain('a web page')
  })

  it('a column chosen for two things', async () => {
    const id = await draft()
    const twice = await post('editor', `/en/xa/metadata/drafts/${id}/columns`, { ...columns, 'works.creator': 'Title' })
    expect(twice.status).toBe(422)
    expect(twice.text).toContain('already chosen for something else')
  })

  it('a study without a name, a period that ends before it begins, an answer nobody offered', async () => {
    const id = await draft()
    await post('editor', `/en/xa/metadata/drafts/${id}/columns`, columns)
    const { status, text } = await post('editor', `/en/xa/metadata/drafts/${id}/settings`, {
      title: '',
      from: '2025-02',
      to: '2024',
      'setting.sector': 'opera',
    })
    expect(status).toBe(422)
    for (const part of ['Give the study a name', 'ends before it begins', 'value="2025-02"', 'opera'])
      expect(text).toContain(part)
  })

  it('what only the computation finds leads back to the step that mends it', async () => {
    const id = await draft('A,B\n1,2\n')
    await post('editor', `/en/xa/metadata/drafts/${id}/columns`, { layout: 'none' })
    const run = await post('editor', `/en/xa/metadata/drafts/${id}/settings`, settings)
    const back = await outcome(run.to)
    expect(back).toBe(`/en/xa/metadata/drafts/${id}/columns`)
    expect((await read('editor', back)).text).toContain('govuk-error-summary')
  })
})

describe('a finished study', () => {
  it('is for the team until it is published, and so are its facts', async () => {
    const id = await finished({ title: 'For the ledger' })
    const facts = async (role: Asker) =>
      (await read(role, '/en/xa/evidence.csv')).text.split(`/metadata/${id}`).length - 1
    const ofTeam = await facts('observer')
    expect(ofTeam).toBeGreaterThan(0)
    expect(await facts('visitor')).toBe(0)
    expect((await read('visitor', `/en/xa/metadata/${id}`)).status).toBe(404)
    expect((await post('editor', `/en/xa/metadata/${id}/publication`)).status).toBe(403)
    await post('contact-point', `/en/xa/metadata/${id}/publication`)
    expect(await facts('visitor')).toBe(ofTeam)
    expect((await read('visitor', `/ar/xa/metadata/${id}`)).status).toBe(200)
    await post('contact-point', `/en/xa/metadata/${id}/withdrawal`)
    expect(await facts('visitor')).toBe(0)
    expect((await read('visitor', `/en/xa/metadata/${id}`)).status).toBe(404)
  })

  it('gives its figures to everybody who sees it, and rows of the team to nobody else', async () => {
    const id = await finished()
    await post('contact-point', `/en/xa/metadata/${id}/publication`)
    expect((await read('visitor', `/en/xa/metadata/${id}/study.csv`)).status).toBe(200)
    const workbook = await ask('visitor', `/ar/xa/metadata/${id}/study.xlsx`)
    const sheets = readSheets(Buffer.from(await workbook.arrayBuffer()))
    expect(sheets.ok && sheets.value[0]?.rows.flat()).toContain('A list by hand')
    expect(sheets.ok && sheets.value.length).toBeGreaterThan(2)
    expect((await read('visitor', `/en/xa/metadata/${id}/worklist.csv`)).status).toBe(404)
    expect((await read('observer', `/en/xa/metadata/${id}/worklist.csv`)).text).toContain('Without identifier')
    expect((await read('visitor', `/en/xa/metadata/${id}`)).text).not.toContain('worklist.csv')
  })

  it('is run again with its choices filled in and the unknown spelling to be settled; the first stays as it is', async () => {
    const id = await finished()
    const again = await post('editor', `/en/xa/metadata/${id}/repetition`)
    const form = await read('editor', again.to)
    expect(form.text).toContain('A list by hand')
    expect(form.text).toContain('Nigerria')
    expect(form.text).toMatch(/perhaps .*Nigeria.* \(NG\)/)
    const run = await post('editor', again.to, { ...settings, title: 'Settled', 'spelling.0': 'Nigeria' })
    const at = await outcome(run.to)
    expect((await read('editor', at)).text).toContain('--spelling Nigerria=Nigeria')
    expect((await read('editor', `/en/xa/metadata/${id}`)).text).not.toContain('--spelling')
  })

  it('is found by its title and written down in the history, step by step', async () => {
    const id = await finished({ title: 'Königskinder list' })
    expect((await read('editor', '/en/xa/search?text=konigskinder&q=konigskinder')).text).toContain(`/metadata/${id}`)
    const { rows } = await house.database.pool.query<{ action: string }>(
      'select action from history where object = $1 order by number',
      [id],
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'metadata.create',
      'metadata.map',
      'metadata.run',
      'metadata.finish',
    ])
  })

  it('of the sample can be run again from its invented files', async () => {
    const { text } = await read('visitor', '/en/xa/metadata')
    const id = /\/en\/xa\/metadata\/([0-9a-f-]{36})"/.exec(text)?.[1]
    const again = await post('editor', `/en/xa/metadata/${id}/repetition`)
    const run = await post('editor', again.to, { title: 'Invented again', from: '2025', to: '2025' })
    expect((await read('editor', await outcome(run.to))).text).toContain('synthetic')
  })
})

describe('a draft', () => {
  it('can be given up before it is done, not after', async () => {
    const id = await draft()
    expect((await post('editor', `/en/xa/metadata/drafts/${id}/removal`)).to).toBe('/en/xa/metadata')
    expect((await read('editor', `/en/xa/metadata/drafts/${id}/columns`)).status).toBe(404)
    const done = await finished()
    expect((await post('editor', `/en/xa/metadata/drafts/${done}/removal`)).to).toBe(`/en/xa/metadata/${done}`)
    expect((await read('editor', `/en/xa/metadata/${done}`)).status).toBe(200)
  })

  it('takes other files in the place of its own', async () => {
    const id = await draft()
    const path = `/en/xa/metadata/drafts/${id}/files`
    expect((await read('editor', path)).text).toContain('list.csv')
    const other = list.replaceAll('Title', 'Name of the work').replaceAll('Season of Migration', 'Another season')
    expect((await upload({ works: ['other.csv', other] }, newId(), path)).to).toContain('/columns')
    const { text } = await read('editor', `/en/xa/metadata/drafts/${id}/columns`)
    expect(text).toContain('Another season')
    expect(text).not.toContain('>list.csv<')
    const wrong = await upload({ works: ['other.csv', '%PDF-1.7'] }, newId(), path)
    expect([wrong.status, wrong.text.includes('PDF document')]).toEqual([422, true])
  })

  it('whose computation is cancelled stays, and can be worked out later', async () => {
    const row = (at: number) =>
      `${at},Work ${at},Creator ${at % 5000},97804359${String(at % 100_000).padStart(5, '0')},Sudan`
    const long = ['Code,Title,Creator,ISBN-13,Country', ...Array.from({ length: 400_000 }, (_, at) => row(at))].join(
      '\n',
    )
    const id = await draft(long)
    await post('editor', `/en/xa/metadata/drafts/${id}/columns`, columns)
    const run = await post('editor', `/en/xa/metadata/drafts/${id}/settings`, settings)
    await post('editor', `${run.to}/cancellation`)
    await expect(outcome(run.to)).rejects.toThrow('Cancelled')
    const form = await read('editor', `/en/xa/metadata/drafts/${id}/settings`)
    expect(form.text).toContain('A list by hand')
  }, 60_000)
})
