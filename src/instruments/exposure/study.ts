import type { ColumnMapping, Encoding } from '../../engines/tables/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import type { StoredFiles } from '../../platform/files/stored-files.ts'
import type { ExposureDocument } from './document.ts'
import type { Resampling } from './intervals.ts'
import { exposureLayouts, noLayout } from './layouts.ts'
import type { ExposureStudyOptions, StudyFile } from './options.ts'
import type { FileRole, Pair } from './study-files.ts'
import type { Survey } from './survey.ts'

/**
 * Where a study stands: its columns are to be matched, a large file is being looked through, its country is to be chosen, it
 * is being worked out, it is done. All but the last are drafts.
 */
export type StudyState = 'columns' | 'looking' | 'country' | 'running' | 'done'

/** An uploaded file, kept in the store of files under its SHA-256. */
export interface KeptFile {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly encoding: Encoding
  readonly header: readonly string[]
  readonly sample: readonly (readonly string[])[]
  readonly notes: readonly Fault[]
}

/** What the person said about the files and the computation. */
export interface Choices {
  readonly mappings: Pair<ColumnMapping>
  /** Encodings that were corrected by hand. */
  readonly encodings: Readonly<Partial<Record<FileRole, Encoding>>>
  readonly dates?: 'dmy' | 'mdy'
  readonly spellings: Readonly<Record<string, string>>
  readonly resampling: Partial<Resampling>
}

/** The figures of a finished study that lists show. */
export interface StudySummary {
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
  readonly weeks: { readonly count: number; readonly first: string; readonly last: string }
}

export interface Study {
  readonly id: string
  readonly party: string
  readonly state: StudyState
  readonly title?: string
  /** Of the title. */
  readonly language: string
  readonly country?: string
  readonly files: Pair<KeptFile>
  readonly choices: Choices
  readonly survey?: Survey
  /** Why the step before was not accepted, when a job found it out. */
  readonly faults: readonly Fault[]
  readonly job?: string
  readonly summary?: StudySummary
  readonly isPublished: boolean
  readonly isSynthetic: boolean
  readonly createdAt: Date
  readonly finishedAt?: Date
}

/** A study that is done, whole. */
export type FinishedStudy = Study & Required<Pick<Study, 'title' | 'country' | 'summary' | 'finishedAt'>>

const isSame = (one: ColumnMapping, other: ColumnMapping): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([key, column]) => other[key] === column)

/** The layout whose columns are exactly those chosen, else none at all: what a person took out stays out. */
export const layoutOf = (mappings: Pair<ColumnMapping>): string =>
  exposureLayouts.find((layout) => isSame(layout.exposures, mappings.exposures) && isSame(layout.works, mappings.works))
    ?.id ?? noLayout

/** The study as the computation takes it, over the stored files. */
export const optionsOf = (
  { files, choices }: Pick<Study, 'files' | 'choices'>,
  store: Pick<StoredFiles, 'pathOf'>,
): Omit<ExposureStudyOptions, 'countries'> => {
  const layout = layoutOf(choices.mappings)
  const fileOf = (role: FileRole): StudyFile => {
    const encoding = choices.encodings[role]
    return {
      path: store.pathOf(files[role].sha256),
      name: files[role].name,
      ...(layout === noLayout ? { columns: choices.mappings[role] } : {}),
      ...(encoding === undefined ? {} : { encoding }),
    }
  }
  return {
    exposures: fileOf('exposures'),
    works: fileOf('works'),
    layout,
    spellings: choices.spellings,
    resampling: choices.resampling,
    ...(choices.dates === undefined ? {} : { dates: choices.dates }),
  }
}

/** What is shown of a document in lists. */
export const summaryOf = (document: ExposureDocument, country: string): StudySummary => {
  const found = document.countries[country]!
  const days = found.weeks.map(({ week }) => week)
  return {
    share: found.local_share.fractional,
    low: found.interval.low,
    high: found.interval.high,
    weeks: { count: days.length, first: days[0] ?? '', last: days.at(-1) ?? '' },
  }
}
