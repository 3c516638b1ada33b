import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../../framework/index.ts'
import { degreeOf, membershipOf } from './code-list.ts'
import { isic4, nace2, onlyIn } from './industries.ts'
import { isco08, occupationGroups } from './isco-08.ts'
import { readCodes } from './read-codes.ts'

const column = (...cells: string[]) => {
  const dictionary = [...new Set(cells)]
  return { kind: 'coded' as const, dictionary, codes: Int32Array.from(cells, (cell) => dictionary.indexOf(cell)) }
}
const codes = (cells: readonly string[], list = isco08) => {
  const read = readCodes(column(...cells), list)
  return cells.map((cell) => read.byEntry[[...new Set(cells)].indexOf(cell)])
}

describe('which codes are cultural', () => {
  it('a longer code follows the group it belongs to; a coarser one that holds cultural ones is partly cultural', () => {
    expect(degreeOf(isco08, '2652')).toBe('fully')
    expect(degreeOf(isco08, '265')).toBe('fully')
    expect(degreeOf(isco08, '26')).toBe('partly')
    expect(degreeOf(isco08, '3434')).toBeUndefined()
    expect(degreeOf(isco08, '343')).toBe('partly')
    expect(degreeOf(isic4, '5914')).toBe('fully')
    expect(degreeOf(isic4, '58')).toBe('partly')
    expect(degreeOf(isic4, '7110')).toBe('partly')
    expect(degreeOf(nace2, '7111')).toBe('fully')
    expect(degreeOf(nace2, '8542')).toBeUndefined()
  })

  it('partly cultural codes count as much as was chosen, between nothing and all', () => {
    expect(membershipOf(isic4, '7110', 0.3)).toEqual({ value: 0.3, low: 0, high: 1 })
    expect(membershipOf(isic4, '9000', 0.3)).toEqual({ value: 1, low: 1, high: 1 })
    expect(membershipOf(isic4, '4711', 0.3)).toEqual({ value: 0, low: 0, high: 0 })
  })

  it('agrees with the lists of the Convention’s data: no code of theirs is missing here', () => {
    const { codelists } = loadFramework()
    for (const [name, list] of [
      ['occupations', isco08],
      ['industries', isic4],
    ] as const)
      for (const code of codelists.get(name)!.items.keys())
        expect(degreeOf(list, code), `${name} ${code}`).toBeDefined()
  })

  it('every group that is told apart holds cultural codes, and every code exists in its classification', () => {
    for (const group of occupationGroups) expect(degreeOf(isco08, group)).toBeDefined()
    expect([...isco08.beginnings].filter(({ length }) => length === 3)).toHaveLength(130)
    expect([...isic4.beginnings]).toHaveLength(88)
    for (const list of [isco08, isic4, nace2])
      for (const code of Object.keys(list.codes)) expect(list.beginnings.has(code.slice(0, 2)), code).toBe(true)
    expect([...onlyIn['isic-4']].filter((code) => onlyIn['nace-2'].has(code))).toEqual([])
  })
})

describe('codes as files hold them', () => {
  it('with points, letters of sections, prefixes and decimals of a spreadsheet', () => {
    expect(codes(['2651', '2651.0', "'2652", 'OC264', '265201', ' 26 '])).toEqual([
      '2651',
      '2651',
      '2652',
      '264',
      '2652',
      '26',
    ])
    expect(codes(['90.01', 'R90', '90.0', '9001Z', 'J59_1', '1.11'], nace2)).toEqual([
      '9001',
      '90',
      '900',
      '9001',
      '591',
      '0111',
    ])
  })

  it('what is no code, and what the classification does not have, is listed with its rows and never guessed', () => {
    const read = readCodes(column('2651', '2.65E+03', 'artist', '2451', '2451', '2', '1-Nov', ''), isco08)
    expect(read.rows).toEqual({ readable: 1, empty: 1, unreadable: 6, shortened: 0, zeros_restored: 0 })
    expect(read.spellings[0]).toEqual({ found: '2451', fault: 'no_such_code', rows: 2 })
    expect(Object.fromEntries(read.spellings.map(({ found, fault }) => [found, fault]))).toEqual({
      '2451': 'no_such_code',
      '2': 'too_coarse',
      '2.65E+03': 'not_a_code',
      artist: 'not_a_code',
      '1-Nov': 'not_a_code',
    })
  })

  it('armed forces that lost their zero are known again', () => {
    expect(codes(['2651', '2652', '5120', '110', '310'])).toEqual(['2651', '2652', '5120', '0110', '0310'])
  })

  it('a lost zero that would turn mining into libraries stays unread', () => {
    const read = readCodes(column('9000', '5911', '4711', '910', '111', '910'), isic4)
    expect(read.spellings).toEqual([{ found: '910', fault: 'lost_zero', rows: 2 }])
    expect(read.rows.zeros_restored).toBe(1)
    expect(codes(['900', '591', '910', '910'], isic4)).toEqual(['900', '591', '910', '910'])
  })
})
