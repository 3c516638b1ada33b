import type { ColumnType } from 'kysely'
import type { Audience, FactSource, Interval, NewFact, Standing } from './fact.ts'

type Json<Value> = ColumnType<Value, string, never>
type JsonOrNull<Value> = ColumnType<Value | null, string | null, never>

export type FactTables = {
  readonly facts: {
    id: string
    party: string
    number: number
    instrument: string
    subject: string
    period_from: string
    period_to: string
    statement: Json<NewFact['statement']>
    value: number | null
    unit: string | null
    dimensions: JsonOrNull<Record<string, string>>
    interval: JsonOrNull<Interval>
    standing: Standing
    source: Json<FactSource>
    traces: string[]
    audience: Audience
    content_hash: string
    recorded_at: Date
    supersedes: string | null
    ended_at: Date | null
  }
  readonly fact_numbers: { party: string; last: number }
}
