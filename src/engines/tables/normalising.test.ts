import { describe, expect, it } from 'vitest'
import { missing, sharedFile } from '../../../test/shared-files.ts'
import { countryLookup, findCountrySuggestion } from './country-codes.ts'
import { openDataFile } from './data-file.ts'
import { findPosition, readDays } from './days.ts'
import { normaliseLanguage } from './language-codes.ts'
import { listItems } from './list-cell.ts'
import { isLayoutOf, proposeMapping } from './mapping.ts'
import { readTable } from './read-table.ts'
import { type CodedColumn, getCoded, type Table } from './table.ts'

describe('countries', () => {
  const country = countryLookup()

  it.each([
    ['UK', 'GB'],
    ['gb', 'GB'],
    ['GBR', 'GB'],
    ['United Kingdom', 'GB'],
    ['Scotland', 'GB'],
    ['United States of America', 'US'],
    ['États-Unis', 'US'],
    ['South Korea', 'KR'],
    ['Republic of Korea', 'KR'],
    ['Czech Republic', 'CZ'],
    ["Côte d'Ivoire", 'CI'],
    ['Cote d’Ivoire', 'CI'],
    ['المغرب', 'MA'],
    ['Viet Nam', 'VN'],
    ['The Netherlands', 'NL'],
    ['Turkey', 'TR'],
    ['Namibia', 'NA'],
    ['NA', 'NA'],
    ['Palestinian Territory', 'PS'],
    ['Soviet Union', 'SUHH'],
    ['Yugoslavia', 'YUCS'],
    ['XC', 'CSHH'],
  ])('%s is %s', (text, code) => expect(country(text)).toBe(code))

  it('a State that is no more is not counted as one that is', () => {
    expect(country('Czechoslovakia')).not.toBe(country('Czechia'))
  })

  it.each(['', 'Guadaloupe', 'Atlantis', 'XW', 'CS', 'Europe'])('%j is not guessed', (text) => {
    expect(country(text)).toBeUndefined()
  })

  it('a near spelling is proposed, and counts once a person has settled it', () => {
    expect(findCountrySuggestion('Guadaloupe')).toBe('GP')
    expect(findCountrySuggestion('Atlantis')).toBeUndefined()
    expect(countryLookup({ Guadaloupe: 'GP' })('guadaloupe')).toBe('GP')
  })

  it('a code that ISO leaves to its users counts once somebody has said what it means', () => {
    const settled = countryLookup({ Meridia: 'XA', Elsewhere: 'Atlantis' })
    expect([settled('meridia'), settled('xa'), settled('France'), settled('Elsewhere')]).toEqual([
      'XA',
      'XA',
      'FR',
      undefined,
    ])
    expect(country('XA')).toBeUndefined()
  })
})

describe('languages', () => {
  it.each([
    ['en', 'en'],
    ['EN', 'en'],
    ['pt_br', 'pt-BR'],
    ['zh-hant', 'zh-Hant'],
    ['cn', 'yue'],
    ['iw', 'he'],
    ['xx', 'zxx'],
    ['Korean', 'ko'],
    ['français', 'fr'],
    ['wol', 'wol'],
  ])('%s is %s', (text, tag) => expect(normaliseLanguage(text)).toBe(tag))

  it.each(['', 'qq', 'Elvish'])('%j is not guessed', (text) => expect(normaliseLanguage(text)).toBeUndefined())
})

describe('several values in one cell', () => {
  it.each<[string, string[]]>([
    ["['United States of America', 'France']", ['United States of America', 'France']],
    ['["Côte d\'Ivoire", "Mali"]', ["Côte d'Ivoire", 'Mali']],
    [`["Lao People's Republic", 'France']`, ["Lao People's Republic", 'France']],
    ["['It\\'s']", ["It's"]],
    ['[]', []],
    ['', []],
    ['France; Belgium', ['France', 'Belgium']],
    ['France | Belgium|France', ['France', 'Belgium']],
    ['US, GB', ['US', 'GB']],
    ['Korea, Republic of; Japan', ['Korea, Republic of', 'Japan']],
  ])('%s', (cell, items) => expect(listItems(cell)).toEqual(items))
})

