import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf, faultsOf, manyListeners, runSmall, smallFiles, twentyListeners as twenty } from './small-study.ts'

describe('what the same plays pay under different rules', () => {
  it('pro-rata follows the plays, user-centric the users', async () => {
    const { pool, models } = await documentOf(twenty)
    expect(pool).toBe(20)
    expect(models['pro-rata']!.by_origin).toEqual({ FR: 18, MA: 2 })
    expect(models['user-centric']!.by_origin).toEqual({ FR: 10, MA: 10 })
    expect(models['pro-rata']!.local).toBeCloseTo(0.1, 12)
    expect(models['user-centric']!.local).toBeCloseTo(0.5, 12)
  })

  it('a mixture lies between them, and a threshold pays nothing to what is played less', async () => {
    const words = ['--models', 'mixture,thresholded', '--lambda', '0.25', '--threshold-plays', '50']
    const { models } = await documentOf(twenty, ...words)
    expect(models['mixture']!.by_origin['MA']).toBeCloseTo(0.25 * 2 + 0.75 * 10, 10)
    expect(models['thresholded']!.by_origin).toEqual({ FR: 20, MA: 0 })
  })

  it('an artist-centric rule counts active creators twice and heavy users no more than the cap', async () => {
    const words = ['--models', 'artist-centric', '--activity-plays', '50', '--activity-listeners', '10', '--cap', '4']
    const { models } = await documentOf(twenty, ...words)
    expect(models['artist-centric']!.by_origin['FR']).toBeCloseTo((20 * 80) / 90, 10)
  })

  it('statements of creators are to the cent and add up to the pool', async () => {
    const files = { ...twenty, works: smallFiles.works.replace('France', 'Morocco;France') }
    const { statements } = await runSmall(files, '--fee', '0.99', '--currency', 'EUR')
    const rows = statements
      .trim()
      .split('\r\n')
      .map((line) => line.split(','))
    expect(rows[0]).toEqual(['creator', 'works', 'plays', 'listeners', 'pro-rata', 'user-centric'])
    expect(rows).toContainEqual(['Nobody', '1', '0', '0', '0.00', '0.00'])
    for (const column of [4, 5])
      expect(rows.slice(1).reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0)).toBe(1980)
  })

  it('listeners of a creator are not told when they are fewer than ten', async () => {
    const { statements } = await documentOf({}, '--statement', 'Luc')
    const paid = { 'pro-rata': '1.80', 'user-centric': '1.00' }
    const played = [{ work: 'w2', title: 'Seine', plays: 9, listeners: null, paid }]
    expect(statements).toEqual([{ creator: 'Luc', works: 1, plays: 9, listeners: null, paid, played }])
  })

  it('an origin of few listeners does not stand by itself, and cannot be found by subtraction', async () => {
    const rows = [...twenty.plays.split('\n'), 'a0,w4,1'].join('\n')
    const works = `${smallFiles.works}w4,Fado,Ana,Portugal\n`
    const { models, left_out } = await documentOf({ ...twenty, plays: rows, works })
    expect(Object.keys(models['pro-rata']!.by_origin)).toEqual(['MA', 'fewer_than_10_listeners'])
    expect(left_out.origins_not_shown).toBe(2)
  })

  it('fees and settled amounts come to the same pool under any rule for users without plays', async () => {
    const row = fc.tuple(
      fc.integer({ min: 0, max: 14 }).map((user) => `u${user}`),
      fc.constantFrom('w1', 'w2', 'w3', 'w9'),
      fc.integer({ min: 0, max: 40 }),
    )
    const without = fc.constantFrom('by-plays', 'by-model', 'kept-aside')
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), without, async (rows, rule) => {
        const files = manyListeners([...rows, ['u0', 'w1', 1]])
        const users = `${files.users}\nidle,FR`
        const document = await documentOf({ ...files, users }, '--without', rule, '--fee', '9.99', '--currency', 'EUR')
        for (const found of Object.values(document.models)) {
          const cents = Object.values(found.by_origin_settled).reduce(
            (sum, text) => sum + Math.round(Number(text) * 100),
            0,
          )
          expect(cents + Math.round(found.kept_aside * 100)).toBe(Math.round(document.pool * 100))
        }
      }),
      { numRuns: 25 },
    )
  })

  it('the order of the rows does not matter, to the last digit', async () => {
    const reversed = (text: string) => {
      const [top, ...rows] = text.trim().split('\n')
      return [top, ...rows.reverse()].join('\n')
    }
    const { method: _one, ...forward } = await documentOf(twenty)
    const turned = { plays: reversed(twenty.plays), users: reversed(twenty.users), works: reversed(smallFiles.works) }
    const { method: _other, ...backward } = await documentOf(turned)
    expect(backward).toEqual(forward)
  })
})

