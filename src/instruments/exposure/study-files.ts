import type { StudyWatch } from '../../engines/studies/index.ts'
import {
  type CanonicalColumn,
  type ColumnMapping,
  checkMapping,
  type DataFile,
  isLayoutOf,
  openDataFile,
  proposeMapping,
  readTable,
  type Table,
} from '../../engines/tables/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { type ExposureLayout, exposureColumns, exposureLayouts, findLayout, noLayout, workColumns } from './layouts.ts'
import type { ExposureStudyOptions } from './options.ts'

export type FileRole = 'exposures' | 'works'

/** Something of each of the two files. */
export type Pair<Value> = Readonly<Record<FileRole, Value>>

/** The columns each file may or must have. */
export const columnsOf: Pair<readonly CanonicalColumn[]> = { exposures: exposureColumns, works: workColumns }

/** Faults of one file carry its role as `field`, or role and column when they are about one of its columns. */
const about = (role: FileRole, faults: readonly Fault[]): Fault[] =>
  faults.map((fault) => ({ ...fault, field: fault.field === undefined ? role : `${role}.${fault.field}` }))

/** Both results, or the faults of both. */
const both = <Value>(exposures: Result<Value, Fault>, works: Result<Value, Fault>): Result<Pair<Value>, Fault> => {
  if (exposures.ok && works.ok) return accepted({ exposures: exposures.value, works: works.value })
  return notAccepted(
    ...about('exposures', exposures.ok ? [] : exposures.faults),
    ...about('works', works.ok ? [] : works.faults),
  )
}

const chooseLayout = (wanted: string | undefined, files: Pair<DataFile>): Result<ExposureLayout | undefined, Fault> => {
  const isOfBoth = ({ exposures, works }: ExposureLayout) =>
    isLayoutOf(files.exposures.header, exposures) && isLayoutOf(files.works.header, works)
  if (wanted === undefined) return accepted(exposureLayouts.find(isOfBoth))
  if (wanted === noLayout) return accepted(undefined)
  const layout = findLayout(wanted)
  const known = [...exposureLayouts.map(({ id }) => id), noLayout].join(', ')
  return layout
    ? accepted(layout)
    : notAccepted({ code: 'unknown-layout', field: 'layout', values: { layout: wanted, known } })
}

/** The two files looked through, and which of their columns stand for which canonical ones. */
export interface StudyFiles {
  readonly files: Pair<DataFile>
  readonly layout: ExposureLayout | undefined
  readonly mappings: Pair<ColumnMapping>
}

/** A first mapping of each file for a person to look at: by layout, else by the usual names of columns. */
export const proposedMappings = (files: Pair<DataFile>, layout: ExposureLayout | undefined): Pair<ColumnMapping> => ({
  exposures: layout?.exposures ?? proposeMapping(files.exposures.header, exposureColumns),
  works: layout?.works ?? proposeMapping(files.works.header, workColumns),
})

/** Opens both files. Columns chosen by hand win over the layout; without a layout a file takes them alone, or the usual names. */
export const openStudyFiles = async (
  options: Omit<ExposureStudyOptions, 'countries'>,
): Promise<Result<StudyFiles, Fault>> => {
  const opened = both(
    await openDataFile(options.exposures.path, options.exposures),
    await openDataFile(options.works.path, options.works),
  )
  if (!opened.ok) return opened
  const files = opened.value
  const layout = chooseLayout(options.layout, files)
  if (!layout.ok) return layout
  const proposed = proposedMappings(files, layout.value)
  const mappingOf = (role: FileRole): Result<ColumnMapping, Fault> => {
    const chosen = options[role].columns
    const start = chosen && !layout.value ? {} : proposed[role]
    return checkMapping({ ...start, ...chosen }, columnsOf[role], files[role].name)
  }
  const mappings = both(mappingOf('exposures'), mappingOf('works'))
  return mappings.ok ? accepted({ files, layout: layout.value, mappings: mappings.value }) : mappings
}

/** Reads the mapped columns of both files, as coded texts; tells the watch how far it is. */
export const readStudyFiles = async (
  { files, mappings }: StudyFiles,
  watch?: StudyWatch,
): Promise<Result<Pair<Table>, Fault>> => {
  const ofBytes = files.exposures.unpackedBytes + files.works.unpackedBytes
  let [bytesBefore, rowsBefore] = [0, 0]
  const read = async (role: FileRole) => {
    const columns = [...new Set(Object.values(mappings[role]))]
    const table = await readTable(files[role], { coded: columns }, (rows, bytes) =>
      watch?.progress({ bytes: bytesBefore + bytes, ofBytes, rows: rowsBefore + rows }),
    )
    bytesBefore += files[role].unpackedBytes
    rowsBefore += table.ok ? table.value.rows : 0
    return table
  }
  return both(await read('exposures'), await read('works'))
}
