import { describe, expect, it } from 'vitest'
import { csv, documentOf, faultsOf, lines, runStudy } from './small-study.ts'

const header = 'sex,isco,isic,weight'
const good = [...lines(20, 'F,2651,9000,1'), ...lines(20, 'M,2651,9000,1')]

describe('what cannot be used is counted and said', () => {
  it.each([
    ['a missing weight', 'F,2651,9000,', 'weight_missing'],
    ['a negative weight', 'F,2651,9000,-3', 'weight_negative'],
    ['a weight of zero', 'F,2651,9000,0', 'weight_zero'],
    ['a weight in words', 'F,2651,9000,much', 'weight_not_a_number'],
    ['a weight that is NaN', 'F,2651,9000,NaN', 'weight_not_a_number'],
    ['a weight of a thousand million', 'F,2651,9000,1e9', 'weight_too_large'],
    ['nobody’s work', 'F,,,1', 'neither_occupation_nor_industry'],
    ['a cell too many', 'F,2651,9000,1,1', 'ragged'],
  ])('%s', async (_, row, reason) => {
    const { left_out, employment } = await documentOf({ persons: csv(header, good, [row]) })
    expect(left_out.rows).toMatchObject([{ file: 'persons', reason, rows: 1, lines: [42] }])
    expect(employment!.culture.value).toBe(40)
  })

  it('a comma in a weight means what the other weights show', async () => {
    const of = async (...weights: string[]) => {
      const rows = weights.flatMap((weight) => lines(20, `F;2651;9000;${weight}`))
      return documentOf({ persons: csv('sex;isco;isic;weight', rows, lines(20, 'M;2651;9000;1')) })
    }
    expect((await of('2,5')).employment!.by_sex['women']!.value).toBe(50)
    expect((await of('1,234', '2,5')).employment!.by_sex['women']!.value).toBe(75)
    expect((await of('1,234', '2.5')).employment!.by_sex['women']!.value).toBe(24_730)
    expect((await of('2', '1,234')).left_out.rows).toMatchObject([{ reason: 'weight_ambiguous_comma', rows: 20 }])
  })

  it('sexes in several languages and codes; a strange one is not guessed', async () => {
    const women = ['F', 'female', 'Femme', 'أنثى', '2', 'mujer', 'Women', 'Féminin']
    const rows = [
      ...women.flatMap((word) => lines(5, `${word},2651,9000,1`)),
      ...lines(40, 'Homme,2651,9000,1'),
      ...lines(3, 'Maria,2651,9000,1'),
    ]
    const { employment, not_understood } = await documentOf({ persons: csv(header, rows) })
    expect(employment!.share_women!.value).toBe(0.5)
    expect(not_understood).toEqual({ 'persons.sex': [{ spelling: 'Maria', rows: 3 }] })
  })

  it('armed forces whose zero was lost, and industries that would become libraries by it', async () => {
    const rows = [...lines(30, 'F,2651,9000,1'), ...lines(30, 'M,110,8422,1'), ...lines(40, 'M,8111,910,1')]
    const { codes, employment } = await documentOf({ persons: csv(header, rows) })
    expect(codes!.occupations.rows).toMatchObject({ zeros_restored: 30, unreadable: 0 })
    expect(codes!.industries.unreadable).toEqual([{ found: '910', fault: 'lost_zero', rows: 40 }])
    expect(employment!.share_bounds).toEqual({ low: 0.3, high: 0.7 })
  })

  it('codes that went through a spreadsheet', async () => {
    const rows = [...lines(30, "'2651,90.0,1"), ...lines(10, '2651.0,9000.0,1'), ...lines(10, '2.65E+03,01-Nov,1')]
    const { codes } = await documentOf({
      persons: csv(
        'isco,isic,weight,sex',
        rows.map((row) => `${row},F`),
      ),
    })
    expect([codes!.occupations.rows!.readable, codes!.industries.rows!.readable]).toEqual([40, 40])
    expect(codes!.industries.unreadable).toEqual([{ found: '01-Nov', fault: 'not_a_code', rows: 10 }])
  })

  it('what a reader should hear at once is heard', async () => {
    const persons = csv('sex,isco,isic,stratum,cluster', lines(20, 'F,2651,9000,a,1'), lines(20, 'M,xx,9000,b,2'))
    const outcome = await runStudy({ persons })
    const notes = outcome.ok ? outcome.value.notes.map(({ code }) => code) : []
    expect(notes).toEqual(['codes-unreadable-occupations', 'no-weights', 'lone-strata', 'lists-unverified'])
  })

  it.each<[string, Parameters<typeof faultsOf>, object]>([
    ['nothing at all', [{}], { code: 'argument-nothing-given' }],
    [
      'weights that add up to nothing',
      [{ persons: csv(header, lines(20, 'F,2651,9000,0')) }],
      { code: 'no-usable-persons', values: { reason: 'weight_zero' } },
    ],
    ['a survey without codes', [{ persons: 'sex,weight\nF,1\n' }], { code: 'no-codes', field: 'persons' }],
    [
      'a survey without sexes',
      [{ persons: 'isco,weight\n2651,1\n' }],
      { code: 'column-not-mapped', field: 'persons.sex' },
    ],
    [
      'sexes of 0 and 1',
      [{ persons: csv(header, lines(9, '0,2651,9000,1'), lines(9, '1,2651,9000,1')) }],
      { code: 'sex-zero-one', field: 'sex' },
    ],
    ['sexes of H and M', [{ posts: csv('sex', lines(9, 'H'), lines(9, 'M')) }], { code: 'sex-h-m', field: 'sex' }],
    [
      'pay in two currencies',
      [{ persons: csv('sex,isco,isic,pay,currency', lines(9, 'F,2651,9000,5,EUR'), lines(9, 'M,2651,9000,5,XOF')) }],
      { code: 'mixed-currencies', field: 'persons.currency' },
    ],
    [
      'awards in two currencies',
      [{ awards: csv('sex,amount,currency', lines(9, 'F,5,EUR'), lines(9, 'M,5,XOF')) }],
      { code: 'mixed-currencies', field: 'awards.currency' },
    ],
    [
      'a list of codes with a slip',
      [{ persons: csv(header, good), codes: 'classification,code\nisco-88,2451\n' }],
      { code: 'code-list-row', row: 2 },
    ],
    ['a list of nobody', [{ works: 'sex,count\nF,0\n' }], { code: 'list-empty', field: 'works' }],
    ['a meaning nobody knows', [{ posts: 'sex\nF\n' }, '--sex', 'V=ladies'], { code: 'argument-choice', field: 'sex' }],
    ['half a meaning', [{ posts: 'sex\nF\n' }, '--sex', 'V'], { code: 'argument-pair', field: 'sex' }],
    [
      'a part above one',
      [{ persons: csv(header, good) }, '--partly', '2'],
      { code: 'argument-range', field: 'partly' },
    ],
    ['a currency that is none', [{ posts: 'sex\nF\n' }, '--currency', 'EURO'], { code: 'argument-currency' }],
    ['a PDF for persons', [{ persons: '%PDF-1.7' }], { code: 'is-pdf', field: 'persons' }],
  ])('%s is refused with a reason', async (_, given, fault) => {
    expect((await faultsOf(...given))[0]).toMatchObject(fault)
  })

  it('settled by hand, codes of 0 and 1 are read', async () => {
    const persons = csv(header, lines(30, '0,2651,9000,1'), lines(10, '1,2651,9000,1'))
    const { employment } = await documentOf({ persons }, '--sex', '0=men,1=women')
    expect(employment!.share_women!.value).toBe(0.25)
  })
})
