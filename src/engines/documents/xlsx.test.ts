import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { missing, sharedFile } from '../../../test/shared-files.ts'
import { findDay } from '../../kernel/day.ts'
import { sheetName, writeXlsx } from './xlsx.ts'
import { type ReadSheet, readSheets, xlsxReadLimits } from './xlsx-read.ts'

const sheetsOf = (bytes: Uint8Array): readonly ReadSheet[] => {
  const result = readSheets(bytes)
  if (!result.ok) throw new Error(result.faults.map(({ code }) => code).join())
  return result.value
}

const codeOf = (bytes: Uint8Array, limits = xlsxReadLimits): string | undefined => {
  const result = readSheets(bytes, limits)
  return result.ok ? undefined : result.faults[0]?.code
}

const workbook = (sheetData: string, more: Record<string, string> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>',
        'xl/workbook.xml': '<workbook><sheets><sheet name="One &amp; all" sheetId="1" r:id="r1"/></sheets></workbook>',
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
        ...more,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  )

const realFile = ['data', 'measures', 'stip-2021-initiatives.xlsx'] as const

it.skipIf(missing(...realFile))('reads the real register of initiatives: inline texts, parts in unusual places', () => {
  const [sheet, ...others] = sheetsOf(readFileSync(sharedFile(...realFile)))
  expect(others).toEqual([])
  expect(sheet!.name).toBe('STIP export')
  expect(sheet!.rows).toHaveLength(137)
  expect(sheet!.rows[0]!.slice(0, 3)).toEqual(['Policy initiative ID', 'English name', 'Original name(s)'])
  expect(sheet!.rows[0]).toHaveLength(23)
  expect(sheet!.rows.every((row) => row.length <= 23 && row[0] !== null)).toBe(true)
  expect(sheet!.formulaCount).toBe(0)
})

it('gives back what it wrote: texts, numbers, days, truth, gaps', async () => {
  const day = findDay('2021-07-04')!
  const bytes = await writeXlsx([
    {
      name: 'Measures',
      columns: [{ heading: 'a' }, { heading: 'b' }],
      rows: [
        ['=1+1', 0.1],
        [null, { day }],
        ['تدبير', true],
        ['two\nlines <&>', -7],
      ],
    },
    { name: 'Measures', columns: [{ heading: 'x' }], rows: [] },
  ])
  const [first, second] = sheetsOf(bytes)
  expect(first!.rows).toEqual([
    ['a', 'b'],
    ['=1+1', 0.1],
    [null, '2021-07-04'],
    ['تدبير', true],
    ['two\nlines <&>', -7],
  ])
  expect(first!.formulaCount).toBe(0)
  expect([first!.name, second!.name]).toEqual(['Measures', 'Measures 2'])
})

it('gives back any text and any number', async () => {
  const awkward = fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '_x0041_',
    '=1',
    ' a ',
    '&amp;',
    '\ufeff',
  )
  const isStored = (value: string) => value !== '' && value.isWellFormed() && !/[\p{Cc}\ufffe\uffff]/u.test(value)
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }).filter(isStored), awkward)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, fc.double({ noNaN: true, noDefaultInfinity: true })), { minLength: 1, maxLength: 8 }),
      async (rows) => {
        const [sheet] = sheetsOf(await writeXlsx([{ name: 's', columns: [{ heading: 'a' }, { heading: 'b' }], rows }]))
        expect(sheet!.rows.slice(1)).toEqual(rows.map(([a, b]) => [a, b === 0 ? 0 : b]))
      },
    ),
    { numRuns: 60 },
  )
})

