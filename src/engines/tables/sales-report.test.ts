import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { getCoded, openDataFile, readTable, type Table } from './index.ts'

const record = (...cells: readonly string[]) => cells.join('\t')

const head = record(
  'HEAD',
  'dsrf/1.1.2/1.6/1.0',
  'BasicAudioProfile',
  '1.4',
  'M-1',
  '2026-05-15T03:15:00Z',
  '1',
  '1',
  '2026-04-01',
  '2026-04-30',
  'PADPIDA2026051501B',
  'Invented Service',
  'InventedService',
)
const summaries = [
  record('SY01.03', 'S-1', '', '', 'SubscriptionModel', 'Stream', 'FR', 'Premium', '330', '1200', 'EUR', '4.20'),
  record('SY02.04', 'S-2', '', '', 'PayAsYouGoModel', '', 'MA', 'Shop', '12'),
]
const release = record('RE01.03', 'B1', 'r', 'REL-1', '', '', '0888888000019', 'Ann', '', 'First album')
const inlineWork = record(
  'AS02.04',
  'B1',
  '1',
  'RES-1',
  'ZZXA02620001',
  'One',
  '',
  'Ann',
  'ISNI::000000012146438X|PADPIDA1',
  'PT3M',
  'SoundRecording',
  'T0345246801',
  'Ann|Ben',
  'IPI::00014107338',
)
const recording = record('AS01.03', 'B1', '2', 'RES-2', 'ZZXA02620002|ZZXA02620003', 'Two', '', 'Ann')
const unused = record('AS01.03', 'B1', '3', 'RES-3', 'ZZXA02620004', 'Three', '', 'Ann')
const works = ['T0345246802', 'T0345246803'].map((iswc) =>
  record('MW01.03', 'B1', 'W', iswc, 'Two', '', 'Cleo', '', ...Array.from({ length: 8 }, () => ''), '2'),
)
const uses = [
  record('SU02.03', 'B1', 'S-1', 't1', 'r', '1', 'true', '200', '', '', ''),
  record('SU02.03', 'B1', 'S-1', 't2', 'r', '2', 'true', '130', '', '', 'OnDemandStream'),
  record('SU01.03', 'B1', 'S-2', 't3', 'r', '', 'true', 'false', '12', '2', '9.99', '', 'PermanentDownload'),
]
const foot = record('FOOT', '13')
const report = [head, ...summaries, release, inlineWork, recording, unused, ...works, ...uses, foot]

const inFolder = async <Value>(text: string, use: (path: string) => Promise<Value>): Promise<Value> => {
  const folder = await mkdtemp(join(tmpdir(), 'report-'))
  try {
    const path = join(folder, 'DSR_report.tsv')
    await writeFile(path, text)
    return await use(path)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const read = (lines: readonly string[], end = '\r\n') =>
  inFolder(`${lines.join(end)}${end}`, async (path) => {
    const file = await openDataFile(path)
    if (!file.ok) return file
    return readTable(file.value, { coded: file.value.header })
  })

const rowsOf = (table: Table, names: readonly string[]) =>
  Array.from({ length: table.rows }, (_, row) =>
    names.map((name) => {
      const { codes, dictionary } = getCoded(table, name)
      return dictionary[codes[row]!]
    }),
  )

describe('a report of sales in the flat file of DDEX', () => {
  it('becomes a table: a row for each use, and one for a recording that nobody used', async () => {
    const table = await read(report)
    if (!table.ok) throw new Error(JSON.stringify(table.faults))
    expect([...table.value.lines]).toEqual([7, 10, 11, 12])
    expect(rowsOf(table.value, ['ResourceTitle', 'Territory', 'Usages', 'UseType', 'ReleaseTitle'])).toEqual([
      ['Three', '', '0', '', 'First album'],
      ['One', 'FR', '200', 'Stream', 'First album'],
      ['Two', 'FR', '130', 'OnDemandStream', 'First album'],
      ['', 'MA', '10', 'PermanentDownload', 'First album'],
    ])
  })

  it('recordings carry their identifiers, those of their artists, and those of the works in them', async () => {
    const table = await read(report, '\n')
    if (!table.ok) throw new Error(JSON.stringify(table.faults))
    expect(rowsOf(table.value, ['ResourceIsrc', 'MusicalWorkIswc', 'ArtistIsni', 'ComposerIpi']).slice(1, 3)).toEqual([
      ['ZZXA02620001', 'T0345246801', '000000012146438X', '00014107338'],
      ['ZZXA02620002|ZZXA02620003', 'T0345246802|T0345246803', '', ''],
    ])
  })

  it('revenue stays what it was told for: the summary, never divided among recordings', async () => {
    const table = await read(report)
    if (!table.ok) throw new Error(JSON.stringify(table.faults))
    expect(rowsOf(table.value, ['Currency', 'NetRevenueOfSummary', 'TotalUsagesOfSummary', 'PricePaid'])).toEqual([
      ['', '', '', ''],
      ['EUR', '4.20', '330', ''],
      ['EUR', '4.20', '330', ''],
      ['', '', '', '9.99'],
    ])
  })

  it('is previewed as the table it becomes', async () => {
    await inFolder(report.join('\n'), async (path) => {
      const file = await openDataFile(path)
      expect(file).toMatchObject({ ok: true, value: { format: 'sales-report' } })
      if (file.ok) expect(file.value.sample).toHaveLength(4)
    })
  })

  it('one that ends without its last record is refused: it was cut short', async () => {
    expect(await read(report.slice(0, -1))).toMatchObject({ ok: false, faults: [{ code: 'report-cut-short' }] })
  })

  it('one of which nothing can be read names the records it has', async () => {
    expect(await read([head, summaries[0]!, record('SR02.02', 'x', 'y'), foot])).toMatchObject({
      ok: false,
      faults: [{ code: 'report-without-uses', values: { types: 'SR02' } }],
    })
  })

  it('records of a kind that is not read are counted and said', async () => {
    await inFolder([...report.slice(0, -1), record('LI01', '1'), foot].join('\n'), async (path) => {
      const file = await openDataFile(path)
      expect(file).toMatchObject({
        ok: true,
        value: { notes: [{ code: 'report-records-passed-over', values: { types: 'LI01', count: 1 } }] },
      })
    })
  })
})
