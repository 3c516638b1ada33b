import { writeFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
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
  type PlaysByUser,
  packCredits,
  payeeTotals,
  payoutOf,
  percentileInterval,
  randomStreams,
} from '../../src/engines/metrics/index.ts'
import { readPlaysByUser } from '../../src/engines/tables/index.ts'
import { type Countries, drawCountries, type Size } from './generator.ts'
import { watchMemory } from './peak-memory.ts'
import type { Sums } from './sums.ts'

/** What one job took. Seconds by the name of the step; the sums for comparison where the job makes them. */
export interface Taken {
  readonly seconds: Readonly<Record<string, number>>
  readonly peakMegabytes: number
}

const seconds: Record<string, number> = {}

const timed = async <Value>(name: string, work: () => Value | Promise<Value>): Promise<Value> => {
  const start = performance.now()
  const value = await work()
  seconds[name] = (performance.now() - start) / 1000
  return value
}

const read = async (path: string): Promise<PlaysByUser> => {
  const result = await readPlaysByUser([path], { user: 'user_id', work: 'work_id', plays: 'plays' })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  const { plays, userIds, workIds } = result.value
  return { ...plays, ids: { userIds, workIds } } as PlaysByUser & { ids: Ids }
}

interface Ids {
  readonly userIds: readonly string[]
  readonly workIds: readonly string[]
}

const idsOf = (plays: PlaysByUser): Ids => (plays as PlaysByUser & { ids: Ids }).ids

/** Countries of the users and works that occur, in the order of the columns. */
const countriesOf = (plays: PlaysByUser, countries: Countries) => {
  const { userIds, workIds } = idsOf(plays)
  return {
    users: Uint16Array.from(userIds, (id) => countries.ofUsers[Number(id)]!),
    credits: packCredits(
      workIds.map((id) => new Map([[countries.ofWorks[Number(id)]!, 1]])),
      countries.codes.length,
    ),
  }
}

/** Sums by the identifiers of the made set, so that engines can be compared. */
const byIdentifier = (plays: PlaysByUser, amounts: Float64Array, works: number): Float64Array => {
  const out = new Float64Array(works)
  idsOf(plays).workIds.forEach((id, work) => {
    out[Number(id)] = amounts[work]!
  })
  return out
}

const feePerUser = 999

const save = (path: string | undefined, { flow, proRata, userCentric }: Sums): void => {
  if (path === undefined) return
  for (const [name, values] of Object.entries({ flow, proRata, userCentric }))
    writeFileSync(`${path}.${name}`, new Uint8Array(values.buffer))
}

/** Reading, flow, both payouts from one pass, and the study of the local share with 1 000 replicates. */
const ours = async (path: string, size: Size, out: string | undefined): Promise<void> => {
  const plays = await timed('read', () => read(path))
  const countries = drawCountries(size)
  const { users, credits } = countriesOf(plays, countries)
  const n = countries.codes.length
  const flow = await timed('flow', () => flowMatrix(plays, users, n, credits))
  const fees = new Float64Array(plays.userCount).fill(feePerUser)
  const shared = await timed('pro-rata and user-centric', () => {
    const both = distribute(plays, fees)
    return { proRata: payoutOf(both, 1, 'by-plays'), userCentric: payoutOf(both, 0, 'by-plays'), both }
  })
  const proRata = byIdentifier(plays, shared.both.weights, size.works)
  const userCentric = byIdentifier(plays, shared.both.quotas, size.works)
  save(out, { flow: flow.filter((_, at) => at % (n + 1) < n), proRata, userCentric })
  await timed('study with 1 000 replicates', () => {
    const home = Float64Array.from(users)
    const cells = homeCells(plays, home, credits)
    const merged = mergeClusters(cells, 20_000, 2005)
    const totals = clusterBootstrap(merged, { replicates: 1000, streams: randomStreams(2005) })
    const local = evaluateReplicates(totals, 3, ([own, foreign]) => own! / (own! + foreign!))
    const column = (k: number) => Float64Array.from({ length: plays.userCount }, (_, u) => cells.cells[3 * u + k]!)
    const [own, foreign] = [column(0), column(1)]
    const matrix = flowMatrix(plays, users, n, credits)
    const origins = Array.from({ length: n }, (_, at) =>
      matrix.reduce((sum, amount, cell) => (cell % (n + 1) === at ? sum + amount : sum), 0),
    )
    const works = payeeTotals(plays)
    return {
      interval: percentileInterval(local),
      micro: microMacroShare(
        own,
        own.map((part, u) => part + foreign[u]!),
      ),
      gini: gini(works.plays),
      concentration: [hhi(origins), hill(origins, 1)],
    }
  })
}

