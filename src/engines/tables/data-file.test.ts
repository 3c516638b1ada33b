import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import * as fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { missing, sharedFile } from '../../../test/shared-files.ts'
import { type FileHints, openDataFile } from './data-file.ts'
import { readTable } from './read-table.ts'
import { type CodedColumn, getCoded, getNumbers } from './table.ts'

let folder: string
let files = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tables-'))
})
afterAll(() => rm(folder, { recursive: true }))

const written = async (content: string | Buffer, name = `file-${files++}.csv`): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const opened = async (content: string | Buffer, hints?: FileHints) => {
  const file = await openDataFile(await written(content), hints)
  if (!file.ok) throw new Error(JSON.stringify(file.faults))
  return file.value
}

const cells = ({ codes, dictionary }: CodedColumn): string[] => Array.from(codes, (code) => dictionary[code]!)

const rowsOf = async (content: string | Buffer, columns: string[], hints?: FileHints): Promise<string[][]> => {
  const table = await readTable(await opened(content, hints), { coded: columns })
  if (!table.ok) throw new Error(JSON.stringify(table.faults))
  const read = columns.map((name) => cells(getCoded(table.value, name)))
  return Array.from({ length: table.value.rows }, (_, row) => read.map((column) => column[row]!))
}

const faultOf = async (content: string | Buffer, columns: string[] = ['title'], hints?: FileHints) => {
  const file = await openDataFile(await written(content), hints)
  if (!file.ok) return file.faults[0]
  const table = await readTable(file.value, { coded: columns })
  return table.ok ? undefined : table.faults[0]
}

const people = 'title,origin\nAmélie,France\n"Come, and see",Soviet Union\n'
const rows = [
  ['Amélie', 'France'],
  ['Come, and see', 'Soviet Union'],
]

