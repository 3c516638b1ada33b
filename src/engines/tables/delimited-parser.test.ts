import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DelimitedParser, type Dialect, maxRecordBytes } from './delimited-parser.ts'

const read = (text: string, dialect: Dialect = { separator: ',', quote: '"' }, pieceBytes = Infinity) => {
  const records: string[][] = []
  const lines: number[] = []
  let cells: string[] = []
  const parser = new DelimitedParser(dialect, {
    cell: (_column, bytes, start, end) => cells.push(bytes.toString('utf8', start, end)),
    record: (line) => {
      records.push(cells)
      lines.push(line)
      cells = []
    },
  })
  const bytes = Buffer.from(text, 'utf8')
  for (let at = 0; at < bytes.length; at += pieceBytes) parser.push(bytes.subarray(at, at + pieceBytes))
  return { records, lines, failure: parser.end() }
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

describe('reading delimited records', () => {
  it('reads plain cells, empty cells and a last line without a line end', () => {
    expect(read('a,b,\n,,c\nd,e,f').records).toEqual([
      ['a', 'b', ''],
      ['', '', 'c'],
      ['d', 'e', 'f'],
    ])
  })

  it('keeps separators, line ends and doubled marks inside quotation marks, and counts the lines of the file', () => {
    const { records, lines } = read('x,y\r\n"a, b","say ""hi""\r\nthere"\r\n\r\nlast,1\r\n')
    expect(records).toEqual([
      ['x', 'y'],
      ['a, b', 'say "hi"\r\nthere'],
      ['last', '1'],
    ])
    expect(lines).toEqual([1, 2, 5])
  })

  it('takes a mark inside an unquoted cell, or text after a closing mark, as it stands', () => {
    expect(read('5" disc,"Weird Al" live,"a""b"c').records).toEqual([['5" disc', 'Weird Al live', 'a"bc']])
  })

  it('treats quotation marks as ordinary characters where the file does not quote', () => {
    expect(read('"a\tb"\n', { separator: '\t', quote: undefined }).records).toEqual([['"a', 'b"']])
  })

  it('says where a quotation mark was opened that is never closed', () => {
    expect(read('a,b\nc,"d\ne,f\n').failure).toEqual({ reason: 'unclosed-quote', line: 2 })
  })

  it('stops at a record that grows beyond bounds', () => {
    const parser = new DelimitedParser({ separator: ',', quote: '"' }, { cell: () => {}, record: () => {} })
    const piece = Buffer.alloc(1024 * 1024, 'x')
    let failure = parser.push(Buffer.from('a,b\n"'))
    for (let pushed = 0; pushed <= maxRecordBytes && !failure; pushed += piece.length) failure = parser.push(piece)
    expect(failure).toEqual({ reason: 'record-too-long', line: 2 })
  })

  it('gives back whatever was written, however the bytes are cut into pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', 'ن', '"', ',', ';', '\n', '\r', ' ', '\t'), maxLength: 8 })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), fc.integer({ min: 1, max: 12 }), (rows, end, pieceBytes) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join(end)
        const { records, failure } = read(text, undefined, pieceBytes)
        expect(failure).toBeUndefined()
        expect(records).toEqual(rows)
      }),
      { numRuns: 500 },
    )
  })

  it('never fails on arbitrary bytes and gives the same records in one piece or many', () => {
    const bytes = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r'), maxLength: 60 })
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 7 }), (text, pieceBytes) => {
        expect(read(text, undefined, pieceBytes)).toEqual(read(text))
      }),
      { numRuns: 2000 },
    )
  })
})
