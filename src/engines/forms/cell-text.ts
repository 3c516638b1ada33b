import { decimalText, type Money } from '../../kernel/money.ts'
import type { Entry, Field, FieldValue, MoneyRange } from './field.ts'
import { packEntries, packList } from './packed-list.ts'
import { rangeText } from './read-money.ts'

/** The text of a value in a cell of an exported file; `readAnswer` reads the same value back from it. */
export const cellText = (field: Field, value: FieldValue | undefined): string => {
  if (value === undefined) return ''
  switch (field.kind) {
    case 'money':
      return `${decimalText(value as Money)} ${(value as Money).currency}`
    case 'money-range':
      return rangeText(value as MoneyRange)
    case 'choices':
    case 'list':
      return packList(value as readonly string[])
    case 'groups':
      return packEntries(
        (value as readonly Entry[]).map((entry) => (field.fields ?? []).map(({ name }) => entry[name] ?? '')),
      )
    case 'texts':
      return packList(
        Object.entries(value as Readonly<Record<string, string>>).map(([language, text]) => `${language}: ${text}`),
      )
    case 'yes-no':
      return value === true ? 'yes' : 'no'
    default:
      return String(value as string | number)
  }
}
