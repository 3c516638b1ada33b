import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flows } from './command.ts'
import { culturalCodes } from './cultural-codes.ts'
import type { FlowsDocument } from './document.ts'
import { mirrorRecord } from './mirror.ts'
import { productChoice } from './product-choice.ts'

const run = async (text: string, ...words: string[]) => {
  const folder = await mkdtemp(join(tmpdir(), 'trade-'))
  try {
    await writeFile(join(folder, 'trade.csv'), text)
    return await flows(['--trade', join(folder, 'trade.csv'), ...words])
  } finally {
    await rm(folder, { recursive: true })
  }
}

const documentOf = async (text: string, ...words: string[]) => {
  const outcome = await run(text, ...words)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  return JSON.parse(outcome.value.text) as FlowsDocument
}

const header = 'reporter,partner,flow,value,year,hs,currency'
const table = (...rows: string[]) => [header, ...rows].join('\n')

describe('a trade file becomes flows from origin to destination', () => {
  it('an import comes from the partner, an export goes to it', async () => {
    const { by_origin, overall, unit, trade } = await documentOf(
      table('FR,SN,import,10,2020,4901,EUR', 'FR,MA,export,30,2020,4901,EUR', 'FR,US,import,60,2020,8703,EUR'),
      '--country',
      'FR',
    )
    expect(by_origin['FR']).toMatchObject({ sent: 30, received: 10 })
    expect(overall).toMatchObject({ total: 40, developing_share: 0.25 })
    expect(unit).toBe('EUR')
    expect(trade!.products).toEqual([
      {
        code: '4901',
        title: 'Books and brochures',
        kind: 'goods',
        domain: 'D',
        amount: 40,
        developing_share: 0.25,
        sent: 30,
        received: 10,
      },
    ])
  })

  it('exports of the world database are read by their own columns, in dollars', async () => {
    const { by_origin, unit, method, left_out, periods } = await documentOf(
      [
        'typeCode,refYear,reporterISO,flowCode,partnerISO,cmdCode,primaryValue',
        'C,2021,FRA,M,W00,4901,1000',
        'C,2021,FRA,M,SEN,4901,100',
        'C,2021,FRA,M,SEN,490199,90',
        'C,2022,FRA,X,MAR,970110,50',
        'C,2022,FRA,RX,MAR,970110,5',
        'C,2022,FRA,X,S19,970110,7',
      ].join('\n'),
    )
    expect(by_origin['FR']).toMatchObject({ sent: 50, received: 100 })
    expect(unit).toBe('USD')
    expect(method.layout).toBe('comtrade')
    expect(periods.map(({ total }) => total)).toEqual([100, 57])
    expect(left_out.notes).toMatchObject({
      rows_of_the_world_or_groups: 1,
      rows_of_re_exports: 1,
      rows_within_a_heading: 1,
    })
    expect(left_out.unrecognised_countries.map(({ spelling }) => spelling)).toEqual(['S19'])
  })

  it('services by EBOPS: the wide heading counts where nothing cultural is told under it', async () => {
    const services = (...rows: string[]) => documentOf(table(...rows), '--selection', 'cultural-services')
    const wide = await services('FR,SN,debit,10,2020,SK,EUR')
    expect(wide.trade!.products.map(({ code, amount }) => [code, amount])).toEqual([['SK', 10]])
    const told = await services(
      'FR,SN,debit,10,2020,SK,EUR',
      'FR,SN,debit,3,2020,SK11,EUR',
      'FR,SN,debit,2,2020,SK21,EUR',
      'FR,SN,debit,4,2020,SH41,EUR',
    )
    expect(told.trade!.products.map(({ code, amount }) => [code, amount])).toEqual([
      ['SH4', 4],
      ['SK1', 3],
    ])
  })

  it.each([
    ['importer', 100],
    ['exporter', 80],
    ['mean', 90],
  ])('a flow told by both sides counts once: by the %s', async (mirror, total) => {
    const { overall, trade } = await documentOf(
      table('FR,SN,import,100,2020,4901,EUR', 'SN,FR,export,80,2020,4901,EUR'),
      '--mirror',
      mirror,
    )
    expect(overall.total).toBe(total)
    expect(trade!.mirror).toMatchObject({
      told_by_both: 1,
      asymmetry: 20 / 180,
      greatest: [{ origin: 'SN', destination: 'FR', by_importer: 100, by_exporter: 80 }],
    })
  })

  it('an export to a partner nobody knows has no destination and opens the bounds', async () => {
    const { overall } = await documentOf(table('FR,Atlantis,export,50,2020,4901,EUR', 'FR,FR,import,50,2020,4901,EUR'))
    expect(overall).toMatchObject({ total: 100, known: 50, local_share: 1, local_bounds: { low: 0.5, high: 1 } })
  })

  it('the record says which products, which side, which list of developing countries, and what of that is recalled', async () => {
    const { method, developing } = await documentOf(table('FR,SN,import,1,2020,4901,EUR'))
    expect(method.rules['products']).toMatch(/Framework for Cultural Statistics.*HS 2022/)
    expect(method.rules['mirror']).toMatch(/the importer/)
    expect(method.rules['developing']).toMatch(/M49.*2021.*verified: yes/)
    expect(developing.list.verified).toBe(true)
    expect(method.limits.join(' ')).toMatch(/recalled/)
    expect(method.command).toContain('--selection cultural --mirror importer')
  })
})