/** The same sums in SQL, over tables in memory, by DuckDB with two threads. */
const duckdb = async (path: string, size: Size, out: string | undefined): Promise<void> => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '12GB' })
  const connection = await instance.connect()
  await timed('read', () => connection.run(`CREATE TABLE plays AS SELECT * FROM '${path}'`))
  const countries = drawCountries(size)
  for (const [name, codes] of [
    ['users', countries.ofUsers],
    ['works', countries.ofWorks],
  ] as const) {
    await connection.run(`CREATE TABLE ${name} (id INTEGER, country INTEGER)`)
    const appender = await connection.createAppender(name)
    codes.forEach((code, id) => {
      appender.appendInteger(id)
      appender.appendInteger(code)
      appender.endRow()
    })
    appender.closeSync()
  }
  const rows = async (sql: string) =>
    (await connection.runAndReadAll(sql)).getColumns() as unknown as [number[], number[], number[]]
  const n = countries.codes.length
  const flow = new Float64Array(n * n)
  const cells = await timed('flow', () =>
    rows(
      'SELECT u.country, w.country, sum(plays)::DOUBLE FROM plays p JOIN users u ON p.user_id = u.id JOIN works w ON p.work_id = w.id GROUP BY ALL',
    ),
  )
  cells[0].forEach((row, at) => {
    flow[row * n + cells[1][at]!] = cells[2][at]!
  })
  const byWork = ([ids, amounts]: readonly [number[], number[], ...unknown[]]) => {
    const sums = new Float64Array(size.works)
    ids.forEach((id, at) => {
      sums[id] = amounts[at]!
    })
    return sums
  }
  const proRata = byWork(
    await timed('pro-rata', () => rows('SELECT work_id, sum(plays)::DOUBLE FROM plays GROUP BY work_id')),
  )
  const userCentric = byWork(
    await timed('user-centric', () =>
      rows(
        `SELECT work_id, sum(plays * rate) FROM plays JOIN (SELECT user_id, ${feePerUser} / sum(plays)::DOUBLE AS rate FROM plays GROUP BY user_id) USING (user_id) GROUP BY work_id`,
      ),
    ),
  )
  save(out, { flow, proRata, userCentric })
}

/** The part of nodejs-polars that the comparison uses. */
interface Polars {
  readonly scanParquet: (path: string) => LazyFrame
  readonly DataFrame: (columns: Readonly<Record<string, ArrayLike<number>>>) => { readonly lazy: () => LazyFrame }
  readonly col: (name: string) => Expression
}
interface Expression {
  readonly sum: () => Expression
  readonly alias: (name: string) => Expression
  readonly mul: (other: Expression) => Expression
  readonly div: (other: Expression) => Expression
  readonly cast: (type: unknown) => Expression
}
interface LazyFrame {
  readonly join: (other: LazyFrame, options: { readonly on: string; readonly how: string }) => LazyFrame
  readonly groupBy: (names: readonly string[]) => { readonly agg: (...sums: readonly Expression[]) => LazyFrame }
  readonly withColumn: (column: Expression) => LazyFrame
  readonly collect: () => Promise<Frame>
}
interface Frame {
  readonly lazy: () => LazyFrame
  readonly getColumn: (name: string) => { readonly toArray: () => number[] }
}

/** The same sums by Polars, where it is installed. */
const polars = async (path: string, size: Size, out: string | undefined): Promise<void> => {
  const { default: pl } = (await import('nodejs-polars')) as { default: Polars & { Float64: unknown } }
  const frame = await timed('read', () => pl.scanParquet(path).collect())
  const plays = frame.lazy()
  const countries = drawCountries(size)
  const list = (id: string, country: string, codes: Uint16Array) =>
    pl.DataFrame({ [id]: Int32Array.from(codes, (_, at) => at), [country]: Int32Array.from(codes) }).lazy()
  const n = countries.codes.length
  const sum = pl.col('plays').cast(pl.Float64).sum().alias('sum')
  const cells = await timed('flow', () =>
    plays
      .join(list('user_id', 'to', countries.ofUsers), { on: 'user_id', how: 'inner' })
      .join(list('work_id', 'from', countries.ofWorks), { on: 'work_id', how: 'inner' })
      .groupBy(['to', 'from'])
      .agg(sum)
      .collect(),
  )
  const flow = new Float64Array(n * n)
  const [to, from, amounts] = ['to', 'from', 'sum'].map((name) => cells.getColumn(name).toArray()) as [
    number[],
    number[],
    number[],
  ]
  to.forEach((row, at) => {
    flow[row * n + from[at]!] = amounts[at]!
  })
  const byWork = (found: Frame) => {
    const sums = new Float64Array(size.works)
    const values = found.getColumn('sum').toArray()
    found
      .getColumn('work_id')
      .toArray()
      .forEach((id, at) => {
        sums[id] = values[at]!
      })
    return sums
  }
  const proRata = byWork(await timed('pro-rata', () => plays.groupBy(['work_id']).agg(sum).collect()))
  const userCentric = byWork(
    await timed('user-centric', () => {
      const totals = plays.groupBy(['user_id']).agg(pl.col('plays').cast(pl.Float64).sum().alias('total'))
      const money = pl.col('plays').cast(pl.Float64).div(pl.col('total')).alias('money')
      return plays
        .join(totals, { on: 'user_id', how: 'inner' })
        .withColumn(money)
        .groupBy(['work_id'])
        .agg(pl.col('money').sum().alias('sum'))
        .collect()
    }),
  )
  save(out, { flow, proRata, userCentric: userCentric.map((money) => money * feePerUser) })
}

const engines = { ours, duckdb, polars }
export type EngineName = keyof typeof engines

/** Runs one engine on one file and prints what it took: called in a process of its own, so that the peak is its own. */
export const runJob = async (engine: EngineName, path: string, size: Size, out: string | undefined): Promise<void> => {
  const memory = watchMemory()
  await engines[engine](path, size, out)
  process.stdout.write(`${JSON.stringify({ seconds, peakMegabytes: memory.peakMegabytes() } satisfies Taken)}\n`)
}
