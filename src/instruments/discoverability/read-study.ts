import {
  findColumn,
  LeftOutLog,
  type LeftOutRows,
  type StudyInput,
  type StudyInputs,
} from '../../engines/studies/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { notAccepted, type Result } from '../../kernel/result.ts'
import { readListedWorks } from './listed-works.ts'
import { readPlayedWorks } from './played-works.ts'
import type { ReadingChoices, StudyData } from './study-data.ts'

const lacks = (input: StudyInput | undefined, column: string): boolean =>
  input !== undefined && findColumn(input, column) === undefined

/** Columns that a stage needs and the file of the works does not have: lists meet works by title, plays by identifier. */
const missingColumns = ({ byRole }: StudyInputs): Fault[] => {
  const catalogue = byRole.get('catalogue')
  const need = (role: string, column: string): Fault[] =>
    lacks(byRole.get(role), column)
      ? [
          {
            code: 'column-needed',
            field: `${role}.${column}`,
            values: { name: byRole.get(role)!.parts[0]!.file.name, needed: column },
          },
        ]
      : []
  const revenue = byRole.get('revenue')
  return [
    ...(byRole.has('exposures') ? [...need('catalogue', 'title'), ...need('works', 'title')] : []),
    ...(byRole.has('plays') && catalogue ? need('catalogue', 'work_id') : []),
    ...(byRole.has('plays') && !byRole.has('exposures') ? need('works', 'work_id') : []),
    ...(revenue && lacks(revenue, 'user_id') ? need('revenue', 'territory') : []),
  ]
}

/** Reads the files of the study into one shape. `catalogue` is the list of all works, with lists, plays or both. */
export const readStudy = (inputs: StudyInputs, choices: ReadingChoices): Result<StudyData, Fault> => {
  const missing = missingColumns(inputs)
  if (missing.length > 0) return notAccepted(...missing)
  return inputs.byRole.has('exposures') ? readListedWorks(inputs, choices) : readPlayedWorks(inputs, choices)
}

/** Rows left out, counted once more for the notes that are said at once. */
export const countedLog = (rows: readonly LeftOutRows[]): LeftOutLog => {
  const log = new LeftOutLog()
  for (const { file, reason, rows: count, amount } of rows) log.addCounted(file, reason, count, amount)
  return log
}
