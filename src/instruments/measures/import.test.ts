import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../test/database.ts'
import { missing, sharedFile } from '../../../test/shared-files.ts'
import { listHistory, migrations as historyMigrations, verifyHistory } from '../../engines/history/index.ts'
import { findRecordByKey } from '../../engines/records/index.ts'
import { migrations as evidenceMigrations } from '../../evidence/index.ts'
import { loadFramework } from '../../framework/index.ts'
import { actorOf, addParty, peopleMigrations } from '../../people/index.ts'
import { importMeasures } from './import-command.ts'
import { migrations } from './migrations/index.ts'
import { permissions } from './permissions.ts'
import { register } from './register.ts'

const database = await openTestDatabase([
  { room: 'history', migrations: historyMigrations },
  { room: 'people', migrations: peopleMigrations },
  { room: 'evidence', migrations: evidenceMigrations },
  { room: 'measures', migrations },
])
afterAll(database.close)

const framework = loadFramework()
const folder = await mkdtemp(join(tmpdir(), 'measures-'))
const at = new Date('2027-02-01T09:00:00Z')
let party = 'XA'
let count = 0

beforeEach(async () => {
  count += 1
  party = `X${String.fromCharCode(64 + count)}`
  await addParty(database.db, { code: party, languages: ['en'] }, at)
})

const editorOf = (code: string) =>
  actorOf({ userId: 'u1', name: 'Amina', administrator: false, roles: new Map([[code, 'editor']]) }, permissions)

const importText = async (name: string, content: string | Uint8Array, options: object = {}) => {
  const path = join(folder, `${count}-${name}`)
  await writeFile(path, content)
  return importMeasures({ db: database.db, framework, actor: editorOf(party), party, path, at, ...options })
}

const reportOf = async (...given: Parameters<typeof importText>) => {
  const imported = await importText(...given)
  if (!imported.ok) throw new Error(JSON.stringify(imported.faults))
  return imported.value
}

const faultsOf = async (...given: Parameters<typeof importText>) => {
  const imported = await importText(...given)
  return imported.ok ? [] : imported.faults.map(({ code }) => code)
}

const byKey = async (key: string) => findRecordByKey(database.db, register, party, key)

const stip = ['data', 'measures', 'stip-2021-initiatives.xlsx'] as const

describe.skipIf(missing(...stip))('the real register of the STIP survey', () => {
  const importStip = () =>
    importMeasures({ db: database.db, framework, actor: editorOf(party), party, path: sharedFile(...stip), at })

  test('becomes one measure per initiative, its rows as instruments, and nothing is invented', async () => {
    const imported = await importStip()
    expect(imported).toMatchObject({
      ok: true,
      value: { rows: 136, records: 108, new: 108, changed: 0, unchanged: 0, faulty: 0, repeated: 1 },
    })
    const centre = await byKey('http://stip.oecd.org/covid/data/policyInitiatives/1003')
    expect(centre?.state).toBe('draft')
    expect(centre?.values).toMatchObject({
      title: 'Center for Convergent Research of Emerging Virus Infection',
      originalTitle: '신종바이러스 융합연구단',
      start: '2016',
      end: '2021',
      evaluated: false,
      countries: ['Korea'],
      financeText: '5M-20M',
      finance: { low: 500_000_000, high: 2_000_000_000 },
      financePerYear: true,
    })
    expect(centre?.values['agencies']).toHaveLength(9)
    expect(centre?.values['instruments']).toHaveLength(2)
    expect(centre?.values).not.toHaveProperty('type')
    expect(JSON.stringify(centre?.values)).not.toContain('<br')
  })

  test('bands that name no amount stay words only', async () => {
    await importStip()
    const { rows } = await database.pool.query<{ text: string; known: boolean }>(
      `select distinct values->>'financeText' as text, values ? 'finance' as known from measures where party = $1 order by 1`,
      [party],
    )
    expect(rows.filter(({ known }) => !known).map(({ text }) => text)).toEqual(['Not applicable', 'Unknown', null])
  })

  test('imported again changes nothing', async () => {
    await importStip()
    expect(await importStip()).toMatchObject({ ok: true, value: { new: 0, changed: 0, unchanged: 108 } })
    expect(await verifyHistory(database.db, party)).toMatchObject({ holds: true, count: 108 })
  })

  test('the one column that is not taken over is named', async () => {
    expect(await importStip()).toMatchObject({
      value: { dropped: [{ column: 'Policy instrument mini-field(s)', cells: 0 }] },
    })
  })
})

describe('a second import', () => {
  test('updates by reference, leaves what is the same alone, and writes both into the history', async () => {
    await reportOf('one.csv', 'Reference,Title,Level\na,First,national\nb,Second,local\n')
    const report = await reportOf('two.csv', 'Reference,Title,Level\na,First,national\nb,Second,regional\nc,Third,\n')
    expect(report).toMatchObject({ new: 1, changed: 1, unchanged: 1 })
    const second = await byKey('b')
    expect(second).toMatchObject({ version: 2, values: { level: 'regional' } })
    const [last] = await listHistory(database.db, { party, object: second!.id })
    expect(last).toMatchObject({ action: 'measures.import', before: { values: { level: 'local' } } })
  })

  test('does not touch answers whose column it does not have', async () => {
    await reportOf('one.csv', 'Reference,Title,Level\na,First,national\n')
    await reportOf('two.csv', 'Reference,Title,Acronym\na,First,F\n')
    expect((await byKey('a'))?.values).toEqual({ title: 'First', level: 'national', acronym: 'F' })
  })

  test('without a reference column knows a measure by its title', async () => {
    await reportOf('one.csv', 'Title\nLoi sur le cinéma\n')
    expect(await reportOf('two.csv', 'Title,Acronym\nLoi sur le cinema,LC\n')).toMatchObject({ new: 0, changed: 1 })
  })
})

