import type { Fault } from '../../kernel/fault.ts'
import type { Direction, Locale } from '../../kernel/locale.ts'
import type { Formats } from '../../platform/languages/formats.ts'
import type { FindText, Translate, Words } from '../../platform/languages/words.ts'
import { faultText, type FormContext, formWords, labelOf, type Option } from '../forms/index.ts'
import { words as tableWords } from '../tables/words/words.generated.ts'
import type { Register } from './register.ts'
import { type Shape, words } from './words/words.generated.ts'

/** What the views of a register need of the page they stand on; a page's visit has all of it. */
export interface ViewPage {
  readonly locale: Locale
  readonly direction: Direction
  readonly format: Formats
  readonly words: <Shape>(words: Words<Shape>) => Translate<Shape>
  readonly findText: <Shape>(words: Words<Shape>) => FindText
  readonly newKey: () => string
  readonly to: (path: string) => string
}

/** A register on a page. */
export interface RegisterView {
  readonly register: Register
  readonly page: ViewPage
  /** Words of this engine. */
  readonly t: Translate<Shape>
  readonly form: FormContext
  /** Address of the list: `/fr/xa/measures`. */
  readonly base: string
}

export const openView = (
  register: Register,
  page: ViewPage,
  given: { readonly optionsOf: (list: string) => readonly Option[]; readonly languages: readonly string[] },
): RegisterView => ({
  register,
  page,
  t: page.words(words),
  base: page.to(`/${register.id}`),
  form: {
    locale: page.locale,
    direction: page.direction,
    format: page.format,
    t: page.words(formWords),
    findText: page.findText(formWords),
    fieldText: page.findText(register.words),
    optionsOf: given.optionsOf,
    languages: given.languages,
  },
})

/** Label of a field, a field inside groups, `key` or `language`, as the page's language has it. */
export const targetLabel = (view: RegisterView, target: string): string => {
  if (target === 'key') return view.t('record.key')
  if (target === 'language') return view.t('record.language')
  const group = target.split('.')[0]!
  const label = labelOf(view.form, target)
  return group === target ? label : view.t('import.target.in', { group: labelOf(view.form, group), field: label })
}

/** A fault of this engine, of a field, or of the file it came from, as a sentence. */
export const recordFaultText = (view: RegisterView, fault: Fault): string => {
  const values = { ...fault.values, label: fault.field === undefined ? '' : targetLabel(view, fault.field) }
  const key = `fault.${fault.code}`
  const own = view.page.findText(words)(key, values)
  return own ?? view.page.findText(tableWords)(key, values) ?? faultText(view.form, fault)
}
