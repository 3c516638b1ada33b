import { stat } from 'node:fs/promises'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { type DataFile, openDataFile } from '../tables/index.ts'
import { type FileMeter, ReadingMeter } from './reading-meter.ts'
import type { StudyWatch } from './study-command.ts'
import type { FileRole, LayoutFile, StudyFile, StudyLayout } from './study-files.ts'

/** Faults of one role: the field is the role, or `role.field`. */
export const about = (role: string, faults: readonly Fault[]): Fault[] =>
  faults.map((fault) => ({ ...fault, field: fault.field === undefined ? role : `${role}.${fault.field}` }))

interface OneFile {
  readonly path: string
  readonly name?: string
}

const filesOf = (given: StudyFile): readonly OneFile[] => [given, ...(given.further ?? [])]

const hintsOf = (file: StudyFile, { name }: OneFile, layout: LayoutFile | undefined) => ({
  ...(name === undefined ? {} : { name }),
  ...(file.encoding === undefined ? {} : { encoding: file.encoding }),
  ...(layout?.names === undefined ? {} : { names: layout.names }),
  ...((file.separator ?? layout?.separator) ? { separator: file.separator ?? layout!.separator! } : {}),
  ...(layout?.unquoted ? { unquoted: true } : {}),
})

/** A file that was looked through, and where its reading is told. */
export interface Opened {
  readonly file: DataFile
  readonly meter: FileMeter
}

/** The size of a file, 0 where there is none: opening it says why. */
const bytesOf = async (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

/** The same file twice would count all its rows twice. */
const twiceFaults = (opened: readonly Opened[]): Fault[] =>
  opened.flatMap(({ file }, at) => {
    const twin = opened.slice(0, at).find((before) => before.file.sha256 === file.sha256)
    return twin ? [{ code: 'same-file-twice', values: { name: file.name, other: twin.file.name } }] : []
  })

/** Looks all files through, role by role; every file that cannot be read is said before any is. */
export const openAll = async (
  roles: readonly FileRole[],
  files: Readonly<Record<string, StudyFile>>,
  layout: StudyLayout | undefined,
  watch: StudyWatch | undefined,
): Promise<Result<ReadonlyMap<string, readonly Opened[]>, Fault>> => {
  const meter = new ReadingMeter(watch)
  const wanted = roles.flatMap(({ name }) =>
    files[name] ? filesOf(files[name]).map((one) => ({ role: name, one })) : [],
  )
  const meters: FileMeter[] = []
  for (const { one } of wanted) meters.push(meter.add(await bytesOf(one.path)))
  const opened = new Map<string, Opened[]>()
  const faults: Fault[] = []
  for (const [at, { role, one }] of wanted.entries()) {
    const hints = hintsOf(files[role]!, one, layout?.files[role])
    const file = await openDataFile(one.path, hints, meters[at]!.surveyed)
    if (file.ok) opened.set(role, [...(opened.get(role) ?? []), { file: file.value, meter: meters[at]! }])
    else faults.push(...about(role, file.faults))
  }
  for (const [role, several] of opened) faults.push(...about(role, twiceFaults(several)))
  return faults.length > 0 ? notAccepted(...faults) : accepted(opened)
}
