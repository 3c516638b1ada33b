import { parentPort, workerData } from 'node:worker_threads'
import { runWish, type Wish, type WorkerMessage } from './run-command.ts'

const tell = (message: WorkerMessage): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread has no origin
  parentPort?.postMessage(message)
}

const outcome = await runWish(workerData as Wish, { progress: (done) => tell({ done }) })
tell({ outcome })
