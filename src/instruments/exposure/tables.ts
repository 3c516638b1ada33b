import type { ColumnType } from 'kysely'
import type { Fault } from '../../kernel/fault.ts'
import type { ExposureDocument } from './document.ts'
import type { Choices, KeptFile, StudyState, StudySummary } from './study.ts'
import type { Pair } from './study-files.ts'
import type { Survey } from './survey.ts'

type Json<Value> = ColumnType<Value, string, string>
type JsonOrNull<Value> = ColumnType<Value | null, string | null, string | null>

export type ExposureTables = {
  readonly exposure_studies: {
    id: string
    party: string
    actor_id: string | null
    title: string | null
    language: string
    country: string | null
    files: Json<Pair<KeptFile>>
    choices: Json<Choices>
    survey: JsonOrNull<Survey>
    faults: Json<readonly Fault[]>
    state: StudyState
    job: string | null
    summary: JsonOrNull<StudySummary>
    document: JsonOrNull<ExposureDocument>
    is_published: boolean
    is_synthetic: boolean
    created_at: Date
    finished_at: Date | null
  }
}