describe('a data file is read whatever it is saved as', () => {
  it.each<[string, string | Buffer]>([
    ['commas', people],
    ['a byte order mark', `\ufeff${people}`],
    ['semicolons', people.replaceAll('"Come, and see"', 'Come# and see').replaceAll(',', ';').replace('#', ',')],
    ['tabs', 'title\torigin\nAmélie\tFrance\nCome, and see\tSoviet Union\n'],
    ['vertical bars and Windows line ends', 'title|origin\r\nAmélie|France\r\nCome, and see|Soviet Union\r\n'],
    ['UTF-16', Buffer.from(`\ufeff${people}`, 'utf16le')],
    ['Windows-1252', iconv.encode(people, 'windows-1252')],
    ['gzip', gzipSync(people)],
    ['zstd', zstdCompressSync(Buffer.from(people))],
    ['JSON lines', rows.map(([title, origin]) => JSON.stringify({ title, origin })).join('\n')],
  ])('%s', async (_, content) => {
    expect(await rowsOf(content, ['title', 'origin'])).toEqual(rows)
  })

  it('XLSX, with numbers and days as plain text', async () => {
    const day = new Date(Date.UTC(2022, 1, 27))
    const path = join(folder, 'book.xlsx')
    const header = ['title', 'week', 'rank'].map((value) => ({ value, type: String }))
    const row = [
      { value: 'وجدة', type: String },
      { value: day, type: Date, format: 'yyyy-mm-dd' },
      { value: 3, type: Number },
    ]
    await writeWorkbook([header, row]).toFile(path)
    const file = await openDataFile(path)
    if (!file.ok) throw new Error(JSON.stringify(file.faults))
    const table = await readTable(file.value, { coded: ['title', 'week', 'rank'] })
    if (!table.ok) throw new Error(JSON.stringify(table.faults))
    expect(['title', 'week', 'rank'].map((name) => cells(getCoded(table.value, name))[0])).toEqual([
      'وجدة',
      '2022-02-27',
      '3',
    ])
  })

  it.skipIf(missing('data', 'measures', 'stip-2021-initiatives.xlsx'))(
    'a real workbook whose parts do not lie where spreadsheet programs put them',
    async () => {
      const file = await openDataFile(sharedFile('data', 'measures', 'stip-2021-initiatives.xlsx'))
      expect(file).toMatchObject({ ok: true, value: { format: 'workbook' } })
      expect(file.ok && file.value.header).toContain('Yearly budget range')
    },
  )

  it('numbers become numbers; what is none is counted', async () => {
    const file = await opened('title,plays\na,3\nb,\nc,many\nd,1e3\n')
    const table = await readTable(file, { coded: [], numbers: ['plays'] })
    if (!table.ok) throw new Error(JSON.stringify(table.faults))
    const { values, unreadable } = getNumbers(table.value, 'plays')
    expect([...values]).toEqual([3, Number.NaN, Number.NaN, 1000])
    expect(unreadable).toBe(1)
  })

  it('a file without a header line gets the names it is told', async () => {
    const hints = { names: ['country', 'age'], separator: '\t' }
    expect(await rowsOf('RU\t27\nIT\t33\n', ['country', 'age'], hints)).toEqual([
      ['RU', '27'],
      ['IT', '33'],
    ])
  })

  it('quotation marks of an unquoted TSV are part of the titles', async () => {
    const text = 'title\torigin\n"Sr."\tSpain\n"Unclosed\tFrance\nplain\tItaly\n'
    expect((await rowsOf(text, ['title', 'origin'])).map(([title]) => title)).toEqual(['"Sr."', '"Unclosed', 'plain'])
  })

  it('a column whose header is empty is called by its place', async () => {
    expect((await opened(',title\n0,Amélie\n')).header).toEqual(['#1', 'title'])
  })

  it('a guessed encoding is said, a certain one is not', async () => {
    expect((await opened(iconv.encode(people, 'windows-1252'))).notes).toMatchObject([{ code: 'encoding-guessed' }])
    expect((await opened(people)).notes).toEqual([])
  })

  it('gives back every table that was written, in any separator', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', 'ن', '"', ',', ';', '\n', ' ', '|'),
      minLength: 1,
      maxLength: 6,
    })
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 })
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(',', ';', '\t', '|'), async (rows, separator) => {
        const lines = [['title', 'origin'], ...rows].map((row) => row.map(quote).join(separator))
        expect(await rowsOf(lines.join('\n'), ['title', 'origin'], { separator })).toEqual(rows)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a file that cannot be read as a table is refused with a reason', () => {
  it.each<[string, string | Buffer, string]>([
    ['an empty file', '', 'empty-file'],
    ['nothing but spaces', ' \n\n', 'empty-file'],
    ['a header without rows', 'title,origin\n', 'header-only'],
    ['a PDF named .csv', '%PDF-1.7\n%âãÏÓ\n', 'is-pdf'],
    ['an archive named .csv', Buffer.from(zipSync({ 'a.txt': strToU8('hello') })), 'is-zip'],
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'is-html'],
    ['a Parquet file that is cut short', Buffer.from('PAR1\u0015\u0004'), 'parquet-damaged'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'is-image'],
    ['an old spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'is-old-office'],
    ['one JSON list', '[{"title": "a"}]', 'is-json-array'],
    ['a broken line of JSON', '{"title": "a"}\n{"title": \n{"title": "b"}\n', 'bad-json-line'],
    ['NUL characters', 'title,origin\na,\0b\n', 'nul-bytes'],
    [
      'two encodings in one file',
      Buffer.concat([Buffer.from('title\nÉté à la mer, été\n'), Buffer.from([0xe9, 10]), Buffer.from('Été\n')]),
      'damaged-characters',
    ],
    ['an upload cut inside a character', Buffer.from('title\nAmé').subarray(0, -1), 'cut-short'],
    ['an upload cut inside a quotation', `title,origin\n${'a,"b"\n'.repeat(30)}c,"d`, 'unclosed-quote'],
    ['a cut gzip', gzipSync(people.repeat(1000)).subarray(0, 60), 'packing-damaged'],
    ['a packed file that grows without end', gzipSync(Buffer.alloc(80 * 1024 ** 2, 'a,b\n')), 'unpacked-too-large'],
    ['a workbook cut short', Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })), 'workbook-damaged'],
    ['many rows of another width', `title,origin\n${'a,b,c\na,b\n'.repeat(20)}`, 'ragged-rows'],
    ['one line without an end', 'title,'.repeat(60_000), 'header-too-long'],
    ['a separator nobody uses', 'title#origin\na#b\n', 'one-column'],
    ['other columns', 'name,place\na,b\n', 'columns-missing'],
    ['a column twice', 'title,title\na,b\n', 'duplicate-column'],
  ])('%s', async (_, content, code) => {
    expect(await faultOf(content)).toMatchObject({ code })
  })

  it('a separator that was said wrongly', async () => {
    expect(await faultOf(people, ['title'], { separator: ';' })).toMatchObject({
      code: 'wrong-separator',
      values: { separator: 'semicolon', found: 'comma' },
    })
  })

  it('a file that is not there, and a folder', async () => {
    expect(await openDataFile(join(folder, 'nowhere.csv'))).toMatchObject({
      ok: false,
      faults: [{ code: 'no-such-file' }],
    })
    expect(await openDataFile(folder)).toMatchObject({ ok: false, faults: [{ code: 'is-folder' }] })
  })

  it('a few rows of another width are left out and counted, with their lines', async () => {
    const file = await opened(`title,origin\n${'a,b\n'.repeat(50)}broken\n${'a,b\n'.repeat(50)}`)
    const table = await readTable(file, { coded: ['title'] })
    expect(table).toMatchObject({ ok: true, value: { rows: 100, ragged: { count: 1, lines: [52] } } })
  })

  it('reading stops when it is told to', async () => {
    const table = await readTable(await opened(people), { coded: ['title'] }, () => false)
    expect(table).toMatchObject({ ok: false, faults: [{ code: 'reading-stopped' }] })
  })

  it('arbitrary bytes never break the reader', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 0, maxLength: 300 }), async (bytes) => {
        const file = await openDataFile(await written(Buffer.from(bytes)))
        if (file.ok) await readTable(file.value, { coded: [file.value.header[0]!] })
      }),
      { numRuns: 300 },
    )
  })
})

