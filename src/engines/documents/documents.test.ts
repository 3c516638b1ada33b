import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { type DocumentToWrite, drawingSize } from './document.ts'
import { writeDocx } from './docx.ts'
import { writePdf } from './pdf.ts'

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><path d="M0 0H100" stroke="currentColor"/></svg>'

const report = (locale: string): DocumentToWrite => ({
  locale,
  title: 'Report #1: [draft] $x$',
  author: 'Ministry of Culture',
  contentsHeading: 'Contents',
  blocks: [
    { kind: 'heading', level: 1, text: 'Measures *and* more' },
    {
      kind: 'paragraph',
      runs: [
        'A law ',
        { text: 'in force', strong: true },
        { note: ['Official journal, ', { text: 'p. 3', href: 'https://example.org/' }] },
        '. #import "x"; @ref <b>',
      ],
    },
    { kind: 'paragraph', locale: 'ar', runs: ['قانون المحتوى المحلي'] },
    { kind: 'heading', level: 2, text: 'Figures' },
    { kind: 'list', ordered: true, items: [['first'], ['second']] },
    {
      kind: 'table',
      caption: 'Shares',
      columns: [{ text: 'Week' }, { text: 'Share', numeric: true }],
      rows: [['1', '31 %'], ['2']],
    },
    { kind: 'pairs', pairs: [{ key: 'Lead', value: ['Ministry'] }] },
    { kind: 'figure', svg, caption: 'A line', description: 'One line across.' },
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: 'End' },
  ],
})

describe('a Word document', () => {
  let [english, arabic, styles, notes]: [string, string, string, string] = ['', '', '', '']
  beforeAll(async () => {
    const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name]!)
    const inEnglish = await writeDocx(report('en'))
    const inArabic = await writeDocx(report('ar'))
    ;[english, notes] = [part(inEnglish, 'word/document.xml'), part(inEnglish, 'word/footnotes.xml')]
    ;[arabic, styles] = [part(inArabic, 'word/document.xml'), part(inArabic, 'word/styles.xml')]
  })

  it('has real headings, a table of contents, a heading row that repeats, and footnotes', () => {
    expect(english).toContain('w:val="Heading1"')
    expect(english).toMatch(/TOC \\h/)
    expect(english).toContain('<w:tblHeader/>')
    expect(notes).toContain('Official journal, ')
  })

  it('shows what people wrote as they wrote it', () => {
    expect(english).toContain('. #import &quot;x&quot;; @ref &lt;b&gt;')
  })

  it('describes its figures', () => {
    expect(english).toContain('descr="One line across."')
  })

  it('lets Word draw a chart from its figures', async () => {
    const series = [{ name: 'Share', line: 1 as const, values: [0.4, null], lows: [0.3, null], highs: [0.5, null] }]
    const data = { kind: 'bars' as const, isShare: true, categories: ['Music', 'Books'], series }
    const blocks = [{ kind: 'figure' as const, svg, caption: 'Shares', description: 'By sector.', data }]
    const parts = unzipSync(await writeDocx({ ...report('en'), blocks }))
    const chart = strFromU8(parts['word/charts/chart1.xml']!)
    expect(chart).toContain('<c:v>Music</c:v>')
    expect(chart).toContain('<c:errBars>')
    expect(strFromU8(parts['word/document.xml']!)).toContain('descr="By sector."')
  })

  it('runs right to left in Arabic, and left to right where a passage does', () => {
    expect(styles).toMatch(/<w:pPrDefault><w:pPr><w:bidi\/>/)
    expect(arabic).toContain('<w:bidiVisual')
    expect(english.match(/<w:bidi\/>/g)).toHaveLength(1)
  })
})

describe('a PDF', () => {
  it.each(['en', 'ar', 'fr'])('is tagged and declares itself accessible (%s)', (locale) => {
    const text = Buffer.from(writePdf(report(locale))).toString('latin1')
    expect(text.startsWith('%PDF-')).toBe(true)
    expect(text).toContain('/MarkInfo')
    expect(text).toMatch(/pdfuaid:part>1</)
    expect(text).toContain(`/Lang (${locale})`)
  })

  it('refuses headings that skip a level', () => {
    const skipping = { ...report('en'), blocks: [{ kind: 'heading', level: 2, text: 'x' }] } as DocumentToWrite
    expect(() => writePdf(skipping)).toThrow('one level at a time')
  })
})

it('knows the size of a drawing', () => {
  expect(drawingSize(svg)).toEqual({ width: 100, height: 50 })
})

describe('a PDF with a script our faces lack', () => {
  it('is written all the same', () => {
    const pdf = writePdf({ ...report('en'), title: '国立研究開発法人' })
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  })
})
