export { cellText } from './cell-text.ts'
export type {
  DayOrder,
  Entry,
  Field,
  FieldKind,
  FieldValue,
  MoneyRange,
  Option,
  Reading,
  Values,
} from './field.ts'
export { limitOf } from './field.ts'
export { controlId, FieldInput } from './field-input.tsx'
export { foldName } from './fold-name.ts'
export { type FormContext, faultText, labelOf } from './form-context.ts'
export { FormFaults, FormFields } from './form-fields.tsx'
export { packEntries, packList, unpackEntries, unpackList } from './packed-list.ts'
export { cleanText, findOption, readAnswer } from './read-answer.ts'
export { findDayOrder, readDay } from './read-day.ts'
export { entryCount, formEntriesOf, type ReadForm, readForm } from './read-form.ts'
export { currencyCodes, findMoneyRange, isCurrency, rangeText, readMoney } from './read-money.ts'
export { readDecimal, readNumber } from './read-number.ts'
export { shownDay, shownRange, shownValue, summaryRows } from './shown-value.tsx'
export { words as formWords } from './words/words.generated.ts'
