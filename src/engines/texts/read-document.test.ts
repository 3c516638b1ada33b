import { strToU8, zipSync } from 'fflate'
import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { missing, sharedFile } from '../../../test/shared-files.ts'
import { readTar } from './archive.ts'
import { findPage, type TextDocument } from './document.ts'
import { withoutMarkup } from './markup.ts'
import { readDocument } from './read-document.ts'

const read = (name: string, content: string | Buffer): TextDocument => {
  const result = readDocument(name, typeof content === 'string' ? Buffer.from(content) : content)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value
}

const faultOf = (content: string | Buffer): string | undefined => {
  const result = readDocument('x', typeof content === 'string' ? Buffer.from(content) : content)
  return result.ok ? undefined : result.faults[0]?.code
}

const textOf = (document: TextDocument, kind: string): string[] =>
  document.nodes
    .filter((node) => node.kind === kind)
    .map(({ start, end }) => withoutMarkup(document.source.slice(start, end)).replace(/\s+/g, ' ').trim())

const tota = `<?xml version="1.0" encoding="UTF-8"?>
<treaty><meta><name>North &amp; South</name><date_signed>2001-04-23</date_signed><language>en</language>
<parties><partyisocode n="1">AAA</partyisocode></parties></meta>
<body><chapter name="Preamble" chapter_identifier="8"><article article_identifier="69">The Parties,</article></chapter>
<chapter number="CHAPTER 1" name="Exceptions" chapter_identifier="9"><article number="ARTICLE 1" name="Culture &amp; Arts" article_identifier="70">Arts &amp; crafts.</article></chapter></body></treaty>`

it('reads a text of the agreements collection with its own identifiers', () => {
  const document = read('folder/pta_9.xml', tota)
  expect(document).toMatchObject({ id: 'pta_9', title: 'North & South', format: 'tota', language: 'en' })
  expect(document.nodes.map(({ kind, label, name, identifier, id }) => [kind, label, name, identifier, id])).toEqual([
    ['chapter', undefined, 'Preamble', '8', 'c1'],
    ['preamble', undefined, undefined, '69', 'c1-a1'],
    ['chapter', 'CHAPTER 1', 'Exceptions', '9', 'c2'],
    ['article', 'ARTICLE 1', 'Culture & Arts', '70', 'c2-a1'],
  ])
  expect(textOf(document, 'article')).toEqual(['Arts & crafts.'])
  expect(document.meta).toMatchObject({ date_signed: '2001-04-23', parties: 'AAA' })
})

it('reads Akoma Ntoso, keeping its identifiers', () => {
  const document = read(
    'a.akn',
    '<?xml version="1.0"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="treaty"><meta><identification><FRBRExpression><FRBRlanguage language="fra"/></FRBRExpression></identification></meta><mainBody><chapter eId="chp_1"><num>Chapitre 1</num><heading>Exceptions</heading><article eId="art_1"><num>Article 1</num><heading>Culture</heading><content><p>Les Parties.</p></content></article></chapter></mainBody></doc></akomaNtoso>',
  )
  expect(document).toMatchObject({ format: 'akoma-ntoso', language: 'fr' })
  expect(document.nodes.map(({ kind, label, name, identifier }) => [kind, label, name, identifier])).toEqual([
    ['chapter', 'Chapitre 1', 'Exceptions', 'chp_1'],
    ['article', 'Article 1', 'Culture', 'art_1'],
  ])
})

it('reads a web page from its visible lines', () => {
  const document = read(
    'a.html',
    '<!DOCTYPE html><html><head><title>Our text</title><style>Article 9</style></head><body><h2>CHAPTER 1</h2><p>Exceptions</p><p><b>Article 1</b>: Culture</p><p>Arts <i>and</i> crafts.</p><script>Article 8</script></body></html>',
  )
  expect(document).toMatchObject({ format: 'html', title: 'Our text' })
  expect(textOf(document, 'article')).toEqual(['Arts and crafts.'])
  expect(document.nodes.map(({ label }) => label)).toEqual(['CHAPTER 1', 'Article 1'])
})

const docxOf = (body: string, notes = ''): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
      ...(notes && { 'word/footnotes.xml': strToU8(`<w:footnotes>${notes}</w:footnotes>`) }),
    }),
  )
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

it('reads a Word document, its footnotes after the paragraph that points to them', () => {
  const document = read(
    'a.docx',
    docxOf(
      `${paragraph('Article 1')}${paragraph('Scope')}<w:p><w:r><w:t>Arts &amp; crafts</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>${paragraph('End.')}`,
      '<w:footnote w:id="2"><w:p><w:r><w:t>Films too.</w:t></w:r></w:p></w:footnote>',
    ),
  )
  expect(document.format).toBe('docx')
  expect(textOf(document, 'article')).toEqual(['Arts & crafts[2] [2] Films too. End.'])
})

