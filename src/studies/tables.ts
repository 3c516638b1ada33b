import type { ColumnType, Kysely } from 'kysely'
import type { Fault } from '../kernel/fault.ts'
import type { StudyDocument, Survey } from './declaration.ts'
import type { StudyChoices } from './draft.ts'
import type { Headline, KeptFile, Period, StudyState } from './study.ts'

type Json<Value> = ColumnType<Value, string, string>
type JsonOrNull<Value> = ColumnType<Value | null, string | null, string | null>

export interface StudyRow {
  id: string
  party: string
  actor_id: string | null
  title: string | null
  language: string
  period: JsonOrNull<Period>
  files: Json<Readonly<Record<string, KeptFile>>>
  choices: Json<StudyChoices>
  survey: JsonOrNull<Survey>
  faults: Json<readonly Fault[]>
  state: StudyState
  job: string | null
  headline: JsonOrNull<Headline>
  document: JsonOrNull<StudyDocument>
  is_published: boolean
  is_synthetic: boolean
  created_at: Date
  finished_at: Date | null
}

export interface ArtefactRow {
  study: string
  option: string
  text: string
}

/** Each instrument has two tables of its own; in the types they go by these names. */
type StudyTables = { readonly studies: StudyRow; readonly artefacts: ArtefactRow }

/** `remuneration_studies` and `remuneration_artefacts` of the instrument with this id. */
export const tableNamesOf = (id: string) => {
  const prefix = id.replaceAll('-', '_')
  return { studies: `${prefix}_studies`, artefacts: `${prefix}_artefacts` } as const
}

/** The tables of one instrument, to be asked by the names in the types. */
export const studyTables = (db: Kysely<unknown>, id: string) => {
  const names = tableNamesOf(id)
  return {
    tables: db.withTables<StudyTables>(),
    studies: names.studies as 'studies',
    artefacts: names.artefacts as 'artefacts',
  }
}
