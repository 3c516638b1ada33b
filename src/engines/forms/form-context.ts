import type { Fault } from '../../kernel/fault.ts'
import type { Direction, Locale } from '../../kernel/locale.ts'
import type { Formats } from '../../platform/languages/formats.ts'
import type { FindText, Translate } from '../../platform/languages/words.ts'
import type { Option } from './field.ts'
import type { Shape } from './words/words.generated.ts'

/** What showing a form needs of the page it stands on. */
export interface FormContext {
  readonly locale: Locale
  readonly direction: Direction
  readonly format: Formats
  /** Words of this engine. */
  readonly t: Translate<Shape>
  readonly findText: FindText
  /** Words of whoever declared the fields: `field.<name>`, `hint.<name>`. */
  readonly fieldText: FindText
  readonly optionsOf: (list: string) => readonly Option[]
  /** Languages offered for `texts` fields. */
  readonly languages: readonly string[]
}

/** Label of a field by its path: `title`, or `partners.name` inside groups. */
export const labelOf = (context: FormContext, path: string): string =>
  context.fieldText(`field.${path.replaceAll(/\.\d+/g, '')}`) ?? path

/** A fault as a sentence that names its field; the register's own words are asked first (`fault.<code>`). */
export const faultText = (context: FormContext, fault: Fault): string => {
  const path = (fault.field ?? '').replace(/\.(amount|low|high|currency)$/, '')
  const values = { ...fault.values, label: labelOf(context, path) }
  const key = `fault.${fault.code}`
  return context.fieldText(key, values) ?? context.findText(key, values) ?? fault.code
}
