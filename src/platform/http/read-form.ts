import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { newId } from '../random/new-id.ts'
import { incomingFile } from './incoming-file.ts'
import { formOf, type SubmittedFile, type SubmittedForm } from './submitted-form.ts'

/** Bounds of what one form may carry. */
export interface FormLimits {
  readonly fields: number
  /** All that is typed in one form, without its files. */
  readonly fieldBytes: number
  readonly fileBytes: number
  /** False lets files run by without a byte of them kept: whoever sends them may not. */
  readonly keepsFiles?: boolean
  /** Folder for files on their way in. */
  readonly incoming: string
}

/** A form read whole, and the removal of its files once the answer is given. */
export interface ReadForm {
  readonly form: SubmittedForm
  readonly discard: () => Promise<void>
}

/** Places for files in one form; browsers send the empty ones too. */
const mostFiles = 8

const tidy = (text: string): string => text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\0', '')

const tooLarge = (limits: FormLimits): Fault => ({
  code: 'form-too-large',
  values: { limit: Math.floor(limits.fieldBytes / 1024) },
})

/** The body as text, or nothing when it is longer than allowed. What is too much is read on and dropped, so that the sender hears why. */
const findBodyText = async (body: ReadableStream<Uint8Array>, mostBytes: number): Promise<string | undefined> => {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of body) {
    bytes += part.length
    if (bytes <= mostBytes) parts.push(part)
    else parts.length = 0
  }
  return bytes > mostBytes ? undefined : Buffer.concat(parts).toString()
}

const countFields = (text: string): number => text.split('&').length

const readUrlEncoded = async (request: Request, limits: FormLimits): Promise<Result<ReadForm, Fault>> => {
  if (!request.body) return accepted({ form: formOf([]), discard: async () => {} })
  let text: string | undefined
  try {
    text = await findBodyText(request.body, limits.fieldBytes)
  } catch {
    return notAccepted({ code: 'upload-cut' })
  }
  if (text === undefined) return notAccepted(tooLarge(limits))
  if (countFields(text) > limits.fields)
    return notAccepted({ code: 'too-many-fields', values: { limit: limits.fields } })
  const entries = [...new URLSearchParams(text)].map(([name, value]) => [name, tidy(value)] as const)
  return accepted({ form: formOf(entries), discard: async () => {} })
}

const readMultipart = async (request: Request, limits: FormLimits): Promise<Result<ReadForm, Fault>> => {
  const entries: [string, string][] = []
  const files: Record<string, SubmittedFile> = {}
  const paths: string[] = []
  const closings: Promise<void>[] = []
  const faults: Fault[] = []
  const writes: Promise<void>[] = []
  const coming: Readable[] = []
  const discard = async (): Promise<void> => {
    await Promise.all(closings)
    await Promise.all(paths.map((path) => rm(path, { force: true })))
  }
  const reader = new Busboy({
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    limits: {
      fields: limits.fields,
      fieldSize: limits.fieldBytes,
      files: mostFiles,
      fileSize: limits.fileBytes,
      parts: limits.fields + mostFiles,
    },
  })
  let typedBytes = 0
  reader.on('field', (name: string, value: string, _cutName: boolean, cut: boolean) => {
    typedBytes += Buffer.byteLength(value)
    if (cut || typedBytes > limits.fieldBytes) faults.push(tooLarge(limits))
    else entries.push([name, tidy(value)])
  })
  reader.on('fieldsLimit', () => faults.push({ code: 'too-many-fields', values: { limit: limits.fields } }))
  reader.on('filesLimit', () => faults.push({ code: 'too-many-fields', values: { limit: mostFiles } }))
  reader.on(
    'file',
    (field: string, stream: NodeJS.ReadableStream & { truncated?: boolean }, given: string | undefined) => {
      if (limits.keepsFiles === false) {
        stream.resume()
        return
      }
      const path = join(limits.incoming, newId())
      const incoming = incomingFile(path)
      paths.push(path)
      closings.push(incoming.closed)
      coming.push(stream as unknown as Readable)
      const writing = pipeline(stream as unknown as Readable, incoming.sink).then(() => {
        const failure = incoming.findFailure()
        if (failure) throw failure
        if (stream.truncated)
          faults.push({ code: 'file-too-large', field, values: { limit: Math.floor(limits.fileBytes / 1_048_576) } })
        else if (incoming.bytes() > 0 || (given ?? '') !== '')
          files[field] = {
            name: tidy(basename((given ?? '').replaceAll('\\', '/'))).slice(0, 200),
            path,
            bytes: incoming.bytes(),
            sha256: incoming.sha256(),
          }
      })
      // Awaited below with the others; until then its failure belongs to nobody, which would end the process.
      writing.catch(() => {})
      writes.push(writing)
    },
  )
  if (!request.body) return notAccepted({ code: 'upload-cut' })
  try {
    await pipeline(Readable.fromWeb(request.body as NodeReadableStream), reader)
  } catch (cause) {
    for (const stream of coming) stream.destroy(cause as Error)
    await discard()
    return notAccepted({ code: 'upload-cut' })
  }
  try {
    await Promise.all(writes)
  } catch (cause) {
    await discard()
    if ((cause as NodeJS.ErrnoException).code === 'ENOSPC') return notAccepted({ code: 'disk-full' })
    throw cause
  }
  if (faults.length > 0) {
    await discard()
    return notAccepted(...faults)
  }
  return accepted({ form: formOf(entries, files), discard })
}

/**
 * Reads a submitted form whole before anything is done with it. Files go to disk as they come, under generated names.
 * Refusals: `form-too-large`, `too-many-fields`, `file-too-large`, `upload-cut`, `disk-full`, `not-a-form`.
 */
export const readForm = async (
  request: Request,
  limits: FormLimits,
  uploads: boolean,
): Promise<Result<ReadForm, Fault>> => {
  const type = request.headers.get('content-type')?.toLowerCase() ?? ''
  if (type.startsWith('application/x-www-form-urlencoded')) return await readUrlEncoded(request, limits)
  if (uploads && type.startsWith('multipart/form-data')) return await readMultipart(request, limits)
  return notAccepted({ code: 'not-a-form' })
}