it('knows pages by form feeds and leaves repeated heads out of the headings', () => {
  const page = (at: number): string => `CHAPTER 9\nArticle ${at}\nText of the article.\n`
  const document = read('a.txt', [1, 2, 3, 4, 5].map(page).join('\f'))
  expect(document.pageStarts).toHaveLength(5)
  expect(findPage(document, document.source.indexOf('Article 3'))).toBe(3)
  expect(document.furniture.length).toBeGreaterThan(0)
  expect(document.nodes.some(({ label }) => label === 'CHAPTER 9')).toBe(false)
})

it('reads old Windows letters and UTF-16 as what they are', () => {
  const latin = Buffer.from('Artículo 1\nDiversidad, año y protección de las obras del país.', 'latin1')
  expect(read('a.txt', latin).source).toContain('año y protección')
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Article 1\nÉtat', 'utf16le')])
  expect(read('a.txt', wide).source).toContain('État')
})

it('gives the same id, hash and nodes to the same bytes', () => {
  expect(read('b.xml', tota)).toEqual(read('b.xml', tota))
  expect(read('b.xml', tota).hash).toMatch(/^[0-9a-f]{64}$/)
})

describe('bad input is refused with a reason', () => {
  it.each([
    ['an empty file', '', 'text-empty'],
    ['only white space', ' \n ', 'text-empty'],
    [
      'a document type',
      '<?xml version="1.0"?><!DOCTYPE treaty [<!ENTITY a "b">]><treaty><body/></treaty>',
      'text-doctype',
    ],
    [
      'a document type behind a comment',
      `<?xml version="1.0"?><!-- ${'x'.repeat(5000)} --><!DOCTYPE t SYSTEM "file:///etc/passwd"><treaty/>`,
      'text-doctype',
    ],
    ['a web page with entities of its own', '<!DOCTYPE html [<!ENTITY a "b">]><html><p>&a;</p></html>', 'text-doctype'],
    ['XML of another kind', '<?xml version="1.0"?><invoice/>', 'text-unknown-xml'],
    ['a PDF, which is read elsewhere', '%PDF-1.7 …', 'text-pdf'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]), 'text-binary'],
    ['an encrypted Word file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'text-encrypted'],
    ['a broken Word file', Buffer.from('PK\u0003\u0004broken'), 'text-damaged'],
    ['a ZIP that is no Word file', Buffer.from(zipSync({ 'a.txt': strToU8('x') })), 'text-damaged'],
    [
      'a Word file with a document type',
      docxOf('').length > 0 ? Buffer.from(zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a><w:document/>') })) : '',
      'text-doctype',
    ],
    [
      'a Word file that unfolds without end',
      Buffer.from(zipSync({ 'word/document.xml': new Uint8Array(8_000_000) })),
      'text-too-large',
    ],
    ['a Word file without words', docxOf('<w:p/>'), 'text-empty'],
  ])('%s', (_, content, code) => {
    expect(faultOf(content)).toBe(code)
  })

  it('never breaks on any bytes', () => {
    const start = fc.constantFrom(
      '',
      '<?xml version="1.0"?><treaty><body>',
      '<html><p>',
      'PK\u0003\u0004',
      '<akomaNtoso>',
      'Article 1\n',
    )
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 400 }), (head, bytes) => {
        const result = readDocument('x', Buffer.concat([Buffer.from(head), Buffer.from(bytes)]))
        if (result.ok) for (const { start: from, end } of result.value.nodes) expect(from).toBeLessThanOrEqual(end)
      }),
      { numRuns: 2000 },
    )
  })

  it('never breaks on tags in any order', () => {
    const tag = fc.constantFrom(
      '<treaty>',
      '<body>',
      '<chapter name="a">',
      '</chapter>',
      '<article number="1">',
      '</article>',
      '<article',
      'text',
      '&lt;',
      '<!--',
      '-->',
      '"',
      '<meta>',
    )
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 30 }), (parts) => {
        const result = readDocument('x', Buffer.from(`<treaty><body>${parts.join('')}`))
        if (result.ok) for (const { start: from, end } of result.value.nodes) expect(from).toBeLessThanOrEqual(end)
      }),
      { numRuns: 2000 },
    )
  })
})

it.skipIf(missing('data', 'agreements', 'tota-0.5.0.tar.gz'))(
  'reads all 450 agreements of the collection: 40 993 articles',
  () => {
    const entries = readTar(readFileSync(sharedFile('data', 'agreements', 'tota-0.5.0.tar.gz'))).filter(({ name }) =>
      name.endsWith('.xml'),
    )
    const documents = entries.map(({ name, bytes }) => read(name, bytes))
    const articles = documents.flatMap(({ nodes }) => nodes.filter(({ kind }) => kind !== 'chapter'))
    expect(documents).toHaveLength(450)
    expect(articles).toHaveLength(40_993)
    expect(new Set(articles.map(({ identifier }) => identifier)).size).toBe(40_993)
    expect(documents.filter(({ language }) => language === 'es')).toHaveLength(24)
  },
)