describe('the same reading, from the real files', () => {
  const chart = ['data', 'netflix', 'all-weeks-countries_2021-07_2022-02.tsv']
  const catalogue = ['data', 'netflix', 'tmdb_data.csv']

  it.skipIf(missing(...chart))('all 65 800 rows of a chart', async () => {
    const file = await openDataFile(sharedFile(...chart))
    if (!file.ok) throw new Error(JSON.stringify(file.faults))
    const table = await readTable(file.value, { coded: ['country_iso2', 'week'] })
    if (!table.ok) throw new Error(JSON.stringify(table.faults))
    expect(table.value.rows).toBe(65_800)
    expect(getCoded(table.value, 'country_iso2').dictionary).toHaveLength(94)
    expect(getCoded(table.value, 'week').dictionary).toHaveLength(35)
  })

  it.skipIf(missing(...catalogue))(
    'all 5 781 works, whose descriptions hold commas, quotes and line ends',
    async () => {
      const file = await openDataFile(sharedFile(...catalogue))
      if (!file.ok) throw new Error(JSON.stringify(file.faults))
      const table = await readTable(file.value, { coded: ['type', 'production_countries'] })
      if (!table.ok) throw new Error(JSON.stringify(table.faults))
      expect(table.value.rows).toBe(5781)
      expect(table.value.ragged.count).toBe(0)
      expect(new Set(getCoded(table.value, 'type').dictionary)).toEqual(new Set(['Films', 'TV']))
    },
  )
})
