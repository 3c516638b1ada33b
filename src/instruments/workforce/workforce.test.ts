import { describe, expect, it } from 'vitest'
import { csv, documentOf, lines } from './small-study.ts'

const header = 'sex,isco,isic,weight'

/** Thirty women and twenty men are artists; of fifty others in employment half are women. */
const hundred = csv(
  header,
  lines(30, 'F,2651,9000,1'),
  lines(20, 'M,2651,9000,1'),
  lines(25, 'F,5223,4711,1'),
  lines(25, 'M,5223,4711,1'),
)

describe('who works in culture', () => {
  it('half of a hundred, three in five of them women', async () => {
    const { employment, sample } = await documentOf({ persons: hundred })
    expect([employment!.all.value, employment!.culture.value, employment!.share.value]).toEqual([100, 50, 0.5])
    expect(employment!.share_women!.value).toBeCloseTo(0.6, 12)
    expect(employment!.share_women_elsewhere!.value).toBeCloseTo(0.5, 12)
    expect(employment!.parity).toBeCloseTo(1.5, 9)
    expect(sample).toMatchObject({ persons: 100, units: 100, units_are: 'persons', degrees_of_freedom: 99 })
  })

  it('each prong of the trident, and none of those outside', async () => {
    const persons = csv(
      header,
      lines(20, 'F,2652,9000,1'),
      lines(20, 'M,2652,9000,1'),
      lines(20, 'F,4110,9000,1'),
      lines(10, 'M,4110,9000,1'),
      lines(10, 'F,2166,6201,1'),
      lines(30, 'M,2166,6201,1'),
      lines(90, 'M,8322,4922,1'),
    )
    const { employment } = await documentOf({ persons })
    const prongs = employment!.tables.trident!.map(({ group, total, share_women }) => [
      group,
      total!.value,
      share_women!.value,
    ])
    expect(prongs).toEqual([
      ['cultural-occupation-in-culture', 40, 0.5],
      ['other-occupation-in-culture', 30, expect.closeTo(2 / 3, 9)],
      ['cultural-occupation-elsewhere', 40, 0.25],
    ])
    expect(employment!.share.value).toBeCloseTo(110 / 200, 12)
  })

  it('weights count, and their price is told', async () => {
    const persons = csv(header, lines(20, 'F,2651,9000,3'), lines(20, 'M,2651,9000,1'))
    const { employment, sample } = await documentOf({ persons })
    expect(employment!.culture.value).toBe(80)
    expect(employment!.share_women!.value).toBeCloseTo(0.75, 12)
    expect(sample!.effective_persons).toBe(80 ** 2 / 200)
    expect(sample!.weights_design_effect).toBeCloseTo(40 / 32, 9)
  })

  it('codes of three and two digits decide what they can; the bounds say the rest', async () => {
    const three = csv(header, lines(20, 'F,265,900,1'), lines(20, 'M,216,620,1'), lines(60, 'M,522,471,1'))
    const found = (await documentOf({ persons: three })).employment!
    expect([found.share.value, found.share_bounds]).toEqual([0.2, { low: 0.2, high: 0.4 }])
    const two = csv(header, lines(20, 'F,26,90,1'), lines(20, 'M,26,62,1'), lines(60, 'M,52,62,1'))
    const coarse = (await documentOf({ persons: two })).employment!
    expect([coarse.share.value, coarse.share_bounds]).toEqual([0.2, { low: 0.2, high: 0.4 }])
  })

  it('partly cultural codes count by the part that was chosen', async () => {
    const persons = csv(header, lines(50, 'F,5223,7110,1'), lines(50, 'M,5223,4711,1'))
    const none = (await documentOf({ persons })).employment!
    const half = (await documentOf({ persons }, '--partly', '0.5')).employment!
    expect([none.share.value, half.share.value]).toEqual([0, 0.25])
    expect(half.share_bounds).toEqual({ low: 0, high: 0.5 })
  })

  it('a code nobody can read is not told: it is in the bounds, not in the share', async () => {
    const persons = csv(header, lines(30, 'F,2651,4711,1'), lines(30, 'M,5223,4711,1'), lines(40, 'M,artist,4711,1'))
    const { employment, codes } = await documentOf({ persons })
    expect([employment!.share.value, employment!.share_bounds]).toEqual([0.5, { low: 0.3, high: 0.7 }])
    expect(codes!.occupations.unreadable).toEqual([{ found: 'artist', fault: 'not_a_code', rows: 40 }])
  })

  it('a file in NACE is known by its codes: its universities are no cultural education', async () => {
    const rows = [lines(30, 'F,2310,8542,1'), lines(30, 'M,2652,90.01,1'), lines(10, 'M,2161,71.11,1')]
    const nace = await documentOf({ persons: csv(header, ...rows) })
    expect(nace.codes!.industries.classification).toBe('nace-2')
    expect(nace.employment!.share.value).toBeCloseTo(4 / 7, 9)
    const forced = await documentOf({ persons: csv(header, ...rows) }, '--industry', 'isic-4')
    expect(forced.codes!.rows_of_the_other_classification).toBe(40)
  })

  it('a country’s own list goes before ours', async () => {
    const codes = 'classification,code,degree\nisco-08,5223,fully\nisic-4,90,not\n'
    const { employment, codes: told } = await documentOf({ persons: hundred, codes })
    expect(employment!.share.value).toBe(0.5)
    expect(employment!.share_women!.value).toBe(0.5)
    expect(told!.occupations).toMatchObject({ verified: true, fully: ['5223'], source: 'codes.csv' })
  })

  it('a table of a labour-force survey counts by its numbers, without intervals and without pay', async () => {
    const persons = csv('sex,isco,isic,weight,count,pay', [
      'F,2651,9000,3000,30,5',
      'M,2651,9000,1000,20,5',
      'M,5223,4711,4000,9,5',
    ])
    const { employment, sample, pay } = await documentOf({ persons })
    expect(employment!.share_women).toMatchObject({ value: 0.75, low: null })
    expect(employment!.share.value).toBe(0.5)
    expect(sample).toMatchObject({ persons: 60, table: true, degrees_of_freedom: 0, effective_persons: null })
    expect(pay).toMatchObject({ groups: [], not_used: { row_of_several: 2 } })
    const few = csv('sex,isco,isic,weight,count', ['F,2651,9000,3000,9', 'M,2651,9000,1000,20'])
    expect((await documentOf({ persons: few })).employment!.share_women).toBeNull()
  })

  it('people out of work are no part of employment, but their clusters were drawn', async () => {
    const rows = [1, 2, 3, 4].flatMap((psu) => [
      ...lines(8, `F,2651,9000,1,yes,${psu}`),
      ...lines(8, `M,2651,9000,1,yes,${psu}`),
    ])
    const idle = [5, 6].flatMap((psu) => lines(10, `M,,,1,no,${psu}`))
    const persons = csv(`${header},employed,cluster`, rows, idle)
    const { employment, sample, left_out } = await documentOf({ persons })
    expect(employment!.all.value).toBe(65)
    expect(sample).toMatchObject({ units: 6, degrees_of_freedom: 5 })
    expect(left_out.rows).toMatchObject([{ reason: 'not_employed', rows: 20 }])
  })
})

