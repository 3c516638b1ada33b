import type { DuckDBConnection } from '@duckdb/node-api'
import { filesLiteral, identifier } from './locked-database.ts'
import type { Sender } from './reading-child.ts'
import type { Wish } from './wish.ts'

/** What a Parquet file holds, from its own description and its first rows. */
export interface ParquetSurvey {
  readonly header: readonly string[]
  readonly rows: number
  readonly sample: readonly (readonly string[])[]
}

type SurveyWish = Extract<Wish, { readonly kind: 'survey' }>

export const sendSurvey = async (connection: DuckDBConnection, wish: SurveyWish, sender: Sender): Promise<void> => {
  const from = filesLiteral(wish.files)
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`)
  const header = described.getRowsJson().map((row) => String(row[0]))
  const counted = await connection.runAndReadAll(`SELECT count(*)::DOUBLE FROM ${from}`)
  const columns = header.map((name) => `${identifier(name)}::VARCHAR`).join(', ')
  const first = await connection.runAndReadAll(`SELECT ${columns} FROM ${from} LIMIT ${Math.floor(wish.sampleRows)}`)
  const sample = first.getRowsJson().map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
  const survey: ParquetSurvey = { header, rows: Number(counted.getRowsJson()[0]![0]), sample }
  sender.json(survey)
}
