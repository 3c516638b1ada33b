import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { StudyOutcome } from '../engines/studies/index.ts'
import type { Fault } from '../kernel/fault.ts'
import type { Result } from '../kernel/result.ts'
import type { Survey } from './declaration.ts'
import { moduleOf, type Progress, type Wish, type WorkerMessage } from './run-command.ts'

/** The worker lies beside this file, compiled as this file is. */
const address = new URL(`./study-worker${extname(import.meta.url)}`, import.meta.url)

const run = async (wish: Wish, signal: AbortSignal, onProgress: OnProgress): Promise<Result<unknown, Fault>> => {
  signal.throwIfAborted()
  const worker = new Worker(address, { workerData: wish })
  const stop = Promise.withResolvers<never>()
  const abort = (): void => stop.reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  const ended = new Promise<Result<unknown, Fault>>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if ('done' in message) onProgress(message.done)
      else resolve(message.outcome)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The thread of the study ended with ${code}`)))
  })
  try {
    return await Promise.race([ended, stop.promise])
  } finally {
    signal.removeEventListener('abort', abort)
    await worker.terminate()
    await ended.catch(() => undefined)
  }
}

type OnProgress = (done: Progress) => void
const unwatched: OnProgress = () => {}

/**
 * A study's command in a thread of its own: pages stay quick while large files are read. Ended at once with `signal`, whatever the
 * command is doing; a thread that breaks rejects.
 */
export const commandInWorker = async (
  command: URL,
  words: readonly string[],
  signal: AbortSignal,
  onProgress = unwatched,
) =>
  (await run({ kind: 'command', module: moduleOf(command), words }, signal, onProgress)) as Result<StudyOutcome, Fault>

/** The same for the survey of a study's files. */
export const surveyInWorker = async (
  survey: URL,
  words: readonly string[],
  signal: AbortSignal,
  onProgress = unwatched,
) => (await run({ kind: 'survey', module: moduleOf(survey), words }, signal, onProgress)) as Result<Survey, Fault>
