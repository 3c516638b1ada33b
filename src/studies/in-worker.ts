import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { StudyOutcome } from '../engines/studies/index.ts'
import type { Fault } from '../kernel/fault.ts'
import type { Result } from '../kernel/result.ts'
import type { CommandWish, Progress, WorkerMessage } from './run-command.ts'

/** The worker lies beside this file, compiled as this file is. */
const address = new URL(`./study-worker${extname(import.meta.url)}`, import.meta.url)

/**
 * `runCommand` in a thread of its own: pages stay quick while large files are read. Ended at once with `signal`, whatever the command
 * is doing; a thread that breaks rejects.
 */
export const runInWorker = async (
  wish: CommandWish,
  signal: AbortSignal,
  onProgress: (done: Progress) => void,
): Promise<Result<StudyOutcome, Fault>> => {
  signal.throwIfAborted()
  const worker = new Worker(address, { workerData: wish })
  const stop = Promise.withResolvers<never>()
  const abort = (): void => stop.reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  const ended = new Promise<Result<StudyOutcome, Fault>>((resolve, reject) => {
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
