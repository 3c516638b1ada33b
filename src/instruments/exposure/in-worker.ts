import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Fault } from '../../kernel/fault.ts'
import type { Result } from '../../kernel/result.ts'
import type { ExposureStudy } from './command.ts'
import type { Wish } from './study-worker.ts'
import type { Survey } from './survey.ts'

/** The worker lies beside this file, compiled as this file is. */
const address = new URL(`./study-worker${extname(import.meta.url)}`, import.meta.url)

const work = async <Value>(wish: Wish, signal: AbortSignal): Promise<Result<Value, Fault>> => {
  signal.throwIfAborted()
  const worker = new Worker(address, { workerData: wish })
  try {
    const [answer] = (await once(worker, 'message', { signal })) as [Result<Value, Fault>]
    return answer
  } finally {
    await worker.terminate()
  }
}

type Options<Kind> = Extract<Wish, { readonly kind: Kind }>['options']

/** `surveyFiles` in a thread of its own: pages stay quick while a large file is read. Stops with `signal`. */
export const surveyInWorker = (options: Options<'survey'>, signal: AbortSignal) =>
  work<Survey>({ kind: 'survey', options }, signal)

/** `runExposureStudy` in a thread of its own. */
export const studyInWorker = (options: Options<'study'>, signal: AbortSignal) =>
  work<ExposureStudy>({ kind: 'study', options }, signal)