describe('how sure it is', () => {
  /** Two strata of ten clusters of six; women gather in some of them. */
  const clustered = () => {
    const rows: string[] = []
    for (let stratum = 0; stratum < 2; stratum++)
      for (let cluster = 0; cluster < 10; cluster++)
        for (let person = 0; person < 6; person++)
          rows.push(
            `${cluster % 5 < 2 + stratum ? 'F' : 'M'},2651,9000,${1 + stratum},S${stratum},C${stratum}-${cluster}`,
          )
    return rows
  }
  const wide = `${header},stratum,cluster`

  it('the interval is that of clusters within strata, by the formula of the textbooks', async () => {
    const { employment } = await documentOf({ persons: csv(wide, clustered()) }, '--replicates', '4000')
    const { value, standard_error, low, high } = employment!.share_women!
    // S0: 4 of 10 clusters are women's, weight 1; S1: 6 of 10, weight 2; each cluster has 6 persons; all weights 180.
    const share = (24 + 72) / 180
    let variance = 0
    for (const [weight, own] of [
      [1, 4],
      [2, 6],
    ] as const) {
      const residuals = Array.from({ length: 10 }, (_, c) => (6 * weight * ((c < own ? 1 : 0) - share)) / 180)
      const mean = residuals.reduce((sum, z) => sum + z, 0) / 10
      variance += (10 / 9) * residuals.reduce((sum, z) => sum + (z - mean) ** 2, 0)
    }
    expect(value).toBeCloseTo(share, 9)
    expect(standard_error! / Math.sqrt(variance)).toBeGreaterThan(0.95)
    expect(standard_error! / Math.sqrt(variance)).toBeLessThan(1.05)
    const half = (2.100922 * standard_error!) / (share * (1 - share))
    const logit = Math.log(share / (1 - share))
    expect(low).toBeCloseTo(1 / (1 + Math.exp(half - logit)), 5)
    expect(high).toBeCloseTo(1 / (1 + Math.exp(-half - logit)), 5)
    expect(employment!.share_women_design_effect).toBeGreaterThan(4)
  })

  it('the order of the rows does not matter, to the last digit', async () => {
    const { method: _one, ...forward } = await documentOf({ persons: csv(wide, clustered()) })
    const { method: _other, ...backward } = await documentOf({ persons: csv(wide, clustered().toReversed()) })
    expect(backward).toEqual(forward)
  })

  it('strata of one cluster are put together and counted; taken as certain they add no variance', async () => {
    const rows = clustered().map((row) => row.replace(/S1,C1-(\d)/, 'L$1,C1-$1'))
    const persons = csv(wide, rows)
    const together = await documentOf({ persons })
    const certain = await documentOf({ persons }, '--lone-units', 'certain')
    expect([together.sample!.strata, together.sample!.strata_of_one_unit]).toEqual([11, 10])
    expect([together.sample!.degrees_of_freedom, certain.sample!.degrees_of_freedom]).toEqual([18, 9])
    const error = ({ employment }: typeof certain) => employment!.share_women!.standard_error!
    expect(error(certain)).toBeLessThan(error(together))
    expect(certain.employment!.culture.value).toBe(together.employment!.culture.value)
  })

  it('one cluster alone gives figures without intervals', async () => {
    const persons = csv(`${header},cluster`, lines(20, 'F,2651,9000,1,a'), lines(20, 'M,2651,9000,1,a'))
    const { employment, sample } = await documentOf({ persons })
    expect(sample!.degrees_of_freedom).toBe(0)
    expect(employment!.share_women).toMatchObject({ value: 0.5, low: null, high: null, reliable: null })
  })

  it('a figure that is missing from a replicate now and then keeps its interval, one that is often missing has none', async () => {
    const rows = (clusters: number) => [
      ...Array.from({ length: clusters }, (_, c) => [
        ...lines(3, `F,2651,9000,1,c${c}`),
        ...lines(3, `M,2651,9000,1,c${c}`),
      ]).flat(),
      ...Array.from({ length: 12 - clusters }, (_, c) => lines(6, `M,5223,4711,1,d${c}`)).flat(),
    ]
    const of = async (clusters: number) =>
      (await documentOf({ persons: csv(`${header},cluster`, rows(clusters)) }, '--replicates', '1000')).employment!
    expect((await of(6)).share_women).toMatchObject({ value: 0.5, low: 0.5, high: 0.5, standard_error: 0 })
    expect((await of(4)).share_women).toMatchObject({ value: 0.5, low: null, reliable: null })
    expect((await of(6)).all).toMatchObject({ value: 70, standard_error: 0 })
  })

  it('a figure that rests on one cluster of many is called unreliable', async () => {
    const rows = Array.from({ length: 12 }, (_, c) =>
      c === 0 ? lines(12, 'F,2651,9000,1,c0') : lines(12, `M,2651,9000,1,c${c}`),
    )
    const { employment } = await documentOf({ persons: csv(`${header},cluster`, rows.flat()) })
    expect(employment!.share_women).toMatchObject({ reliable: false })
    expect(employment!.share_women!.cv).toBeGreaterThan(0.3)
  })

  it('the command in the record gives the same document', async () => {
    const persons = csv(
      'geschlecht,OCC,NACE,POND,PSU',
      lines(30, 'W,2651,90.01,1.5,a'),
      lines(30, 'M,2651,90.01,2,b'),
      lines(20, 'K,2651,90.02,2,c'),
    )
    const shortcuts = [
      '--isco-column',
      'OCC',
      '--isic-column',
      'NACE',
      '--weight',
      'POND',
      '--cluster',
      'PSU',
      '--sex-column',
      'geschlecht',
      '--sex',
      'K=women',
    ]
    const first = await documentOf({ persons }, ...shortcuts)
    const words = first.method.command.split(' ').slice(3)
    expect(words).toContain('K=women')
    const own = words.filter((word, at) => word !== '--persons' && words[at - 1] !== '--persons')
    expect(await documentOf({ persons }, ...own)).toEqual(first)
    expect(first.employment!.share_women!.value).toBeCloseTo((45 + 40) / 145, 9)
  })
})