describe('what cannot be used is counted and said', () => {
  it('mixed currencies are refused; one of them can be chosen', async () => {
    const mixed = table('FR,SN,import,10,2020,4901,EUR', 'SN,FR,import,6000,2020,4901,XOF')
    expect(await run(mixed)).toMatchObject({
      ok: false,
      faults: [{ code: 'mixed-currencies', field: 'trade.currency', values: { count: 2, found: 'EUR, XOF' } }],
    })
    const { overall, unit, left_out } = await documentOf(mixed, '--currency', 'EUR')
    expect(overall.total).toBe(10)
    expect(unit).toBe('EUR')
    expect(left_out.rows).toMatchObject([{ reason: 'other_currency', rows: 1, amount: 6000 }])
  })

  it('mixed currencies are refused in a table of flows too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'flows-'))
    await writeFile(join(folder, 'flows.csv'), 'from,to,value,currency\nSN,FR,1,EUR\nFR,SN,1,XOF\n')
    const outcome = await flows(['--flows', join(folder, 'flows.csv')])
    await rm(folder, { recursive: true })
    expect(outcome).toMatchObject({ ok: false, faults: [{ code: 'mixed-currencies' }] })
  })

  it.each([
    ['a negative amount', 'FR,SN,import,-1,2020,4901,EUR', 'amount_negative'],
    ['NaN', 'FR,SN,import,NaN,2020,4901,EUR', 'amount_not_a_number'],
    ['an amount too large to be true', 'FR,SN,import,1e30,2020,4901,EUR', 'amount_too_large'],
    ['a reporter nobody knows', 'Atlantis,SN,import,1,2020,4901,EUR', 'reporter_not_recognised'],
    ['a direction nobody knows', 'FR,SN,sideways,1,2020,4901,EUR', 'direction_not_recognised'],
    ['no period', 'FR,SN,import,1,,4901,EUR', 'no_period'],
    ['a row said twice', 'FR,SN,import,1,2020,4901,EUR', 'repeated_row'],
    ['a cell too many', 'FR,SN,import,1,2020,4901,EUR,9', 'ragged'],
  ])('%s', async (_, row, reason) => {
    const good = Array.from({ length: 30 }, (_, at) => `FR,SN,import,1,${2020 - at},4901,EUR`)
    const { left_out, overall } = await documentOf(table(...good, row))
    expect(left_out.rows).toMatchObject([{ file: 'trade', reason, rows: 1 }])
    expect(overall.total).toBe(30)
  })

  it('where a heading is told twice differently, what lies under it counts', async () => {
    const { overall } = await documentOf(
      table('FR,SN,import,9,2020,4901,EUR', 'FR,SN,import,8,2020,4901,EUR', 'FR,SN,import,5,2020,490199,EUR'),
    )
    expect(overall.total).toBe(5)
  })

  it('the order of the rows does not matter, to the last digit', async () => {
    const rows = [
      'SN,FR,export,0.1,2020,490191,EUR',
      'FR,SN,import,0.7,2021,490199,EUR',
      'FR,SN,import,0.1,2021,490110,EUR',
      'FR,SN,import,0.2,2021,490191,EUR',
      'FR,Nowhere,export,3,2020,4901,EUR',
    ]
    const { method: _one, ...forward } = await documentOf(table(...rows))
    const { method: _other, ...backward } = await documentOf(table(...rows.toReversed()))
    expect(backward).toEqual(forward)
  })

  it('two rows that contradict each other count neither', async () => {
    const { overall, left_out } = await documentOf(
      table('FR,SN,import,1,2020,4901,EUR', 'FR,SN,import,2,2020,4901,EUR', 'FR,MA,import,4,2020,4901,EUR'),
    )
    expect(overall.total).toBe(4)
    expect(left_out.rows).toMatchObject([{ reason: 'conflicting_rows', rows: 2, amount: 3 }])
  })

  it.each([
    ['no cultural product', table('FR,SN,import,1,2020,8703,EUR'), [], 'no-meant-product'],
    ['no usable row', table('Atlantis,SN,import,1,2020,4901,EUR'), [], 'no-usable-flow'],
    ['a country nobody knows', table('FR,SN,import,1,2020,4901,EUR'), ['--country', 'Atlantis'], 'argument-country'],
    ['a currency that is none', table('FR,SN,import,1,2020,4901,EUR'), ['--currency', 'euro'], 'argument-currency'],
    ['a selection that is none', table('FR,SN,import,1,2020,4901,EUR'), ['--selection', 'x'], 'argument-choice'],
  ])('%s is refused with a reason', async (_, text, words, code) => {
    expect(await run(text, ...words)).toMatchObject({ ok: false, faults: [{ code }] })
  })
})

describe('products', () => {
  it('no cultural heading lies within another, but for the wide one that stands for others', () => {
    const codes = culturalCodes.filter(({ standsFor }) => !standsFor).map(({ code }) => code)
    for (const code of codes)
      expect(
        codes.filter((other) => other !== code && other.startsWith(code)),
        code,
      ).toEqual([])
  })

  it('a heading and what lies under it are never both counted', () => {
    const code = fc.stringMatching(/^[49]\d{0,5}$/)
    fc.assert(
      fc.property(fc.uniqueArray(code, { minLength: 1, maxLength: 20 }), (codes) => {
        const choice = productChoice('all', [])
        const known = new Set(codes)
        const kept = codes.filter((one) => !choice.isCovered(one, known))
        for (const one of codes) expect(kept.filter((other) => one.startsWith(other))).toHaveLength(1)
      }),
    )
  })
})

it('two sides that agree have no asymmetry, two that have nothing in common have 1', () => {
  const flow = { origin: 'FR', destination: 'SN', period: '', heading: '' }
  expect(mirrorRecord([{ ...flow, byImporter: 5, byExporter: 5 }], 'mean').asymmetry).toBe(0)
  expect(mirrorRecord([{ ...flow, byImporter: 5, byExporter: 0 }], 'mean').asymmetry).toBe(1)
  expect(mirrorRecord([{ ...flow, byImporter: 5, byExporter: undefined }], 'mean').asymmetry).toBeNull()
})
