import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../kernel/package-root.ts'
import type { Resampling } from './resampling.ts'
import type { StudyCall } from './study-arguments.ts'
import type { StudyInput, StudyInputs, StudyPart } from './study-files.ts'

/** One file as it was read. */
export interface FileRecord {
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly rows: number
  readonly encoding: string
}

/** The file behind a table, and the further ones where there were several. */
export interface InputRecord extends FileRecord {
  /** With them, lines of the table are counted through all files: so many stand before this one. */
  readonly further?: readonly (FileRecord & { readonly lines_before: number })[]
  readonly columns: Readonly<Record<string, string>>
}

/** How the figures of a study were made: enough to make them again. */
export interface StudyRecord {
  readonly study: string
  readonly software: string
  readonly command: string
  readonly layout: string | null
  readonly spellings: Readonly<Record<string, string>>
  readonly inputs: Readonly<Record<string, InputRecord>>
  readonly interval: (Resampling & { readonly resampling: string }) | null
  /** Rules chosen or fixed, in words, by name. */
  readonly rules: Readonly<Record<string, string>>
  readonly limits: readonly string[]
}

const softwareVersion = (): string => {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }
  return `open-roadmap ${version}`
}

const fileRecord = ({ file, rows }: StudyPart): FileRecord => ({
  file: file.name,
  sha256: file.sha256,
  bytes: file.bytes,
  rows,
  encoding: file.encoding.encoding,
})

const inputRecord = ({ parts, mapping }: StudyInput): InputRecord => {
  const [first, ...further] = parts
  const others = further.map((part) => ({ ...fileRecord(part), lines_before: part.linesBefore }))
  return { ...fileRecord(first!), ...(others.length > 0 ? { further: others } : {}), columns: mapping }
}

/** The record of a run. `resampling` in words, or null for a study without intervals. */
export const studyRecord = (
  study: string,
  command: string,
  call: StudyCall,
  inputs: StudyInputs,
  told: Pick<StudyRecord, 'rules' | 'limits'> & { readonly resampling: string | null },
): StudyRecord => ({
  study,
  software: softwareVersion(),
  command,
  layout: inputs.layout?.id ?? null,
  spellings: call.spellings,
  inputs: Object.fromEntries([...inputs.byRole].map(([role, input]) => [role, inputRecord(input)])),
  interval: told.resampling === null ? null : { ...call.resampling, resampling: told.resampling },
  rules: told.rules,
  limits: told.limits,
})