it('reads shared and rich texts, dates by their format, errors, formulas, and rows by their number', () => {
  const bytes = workbook(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="3"><c r="A3" s="1"><v>44381</v></c><c r="B3" s="1"><v>44381.5</v></c><c r="C3" s="2"><v>12.5</v></c><c r="D3"><f>1+1</f><v>2</v></c><c r="E3" t="e"><v>#DIV/0!</v></c><c r="F3" t="b"><v>1</v></c></row>',
    {
      'xl/sharedStrings.xml':
        '<sst><si><t>plain</t></si><si><r><t>ri</t></r><r><t xml:space="preserve">ch </t></r><rPh><t>no</t></rPh></si></sst>',
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="165" formatCode="&quot;day &quot;0.0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>',
    },
  )
  const [sheet] = sheetsOf(bytes)
  expect(sheet!.name).toBe('One & all')
  expect(sheet!.rows).toEqual([
    ['plain', null, 'rich '],
    [],
    ['2021-07-04', '2021-07-04T12:00:00', 12.5, 2, '#DIV/0!', true],
  ])
  expect(sheet!.formulaCells).toEqual(['D3'])
  expect(sheet!.errorCells).toEqual(['E3'])
})

it.each([
  ['a PDF', strToU8('%PDF-1.7'), 'xlsx-not-a-workbook'],
  ['an empty file', new Uint8Array(), 'xlsx-not-a-workbook'],
  ['an old or encrypted workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'xlsx-encrypted-or-old'],
  ['another ZIP archive', zipSync({ 'a.txt': strToU8('x') }), 'xlsx-not-a-workbook'],
  ['a cut file', workbook('<row/>').subarray(0, 300), 'archive-damaged'],
  ['an entity of its own', workbook('<row><c t="inlineStr"><is><t>&bomb;</t></is></c></row>'), 'xlsx-forbidden-markup'],
  [
    'a document type',
    workbook('', { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook><sheets/></workbook>' }),
    'xlsx-forbidden-markup',
  ],
  ['a cell far to the right', workbook('<row r="1"><c r="XFD1"><v>1</v></c></row>'), 'xlsx-too-many-cells'],
  [
    'a workbook without sheets',
    workbook('', { 'xl/workbook.xml': '<workbook><sheets/></workbook>' }),
    'xlsx-no-sheets',
  ],
  [
    'text that is no UTF-8',
    zipSync({ ...unzipSync(workbook('')), 'xl/worksheets/sheet1.xml': new Uint8Array([0x3c, 0xff, 0xff]) }),
    'xlsx-damaged',
  ],
])('refuses %s with its reason', (_, bytes, code) => {
  expect(codeOf(bytes)).toBe(code)
})

it('refuses what would unpack to more than the limits, before unpacking it', () => {
  const big = workbook(`<!--${'x'.repeat(8 * 1024 * 1024)}-->`)
  expect(codeOf(big)).toBe('archive-bomb')
  expect(codeOf(big, { ...xlsxReadLimits, unpackedBytes: 1024 })).toBe('archive-too-large')
  expect(codeOf(workbook(''), { ...xlsxReadLimits, entries: 3 })).toBe('archive-too-many-entries')
})

it('never takes more cells than the limits, gaps included', () => {
  const rows = Array.from(
    { length: 50 },
    (_, row) => `<row r="${row + 1}"><c r="ALL${row + 1}"><v>1</v></c></row>`,
  ).join('')
  expect(codeOf(workbook(rows), { ...xlsxReadLimits, maxCells: 10_000 })).toBe('xlsx-too-many-cells')
})

it('answers any damage with a fault, never with a crash', () => {
  const bytes = workbook('<row r="1"><c r="A1" t="inlineStr"><is><t>abc</t></is></c></row>')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      (changes) => {
        const damaged = bytes.slice()
        for (const [at, byte] of changes) damaged[at] = byte
        const result = readSheets(damaged)
        expect(typeof result.ok).toBe('boolean')
      },
    ),
    { numRuns: 5000 },
  )
})

it('names sheets as Excel accepts them', () => {
  expect(sheetName('a/b:c [d]?')).toBe('a b c  d')
  expect(sheetName('x'.repeat(40), ['x'.repeat(31)])).toBe(`${'x'.repeat(29)} 2`)
})
