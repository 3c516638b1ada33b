import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missing, sharedFile } from '../../../../test/shared-files.ts'
import { gtinCheckDigit, ipiNameCheckDigits, mod11CheckDigit, mod112CheckDigit } from './check-digits.ts'
import {
  agreesWithScientific,
  checkIdentifier,
  diagnoseIdentifier,
  displayIdentifier,
  findIsbn10,
  findIsbn13,
  findIsbn13BySibling,
  type IdentifierFault,
  type IdentifierKind,
  possibleKinds,
} from './index.ts'

const faultNames: Record<string, IdentifierFault> = {
  InvalidLength: 'length',
  InvalidFormat: 'format',
  InvalidChecksum: 'check-digit',
  InvalidComponent: 'component',
}

interface Case {
  readonly kind: IdentifierKind
  readonly input: string
  readonly valid: boolean
  readonly compact?: string
  readonly error?: string
}

describe.skipIf(missing('reference', 'identifiers.json'))('verdicts of python-stdnum and the standards', () => {
  const { cases } = JSON.parse(readFileSync(sharedFile('reference', 'identifiers.json'), 'utf8')) as { cases: Case[] }
  it.each(cases.map((c) => [`${c.kind} ${c.input}`, c] as const))('%s', (_, { kind, input, valid, compact, error }) => {
    const check = checkIdentifier(kind, input)
    expect(check.valid).toBe(valid)
    if (compact !== undefined) expect(check.compact).toBe(compact)
    if (error !== undefined) expect(check.fault).toBe(faultNames[error])
  })
})

describe('every kind', () => {
  const examples: [IdentifierKind, string, string][] = [
    ['isrc', 'isrc: us-skg-19-12345', 'US-SKG-19-12345'],
    ['iswc', 'T0345246801', 'T-034.524.680-1'],
    ['isni', 'https://isni.org/isni/000000012146438X', '0000 0001 2146 438X'],
    ['ipi-name', 'IPI 00014107338', '00014107338'],
    ['ipi-base', 'I0000002297', 'I-000000229-7'],
    ['isan', 'ISAN 0000-0000-D07A-0090-Q-0000-0000-X', '00000000D07A0090Q00000000X'],
    ['eidr', 'https://doi.org/10.5240/7791-8534-2C23-9030-8610-5', '10.5240/7791-8534-2C23-9030-8610-5'],
    ['isbn', 'ISBN 978-2-07-036024-6', '9782070360246'],
    ['issn', 'ISSN 0024-9319', '0024-9319'],
    ['ismn', '979-0-060-11561-5', '9790060115615'],
    ['gtin', 'EAN 4006381333931', '4006381333931'],
    ['doi', 'https://doi.org/10.1000/XYZ-123.A', '10.1000/xyz-123.a'],
    ['grid', 'GRid: A1-2425G-ABC1234002-M', 'A1-2425G-ABC1234002-M'],
  ]
  it.each(examples)('%s is read however it is written: %s', (kind, written, shown) => {
    expect(checkIdentifier(kind, written)).toMatchObject({ valid: true })
    expect(displayIdentifier(kind, written)).toBe(shown)
    expect(displayIdentifier(kind, shown)).toBe(shown)
  })
  it('nothing at all is empty, not wrong', () => {
    expect(checkIdentifier('isrc', ' - ')).toMatchObject({ valid: false, fault: 'empty' })
  })
  it('an ISRC prefix that no agency has is refused; what it names is not an origin', () => {
    expect(checkIdentifier('isrc', 'XX-SKG-19-12345').fault).toBe('component')
    expect(checkIdentifier('isrc', 'QZ-SKG-19-12345').valid).toBe(true)
  })
  it('full-width digits and odd hyphens are what they look like', () => {
    expect(checkIdentifier('isbn', '９７８‑2‑07‑036024–6').valid).toBe(true)
  })
  it('a text can be of several kinds', () => {
    expect(possibleKinds('9782070360246')).toEqual(['isbn', 'isbn-13', 'gtin'])
    expect(possibleKinds('nothing')).toEqual([])
  })
  it('one wrong digit is always found by ISBN-10, ISBN-13, ISSN, ISNI and IPI', () => {
    const digits = (length: number) => fc.array(fc.nat(9), { minLength: length, maxLength: length })
    const makers: [IdentifierKind, number, string, (body: string) => string][] = [
      ['isbn-10', 9, '', mod11CheckDigit],
      ['isbn-13', 9, '978', gtinCheckDigit],
      ['issn', 7, '', mod11CheckDigit],
      ['isni', 15, '', mod112CheckDigit],
      ['ipi-name', 9, '', ipiNameCheckDigits],
    ]
    for (const [kind, length, start, checkOf] of makers) {
      fc.assert(
        fc.property(digits(length), fc.nat(length - 1), fc.integer({ min: 1, max: 9 }), (body, place, shift) => {
          const text = start + body.join('')
          const whole = text + checkOf(text)
          expect(checkIdentifier(kind, whole).valid).toBe(true)
          const wrong = body.map((digit, i) => (i === place ? (digit + shift) % 10 : digit))
          const changed = start + wrong.join('') + checkOf(text)
          if (kind !== 'ipi-name') expect(checkIdentifier(kind, changed).valid).toBe(false)
        }),
      )
    }
  })
  it('ISBN-10 and ISBN-13 convert into each other', () => {
    expect(findIsbn13('1-85798-218-5')).toBe('9781857982183')
    expect(findIsbn10('978-1-85798-218-3')).toBe('1857982185')
    expect(findIsbn10('9791090636071')).toBeUndefined()
    expect(findIsbn13('1857982186')).toBeUndefined()
  })
})