describe('what must not be seen', () => {
  it('a cell of nine is hidden with its partner and with a second group', async () => {
    const persons = csv(
      header,
      lines(9, 'F,2652,9000,1'),
      lines(40, 'M,2652,9000,1'),
      lines(20, 'F,2161,7110,1'),
      lines(20, 'M,2161,7110,1'),
      lines(50, 'F,2622,9101,1'),
      lines(30, 'M,2622,9101,1'),
    )
    const rows = (await documentOf({ persons })).employment!.tables.occupations!
    const shown = Object.fromEntries(
      rows.map(({ group, women, share_women }) => [group, [women?.value ?? null, share_women?.value ?? null]]),
    )
    expect(shown).toEqual({ '216': [null, null], '262': [50, 0.625], '265': [null, null] })
    expect(rows.map(({ total }) => total?.value)).toEqual([40, 80, 50])
  })

  it('what one table hides, another over the same persons does not give away', async () => {
    const persons = csv(
      header,
      lines(40, 'F,2652,9000,1'),
      lines(40, 'M,2652,9000,1'),
      lines(4, 'F,3521,6020,1'),
      lines(40, 'M,3521,6020,1'),
      lines(15, 'F,4110,9000,1'),
      lines(15, 'M,4110,9000,1'),
    )
    const { tables } = (await documentOf({ persons })).employment!
    const cells = (rows: typeof tables.trident) => rows!.map(({ group, women }) => [group, women?.value ?? null])
    expect(cells(tables.occupations)).toEqual([
      ['265', 40],
      ['352', null],
      ['other', null],
    ])
    // The same fifteen women stand in the trident: shown there, the four could be found.
    expect(cells(tables.trident)).toEqual([
      ['cultural-occupation-in-culture', null],
      ['other-occupation-in-culture', null],
    ])
  })

  it('people of other sexes stand by themselves from ten on, and cannot be found by subtraction below', async () => {
    const of = async (number: number) =>
      (
        await documentOf({
          persons: csv(header, lines(30, 'F,2651,9000,1'), lines(30, 'M,2651,9000,1'), lines(number, 'X,2651,9000,1')),
        })
      ).employment!
    const [few, many] = [await of(4), await of(15)]
    expect([few.by_sex['other'], few.culture.value, few.share_women!.value]).toEqual([null, 60, 0.5])
    expect([many.by_sex['other']!.value, many.culture.value, many.share_women!.value]).toEqual([15, 75, 0.4])
  })

  it('counts are given to the nearest five', async () => {
    const persons = csv(header, lines(33, 'F,2651,9000,1'), lines(31, 'M,2651,9000,1'))
    const { employment, sample } = await documentOf({ persons })
    expect([employment!.by_sex['women']!.value, employment!.by_sex['men']!.value, sample!.persons]).toEqual([
      35, 30, 65,
    ])
  })

  it('who does not tell is in the bounds', async () => {
    const persons = csv(
      header,
      lines(30, 'F,2651,9000,1'),
      lines(30, 'M,2651,9000,1'),
      lines(20, ',2651,9000,1'),
      lines(20, '?,2651,9000,1'),
    )
    const { employment, not_understood } = await documentOf({ persons })
    expect([employment!.share_women!.value, employment!.share_women_bounds]).toEqual([0.5, { low: 0.3, high: 0.7 }])
    expect(not_understood['persons.sex']).toEqual([{ spelling: '?', rows: 20 }])
  })
})
