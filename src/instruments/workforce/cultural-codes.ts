import { findColumn, getColumn, type StudyInput, type StudyInputs } from '../../engines/studies/index.ts'
import type { CodedColumn } from '../../engines/tables/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import type { Classification, CodeList, Degree } from './codes/code-list.ts'
import { isic4, nace2, onlyIn } from './codes/industries.ts'
import { isco08 } from './codes/isco-08.ts'

/** The lists a study goes by, and how the classification of industries was found. */
export interface CulturalCodes {
  readonly occupations: CodeList
  readonly industries: CodeList
  /** Rows with codes that only the other classification has: many of them mean that the wrong one was chosen. */
  readonly rowsOfTheOther: number
}

const ours: Readonly<Record<Classification, CodeList>> = { 'isco-08': isco08, 'isic-4': isic4, 'nace-2': nace2 }

const degreeOfCell = (cell: string): Degree | 'not' | undefined => {
  const text = cell.trim().toLowerCase()
  if (text === '' || text === 'fully' || text === '1') return 'fully'
  if (text === 'partly') return 'partly'
  return text === 'not' || text === '0' ? 'not' : undefined
}

const classificationOf = (cell: string): Classification | undefined => {
  const text = cell.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (/^(isco|citp)(08)?$/.test(text)) return 'isco-08'
  if (/^(isic|citi)(rev)?4?$/.test(text)) return 'isic-4'
  return /^nace(rev)?2?$/.test(text) ? 'nace-2' : undefined
}

/** The country's own list, or a fault for its first row that cannot be read: a list of codes is short enough to be right. */
const ownLists = (input: StudyInput): Result<Readonly<Partial<Record<Classification, CodeList>>>, Fault> => {
  const [classification, code] = [getColumn(input, 'classification'), getColumn(input, 'code')]
  const degree = findColumn(input, 'degree')
  const cellAt = (column: CodedColumn, row: number) => column.dictionary[column.codes[row]!]!
  const found = new Map<Classification, Record<string, Degree>>()
  for (let row = 0; row < input.table.rows; row++) {
    const name = classificationOf(cellAt(classification, row))
    const digits = cellAt(code, row).trim().replace(/[._]/g, '')
    const how = degree ? degreeOfCell(cellAt(degree, row)) : 'fully'
    if (name === undefined || how === undefined || !/^\d{2,4}$/.test(digits))
      return notAccepted({
        code: 'code-list-row',
        field: 'codes',
        row: input.table.lines[row]!,
        values: { line: input.table.lines[row]! },
      })
    if (!found.has(name)) found.set(name, {})
    if (how !== 'not') found.get(name)![digits] = how
  }
  return accepted(
    Object.fromEntries(
      [...found].map(([name, codes]) => [
        name,
        { ...ours[name], codes, version: `${name}, ${input.file.name}`, source: input.file.name, verified: true },
      ]),
    ),
  )
}

/** Rows whose code only one classification of industries has. */
const marksOf = (column: CodedColumn | undefined, name: keyof typeof onlyIn): number => {
  if (!column) return 0
  const is = column.dictionary.map((cell) => onlyIn[name].has(cell.trim().replace(/[._]/g, '').slice(0, 4)))
  let rows = 0
  for (const code of column.codes) if (is[code]) rows++
  return rows
}

/** The lists of a study: the country's own where it gives one, and NACE or ISIC as chosen, else as the codes of the file show. */
export const culturalCodesOf = (
  inputs: StudyInputs,
  chosen: 'isic-4' | 'nace-2' | undefined,
): Result<CulturalCodes, Fault> => {
  const [persons, codes] = [inputs.byRole.get('persons'), inputs.byRole.get('codes')]
  const own = codes ? ownLists(codes) : accepted({})
  if (!own.ok) return own
  const column = persons && findColumn(persons, 'isic')
  const marks = { 'isic-4': marksOf(column, 'isic-4'), 'nace-2': marksOf(column, 'nace-2') }
  const industry = chosen ?? (marks['nace-2'] > marks['isic-4'] ? 'nace-2' : 'isic-4')
  const lists: Partial<Record<Classification, CodeList>> = own.value
  return accepted({
    occupations: lists['isco-08'] ?? isco08,
    industries: lists[industry] ?? ours[industry],
    rowsOfTheOther: marks[industry === 'isic-4' ? 'nace-2' : 'isic-4'],
  })
}
