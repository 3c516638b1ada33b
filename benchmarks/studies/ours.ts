import {
  type ClusterCells,
  clusterBootstrap,
  evaluateReplicates,
  flowMatrix,
  gather,
  gatherDistribution,
  gatherFlows,
  gatherHomeCells,
  gatherPayeeTotals,
  gini,
  hhi,
  hill,
  homeCells,
  mergeClusters,
  microMacroShare,
  type PayeeTotals,
  type PlaysByUser,
  payeeTotals,
  payoutOf,
  percentileInterval,
  randomStreams,
} from '../../src/engines/metrics/index.ts'
import { readPlaysByUser, readPlaysInBlocks } from '../../src/engines/tables/index.ts'
import type { Size } from './generator.ts'
import { byIdentifier, countriesOf, feePerUser, type MadePlays, save } from './made-set.ts'
import { figures, timed } from './measuring.ts'
import { distributeByTwo } from './two-threads.ts'

const columns = { user: 'user_id', work: 'work_id', plays: 'plays' }

interface Found {
  readonly flow: Float64Array
  readonly cells: ClusterCells
  readonly works: PayeeTotals
}

/** Local share with its interval from 1 000 replicates, mean of users' shares, concentration of works and origins. */
const study = ({ flow, cells, works }: Found, n: number, userCount: number) => {
  const totals = clusterBootstrap(mergeClusters(cells, 20_000, 2005), {
    replicates: 1000,
    streams: randomStreams(2005),
  })
  const local = evaluateReplicates(totals, 3, ([own, foreign]) => own! / (own! + foreign!))
  const column = (k: number) => Float64Array.from({ length: userCount }, (_, u) => cells.cells[3 * u + k]!)
  const [own, foreign] = [column(0), column(1)]
  const known = own.map((part, u) => part + foreign[u]!)
  const origins = new Float64Array(n)
  flow.forEach((amount, cell) => {
    if (cell % (n + 1) < n) origins[cell % (n + 1)]! += amount
  })
  return [percentileInterval(local), microMacroShare(own, known), gini(works.plays), hhi(origins), hill(origins, 1)]
}

/** Flow, both payouts from one pass, and the study of the local share with 1 000 replicates, each for itself. */
const compute = async (made: MadePlays<PlaysByUser>, size: Size, out: string | undefined): Promise<void> => {
  const { plays, workIds } = made
  const { users, credits, n } = await timed('countries', () => countriesOf(made, size))
  const flow = await timed('flow', () => flowMatrix(plays, users, n, credits))
  const fees = new Float64Array(new SharedArrayBuffer(8 * plays.userCount)).fill(feePerUser)
  const both = await timed('pro-rata and user-centric', async () => {
    const both = await distributeByTwo(plays, fees)
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
    return study({ flow: flowMatrix(plays, users, n, credits), cells, works: payeeTotals(plays) }, n, plays.userCount)
  })
}
/** The same sums in one walk over plays that lie on the disk. */
const computeInOneWalk = async (made: MadePlays, size: Size, out: string | undefined): Promise<void> => {
  const { plays, workIds } = made
  const { users, credits, n } = await timed('countries', () => countriesOf(made, size))
  const fees = new Float64Array(plays.userCount).fill(feePerUser)
  const found = await timed('flow, payouts and cells in one walk', () => {
    const flows = gatherFlows(plays, users, n, credits)
    const cells = gatherHomeCells(plays, users, credits)
    const both = gatherDistribution(plays, fees)
    const works = gatherPayeeTotals(plays)
    gather(plays, [flows, cells, both, works])
    return { flow: flows.finish(), cells: cells.finish(), both: both.finish(), works: works.finish() }
  })
  await timed('pro-rata and user-centric', () => {
    payoutOf(found.both, 1, 'by-plays')
    payoutOf(found.both, 0, 'by-plays')
  })
  save(out, {
    flow: found.flow.filter((_, at) => at % (n + 1) < n),
    proRata: byIdentifier(workIds, found.both.weights, size.works),
    userCentric: byIdentifier(workIds, found.both.quotas, size.works),
  })
  await timed('study with 1 000 replicates', () => study(found, n, plays.userCount))
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
  await computeInOneWalk(read.value, size, out)
  read.value.close()
}
