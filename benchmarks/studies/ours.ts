import {
  clusterBootstrap,
  distribute,
  evaluateReplicates,
  flowMatrix,
  gini,
  hhi,
  hill,
  homeCells,
  mergeClusters,
  microMacroShare,
  payeeTotals,
  payoutOf,
  percentileInterval,
  randomStreams,
} from '../../src/engines/metrics/index.ts'
import { readPlaysByUser, readPlaysInBlocks } from '../../src/engines/tables/index.ts'
import type { Size } from './generator.ts'
import { byIdentifier, countriesOf, feePerUser, type MadePlays, save } from './made-set.ts'
import { figures, timed } from './measuring.ts'

const columns = { user: 'user_id', work: 'work_id', plays: 'plays' }

/** Flow, both payouts from one pass, and the study of the local share with 1 000 replicates, from plays in memory or in blocks. */
const compute = async (made: MadePlays, size: Size, out: string | undefined): Promise<void> => {
  const { plays, workIds } = made
  const { users, credits, n } = await timed('countries', () => countriesOf(made, size))
  const flow = await timed('flow', () => flowMatrix(plays, users, n, credits))
  const fees = new Float64Array(plays.userCount).fill(feePerUser)
  const both = await timed('pro-rata and user-centric', () => {
    const both = distribute(plays, fees)
    payoutOf(both, 1, 'by-plays')
    payoutOf(both, 0, 'by-plays')
    return both
  })
  save(out, {
    flow: flow.filter((_, at) => at % (n + 1) < n),
    proRata: byIdentifier(workIds, both.weights, size.works),
    userCentric: byIdentifier(workIds, both.quotas, size.works),
  })
  await timed('study with 1 000 replicates', () => {
    const cells = homeCells(plays, users, credits)
    const totals = clusterBootstrap(mergeClusters(cells, 20_000, 2005), {
      replicates: 1000,
      streams: randomStreams(2005),
    })
    const local = evaluateReplicates(totals, 3, ([own, foreign]) => own! / (own! + foreign!))
    const column = (k: number) => Float64Array.from({ length: plays.userCount }, (_, u) => cells.cells[3 * u + k]!)
    const [own, foreign] = [column(0), column(1)]
    const known = own.map((part, u) => part + foreign[u]!)
    const matrix = flowMatrix(plays, users, n, credits)
    const origins = new Float64Array(n)
    matrix.forEach((amount, cell) => {
      if (cell % (n + 1) < n) origins[cell % (n + 1)]! += amount
    })
    const works = payeeTotals(plays)
    return [percentileInterval(local), microMacroShare(own, known), gini(works.plays), hhi(origins), hill(origins, 1)]
  })
}

/** All plays in memory. */
export const ours = async (path: string, size: Size, out: string | undefined): Promise<void> => {
  const read = await timed('read', () => readPlaysByUser([path], columns))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  figures['rows'] = read.value.rows
  await compute(read.value, size, out)
}

/** The same from blocks on the disk, however many plays there are. */
export const stream = async (path: string, size: Size, out: string | undefined, folder: string): Promise<void> => {
  const read = await timed('read', () => readPlaysInBlocks([path], columns, { folder }))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  figures['rows'] = read.value.rows
  await compute(read.value, size, out)
  read.value.close()
}
