import type { Money } from '../../kernel/money.ts'
import type { Content } from '../../ui/content.ts'
import { Link } from '../../ui/link/link.tsx'
import type { SummaryRow } from '../../ui/summary-list/summary-list.tsx'
import type { Entry, Field, FieldValue, MoneyRange, Values } from './field.ts'
import { type FormContext, labelOf } from './form-context.ts'

/** A day, a month or a year as the reader's language writes it. */
export const shownDay = (context: FormContext, day: string): string => {
  if (day.length === 10) return context.format.day(day)
  if (day.length === 4) return day
  return new Intl.DateTimeFormat(context.locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}-01T00:00:00Z`),
  )
}

/** A range of money as the reader's language writes it. */
export const shownRange = (context: FormContext, { low, high, currency }: MoneyRange): string => {
  const amount = (minor: number): string =>
    currency === undefined ? context.format.number(minor / 100) : context.format.money({ minor, currency })
  const range =
    low === undefined
      ? context.t('range.to', { amount: amount(high ?? 0) })
      : high === undefined
        ? context.t('range.from', { amount: amount(low) })
        : low === high
          ? amount(low)
          : context.t('range.between', { low: amount(low), high: amount(high) })
  return currency === undefined ? context.t('range.unsaid', { range }) : range
}

const optionText = (context: FormContext, field: Field, value: string): string =>
  context.optionsOf(field.options ?? '').find((option) => option.value === value)?.text ?? value

const Lines = ({ text }: { readonly text: string }) => (
  <span dir="auto">
    {text.split('\n').map((line, at) => (
      <>
        {at > 0 ? <br /> : null}
        {line}
      </>
    ))}
  </span>
)

const Items = ({ items }: { readonly items: readonly Content[] }) => (
  <ul class="govuk-list govuk-!-margin-bottom-0">
    {items.map((item) => (
      <li dir="auto">{item}</li>
    ))}
  </ul>
)

const shownEntry = (context: FormContext, field: Field, entry: Entry): string =>
  (field.fields ?? [])
    .flatMap((inner) => {
      const value = entry[inner.name]
      return value === undefined ? [] : [inner.kind === 'choice' ? optionText(context, inner, value) : value]
    })
    .join(' · ')

/** A value as a reader sees it. */
export const shownValue = (context: FormContext, field: Field, value: FieldValue): Content => {
  switch (field.kind) {
    case 'choice':
      return optionText(context, field, value as string)
    case 'choices':
      return <Items items={(value as readonly string[]).map((option) => optionText(context, field, option))} />
    case 'list':
      return <Items items={value as readonly string[]} />
    case 'groups':
      return <Items items={(value as readonly Entry[]).map((entry) => shownEntry(context, field, entry))} />
    case 'texts':
      return (
        <Items
          items={Object.entries(value as Readonly<Record<string, string>>).map(([language, text]) => (
            <>
              <span lang={language} dir="auto">
                {text}
              </span>{' '}
              ({context.format.languageName(language)})
            </>
          ))}
        />
      )
    case 'yes-no':
      return value === true ? context.t('answer.yes') : context.t('answer.no')
    case 'money':
      return context.format.money(value as Money)
    case 'money-range':
      return shownRange(context, value as MoneyRange)
    case 'number':
      return context.format.number(value as number)
    case 'day':
      return shownDay(context, value as string)
    case 'url':
      return (
        <Link href={value as string} rel="noopener external" attributes={{ dir: 'ltr' }}>
          {value as string}
        </Link>
      )
    case 'email':
      return (
        <Link href={`mailto:${value as string}`} attributes={{ dir: 'ltr' }}>
          {value as string}
        </Link>
      )
    default:
      return <Lines text={value as string} />
  }
}

/** The answers to some fields as rows of a summary list; `all` also shows the questions without an answer. */
export const summaryRows = (
  context: FormContext,
  fields: readonly Field[],
  values: Values,
  { all = false }: { readonly all?: boolean } = {},
): readonly SummaryRow[] =>
  fields.flatMap((field) => {
    const value = values[field.name]
    if (value === undefined && !all) return []
    const shown =
      value === undefined ? <span class="govuk-hint">{context.t('none')}</span> : shownValue(context, field, value)
    return [{ key: labelOf(context, field.name), value: shown }]
  })
