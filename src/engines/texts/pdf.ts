import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import type { TextDocument } from './document.ts'
import { documentOfText, readDocument, textLimit } from './read-document.ts'

/** Bounds on the child process that reads a PDF. */
export interface PdfLimits {
  readonly seconds: number
  readonly memoryMegabytes: number
}

export const pdfLimits: PdfLimits = { seconds: 60, memoryMegabytes: 768 }

type PdfAnswer = { readonly pages: readonly string[] } | { readonly code: string }

const childFile = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './pdf-child.ts' : './pdf-child.js', import.meta.url),
)

const answerOf = (text: string): PdfAnswer => {
  try {
    return JSON.parse(text) as PdfAnswer
  } catch {
    return { code: 'text-damaged' }
  }
}

const askChild = (bytes: Uint8Array, { seconds, memoryMegabytes }: PdfLimits): Promise<PdfAnswer> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${memoryMegabytes}`, childFile], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {},
    })
    const chunks: Buffer[] = []
    let length = 0
    let end: PdfAnswer | undefined
    const stop = (answer: PdfAnswer): void => {
      end ??= answer
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => stop({ code: 'text-timeout' }), seconds * 1000)
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length
      chunks.push(chunk)
      if (length > textLimit * 2) stop({ code: 'text-too-large' })
    })
    child.stdin.on('error', () => undefined)
    child.on('error', () => stop({ code: 'text-damaged' }))
    child.on('close', () => {
      clearTimeout(timer)
      resolve(end ?? answerOf(Buffer.concat(chunks).toString('utf8')))
    })
    child.stdin.end(bytes)
  })

const layerOf = (pages: readonly string[]): { source: string; pageStarts: number[] } => {
  const pageStarts: number[] = []
  let source = ''
  for (const page of pages) {
    pageStarts.push(source.length)
    source += `${page}\n`
  }
  return { source, pageStarts }
}

/**
 * Reads a PDF in a child process that is ended when it takes too long or too much. The source of the document is the text taken
 * out, with the offsets at which pages start. Faults: `text-empty` (a scan without text), `text-encrypted`, `text-damaged`,
 * `text-timeout`, `text-too-large`, `text-pdf` (no reader installed).
 */
export const readPdf = async (
  fileName: string,
  bytes: Uint8Array,
  limits: PdfLimits = pdfLimits,
): Promise<Result<TextDocument, Fault>> => {
  const answer = await askChild(bytes, limits)
  if ('code' in answer) return notAccepted({ code: answer.code })
  const { source, pageStarts } = layerOf(answer.pages)
  if (source.trim() === '') return notAccepted({ code: 'text-empty' })
  return accepted(documentOfText(fileName, bytes, { source, pageStarts, format: 'pdf' }))
}

/** Reads a file of any kind: PDF in its child process, everything else here. */
export const readAnyDocument = async (fileName: string, bytes: Buffer): Promise<Result<TextDocument, Fault>> =>
  bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? readPdf(fileName, bytes) : readDocument(fileName, bytes)
