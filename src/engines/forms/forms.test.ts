import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formOf } from '../../platform/http/submitted-form.ts'
import {
  cellText,
  type Field,
  type FieldValue,
  findDayOrder,
  findMoneyRange,
  formEntriesOf,
  packEntries,
  packList,
  type Reading,
  readAnswer,
  readDay,
  readDecimal,
  readForm,
  readMoney,
  unpackEntries,
  unpackList,
} from './index.ts'

const options = ['music', 'publishing', 'audiovisual'].map((value) => ({
  value,
  text: value.toUpperCase(),
  others: [`${value} (fr)`],
}))
const reading: Reading = { optionsOf: () => options, decimal: '.' }

const partners: Field = {
  name: 'partners',
  kind: 'groups',
  fields: [
    { name: 'name', kind: 'text', required: true },
    { name: 'type', kind: 'choice', options: 'any' },
  ],
}

const line = fc
  .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
  .map((text) =>
    text
      .normalize('NFC')
      .replaceAll(/\p{Cc}/gu, '')
      .trim(),
  )
  .filter((text) => text !== '')
const day = fc
  .date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2099-12-31') })
  .map((at) => at.toISOString().slice(0, 10))
const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'XOF', 'XTS')
const minor = fc.integer({ min: 0, max: 10 ** 12 })

const kinds: readonly (readonly [Field, fc.Arbitrary<FieldValue>])[] = [
  [{ name: 'a', kind: 'text' }, line],
  [{ name: 'a', kind: 'list' }, fc.uniqueArray(line, { minLength: 1, maxLength: 5 })],
  [{ name: 'a', kind: 'number' }, fc.integer({ min: -1e9, max: 1e9 })],
  [{ name: 'a', kind: 'day' }, day],
  [
    { name: 'a', kind: 'day', partial: true },
    fc.oneof(
      day,
      day.map((text) => text.slice(0, 7)),
      day.map((text) => text.slice(0, 4)),
    ),
  ],
  [{ name: 'a', kind: 'choice', options: 'any' }, fc.constantFrom('music', 'publishing')],
  [{ name: 'a', kind: 'choices', options: 'any' }, fc.constantFrom(['music'], ['music', 'audiovisual'])],
  [{ name: 'a', kind: 'yes-no' }, fc.boolean()],
  [{ name: 'a', kind: 'url' }, fc.constant('https://culture.example.org/law?x=1|2;3')],
  [{ name: 'a', kind: 'money' }, fc.record({ minor, currency })],
  [
    { name: 'a', kind: 'money-range' },
    fc.tuple(minor, minor, fc.option(currency, { nil: undefined })).map(([one, other, code]) => ({
      low: Math.min(one, other),
      high: Math.max(one, other),
      ...(code === undefined ? {} : { currency: code }),
    })),
  ],
  [
    { ...partners, name: 'a' },
    fc.array(fc.record({ name: line, type: fc.constantFrom('music', 'publishing') }), { minLength: 1, maxLength: 4 }),
  ],
]

describe.each(kinds)('a field of kind %o', (field, values) => {
  test('reads back from a cell what was exported', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(readAnswer(field, cellText(field, value), reading)).toEqual({ ok: true, value })
      }),
    )
  })

  test('reads back from a form what it was opened on', () => {
    fc.assert(
      fc.property(values, (value) => {
        const form = formOf(formEntriesOf([field], { a: value }))
        expect(readForm([field], form, reading)).toEqual({ values: { a: value }, faults: [] })
      }),
    )
  })
})

test('texts with separators and backslashes are packed into one cell and come out whole', () => {
  const awkward = fc
    .string({ minLength: 1, unit: fc.constantFrom('|', ';', '\\', 'n', '\n', 'é', ' x ') })
    .map((text) => text.trim())
    .filter((text) => text !== '')
  fc.assert(
    fc.property(fc.array(awkward, { minLength: 2 }), (texts) => {
      expect(unpackList(packList(texts))).toEqual(texts)
      expect(unpackEntries(packEntries([texts, texts]))).toEqual([texts, texts])
    }),
  )
})

