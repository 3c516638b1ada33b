import { noLayout } from '../engines/studies/index.ts'
import { type DataFile, openDataFile } from '../engines/tables/index.ts'
import type { Fault } from '../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../kernel/result.ts'
import type { SubmittedFile } from '../platform/http/submitted-form.ts'
import { askingOf, type Place } from './asking.tsx'
import type { Study, StudyChoices } from './draft.ts'
import { keptFile } from './kept-file.ts'
import { findExchange, findLayout, proposalOf } from './match-files.ts'
import { findEarlierDecisions, findEarlierMapping } from './read-studies.ts'
import type { KeptFile } from './study.ts'

type Kept = Readonly<Record<string, KeptFile>>
type Submitted = ReadonlyMap<string, SubmittedFile>

const submittedFiles = ({ visit, room }: Place): Submitted =>
  new Map(
    room.roles.flatMap(({ name }) => {
      const file = visit.form.file(name)
      return file && file.name !== '' ? [[name, file] as const] : []
    }),
  )

type Named = Pick<SubmittedFile, 'name' | 'sha256'>

/** Files that are needed and missing, given twice, or of one name; `kept` are those the draft has and keeps. */
const filesFaults = ({ room }: Place, submitted: Submitted, kept: Kept): Fault[] => {
  const every = new Map<string, Named>([...Object.entries(kept), ...submitted])
  const missing = room.roles
    .filter(({ name, required }) => required && !every.has(name))
    .map(({ name }) => ({ code: 'file-missing', field: name }))
  const given = [...every]
  const isEarlier = (at: number, is: (other: Named) => boolean) => given.slice(0, at).some(([, other]) => is(other))
  const twice = given
    .filter(([, { sha256 }], at) => isEarlier(at, (other) => other.sha256 === sha256))
    .map(([field]) => ({ code: 'same-file', field }))
  const alike = given
    .filter(([, { name, sha256 }], at) => isEarlier(at, (other) => other.name === name && other.sha256 !== sha256))
    .map(([field, { name }]) => ({ code: 'same-name', field, values: { name } }))
  const none = every.size === 0 && missing.length === 0
  return [...missing, ...twice, ...alike, ...(none ? [{ code: 'file-missing', field: room.roles[0]?.name ?? '' }] : [])]
}

/** Every file of the form opened; the faults of all when one cannot be read. */
const openAll = async (files: Submitted): Promise<Result<Readonly<Record<string, DataFile>>, Fault>> => {
  const opened: Record<string, DataFile> = {}
  const faults: Fault[] = []
  for (const [role, { path, name }] of files) {
    const file = await openDataFile(path, { name })
    if (file.ok) opened[role] = file.value
    else faults.push(...file.faults.map((fault) => ({ ...fault, field: role })))
  }
  return faults.length > 0 ? notAccepted(...faults) : accepted(opened)
}

/** What a draft begins with: a known layout, what the Party chose for such a file before, or the usual names of columns. */
export const firstChoices = async (place: Place, files: Kept): Promise<StudyChoices> => {
  const { roles, layouts } = place.room
  const proposed = proposalOf(roles, layouts, files)
  const earlier = await Promise.all(
    Object.entries(files).map(async ([role, file]) => {
      const found = await findEarlierMapping(askingOf(place), role, file)
      return found ? [[role, found.mapping] as const] : []
    }),
  )
  return {
    ...proposed,
    mappings: { ...proposed.mappings, ...Object.fromEntries(earlier.flat()) },
    encodings: {},
    separators: {},
    spellings: {},
    settings: place.room.joinsByTitle ? await findEarlierDecisions(askingOf(place)) : {},
    unrecognised: [],
  }
}

const without = <Value>(record: Readonly<Record<string, Value>>, roles: readonly string[]) =>
  Object.fromEntries(Object.entries(record).filter(([role]) => !roles.includes(role)))

/** The choices of a draft after some of its files were changed: what was said of the others stays, unless all are a known layout now. */
export const choicesAfter = async (place: Place, { choices }: Study, files: Kept, changed: readonly string[]) => {
  const first = await firstChoices(place, files)
  const isStill = choices.layout !== noLayout && findLayout(place.room.layouts, files)?.id === choices.layout
  if (first.layout !== noLayout && !isStill) return { ...choices, ...first, settings: choices.settings }
  const ofChanged = Object.entries(first.mappings).filter(([role]) => changed.includes(role))
  const kept = Object.entries(choices.mappings).filter(([role]) => role in files && !changed.includes(role))
  return {
    ...choices,
    layout: isStill ? choices.layout : noLayout,
    mappings: Object.fromEntries([...kept, ...ofChanged]),
    encodings: without(choices.encodings, changed),
    separators: without(choices.separators, changed),
  }
}

/**
 * The files of a form taken into the store, besides those a draft keeps; noticed where they lie in each other's roles. What is no table
 * is refused with its reason, and nothing is kept.
 */
export const takeFiles = async (
  place: Place,
  kept: Kept = {},
): Promise<
  Result<{ readonly files: Kept; readonly changed: readonly string[]; readonly isExchanged: boolean }, Fault>
> => {
  const { visit, room } = place
  const submitted = submittedFiles(place)
  const others = without(kept, [...submitted.keys()])
  const wrong = filesFaults(place, submitted, others)
  if (wrong.length > 0) return notAccepted(...wrong)
  const opened = await openAll(submitted)
  if (!opened.ok) return opened
  const exchanged = findExchange(room.roles, room.layouts, opened.value)
  for (const { path, sha256 } of submitted.values()) await visit.files.keep(path, sha256)
  const taken = Object.entries(exchanged ?? opened.value).map(([role, file]) => [role, keptFile(file)] as const)
  const every = { ...others, ...Object.fromEntries(taken) }
  const files = Object.fromEntries(
    room.roles.flatMap(({ name }) => (every[name] ? [[name, every[name]] as const] : [])),
  )
  return accepted({ files, changed: [...submitted.keys()], isExchanged: exchanged !== undefined })
}
