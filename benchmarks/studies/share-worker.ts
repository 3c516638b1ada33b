import { parentPort, workerData } from 'node:worker_threads'
import { distributePart, type PlaysByUser, type Preparation } from '../../src/engines/metrics/index.ts'

/** What the other thread is asked for: its users, over memory that both read. */
export interface ShareTask {
  readonly plays: PlaysByUser
  readonly fees: Float64Array
  readonly preparation: Preparation
  readonly users: readonly [from: number, to: number]
}

const { plays, fees, preparation, users } = workerData as ShareTask
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread has no origin
parentPort!.postMessage(distributePart(plays, fees, {}, preparation, users))
