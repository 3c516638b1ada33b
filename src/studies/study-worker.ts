import { parentPort, workerData } from 'node:worker_threads'
import { type CommandWish, type WorkerMessage, runCommand } from './run-command.ts'

const tell = (message: WorkerMessage): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread has no origin
  parentPort?.postMessage(message)
}

const outcome = await runCommand(workerData as CommandWish, { progress: (done) => tell({ done }) })
tell({ outcome })