describe('damage by spreadsheets', () => {
  it('lost zeros are put back where the check digit proves it', () => {
    expect(diagnoseIdentifier('isbn-10', '439023483')).toMatchObject({
      valid: false,
      damage: 'lost-zeros',
      repaired: '0439023483',
    })
    expect(diagnoseIdentifier('isbn', '61120081')).toMatchObject({ repaired: '0061120081' })
    expect(diagnoseIdentifier('issn', '249319')).toMatchObject({ repaired: '00249319' })
    expect(diagnoseIdentifier('ipi-name', '14107338')).toMatchObject({ repaired: '00014107338' })
    expect(diagnoseIdentifier('isni', '12146438X')).toMatchObject({ repaired: '000000012146438X' })
    expect(diagnoseIdentifier('isbn-10', '439023484').repaired).toBeUndefined()
  })
  it('a number with a decimal point loses it', () => {
    expect(diagnoseIdentifier('isbn-13', '9782070360246.0')).toMatchObject({
      damage: 'decimal-point',
      repaired: '9782070360246',
    })
    expect(diagnoseIdentifier('isbn-10', '439023483.0')).toMatchObject({
      damage: 'lost-zeros-and-decimal-point',
      repaired: '0439023483',
    })
  })
  it('scientific notation is recognised and never completed from its mantissa', () => {
    for (const text of ['9.78043902348e+12', '9.780439023481E+12', '9,78E+12']) {
      const diagnosis = diagnoseIdentifier('isbn-13', text)
      expect(diagnosis).toMatchObject({ valid: false, damage: 'scientific-notation' })
      expect(diagnosis.repaired).toBeUndefined()
    }
  })
  it('a damaged ISBN-13 is restored from the ISBN-10 beside it, and a contradiction is said', () => {
    expect(findIsbn13BySibling('439023483', '9.78043902348e+12')).toEqual({ isbn13: '9780439023481', agrees: true })
    expect(findIsbn13BySibling('439023483', '9.78031601584e+12')).toEqual({ isbn13: '9780439023481', agrees: false })
    expect(findIsbn13BySibling('not one', '9.78031601584e+12')).toBeUndefined()
    expect(agreesWithScientific('9.7804390235e+12', '9780439023498')).toBe(true)
  })
  it.skipIf(missing('data', 'goodbooks', 'books.csv'))('on the real list of books: two in three lost zeros', () => {
    const rows = readFileSync(sharedFile('data', 'goodbooks', 'books.csv'), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
    const tens = rows.map((row) => row.split(',')[5]!).filter((isbn) => isbn !== '')
    const thirteens = rows.map((row) => row.split(',')[6]!).filter((isbn) => isbn !== '')
    const diagnoses = tens.map((isbn) => diagnoseIdentifier('isbn-10', isbn))
    const lost = diagnoses.filter(({ damage }) => damage === 'lost-zeros').length
    expect(lost / rows.length).toBeCloseTo(0.66, 1)
    expect(
      diagnoses.filter(({ valid, repaired }) => valid || repaired !== undefined).length / tens.length,
    ).toBeGreaterThan(0.99)
    const rounded = thirteens.filter((isbn) => diagnoseIdentifier('isbn-13', isbn).damage === 'scientific-notation')
    expect(rounded.length / rows.length).toBeCloseTo(0.94, 1)
  })
})