describe('what cannot be used is counted and said', () => {
  it.each([
    ['negative plays', 'a0,w1,-3', 'plays_negative'],
    ['plays that are not a number', 'a0,w1,NaN', 'plays_not_a_number'],
    ['half a play', 'a0,w1,0.5', 'plays_not_whole'],
    ['a thousand million plays in a cell', 'a0,w1,1e9', 'plays_too_large'],
    ['a user who is not listed', 'zoe,w1,3', 'user_not_listed'],
    ['a play of nothing', 'a0,,3', 'no_work'],
    ['a row with a cell too many', 'a0,w1,3,4', 'ragged'],
  ])('%s', async (_, row, reason) => {
    const { left_out, plays } = await documentOf({ ...twenty, plays: `${twenty.plays}\n${row}\n` })
    expect(left_out.rows).toMatchObject([{ file: 'plays', reason, rows: 1, lines: [22] }])
    expect(plays).toBe(100)
  })

  it('works that are not in the list keep their money, of unknown origin', async () => {
    const { left_out, models } = await documentOf({ ...twenty, plays: `${twenty.plays}\na0,w9,100\n` })
    expect(left_out.works_not_listed).toEqual({ works: 1, plays: 100 })
    expect(models['pro-rata']!.by_origin['unknown']).toBeCloseTo(10, 10)
    expect(models['pro-rata']!.local_bounds).toEqual({ low: 0.05, high: 0.55 })
  })

  it('users without plays pay, and are counted', async () => {
    const { pool, users_without_plays } = await documentOf({ ...twenty, users: `${twenty.users}\nidle,FR` })
    expect([pool, users_without_plays]).toEqual([21, 1])
  })

  it('a work listed twice from different countries is of unknown origin', async () => {
    const works = `${smallFiles.works}w1,Atlas,Nadia,France\n`
    const { left_out, models } = await documentOf({ ...twenty, works })
    expect(left_out.works_that_disagree).toBe(1)
    expect(models['pro-rata']!.by_origin['unknown']).toBeCloseTo(2, 10)
  })

  it('a pair of user and work that comes again is added up and counted', async () => {
    const { left_out, plays } = await documentOf({ ...twenty, plays: `${twenty.plays}\na0,w1,3\n` })
    expect([left_out.repeated_pairs_added_up, plays]).toEqual([1, 103])
  })

  it.each<[string, Parameters<typeof faultsOf>, object]>([
    [
      'mixed currencies',
      [{ users: 'user_id,country,fee,currency\nann,MA,5,EUR\nben,MA,5,MAD\n' }, '--currency', 'EUR'],
      { code: 'mixed-currencies', field: 'users.currency' },
    ],
    ['no play that can be used', [{ plays: 'user_id,work_id,plays\nann,w1,-1\n' }], { code: 'no-usable-plays' }],
    ['a model nobody knows', [{}, '--models', 'lottery'], { code: 'argument-choice', field: 'models' }],
    ['a fee that is no amount', [{}, '--fee', '0.001', '--currency', 'EUR'], { code: 'argument-fee' }],
    ['a currency that is none', [{}, '--currency', 'EURO'], { code: 'argument-currency' }],
    ['a creator who is not there', [{}, '--statement', 'Zoe'], { code: 'no-such-creator' }],
    ['a PDF for plays', [{ plays: '%PDF-1.7' }], { code: 'is-pdf', field: 'plays' }],
    ['a layout nobody knows', [{}, '--layout', 'vinyl'], { code: 'unknown-layout' }],
    ['too many replicates', [{}, '--replicates', '1e9'], { code: 'replicates-out-of-range' }],
  ])('%s is refused with a reason', async (_, given, fault) => {
    expect((await faultsOf(...given))[0]).toMatchObject(fault)
  })
})