describe('days', () => {
  test.each([
    ['2026-03-01', '2026-03-01'],
    ['1 March 2026', '2026-03-01'],
    ['1er mars 2026', '2026-03-01'],
    ['١ مارس ٢٠٢٦', '2026-03-01'],
    ['13/3/2026', '2026-03-13'],
    ['3/13/2026', '2026-03-13'],
    ['5/5/2026', '2026-05-05'],
    ['31.12.2026', '2026-12-31'],
  ])('%s is %s', (typed, expected) => {
    expect(readDay(typed)).toEqual({ ok: true, value: expected })
  })

  test('1/3/2026 is refused, naming both days it could be', () => {
    const values = { text: '1/3/2026', one: '2026-03-01', other: '2026-01-03' }
    expect(readDay('1/3/2026')).toEqual({ ok: false, faults: [{ code: 'day-ambiguous', values }] })
  })

  test('1/3/2026 is read where a neighbour in its column gives the order away', () => {
    const order = findDayOrder(['1/3/2026', '14/3/2026'])
    expect(order).toBe('day-first')
    expect(readDay('1/3/2026', { order: order! })).toEqual({ ok: true, value: '2026-03-01' })
    expect(findDayOrder(['14/3/2026', '3/14/2026'])).toBeUndefined()
  })

  test('a day the calendar lacks is refused', () => {
    for (const typed of ['2026-02-30', '30/2/2026', '31 April 2026']) expect(readDay(typed).ok).toBe(false)
  })

  test('a year alone is enough only where the field says so', () => {
    expect(readDay('2016')).toMatchObject({ ok: false })
    expect(readDay('2016', { partial: true })).toEqual({ ok: true, value: '2016' })
  })
})

describe('numbers', () => {
  test.each([
    ['1 234,5', '.', '1234.5'],
    ['1.234,56', '.', '1234.56'],
    ['1,234.56', ',', '1234.56'],
    ['١٬٢٣٤٫٥', '.', '1234.5'],
    ['1,234', '.', '1234'],
    ['1,234', ',', '1.234'],
    ['12,5', '.', '12.5'],
  ] as const)('%s on a page with the decimal sign %s is %s', (typed, decimal, expected) => {
    expect(readDecimal(typed, { decimal })).toEqual({ ok: true, value: expected })
  })

  test('1.234 on a page with decimal commas is refused, naming both readings', () => {
    expect(readDecimal('1.234', { decimal: ',' })).toMatchObject({
      ok: false,
      faults: [{ code: 'number-ambiguous', values: { one: '1234', other: '1.234' } }],
    })
  })

  test.each(['', 'abc', '1.2.3,4,5', '1 23 456', '--5', '1e5', '=1+1'])('%o is no number', (typed) => {
    expect(readDecimal(typed, { decimal: '.' }).ok).toBe(false)
  })
})

describe('money', () => {
  test('amounts are held in minor units, exactly', () => {
    expect(readMoney('0.1 EUR', '.')).toEqual({ ok: true, value: { minor: 10, currency: 'EUR' } })
    expect(readMoney('USD.120,000.00', '.')).toEqual({ ok: true, value: { minor: 12_000_000, currency: 'USD' } })
    expect(readMoney('242.840 USD', '.')).toEqual({ ok: true, value: { minor: 24_284_000, currency: 'USD' } })
  })

  test('an amount without a currency, and a dollar sign alone, are not guessed', () => {
    expect(readMoney('100', '.')).toMatchObject({ ok: false, faults: [{ code: 'currency-missing' }] })
    expect(readMoney('$100', '.').ok).toBe(false)
  })

  test('bands as ministries write them', () => {
    expect(findMoneyRange('5M-20M')).toEqual({ low: 500_000_000, high: 2_000_000_000 })
    expect(findMoneyRange('Less than 1M')).toEqual({ high: 100_000_000 })
    expect(findMoneyRange('More than 500M EUR')).toEqual({ low: 50_000_000_000, currency: 'EUR' })
    expect(findMoneyRange('Not applicable')).toBeUndefined()
    expect(findMoneyRange('2016 - 12,000 USD; 2017 - 11,000 USD')).toBeUndefined()
  })
})

test('what is not accepted names its field, and the other answers are read all the same', () => {
  const fields: Field[] = [
    { name: 'title', kind: 'text', required: true, limit: 10 },
    { name: 'start', kind: 'day' },
    { name: 'url', kind: 'url' },
    { name: 'sector', kind: 'choice', options: 'any' },
    partners,
  ]
  const form = formOf([
    ['title', 'A title that is too long'],
    ['start', '1/3/2026'],
    ['url', 'javascript:alert(1)'],
    ['sector', 'Publishing (FR)'],
    ['partners.0.name', ''],
    ['partners.0.type', 'music'],
  ])
  const { values, faults } = readForm(fields, form, reading)
  expect(values).toEqual({ sector: 'publishing' })
  expect(faults.map(({ field, code }) => [field, code])).toEqual([
    ['title', 'too-long'],
    ['start', 'day-ambiguous'],
    ['url', 'not-a-url'],
    ['partners.0.name', 'required'],
  ])
})

test('no text a person can send makes a reader throw', () => {
  const fields: Field[] = kinds.map(([field], at) => ({ ...field, name: `f${at}` }))
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const field of fields) readAnswer(field, text, reading)
    }),
  )
})
