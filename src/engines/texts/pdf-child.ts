import type { PdfPages, PdfReader } from 'pdfjs-dist/legacy/build/pdf.mjs'

/**
 * Runs alone in a child process: takes a PDF from standard input and writes `{ pages }` or `{ code }` as JSON to standard output.
 * What a hostile file does to this process ends with it.
 */

const quietest = 0

const findReader = async (): Promise<PdfReader | undefined> => {
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } catch {
    return undefined
  }
}

const readInput = async (): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return new Uint8Array(Buffer.concat(chunks))
}

const pagesOf = async (document: PdfPages): Promise<string[]> => {
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(items.map(({ str = '', hasEOL = false }) => `${str}${hasEOL ? '\n' : ''}`).join(''))
    page.cleanup()
  }
  return pages
}

const faultOf = (error: unknown): string =>
  error instanceof Error && error.name === 'PasswordException' ? 'text-encrypted' : 'text-damaged'

const answer = async (): Promise<object> => {
  const reader = await findReader()
  if (!reader) return { code: 'text-pdf' }
  try {
    const data = await readInput()
    const document = await reader.getDocument({
      data,
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: false,
      verbosity: quietest,
    }).promise
    return { pages: await pagesOf(document) }
  } catch (error) {
    return { code: faultOf(error) }
  }
}

const text = JSON.stringify(await answer())
process.stdout.write(text, () => process.exit(0))
