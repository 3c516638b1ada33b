import { drawCountries, type Size } from './generator.ts'
import { feePerUser, save } from './made-set.ts'
import { timed } from './measuring.ts'

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
export const polars = async (path: string, size: Size, out: string | undefined): Promise<void> => {
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
