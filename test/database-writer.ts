/**
 * A program for tests to kill: writes pairs of rows into the embedded database of the folder it is given, one transaction a pair,
 * and prints the number of each pair once it is committed.
 */
import { sql } from 'kysely'
import { openDatabase, withinTransaction } from '../src/platform/database/index.ts'
import { silentLog } from '../src/platform/log/log.ts'

const { db } = await openDatabase({ dataDirectory: process.argv[2]!, log: silentLog })
await sql`create table if not exists ledger (pair integer, side text, primary key (pair, side))`.execute(db)
const { rows } = await sql<{ last: number | null }>`select max(pair) as last from ledger`.execute(db)

for (let pair = (rows[0]?.last ?? 0) + 1; ; pair += 1) {
  await withinTransaction(db, async (transaction) => {
    await sql`insert into ledger values (${pair}, 'left')`.execute(transaction)
    await sql`insert into ledger values (${pair}, 'right')`.execute(transaction)
  })
  process.stdout.write(`${pair}\n`)
}