describe('days', () => {
  it('are read in three formats side by side', () => {
    const { days, ambiguous } = readDays([
      '2022-02-27',
      '27/02/2022',
      '2022-W08',
      '20220227',
      '٢٠٢٢-٠٢-٢٧',
      'soon',
      '2022-02-30',
    ])
    expect(days).toEqual(['2022-02-27', '2022-02-27', '2022-02-21', '2022-02-27', '2022-02-27', undefined, undefined])
    expect(ambiguous).toBe(false)
  })

  it('a column that can only be month first is read so', () => {
    expect(readDays(['02/27/2022', '03/04/2022']).days).toEqual(['2022-02-27', '2022-03-04'])
  })

  it('a column that can be either is not guessed', () => {
    expect(readDays(['03/04/2022', '05/06/2022']).ambiguous).toBe(true)
    expect(readDays(['03/04/2022'], 'mdy')).toMatchObject({ ambiguous: false, days: ['2022-03-04'] })
    expect(readDays(['04/04/2022']).ambiguous).toBe(false)
  })

  it('the first ISO week of a year may begin in the year before', () => {
    expect(readDays(['2020-W01', '2021-W01', '2020-W53', '2021-W54']).days).toEqual([
      '2019-12-30',
      '2021-01-04',
      '2020-12-28',
      undefined,
    ])
  })
})

describe('positions', () => {
  it.each([
    ['1', 1],
    [' 10 ', 10],
    ['3.0', 3],
    ['٧', 7],
    ['0', undefined],
    ['-1', undefined],
    ['2.5', undefined],
    ['first', undefined],
    ['', undefined],
    ['1000000000', undefined],
  ])('%j', (cell, position) => expect(findPosition(cell)).toBe(position))
})

describe('columns', () => {
  const columns = [
    { name: 'territory', required: true, usualNames: ['country', 'country code'] },
    { name: 'title', required: true, usualNames: ['show title'] },
  ]

  it('are proposed by their usual names', () => {
    expect(proposeMapping(['Show_Title', 'Country-Code', 'x'], columns)).toEqual({
      territory: 'Country-Code',
      title: 'Show_Title',
    })
  })

  it('a layout is known by its header', () => {
    expect(isLayoutOf(['a', 'b', 'c'], { territory: 'b', title: 'c' })).toBe(true)
    expect(isLayoutOf(['a', 'b'], { territory: 'b', title: 'c' })).toBe(false)
  })
})

describe('plays of a real sample', () => {
  const parts = ['dataset.inter', 'demographics.tsv', 'tracks.tsv'].map((name) => ['data', 'lfm2b', name])

  const tableOf = async (path: string, columns: string[], names?: string[]): Promise<Table> => {
    const file = await openDataFile(path, names ? { names, separator: '\t' } : {})
    if (!file.ok) throw new Error(JSON.stringify(file.faults))
    const table = await readTable(file.value, { coded: columns })
    if (!table.ok) throw new Error(JSON.stringify(table.faults))
    return table.value
  }

  const codesOf = ({ codes, dictionary }: CodedColumn, lookup: (text: string) => string | undefined) => {
    const normal = dictionary.map(lookup)
    return Array.from(codes, (code) => normal[code])
  }

  it.skipIf(parts.some((part) => missing(...part)))(
    'are local in 17.09 % of cases once UK and GB are the same country (reference value)',
    async () => {
      const [plays, users, tracks] = await Promise.all([
        tableOf(sharedFile(...parts[0]!), ['user_id:token', 'item_id:token']),
        tableOf(sharedFile(...parts[1]!), ['country'], ['country', 'age', 'gender', 'since']),
        tableOf(sharedFile(...parts[2]!), ['country'], ['artist', 'title', 'country']),
      ])
      const homes = codesOf(getCoded(users, 'country'), countryLookup())
      const origins = codesOf(getCoded(tracks, 'country'), countryLookup())
      const user = codesOf(getCoded(plays, 'user_id:token'), (text) => text)
      const item = codesOf(getCoded(plays, 'item_id:token'), (text) => text)
      let local = 0
      for (let row = 0; row < plays.rows; row++) if (homes[Number(user[row])] === origins[Number(item[row])]) local++
      expect(plays.rows).toBe(229_037)
      expect(local / plays.rows).toBeCloseTo(0.170_924_348_467_714_82, 12)
    },
  )
})
