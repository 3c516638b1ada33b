import type { Visit } from '../../people/index.ts'
import type { TableName } from './tallies.ts'
import { words } from './words/words.generated.ts'

/** A group of a table in the reader's language; ages and groups of lists are named by the file. */
export const groupName = (visit: Visit, table: TableName | 'pay' | 'lists', group: string): string => {
  const text = visit.findText(words)
  if (group === '' || group === 'not-told') return text('group.not-told') ?? group
  if (table === 'ages' || table === 'lists') return group
  return text(`${table === 'pay' ? 'occupations' : table}.${group}`) ?? group
}
