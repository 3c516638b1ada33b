import { DuckDBInstance } from '@duckdb/node-api'
import { drawCountries, type Size } from './generator.ts'
import { feePerUser, save } from './made-set.ts'
import { timed } from './measuring.ts'

/** The same sums in SQL, over tables in memory, by DuckDB with two threads. */
export const duckdb = async (path: string, size: Size, out: string | undefined): Promise<void> => {
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
