import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvText } from '../engines/studies/index.ts'
import { readPlainCsv } from './read-plain-csv.ts'

it('what was written as CSV comes back: numbers as numbers, texts as they were, formulas as texts', () => {
  const text = csvText(
    ['name', 'share'],
    [
      ['=1+1', 0.25],
      ['a "quoted", one\nover two lines', -3],
      ['', null],
    ],
  )
  expect(readPlainCsv(text)).toEqual([
    ['name', 'share'],
    ['=1+1', 0.25],
    ['a "quoted", one\nover two lines', -3],
    [null, null],
  ])
})

it('an identifier keeps its zeros and its digits', () => {
  expect(readPlainCsv('id\r\n00123\r\n9780435900663123456\r\n')).toEqual([['id'], ['00123'], ['9780435900663123456']])
})

it('any table of texts and numbers has as many rows and cells as were written', () => {
  const cell = fc.oneof(fc.string({ minLength: 1 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
  const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 })
  fc.assert(
    fc.property(table, (rows) => {
      const read = readPlainCsv(csvText(['a', 'b', 'c'], rows))
      expect(read.map((row) => row.length)).toEqual([3, ...rows.map(() => 3)])
    }),
  )
})