describe('rows that are not accepted', () => {
  test('do not hold back the others, and say why', async () => {
    const report = await reportOf(
      'x.csv',
      'Reference,Title,Level,Begins\na,Good,national,2020\nb,Bad,galactic,32/1/2020\nc,,local,\n',
    )
    expect(report).toMatchObject({ new: 1, faulty: 2 })
    expect(
      report.faultyRows.map(({ line, faults, cells }) => [
        line,
        faults.map(({ code, field }) => `${field} ${code}`),
        cells[0],
      ]),
    ).toEqual([
      [3, ['level not-an-option', 'start not-a-day-or-year'], 'b'],
      [4, ['title title-missing'], 'c'],
    ])
  })

  test('hold everything back when the person says so', async () => {
    const mapping = { columns: { Title: 'title', Level: 'level' }, language: 'en', strict: true }
    expect(await faultsOf('x.csv', 'Title,Level\nGood,national\nBad,galactic\n', { mapping })).toEqual([
      'strict-faults',
    ])
    expect(await byKey('good')).toBeUndefined()
  })

  test('two rows of one reference that contradict each other: the first stands, the second is refused', async () => {
    const report = await reportOf('x.csv', 'Reference,Title,Level\na,First,national\na,First,local\n')
    expect(report).toMatchObject({ new: 1, faulty: 1 })
    expect(report.faultyRows[0]).toMatchObject({
      line: 3,
      faults: [{ code: 'differs-from-row', field: 'level', values: { row: 2 } }],
    })
  })

  test('a date that could be two days is refused, unless its column gives the order away', async () => {
    expect(await reportOf('x.csv', 'Title,Begins\nA,1/3/2026\n')).toMatchObject({ faulty: 1 })
    expect(await reportOf('y.csv', 'Title,Begins\nA,1/3/2026\nB,14/3/2026\n')).toMatchObject({ faulty: 0, new: 2 })
    expect((await byKey('a'))?.values['start']).toBe('2026-03-01')
  })
})

describe('files as they really come', () => {
  const rows = 'Référence;Titre;Organisme responsable\nx1;Loi sur l’édition numérique;Ministère de la Culture\n'

  test('separators, byte order marks and headings of another language are recognised', async () => {
    expect(await reportOf('fr.csv', `\uFEFF${rows}`)).toMatchObject({ new: 1, faulty: 0 })
    expect((await byKey('x1'))?.values).toEqual({
      title: 'Loi sur l’édition numérique',
      agencies: ['Ministère de la Culture'],
    })
  })

  test('Windows encodings are recognised, and the guess is told', async () => {
    const bytes = Buffer.from(rows.replace('’', "'"), 'latin1')
    const report = await reportOf('fr-1252.csv', bytes)
    expect(report.notes.length).toBeGreaterThan(0)
    expect((await byKey('x1'))?.title).toBe("Loi sur l'édition numérique")
  })

  test('a PDF named .csv, an empty file and a header alone are refused with their reason', async () => {
    expect(await faultsOf('a.csv', '%PDF-1.7\n1 0 obj\n')).toEqual(['is-pdf'])
    expect(await faultsOf('b.csv', '')).toEqual(['empty-file'])
    expect(await faultsOf('c.csv', 'Title,Level\n')).toEqual(['header-only'])
  })

  test('a file without a column for the title is refused before anything is read', async () => {
    expect(await faultsOf('d.csv', 'Colour,Weight\nred,3\n')).toEqual(['title-unmapped'])
  })

  test('a cell that looks like a formula is a text, and nothing else', async () => {
    await reportOf('f.csv', 'Reference,Title,Acronym\na,=HYPERLINK("http://evil.example"),"\'=1+1"\n')
    expect((await byKey('a'))?.values).toEqual({ title: '=HYPERLINK("http://evil.example")', acronym: '=1+1' })
  })

  test('money keeps its words beside what could be read from them', async () => {
    await reportOf('m.csv', 'Title;Financial resources as declared\nA;About 4 million\nB;USD 120,000.00\nC;2016\n')
    expect((await byKey('a'))?.values).not.toHaveProperty('finance')
    expect((await byKey('b'))?.values['finance']).toEqual({ low: 12_000_000, high: 12_000_000, currency: 'USD' })
    expect((await byKey('c'))?.values).not.toHaveProperty('finance')
  })
})

test('somebody who may not import changes nothing', async () => {
  const path = join(folder, 'denied.csv')
  await writeFile(path, 'Title\nA\n')
  const reader = actorOf(
    { userId: 'u2', name: 'Omar', administrator: false, roles: new Map([[party, 'observer']]) },
    permissions,
  )
  await expect(importMeasures({ db: database.db, framework, actor: reader, party, path, at })).rejects.toThrow(
    'measures.import',
  )
})
