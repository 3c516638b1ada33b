import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import {
  type Distribution,
  type DistributionPart,
  distributePart,
  joinDistribution,
  type PlaysByUser,
  prepareDistribution,
} from '../../src/engines/metrics/index.ts'
import type { ShareTask } from './share-worker.ts'

/** `distribute` by two threads, half of the plays each: the same numbers, to the last digit. */
export const distributeByTwo = async (plays: PlaysByUser, fees: Float64Array): Promise<Distribution> => {
  const preparation = prepareDistribution(plays, fees)
  const half = plays.payees.length / 2
  const middle = plays.starts.findIndex((start) => start >= half)
  const task: ShareTask = { plays, fees, preparation, users: [middle, plays.userCount] }
  const worker = new Worker(new URL(`./share-worker${extname(import.meta.url)}`, import.meta.url), { workerData: task })
  const other = new Promise<DistributionPart>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  await new Promise((resolve) => worker.once('online', resolve))
  const own = distributePart(plays, fees, {}, preparation, [0, middle])
  return joinDistribution([own, await other], preparation.pool)
}
