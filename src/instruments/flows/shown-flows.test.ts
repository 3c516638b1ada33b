import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../framework/index.ts'
import type { FlowsDocument } from './document.ts'
import { countryOf, flowsOfCountry, partnersOf } from './focus.ts'
import { shownMatrix } from './matrix-figures.ts'
import { dayOfPeriod, periodOf } from './periods.ts'
import { sayings, serves } from './sayings.ts'

const none = { low: null, high: null, standard_error: null }
const found = (total: number, developing_share: number | null, local_share: number | null = 0.2) => ({
  total,
  known: total,
  local_share,
  local_bounds: { low: local_share, high: local_share },
  developing_share,
  concentration: { hhi: 0.5, hill_1: 2, shannon: 0.7 },
  local_interval: none,
  developing_interval: none,
})

const document = {
  read_from: 'plays',
  unit: 'plays',
  country: 'SN',
  overall: {
    ...found(200, 0.3),
    mean_of_users_local_share: null,
    two_way_local_interval: null,
    origins: {},
    catalogue: null,
  },
  by_destination: {
    FR: { ...found(120, 0.1), origins: { FR: 0.7, US: 0.2, SN: 0.1 } },
    SN: { ...found(80, 0.4), origins: { US: 0.5, SN: 0.3 } },
  },
  by_origin: {
    FR: { sent: 20, received: 36, own: 84, balance: -0.29, share: 0.5 },
    SN: { sent: 12, received: 56, own: 24, balance: -0.65, share: 0.2 },
  },
  developing: {
    list: { id: 'm49', title: 'developing regions', version: '2021', source: 's', verified: true },
    flows: { developing_to_developing: 0.1, developing_to_other: 0.2, other_to_developing: 0.3, other_to_other: 0.4 },
    developing_share_received_by_developing: 0.1,
    developing_share_received_by_other: 0.1,
  },
  only_period: null,
  periods: [],
  over_time: {},
  trade: null,
  matrix: {
    destinations: ['FR', 'SN'],
    origins: ['FR', 'SN', 'US', 'unknown'],
    amounts: [
      [84, 12, 24, 0],
      [null, 24, 40, 0],
    ],
  },
  left_out: { rows: [], unrecognised_countries: [], unrecognised_codes: [], destinations_not_shown: 0, notes: {} },
  method: { interval: null },
} as unknown as FlowsDocument

describe('the country that is looked at', () => {
  it('is the one of the study, else the Party’s, else the one that receives most', () => {
    expect(countryOf(document, 'XA')).toBe('SN')
    expect(countryOf({ ...document, country: 'JP' }, 'FR')).toBe('FR')
    expect(countryOf({ ...document, country: null }, 'XA')).toBe('FR')
  })

  it('receives and sends, greatest first; a cell of few persons is no flow', () => {
    const { received, sent } = flowsOfCountry(document, 'SN')
    expect(received).toEqual([{ from: 'US', to: 'SN', amount: 40 }])
    expect(sent).toEqual([{ from: 'SN', to: 'FR', amount: 12 }])
  })

  it('has no balance with a partner whose cell is hidden', () => {
    expect(partnersOf(document, 'SN').map(({ code }) => code)).toEqual(['US'])
    expect(partnersOf(document, 'FR')).toEqual([{ code: 'US', sent: 0, received: 24 }])
  })
})

it('the matrix begins with the country looked at, shades by share, and keeps hidden cells empty', () => {
  const { rows, origins, of } = shownMatrix(document, 'SN')
  expect(rows.map(({ destination }) => destination)).toEqual(['SN', 'FR'])
  expect(origins).toEqual(['SN', 'FR', 'US'])
  expect(rows[0]!.cells[1]).toEqual({ amount: null, share: null, shade: 0 })
  expect(rows[0]!.cells[2]).toEqual({ amount: 40, share: 0.5, shade: 5 })
  expect(of).toEqual({ origins: 3, destinations: 2 })
})

describe('periods', () => {
  it.each([
    ['2021', '2021-01-01'],
    ['202103', '2021-03-01'],
    ['2021-03', '2021-03-01'],
    ['2021-Q3', '2021-07-01'],
    ['2021-02-28', '2021-02-28'],
    ['2021-02-30', undefined],
    ['final', undefined],
  ])('%s begins on %s', (text, day) => expect(dayOfPeriod(text)).toBe(day))

  it('the files cover from the first day of the first to the last of the last', () => {
    const of = (...texts: string[]) =>
      periodOf({ ...document, periods: texts.map((period) => ({ ...found(1, 0), period })) })
    expect(of('2019', '2024')).toEqual({ from: '2019-01-01', to: '2024-12-31' })
    expect(of('2019-Q1', '2019-Q2')).toEqual({ from: '2019-01-01', to: '2019-06-30' })
    expect(of('2024-01', '2024-02')).toEqual({ from: '2024-01-01', to: '2024-02-29' })
    expect(of('2019', 'final')).toBeUndefined()
    expect(periodOf({ ...document, only_period: '2020' })).toEqual({ from: '2020-01-01', to: '2020-12-31' })
  })

  it('no text is read as a day the calendar lacks', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const day = dayOfPeriod(text)
        if (day !== undefined) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
      }),
    )
  })
})

describe('what a study says as facts', () => {
  const framework = loadFramework()
  const of = (changes: Partial<FlowsDocument>) => sayings({ ...document, ...changes }, { party: 'XA' })

  it.each(['plays', 'exposures', 'flows', 'trade'] as const)(
    'answers what exists in the framework: %s',
    (read_from) => {
      for (const { traces } of of({ read_from }))
        expect(traces.filter((trace) => framework.find(trace) === undefined)).toEqual([])
      for (const ids of Object.values(serves)) expect(ids.filter((id) => framework.find(id) === undefined)).toEqual([])
    },
  )

  it('a counted share is observed, one with an interval estimated; the list and its version stand with it', () => {
    const [counted] = of({})
    expect(counted).toMatchObject({
      standing: 'observed',
      value: 0.4,
      dimensions: { country: 'SN', list: 'm49, 2021' },
    })
    const interval = { low: 0.3, high: 0.5, standard_error: 0.05 }
    const [drawn] = of({
      by_destination: { SN: { ...document.by_destination['SN']!, developing_interval: interval } },
      method: { ...document.method, interval: { replicates: 100, seed: 1, level: 0.95, resampling: 'users' } },
    })
    expect(drawn).toMatchObject({ standing: 'estimated', interval: { low: 0.3, high: 0.5, level: 0.95 } })
  })

  it('trade of goods and of services answers the two questions of the report, in minor units of its currency', () => {
    const product = { title: null, domain: null, amount: 9, developing_share: null }
    const said = of({
      read_from: 'trade',
      unit: 'EUR',
      trade: {
        reporters: ['SN'],
        mirror: {} as never,
        products: [
          { ...product, code: '4901', kind: 'goods', sent: 2, received: 5 },
          { ...product, code: 'SK1', kind: 'services', sent: 1, received: 0.5 },
        ],
      },
    }).filter(({ aspect }) => aspect.startsWith('trade'))
    expect(said.map(({ aspect, value, unit }) => [aspect, value, unit])).toEqual([
      ['trade.goods', 500, 'money/EUR'],
      ['trade.services', 50, 'money/EUR'],
    ])
    expect(said.map(({ traces }) => traces.at(-1))).toEqual(['report-2019/2b.goods', 'report-2019/2b.services'])
  })
})
