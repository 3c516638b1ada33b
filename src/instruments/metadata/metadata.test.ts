import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { missing, sharedFile } from '../../../test/shared-files.ts'
import { metadata } from './command.ts'
import type { MetadataDocument } from './document.ts'

const run = async (text: string, ...words: string[]) => {
  const folder = await mkdtemp(join(tmpdir(), 'metadata-'))
  try {
    const path = join(folder, 'works.csv')
    await writeFile(path, text)
    return await metadata(['--works', path, '--worklist', join(folder, 'list.csv'), ...words])
  } finally {
    await rm(folder, { recursive: true })
  }
}

const documentOf = async (text: string, ...words: string[]) => {
  const outcome = await run(text, ...words)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  return {
    document: JSON.parse(outcome.value.text) as MetadataDocument,
    worklist: outcome.value.also?.[0]?.text ?? '',
  }
}

describe('identifiers damaged on their way through a spreadsheet', () => {
  const books = [
    'id,title,author,isbn-10,isbn-13',
    '1,The Hunger Games,Suzanne Collins,439023483,9.78043902348e+12',
    '2,Twilight,Stephenie Meyer,0316015849,9780316015844',
    '3,Another,Nobody,0316015849,9.78043902348e+12',
    '4,Lost,Nobody,1234567890,9.78043902348e+12',
    '5,Bare,Nobody,0439023483,',
  ].join('\n')

  it('zeros are put back where the check digit proves it, and counted apart from what was valid', async () => {
    const { identifiers } = (await documentOf(books)).document
    expect(identifiers['isbn-10']).toMatchObject({ present: 5, valid: 3, repaired: 1, invalid: 1, share_valid: 0.6 })
    expect(identifiers['isbn-10']!.damage).toEqual({ 'lost-zeros': 1 })
    expect(identifiers['isbn-10']!.faults).toEqual({ 'check-digit': 1 })
  })

  it('scientific notation is restored from the ISBN-10 beside it, never from its mantissa', async () => {
    const { identifiers } = (await documentOf(books)).document
    expect(identifiers['isbn-13']).toMatchObject({
      valid: 1,
      repaired: 1,
      invalid: 2,
      empty: 1,
      damage: { 'scientific-notation': 3 },
      from_isbn_10: { restored: 1, derivable: 1, conflicting: 1 },
    })
  })

  it('the worklist proposes what is proven and nothing else, as text that a spreadsheet leaves alone', async () => {
    const { worklist } = await documentOf(books)
    expect(worklist.split('\r\n')).toEqual([
      'line,work_id,title,field,found,problem,proposal',
      "2,1,The Hunger Games,isbn-10,'439023483,lost-zeros,'0439023483",
      "2,1,The Hunger Games,isbn-10,'439023483,same-identifier-for-different-works,",
      "2,1,The Hunger Games,isbn-13,9.78043902348e+12,scientific-notation,'9780439023481",
      "3,2,Twilight,isbn-10,'0316015849,same-identifier-for-different-works,",
      "4,3,Another,isbn-10,'0316015849,same-identifier-for-different-works,",
      '4,3,Another,isbn-13,9.78043902348e+12,disagrees-with-isbn-10,',
      "5,4,Lost,isbn-10,'1234567890,check-digit,",
      '5,4,Lost,isbn-13,9.78043902348e+12,scientific-notation,',
      "6,5,Bare,isbn-10,'0439023483,same-identifier-for-different-works,",
      "6,5,Bare,isbn-13,,missing,'9780439023481",
      '',
    ])
  })
})

describe('what a list of works lacks', () => {
  const songs = [
    'id,title,artist,isrc,isni,area,language code',
    '1,One,Ann,US-SKG-19-12345,0000 0001 2146 438X,France,fr',
    '2,Two,Ben,USSKG1912345,,Marseille,klingon',
    '3,,,,,,',
    '3,Three,Cleo,XX,000000012146438,GB,en',
  ].join('\n')

  it('fields that the sector needs are counted, also those without a column', async () => {
    const { completeness, sector } = (await documentOf(songs, '--sector', 'music')).document
    expect(sector).toBe('music')
    expect(completeness['isrc']).toEqual({ column: true, filled: 3, share: 0.75, expected: true })
    expect(completeness['iswc']).toEqual({ column: false, filled: 0, share: 0, expected: true })
  })

  it('the way from work to creator is followed by identifiers alone', async () => {
    const { traceability, repeated_work_ids } = (await documentOf(songs)).document
    expect(traceability).toEqual({
      rows: 4,
      with_creator: 3,
      with_work_identifier: 2,
      with_creator_identifier: 1,
      whole_way: 1,
    })
    expect(repeated_work_ids).toBe(1)
  })

  it('one identifier for two works is a conflict; places that are no countries are listed, not guessed', async () => {
    const { identifiers, countries, languages } = (await documentOf(songs)).document
    expect(identifiers['isrc']!.duplicates).toEqual({ groups: 1, rows: 2, conflicting_groups: 1 })
    expect(countries).toMatchObject({ filled: 3, recognised: 2, unrecognised: [{ spelling: 'Marseille', rows: 1 }] })
    expect(languages).toMatchObject({ filled: 3, recognised: 2, unrecognised: [{ spelling: 'klingon', rows: 1 }] })
  })

  it('a file without anything to check is refused with a reason', async () => {
    const outcome = await run('a,b\n1,2\n')
    expect(outcome).toMatchObject({ ok: false, faults: [{ code: 'nothing-to-check', field: 'works' }] })
    expect(await run(songs, '--sector', 'opera')).toMatchObject({ ok: false, faults: [{ code: 'argument-choice' }] })
  })

  it('the same file gives the same document', async () => {
    expect((await documentOf(songs)).document).toEqual((await documentOf(songs)).document)
  })
})

