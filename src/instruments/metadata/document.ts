import {
  type Cell,
  csvText,
  findColumn,
  type LeftOutRows,
  type StudyInput,
  type StudyRecord,
} from '../../engines/studies/index.ts'
import type { Sector } from './columns.ts'
import { type DuplicateFindings, descriptions, duplicatesByDescription, duplicatesByIdentifier } from './duplicates.ts'
import {
  type Completeness,
  completenessOf,
  countryRecognition,
  languageRecognition,
  type Recognition,
  valuesOf,
} from './fields.ts'
import { type IdentifierReading, readIdentifiers } from './identifiers.ts'
import { type Reach, type Traceability, traceabilityOf } from './traceability.ts'
import { countProblems, type WorkItem, worklistOf } from './worklist.ts'

/** What a column of identifiers is worth. Repaired ones are counted apart from valid ones: a repair is proven, but it is a repair. */
export interface IdentifierFindings {
  readonly rows: number
  readonly empty: number
  readonly present: number
  readonly valid: number
  readonly repaired: number
  readonly invalid: number
  /** Parts of the identifiers that are there. */
  readonly share_valid: number | null
  readonly share_valid_or_repaired: number | null
  /** Identifiers by what happened to them, repaired ones included. */
  readonly damage: Readonly<Record<string, number>>
  /** Identifiers that stay invalid by what is wrong. */
  readonly faults: Readonly<Record<string, number>>
  readonly from_isbn_10?: { readonly restored: number; readonly derivable: number; readonly conflicting: number }
  readonly duplicates: DuplicateFindings
}

export interface MetadataDocument {
  readonly rows: number
  readonly sector: Sector
  readonly identifiers: Readonly<Record<string, IdentifierFindings>>
  readonly completeness: Readonly<Record<string, Completeness>>
  readonly reach: Reach
  readonly traceability: Traceability
  readonly same_title_and_creator: DuplicateFindings
  readonly repeated_work_ids: number
  readonly countries?: Recognition
  readonly languages?: Recognition
  readonly gender?: Readonly<Record<string, number>>
  readonly type?: Readonly<Record<string, number>>
  readonly worklist: {
    readonly items: number
    /** Items with a proven proposal. */
    readonly proposals: number
    /** Items by kind of problem. */
    readonly problems: Readonly<Record<string, number>>
    readonly first: readonly WorkItem[]
  }
  readonly left_out: { readonly rows: readonly LeftOutRows[] }
  readonly method: StudyRecord
}

const countBy = (texts: Iterable<string | undefined>): Record<string, number> => {
  const counts = new Map<string, number>()
  for (const text of texts) if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1)
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
}

const identifierFindings = (reading: IdentifierReading, duplicates: DuplicateFindings): IdentifierFindings => {
  const { byRow, siblings } = reading
  const states = countBy(byRow.map(({ state }) => state))
  const [empty, valid, repaired, invalid] = ['empty', 'valid', 'repaired', 'invalid'].map((state) => states[state] ?? 0)
  const present = byRow.length - empty!
  return {
    rows: byRow.length,
    empty: empty!,
    present,
    valid: valid!,
    repaired: repaired!,
    invalid: invalid!,
    share_valid: present === 0 ? null : valid! / present,
    share_valid_or_repaired: present === 0 ? null : (valid! + repaired!) / present,
    damage: countBy(byRow.map(({ damage }) => damage)),
    faults: countBy(byRow.map(({ fault }) => fault)),
    ...(siblings
      ? {
          from_isbn_10: {
            restored: siblings.restored,
            derivable: siblings.derivable,
            conflicting: siblings.conflicting,
          },
        }
      : {}),
    duplicates,
  }
}

/** Rows whose identifier an earlier row has. */
const repeatedIdRows = (input: StudyInput): readonly number[] => {
  const column = findColumn(input, 'work_id')
  if (!column) return []
  const seen = new Set<string>()
  const rows: number[] = []
  column.codes.forEach((code, row) => {
    const id = column.dictionary[code]!.trim()
    if (id !== '' && seen.has(id)) rows.push(row)
    seen.add(id)
  })
  return rows
}

const shownItems = 50

/** All findings of the study and the whole worklist. */
export const metadataFindings = (
  input: StudyInput,
  sector: Sector,
  spellings: Readonly<Record<string, string>>,
): { findings: Omit<MetadataDocument, 'method' | 'left_out'>; worklist: readonly WorkItem[] } => {
  const identifiers = readIdentifiers(input)
  const describe = descriptions(input)
  const shared = identifiers.map((reading) => duplicatesByIdentifier(reading, describe))
  const twice = duplicatesByDescription(input.table.rows, describe.work, identifiers)
  const completeness = completenessOf(input, sector)
  const [countries, languages] = [countryRecognition(input, spellings), languageRecognition(input)]
  const repeatedIds = repeatedIdRows(input)
  const worklist = worklistOf(input, identifiers, {
    sharing: shared.map(({ conflictRows }) => conflictRows),
    sameWork: twice.conflictRows,
    repeatedIds,
    expected: Object.keys(completeness).filter((field) => completeness[field]!.column && completeness[field]!.expected),
    strangeCountries: countries?.strangeCells ?? new Set(),
    strangeLanguages: languages?.strangeCells ?? new Set(),
  })
  const [gender, type] = [valuesOf(input, 'gender'), valuesOf(input, 'type')]
  const findings = {
    rows: input.table.rows,
    sector,
    identifiers: Object.fromEntries(
      identifiers.map((reading, at) => [reading.kind, identifierFindings(reading, shared[at]!.findings)]),
    ),
    completeness,
    ...traceabilityOf(input, identifiers),
    same_title_and_creator: twice.findings,
    repeated_work_ids: repeatedIds.length,
    ...(countries ? { countries: countries.recognition } : {}),
    ...(languages ? { languages: languages.recognition } : {}),
    ...(gender ? { gender } : {}),
    ...(type ? { type } : {}),
    worklist: {
      items: worklist.length,
      proposals: worklist.filter(({ proposal }) => proposal !== null).length,
      problems: countProblems(worklist),
      first: worklist.slice(0, shownItems),
    },
  }
  return { findings, worklist }
}

/** The figures as one long table: a line per field and statistic. */
export const metadataCsv = ({ identifiers, completeness, traceability }: MetadataDocument): string => {
  const rows: Cell[][] = []
  for (const [field, found] of Object.entries(completeness))
    rows.push([field, 'filled', '', found.filled], [field, 'share_filled', '', found.share])
  for (const [kind, found] of Object.entries(identifiers)) {
    for (const statistic of [
      'present',
      'valid',
      'repaired',
      'invalid',
      'share_valid',
      'share_valid_or_repaired',
    ] as const)
      rows.push([kind, statistic, '', found[statistic]])
    for (const [key, count] of Object.entries(found.damage)) rows.push([kind, 'damage', key, count])
    for (const [key, count] of Object.entries(found.faults)) rows.push([kind, 'fault', key, count])
    for (const [key, count] of Object.entries(found.from_isbn_10 ?? {})) rows.push([kind, 'from_isbn_10', key, count])
    for (const [key, count] of Object.entries(found.duplicates)) rows.push([kind, 'duplicates', key, count])
  }
  for (const [key, count] of Object.entries(traceability)) rows.push(['', 'traceability', key, count])
  return csvText(['field', 'statistic', 'key', 'value'], rows)
}
