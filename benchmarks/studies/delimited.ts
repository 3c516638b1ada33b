import { DuckDBInstance } from '@duckdb/node-api'
import { openDataFile, readTable } from '../../src/engines/tables/index.ts'
import { figures, timed } from './measuring.ts'

/** Reads three columns of a CSV into memory. Ours looks the file through first (hash, encoding, separator) and codes every column. */
export const delimited =
  (engine: 'ours' | 'duckdb') =>
  async (path: string): Promise<void> => {
    if (engine === 'ours') {
      const file = await timed('look through', () => openDataFile(path))
      if (!file.ok) throw new Error(JSON.stringify(file.faults))
      const table = await timed('read', () => readTable(file.value, { coded: ['user_id', 'work_id', 'plays'] }))
      if (!table.ok) throw new Error(JSON.stringify(table.faults))
      figures['rows'] = table.value.rows
      return
    }
    const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
    const connection = await instance.connect()
    await timed('read', () => connection.run(`CREATE TABLE plays AS SELECT * FROM read_csv('${path}')`))
    const counted = await connection.runAndReadAll('SELECT count(*)::DOUBLE FROM plays')
    figures['rows'] = Number(counted.getRowsJson()[0]![0])
  }
