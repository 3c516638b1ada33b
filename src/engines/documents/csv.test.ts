import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { findDay } from '../../kernel/day.ts'
import { plainText, quotedText, writeCsv } from './csv.ts'

it('writes headings and typed cells after RFC 4180', () => {
  const day = findDay('2021-07-04')!
  expect(
    writeCsv(
      ['week', 'share', 'note'],
      [
        [{ day }, 0.5, 'says "yes", twice'],
        [null, -3, true],
      ],
    ),
  ).toBe('week,share,note\r\n2021-07-04,0.5,"says ""yes"", twice"\r\n,-3,true\r\n')
})

it.each(['=1+1', '+31 6', '-x', '@cmd', '\tx', '\rx'])('hands %j to a spreadsheet as text', (text) => {
  expect(quotedText(text)).toBe(`'${text}`)
})

it('leaves numbers alone, negative ones too', () => {
  expect(writeCsv(['n'], [[-1.5]])).toBe('n\r\n-1.5\r\n')
})

it('leads the file with a byte order mark when asked', () => {
  expect(writeCsv(['é'], [], { byteOrderMark: true })).toBe('\ufeffé\r\n')
})

it('gives every text back as it was, whatever it holds', () => {
  const awkward = fc
    .array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', ' ', 'ب', 'a'))
    .map((parts) => parts.join(''))
  const separators = fc.constantFrom(',', ';', '\t') as fc.Arbitrary<',' | ';' | '\t'>
  fc.assert(
    fc.property(
      fc.array(fc.array(awkward, { minLength: 2, maxLength: 2 }), { minLength: 1 }),
      separators,
      (rows, separator) => {
        const read = parse(writeCsv(['a', 'b'], rows, { separator }), {
          delimiter: separator,
          from_line: 1,
          record_delimiter: '\r\n',
        }) as string[][]
        expect(read.slice(1).map((row) => row.map(plainText))).toEqual(rows)
        expect(
          read
            .slice(1)
            .flat()
            .every((text) => !/^[=+\-@\t\r]/.test(text)),
        ).toBe(true)
      },
    ),
    { numRuns: 3000 },
  )
})
