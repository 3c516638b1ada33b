import { expect, it } from 'vitest'
import { findPage } from './document.ts'
import { readAnyDocument, readPdf } from './pdf.ts'

const isInstalled = (() => {
  try {
    import.meta.resolve('pdfjs-dist')
    return true
  } catch {
    console.warn('skipped: pdfjs-dist is not installed, PDF texts are refused with a reason')
    return false
  }
})()

/** A PDF written by hand: one page per list of lines, in Helvetica. */
const pdfOf = (pages: readonly (readonly string[])[], trailer = ''): Buffer => {
  const objects: string[] = []
  const add = (body: string): number => objects.push(body)
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}] >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const lines of pages) {
    const drawn = lines.map((line, at) => `BT /F1 12 Tf 72 ${720 - at * 20} Td (${line}) Tj ET`).join('\n')
    const number = objects.length + 1
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${number + 1} 0 R >>`,
    )
    add(`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`)
  }
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

const pages = [
  ['Our Agreement', 'Article 1', 'Cultural Industries', 'Cultural industries are exempt from this Agreement.'],
  [
    'Our Agreement',
    'Article 2',
    'Scope',
    'The Parties to this Agreement shall settle the rest by and with the Committee.',
  ],
]

it.skipIf(!isInstalled)('reads the text of a PDF with its pages', async () => {
  const result = await readAnyDocument('draft.pdf', pdfOf(pages))
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  const document = result.value
  expect(document).toMatchObject({ id: 'draft', format: 'pdf', language: 'en' })
  expect(document.nodes.filter(({ kind }) => kind === 'article').map(({ label, name }) => `${label} ${name}`)).toEqual([
    'Article 1 Cultural Industries',
    'Article 2 Scope',
  ])
  expect(findPage(document, document.source.indexOf('settle'))).toBe(2)
})

it.skipIf(!isInstalled)('says that a scan holds no text', async () => {
  expect(await readPdf('scan.pdf', pdfOf([[], []]))).toMatchObject({ faults: [{ code: 'text-empty' }] })
})

it.skipIf(!isInstalled)('says that a PDF is protected by a password', async () => {
  const keys = '<'.concat('00'.repeat(32), '>')
  const encrypted = pdfOf(
    pages,
    `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${keys} /U ${keys} >> /ID [<00> <00>]`,
  )
  expect(await readPdf('locked.pdf', encrypted)).toMatchObject({ faults: [{ code: 'text-encrypted' }] })
})

it.skipIf(!isInstalled)('refuses a PDF that is broken off at its beginning', async () => {
  expect(await readPdf('broken.pdf', Buffer.from('%PDF-1.7\nbroken'))).toMatchObject({
    faults: [{ code: 'text-damaged' }],
  })
})

it('ends a reading that takes too long', async () => {
  expect(await readPdf('slow.pdf', pdfOf(pages), { seconds: 0.001, memoryMegabytes: 64 })).toMatchObject({
    faults: [{ code: 'text-timeout' }],
  })
})
