import { describe, expect, it } from 'vitest'
import { documentOf, faultsOf, manyListeners, runSmall, smallFiles, twentyListeners as twenty } from './small-study.ts'

describe('what is wrong in the lists of works and users is counted and said', () => {
  it('a user listed twice counts once, and is not named', async () => {
    const { left_out, pool } = await documentOf({ ...twenty, users: `${twenty.users}\na0,MA` })
    expect(left_out.rows).toMatchObject([
      { file: 'users', reason: 'repeated_identifier', rows: 1, lines: [22], found: [] },
    ])
    expect(pool).toBe(20)
  })

  it('a row of works without an identifier is left out', async () => {
    const { left_out } = await documentOf({ ...twenty, works: `${smallFiles.works},Nameless,Zoe,France\n` })
    expect(left_out.rows).toMatchObject([{ file: 'works', reason: 'no_identifier', rows: 1, lines: [5] }])
  })

  it('countries that are not known are listed with their rows, and never guessed', async () => {
    const works = smallFiles.works.replace('Morocco', 'Marrakesh')
    const { left_out, models } = await documentOf({ ...twenty, works })
    expect(left_out.unrecognised_countries).toMatchObject([{ spelling: 'Marrakesh', rows: 1 }])
    expect(models['pro-rata']!.by_origin['unknown']).toBeCloseTo(2, 10)
  })

  it('a spelling that the person settles is that country', async () => {
    const works = smallFiles.works.replace('Morocco', 'Marrakesh')
    const { models } = await documentOf({ ...twenty, works }, '--spelling', 'Marrakesh=MA')
    expect(models['pro-rata']!.by_origin['MA']).toBeCloseTo(2, 10)
  })

  it.each(['-5', 'free', '1e3', '0.001', ''])('a fee written “%s” counts as nothing, and is counted', async (fee) => {
    const rows = twenty.users.split('\n').slice(1)
    const users = ['user_id,country,fee', ...rows.map((row, at) => `${row},${at === 0 ? fee : '5'}`)].join('\n')
    const { left_out, pool } = await documentOf({ ...twenty, users }, '--currency', 'EUR')
    expect(left_out.rows).toMatchObject([{ file: 'users', reason: 'fee_not_readable', rows: 1, lines: [2] }])
    expect(pool).toBe(95)
  })

  it('mixed currencies name each with its users', async () => {
    const users = 'user_id,country,fee,currency\nann,MA,5,EUR\nben,MA,5,MAD\n'
    const [fault] = await faultsOf({ users }, '--currency', 'EUR')
    expect(fault).toMatchObject({ code: 'mixed-currencies', values: { currency: 'EUR', found: 'EUR: 1, MAD: 1' } })
  })

  it('more plays asked for than plays, and plays asked for that are no number, are left out each for its reason', async () => {
    const plays = twenty.plays
      .split('\n')
      .map((row, at) => (at === 0 ? `${row},active_plays` : `${row},1`))
      .concat('a1,w1,2,3', 'a1,w1,2,many')
    const { left_out } = await documentOf({ ...twenty, plays: plays.join('\n') })
    expect(left_out.rows.map(({ reason, rows, lines }) => [reason, rows, lines])).toEqual([
      ['active_plays_exceed_plays', 1, [22]],
      ['active_plays_not_a_number', 1, [23]],
    ])
  })

  it('without a file of users everybody pays the fee, and no share is local', async () => {
    const { outcome } = await runSmall({ ...twenty, users: '' }, '--replicates', '100')
    const document = outcome.ok ? JSON.parse(outcome.value.text) : undefined
    expect(document?.pool ?? outcome).toBe(20)
    expect(document.models['pro-rata'].local).toBeNull()
    expect(document.models['pro-rata'].local_bounds).toEqual({ low: 0, high: 1 })
  })

  it('what was left out is told at once, beside the document', async () => {
    const { outcome } = await runSmall({ ...twenty, plays: `${twenty.plays}\na0,w1,-3\nzoe,w1,2\n` })
    expect(outcome.ok && outcome.value.notes).toMatchObject([{ code: 'rows-left-out', values: { rows: 2, of: 45 } }])
  })

  it('a threshold that no work reaches pays nobody, keeps the money aside and says so', async () => {
    const words = ['--models', 'pro-rata,thresholded', '--threshold-plays', '1000']
    const { outcome } = await runSmall(twenty, ...words)
    expect(outcome.ok && outcome.value.notes).toMatchObject([{ code: 'nobody-paid', values: { model: 'thresholded' } }])
    const { models, changes } = await documentOf(twenty, ...words)
    expect(models['thresholded']).toMatchObject({ kept_aside: 20, local: null, gini: null, lorenz: [] })
    expect(models['thresholded']!.by_origin).toEqual({ FR: 0, MA: 0 })
    expect(models['thresholded']!.local_bounds).toEqual({ low: null, high: null })
    expect(changes['thresholded']).toMatchObject({ share_moved: 0, creators: { gain: 0, lose: 2 } })
    expect(JSON.stringify(models)).not.toContain('NaN')
  })

  it('plays of nothing but zeros are refused with a reason', async () => {
    const [fault] = await faultsOf(manyListeners([['ann', 'w1', 0]]))
    expect(fault).toMatchObject({ code: 'no-usable-plays', field: 'plays' })
  })
})