describe('lists in known layouts', () => {
  it('recordings of a report of sales count once, however often they were used', async () => {
    const line = (...cells: readonly string[]) => cells.join('\t')
    const report = [
      line('HEAD', 'dsrf/1.1.2/1.6/1.0', 'BasicAudioProfile', '1.4', 'M', '', '1', '1', '2026-04-01', '2026-04-30'),
      line('SY01.03', 'FR', '', '', 'SubscriptionModel', 'Stream', 'FR', '', '3', '', 'EUR', '1.00'),
      line('SY01.03', 'MA', '', '', 'SubscriptionModel', 'Stream', 'MA', '', '2', '', 'EUR', '0.50'),
      line(
        'AS02.04',
        'B',
        '1',
        'R1',
        'US-SKG-19-12345',
        'One',
        '',
        'Ann',
        'ISNI::000000012146438X',
        '',
        '',
        'T0345246801',
      ),
      line('AS02.04', 'B', '2', 'R2', 'USSKG1912346|USSKG19123', 'Two', '', 'Ben', '', '', '', ''),
      line('SU02.03', 'B', 'FR', 't1', '', '1', 'true', '3'),
      line('SU02.03', 'B', 'MA', 't2', '', '1', 'true', '2'),
      line('FOOT', '8'),
    ].join('\n')
    const { rows, sector, identifiers, traceability, method } = (await documentOf(report)).document
    expect([rows, sector, method.layout]).toEqual([2, 'music', 'ddex-dsr'])
    expect(identifiers['isrc']).toMatchObject({ valid: 1, invalid: 1, faults: { length: 1 } })
    expect(identifiers['isni']).toMatchObject({ valid: 1, empty: 1 })
    expect(traceability).toMatchObject({ with_work_identifier: 1, whole_way: 1 })
  })

  it('books in columns of ONIX are recognised', async () => {
    const list = [
      'RecordReference,ISBN13,TitleText,PersonName,LanguageCode,CountryOfPublication,PublishingDate',
      'org.example.1,9782070360246,L’Étranger,Albert Camus,fre,FR,1942',
      'org.example.2,9782070360247,Autre,Personne,fre,FR,20200101',
    ].join('\n')
    const { sector, method, identifiers, languages } = (await documentOf(list)).document
    expect([sector, method.layout]).toEqual(['book', 'onix'])
    expect(identifiers['isbn-13']).toMatchObject({ valid: 1, invalid: 1 })
    expect(languages).toMatchObject({ filled: 2, recognised: 2 })
  })

  it('words for nothing in a column of identifiers are no identifiers', async () => {
    const { identifiers } = (await documentOf('title,isbn\nOne,NaN\nTwo,N/A\nThree,1000000000\n')).document
    expect(identifiers['isbn']).toMatchObject({ empty: 2, present: 1, invalid: 1 })
  })

  it('an identifier of a creator may stand with many works, but not with two names', async () => {
    const list = (other: string) => `title,artist,isni\nOne,Ann,000000012146438X\nTwo,${other},000000012146438X\n`
    const conflicts = async (other: string) =>
      (await documentOf(list(other))).document.identifiers['isni']!.duplicates.conflicting_groups
    expect([await conflicts('ANN'), await conflicts('Ben'), await conflicts('')]).toEqual([0, 1, 0])
  })
})

const [books, artists] = [
  ['data', 'goodbooks', 'books.csv'],
  ['data', 'musicbrainz', 'artist_info.csv'],
]
describe.skipIf([books!, artists!].some((parts) => missing(...parts)))('lists as they are found', () => {
  const real = async (parts: readonly string[], layout: string) => {
    const outcome = await metadata(['--works', sharedFile(...parts), '--layout', layout])
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
    return JSON.parse(outcome.value.text) as MetadataDocument
  }

  it('10 000 books: two thirds of the ISBN-10 lost zeros, 94 % of the ISBN-13 are rounded', async () => {
    const { identifiers } = await real(books!, 'goodbooks')
    expect(identifiers['isbn-10']!.damage['lost-zeros']! / 10_000).toBeCloseTo(0.66, 2)
    expect(identifiers['isbn-13']!.damage['scientific-notation']! / 10_000).toBeCloseTo(0.94, 2)
  })

  it('13 495 artists in charts: gender unknown for 5 725, and said so', async () => {
    const { rows, gender, identifiers } = await real(artists!, 'musicbrainz')
    expect([rows, gender!['unknown'], gender!['Non-binary']]).toEqual([13_495, 5_725, 31])
    expect(identifiers['mbid']!.duplicates.rows - identifiers['mbid']!.duplicates.groups).toBe(13_495 - 10_754)
  })
})
