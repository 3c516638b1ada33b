import type { Fault } from '../../kernel/fault.ts'
import type { Money } from '../../kernel/money.ts'
import { decimalText } from '../../kernel/money.ts'
import { accepted, notAccepted } from '../../kernel/result.ts'
import type { SubmittedForm } from '../../platform/http/submitted-form.ts'
import type { Entry, Field, FieldValue, MoneyRange, Reading, Values } from './field.ts'
import { type Answered, cleanText, readAnswer, readChoices, readEntries, readList } from './read-answer.ts'
import { isCurrency, rangeEndText, readMinor, readMoney } from './read-money.ts'

/** What a form said: the values that were accepted, and what was not. */
export interface ReadForm {
  readonly values: Values
  readonly faults: readonly Fault[]
}

/** How many entries of a `groups` field a form shows or carries. */
export const entryCount = (field: Field, form: SubmittedForm): number => {
  const pattern = new RegExp(`^${field.name}\\.(\\d{1,3})\\.`)
  const places = form.entries().map(([name]) => Number(pattern.exec(name)?.[1] ?? -1))
  return Math.max(-1, ...places) + 1
}

const typedEntries = (field: Field, form: SubmittedForm): Entry[] =>
  Array.from({ length: Math.min(entryCount(field, form), 300) }, (_, at) =>
    Object.fromEntries((field.fields ?? []).map(({ name }) => [name, form.text(`${field.name}.${at}.${name}`)])),
  )

const typedCurrency = (field: Field, form: SubmittedForm): string =>
  cleanText(form.text(`${field.name}.currency`)).toUpperCase()

const readMoneyParts = (field: Field, form: SubmittedForm, reading: Reading): Answered => {
  const amount = cleanText(form.text(`${field.name}.amount`))
  if (amount === '') return accepted(undefined)
  const currency = typedCurrency(field, form)
  const place = { field: `${field.name}.amount` }
  if (currency !== '' && !isCurrency(currency))
    return notAccepted({ code: 'not-a-currency', field: `${field.name}.currency`, values: { text: currency } })
  const read = readMoney(amount, reading.decimal, currency === '' ? reading.currency : currency)
  return read.ok ? read : notAccepted(...read.faults.map((fault) => ({ ...place, ...fault })))
}

const readRangeParts = (field: Field, form: SubmittedForm, reading: Reading): Answered => {
  const currency = typedCurrency(field, form)
  if (currency !== '' && !isCurrency(currency))
    return notAccepted({ code: 'not-a-currency', field: `${field.name}.currency`, values: { text: currency } })
  const range: { low?: number; high?: number; currency?: string } = currency === '' ? {} : { currency }
  const faults: Fault[] = []
  for (const end of ['low', 'high'] as const) {
    const typed = cleanText(form.text(`${field.name}.${end}`))
    if (typed === '') continue
    const minor = readMinor(typed, currency === '' ? undefined : currency, reading.decimal)
    if (minor.ok) range[end] = minor.value
    else faults.push(...minor.faults.map((fault) => ({ ...fault, field: `${field.name}.${end}` })))
  }
  if (range.low !== undefined && range.high !== undefined && range.low > range.high)
    faults.push({ code: 'range-reversed', field: `${field.name}.low` })
  if (faults.length > 0) return notAccepted(...faults)
  return range.low === undefined && range.high === undefined ? accepted(undefined) : accepted(range)
}

const readLanguageParts = (field: Field, form: SubmittedForm): Answered => {
  const texts = form
    .entries()
    .filter(([name]) => name.startsWith(`${field.name}.`))
    .map(([name, text]) => [name.slice(field.name.length + 1), cleanText(text, true)] as const)
    .filter(([language, text]) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language) && text !== '')
  return texts.length === 0 ? accepted(undefined) : accepted(Object.fromEntries(texts))
}

const readField = (field: Field, form: SubmittedForm, reading: Reading): Answered => {
  switch (field.kind) {
    case 'money':
      return readMoneyParts(field, form, reading)
    case 'money-range':
      return readRangeParts(field, form, reading)
    case 'choices':
      return readChoices(
        field,
        form.all(field.name).filter((value) => value !== ''),
        reading,
      )
    case 'list':
      return readList(field, form.text(field.name).split('\n'))
    case 'groups':
      return readEntries(field, typedEntries(field, form), reading)
    case 'texts':
      return readLanguageParts(field, form)
    default:
      return readAnswer(field, form.text(field.name), reading)
  }
}

/** Where a fault of a field is shown when the reader named no part of it: the first box of the field. */
const firstBox = (field: Field): string =>
  field.kind === 'money' ? `${field.name}.amount` : field.kind === 'money-range' ? `${field.name}.low` : field.name

/** Reads the given fields of a submitted form. Every field is read even when an earlier one was not accepted. */
export const readForm = (fields: readonly Field[], form: SubmittedForm, reading: Reading): ReadForm => {
  const values: Record<string, FieldValue> = {}
  const faults: Fault[] = []
  for (const field of fields) {
    const read = readField(field, form, reading)
    if (!read.ok) faults.push(...read.faults.map((fault) => ({ field: firstBox(field), ...fault })))
    else if (read.value !== undefined) values[field.name] = read.value
    else if (field.required) faults.push({ code: 'required', field: firstBox(field) })
  }
  return { values, faults }
}

/** Whole amounts stand in their box without a fraction, as people write them. */
const typedAmount = (text: string): string => text.replace(/\.0+$/, '')

const entriesOfField = (field: Field, value: FieldValue): (readonly [string, string])[] => {
  const { name } = field
  switch (field.kind) {
    case 'money': {
      const money = value as Money
      return [
        [`${name}.amount`, typedAmount(decimalText(money))],
        [`${name}.currency`, money.currency],
      ]
    }
    case 'money-range': {
      const { low, high, currency } = value as MoneyRange
      return [
        [`${name}.low`, typedAmount(rangeEndText(low, currency))],
        [`${name}.high`, typedAmount(rangeEndText(high, currency))],
        [`${name}.currency`, currency ?? ''],
      ]
    }
    case 'choices':
      return (value as readonly string[]).map((option) => [name, option])
    case 'list':
      return [[name, (value as readonly string[]).join('\n')]]
    case 'groups':
      return (value as readonly Entry[]).flatMap((entry, at) =>
        Object.entries(entry).map(([inner, text]) => [`${name}.${at}.${inner}`, text] as const),
      )
    case 'texts':
      return Object.entries(value as Readonly<Record<string, string>>).map(([language, text]) => [
        `${name}.${language}`,
        text,
      ])
    case 'yes-no':
      return [[name, value === true ? 'yes' : 'no']]
    default:
      return [[name, String(value as string | number)]]
  }
}

/** What a form holds when it is opened on values: `readForm` reads the same values back from it. */
export const formEntriesOf = (fields: readonly Field[], values: Values): (readonly [string, string])[] =>
  fields.flatMap((field) => {
    const value = values[field.name]
    return value === undefined ? [] : entriesOfField(field, value)
  })
