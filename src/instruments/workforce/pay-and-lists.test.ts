import { describe, expect, it } from 'vitest'
import { csv, documentOf, lines, runStudy } from './small-study.ts'

describe('what people earn', () => {
  const paid = 'sex,isco,isic,weight,pay,hours,status'

  it('17 an hour against 20 is a gap of 15 %, of means and of medians', async () => {
    const persons = csv(
      paid,
      lines(20, 'F,2651,9000,1,2946.67,40,employee'),
      lines(20, 'M,2651,9000,1,3466.67,40,employee'),
    )
    const { pay } = await documentOf({ persons }, '--currency', 'EUR')
    expect(pay).toMatchObject({ currency: 'EUR', per: 'hour' })
    const all = pay!.groups[0]!
    expect([all.mean_women.value, all.mean_men.value, all.median_women.value]).toEqual([1700, 2000, 1700])
    expect([all.gap_mean.value, all.gap_median.value]).toEqual([0.15, 0.15])
  })

  it('the self-employed are left out, and what is missing or impossible is counted', async () => {
    const rows = [
      ...lines(12, 'F,2651,9000,2,100,,employee'),
      ...lines(12, 'M,2651,9000,1,200,,employee'),
      ...lines(5, 'M,2651,9000,1,900,,self-employed'),
      'F,2651,9000,1,,,employee',
      'F,2651,9000,1,-5,,employee',
      'F,2651,9000,1,n/a,,employee',
    ]
    const persons = csv('sex,isco,isic,weight,pay,nothing,status', rows)
    const { pay } = await documentOf({ persons })
    expect(pay!.groups[0]).toMatchObject({ mean_women: { value: 10_000 }, mean_men: { value: 20_000 } })
    expect(pay!.not_used).toEqual({ pay_missing: 1, pay_negative: 1, pay_not_a_number: 1 })
  })

  it('the interval of a median follows the weights of every replicate', async () => {
    const rows = Array.from({ length: 200 }, (_, at) => `${at % 2 ? 'F' : 'M'},2651,9000,1,${1000 + at},,employee`)
    const { pay } = await documentOf(
      { persons: csv('sex,isco,isic,weight,pay,nothing,status', rows) },
      '--replicates',
      '2000',
    )
    const { value, standard_error } = pay!.groups[0]!.median_women
    expect(value).toBe(110_000)
    // Woodruff: √(0.25/n) of the rank, in steps of the pay: 0.05 × 200 units of a hundred.
    expect(standard_error! / 1000).toBeGreaterThan(0.85)
    expect(standard_error! / 1000).toBeLessThan(1.2)
  })

  it('fewer than ten women give no pay', async () => {
    const persons = csv('sex,isco,isic,weight,pay', lines(9, 'F,2651,9000,1,100'), lines(30, 'M,2651,9000,1,100'))
    expect((await documentOf({ persons })).pay).toMatchObject({ groups: [], groups_hidden: ['all', '265'] })
  })
})

it('part time and self-employment of women and of men, among those who tell', async () => {
  const persons = csv(
    'sex,isco,isic,status,hours',
    lines(30, 'F,2651,9000,employee,20'),
    lines(10, 'F,2651,9000,self-employed,40'),
    lines(10, 'M,2651,9000,freelance,12'),
    lines(30, 'M,2651,9000,employee,38'),
    lines(20, 'M,2651,9000,,'),
  )
  const of = async (...words: string[]) => (await documentOf({ persons }, ...words)).employment!.conditions
  const { part_time, self_employed } = await of()
  expect([part_time.women!.value, part_time.men!.value]).toEqual([0.75, 0.25])
  expect([self_employed.women!.value, self_employed.men!.value]).toEqual([0.25, 0.25])
  expect((await of('--part-time-hours', '15')).part_time.women!.value).toBe(0)
})

describe('who decides, who is funded, who is shown', () => {
  it('awards by sex, their money, and parity', async () => {
    const awards = csv(
      'sex,award,year,amount,currency',
      lines(20, 'women,Grant,2024,100,EUR'),
      lines(60, 'men,Grant,2024,300,EUR'),
      lines(20, ',Prize,2025,50,EUR'),
    )
    const { awards: found } = await documentOf({ awards })
    expect(found!.total).toEqual({ group: 'all', total: 100, women: 20, men: 60, share_women: 0.25 })
    expect(found!.share_women_bounds).toEqual({ low: 0.2, high: 0.4 })
    expect(found!.parity).toBeCloseTo(1 / 3, 9)
    expect(found!.money).toMatchObject({ currency: 'EUR', women: 200_000, men: 1_800_000, share_women: 0.1 })
    expect(found!.by['year']!.map(({ group, total }) => [group, total])).toEqual([
      ['2024', 80],
      ['2025', 20],
    ])
  })

  it('a work of two women and a man counts two thirds', async () => {
    const works = csv('sex,programme', lines(30, 'F; F; M,Festival'), lines(30, 'M,Season'))
    const { works: found } = await documentOf({ works })
    expect(found!.total).toMatchObject({ women: 20, men: 40 })
    expect(found!.total.share_women).toBeCloseTo(1 / 3, 9)
    expect(found!.by['programme']![0]!.share_women).toBeCloseTo(2 / 3, 9)
  })

  it('rows may stand for several posts; groups of few are not shown', async () => {
    const posts = 'level,sex,count\nBoards,F,40\nBoards,M,60\nHeads,M,4\nHeads,F,1\nDeputies,F,11\nDeputies,M,14\n'
    const { posts: found } = await documentOf({ posts })
    expect(found!.total).toMatchObject({ total: 130, women: 50, men: 80 })
    expect(found!.total.share_women).toBeCloseTo(52 / 130, 9)
    expect(found!.by['level']!.map(({ group, total }) => [group, total])).toEqual([
      ['Boards', 100],
      ['Deputies', null],
      ['Heads', null],
    ])
  })

  it('a share with a part of fewer than ten is told to the nearest five per cent only', async () => {
    const { posts: found } = await documentOf({ posts: csv('sex', lines(3, 'F'), lines(40, 'M')) })
    expect(found!.total).toEqual({ group: 'all', total: 45, women: null, men: null, share_women: 0.05 })
    expect([found!.parity, found!.share_women_bounds]).toEqual([null, { low: 0.05, high: 0.05 }])
  })

  it('a long table holds every figure, and says what is hidden', async () => {
    const outcome = await runStudy(
      {
        posts: 'sex,level\nF,a\nM,b\n',
        persons: csv('sex,isco,isic', lines(30, 'F,2651,9000'), lines(20, 'M,2651,9000')),
      },
      '--format',
      'csv',
    )
    const text = outcome.ok ? outcome.value.text : ''
    expect(text).toContain('employment,,culture,share_women,0.6,')
    expect(text).toContain('posts,,all,women,hidden')
  })
})
