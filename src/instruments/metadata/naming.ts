import type { Visit } from '../../people/index.ts'
import { words } from './words/words.generated.ts'

/** The name of a field in the reader's language; what has none is written as it is. */
export const fieldName = (visit: Pick<Visit, 'findText'>, field: string): string =>
  visit.findText(words)(`column.${field}`) ?? field
