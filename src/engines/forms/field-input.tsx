import type { Fault } from '../../kernel/fault.ts'
import type { SubmittedForm } from '../../platform/http/submitted-form.ts'
import { Button } from '../../ui/button/button.tsx'
import { Checkboxes } from '../../ui/checkboxes/checkboxes.tsx'
import { ErrorMessage } from '../../ui/error-message/error-message.tsx'
import { Fieldset } from '../../ui/fieldset/fieldset.tsx'
import { FormGroup } from '../../ui/form-group/form-group.tsx'
import { Hint } from '../../ui/hint/hint.tsx'
import { Radios } from '../../ui/radios/radios.tsx'
import { Select } from '../../ui/select/select.tsx'
import { TextInput } from '../../ui/text-input/text-input.tsx'
import { Textarea } from '../../ui/textarea/textarea.tsx'
import { type Field, limitOf } from './field.ts'
import { type FormContext, faultText, labelOf } from './form-context.ts'
import { entryCount } from './read-form.ts'
import { currencyCodes } from './read-money.ts'

interface InputProps {
  readonly field: Field
  readonly form: SubmittedForm
  readonly faults: readonly Fault[]
  readonly context: FormContext
  /** Marks what need not be answered; superfluous where nothing must. */
  readonly marksOptional?: boolean
}

/** The id of the control a fault's field name points at: dots cannot stand in a style's selector. */
export const controlId = (name: string): string => `f-${name.replaceAll('.', '-')}`

const errorOf = ({ faults, context }: InputProps, name: string): string | undefined => {
  const found = faults.filter(({ field }) => field === name)
  return found.length === 0 ? undefined : found.map((fault) => faultText(context, fault)).join(' ')
}

const common = (props: InputProps, name = props.field.name) => {
  const { field, context } = props
  const label = labelOf(context, name)
  return {
    name,
    id: controlId(name),
    label: field.required || props.marksOptional === false ? label : context.t('optional', { label }),
    labelSize: 's' as const,
    hint: context.fieldText(`hint.${name}`) ?? kindHint(field, context),
    error: errorOf(props, name),
    errorPrefix: context.t('error'),
  }
}

const kindHint = (field: Field, { t }: FormContext): string | undefined => {
  if (field.kind === 'list') return t('list.hint')
  if (field.kind === 'day') return field.partial ? t('day.partial.hint') : t('day.hint')
  return undefined
}

const mostRadios = 4

const ChoiceInput = (props: InputProps) => {
  const { field, form, context } = props
  const options = context.optionsOf(field.options ?? '')
  const value = form.text(field.name)
  if (options.length > mostRadios)
    return <Select {...common(props)} value={value} options={[{ value: '', text: context.t('choose') }, ...options]} />
  const unsaid = field.required ? [] : [{ value: '', label: context.t('none'), checked: value === '' }]
  return (
    <Radios
      {...common(props)}
      size="small"
      value={value}
      options={[...options.map(({ value, text, hint }) => ({ value, label: text, hint })), ...unsaid]}
    />
  )
}

const YesNoInput = (props: InputProps) => {
  const { field, form, context } = props
  const value = form.text(field.name)
  return (
    <Radios
      {...common(props)}
      inline
      size="small"
      value={value}
      options={[
        { value: 'yes', label: context.t('answer.yes') },
        { value: 'no', label: context.t('answer.no') },
        { value: '', label: context.t('answer.unsaid'), checked: value === '' },
      ]}
    />
  )
}

const ChoicesInput = (props: InputProps) => (
  <Checkboxes
    {...common(props)}
    size="small"
    values={props.form.all(props.field.name)}
    options={props.context
      .optionsOf(props.field.options ?? '')
      .map(({ value, text, hint }) => ({ value, label: text, hint }))}
  />
)

const CurrencySelect = ({ field, form, context, allowsNone }: InputProps & { readonly allowsNone: boolean }) => {
  const name = `${field.name}.currency`
  const names = new Intl.DisplayNames([context.locale], { type: 'currency' })
  const options = currencyCodes().map((code) => ({ value: code, text: `${code} – ${names.of(code) ?? code}` }))
  const none = { value: '', text: allowsNone ? context.t('currency.none') : context.t('choose') }
  return (
    <Select
      name={name}
      id={controlId(name)}
      label={context.t('currency')}
      value={form.text(name)}
      options={[none, ...options]}
      error={errorOf({ field, form, context, faults: [] }, name)}
    />
  )
}

const AmountInput = (props: InputProps & { readonly part: 'amount' | 'low' | 'high' }) => {
  const name = `${props.field.name}.${props.part}`
  const { context, form } = props
  return (
    <TextInput
      name={name}
      id={controlId(name)}
      label={context.t(props.part)}
      value={form.text(name)}
      inputmode="decimal"
      width={20}
      dir="ltr"
      error={errorOf(props, name)}
      errorPrefix={context.t('error')}
    />
  )
}

const MoneyParts = (props: InputProps & { readonly parts: readonly ('amount' | 'low' | 'high')[] }) => {
  const { label, hint, id, error, errorPrefix } = common(props)
  const currencyError = errorOf(props, `${props.field.name}.currency`)
  const shown = error ?? currencyError
  return (
    <FormGroup error={shown}>
      <Fieldset legend={label} legendSize="s" isGroup attributes={{ id }}>
        {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
        {shown ? (
          <ErrorMessage id={`${id}-error`} prefix={errorPrefix}>
            {shown}
          </ErrorMessage>
        ) : null}
        {props.parts.map((part) => (
          <AmountInput {...props} part={part} />
        ))}
        <CurrencySelect {...props} allowsNone={props.parts.length > 1} />
      </Fieldset>
    </FormGroup>
  )
}

/** Entries with their questions: those there are, and an empty one; “add another” sends the form for one more. */
const GroupsInput = (props: InputProps) => {
  const { field, form, faults, context } = props
  const added = form.text('add') === field.name ? 1 : 0
  const count = Math.min(entryCount(field, form) + added, limitOf(field)) || 1
  const { label, hint, id } = common(props)
  return (
    <Fieldset legend={label} legendSize="s" isGroup attributes={{ id }}>
      {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
      {Array.from({ length: count }, (_, at) => (
        <Fieldset
          legend={context.t('entry', {
            label: labelOf(context, `${field.name}.entry`),
            number: context.format.number(at + 1),
          })}
          legendClasses="govuk-fieldset__legend--s"
          classes="or-entry"
          isGroup
        >
          {(field.fields ?? []).map((inner) => (
            <EntryInput
              inner={inner}
              name={`${field.name}.${at}.${inner.name}`}
              form={form}
              faults={faults}
              context={context}
            />
          ))}
        </Fieldset>
      ))}
      <Button kind="secondary" name="add" value={field.name} attributes={{ formnovalidate: '' }}>
        {context.t('entry.add', { label: labelOf(context, `${field.name}.entry`) })}
      </Button>
    </Fieldset>
  )
}

const EntryInput = (props: Omit<InputProps, 'field'> & { readonly inner: Field; readonly name: string }) => {
  const { inner, name, form, faults, context } = props
  const label = labelOf(context, name)
  const error = errorOf({ field: inner, form, faults, context }, name)
  const own = { name, id: controlId(name), label, error, errorPrefix: context.t('error') }
  if (inner.kind !== 'choice') return <TextInput {...own} value={form.text(name)} />
  const options = [{ value: '', text: context.t('choose') }, ...context.optionsOf(inner.options ?? '')]
  return <Select {...own} value={form.text(name)} options={options} />
}

const TextsInput = (props: InputProps) => {
  const { field, form, context } = props
  const { label, hint, id } = common(props)
  return (
    <Fieldset legend={label} legendSize="s" isGroup attributes={{ id }}>
      {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
      {context.languages.map((language) => (
        <TextInput
          name={`${field.name}.${language}`}
          id={controlId(`${field.name}.${language}`)}
          label={context.format.languageName(language)}
          value={form.text(`${field.name}.${language}`)}
          lang={language}
          dir="auto"
        />
      ))}
    </Fieldset>
  )
}

/** The control of one field, filled with what was typed, with its fault beside it. */
export const FieldInput = (props: InputProps) => {
  const { field, form } = props
  const value = form.text(field.name)
  switch (field.kind) {
    case 'long-text':
    case 'list':
      return (
        <Textarea
          {...common(props)}
          value={value}
          rows={field.kind === 'list' ? 3 : limitOf(field) > 5000 ? 10 : 5}
          dir="auto"
        />
      )
    case 'choice':
      return <ChoiceInput {...props} />
    case 'choices':
      return <ChoicesInput {...props} />
    case 'yes-no':
      return <YesNoInput {...props} />
    case 'money':
      return <MoneyParts {...props} parts={['amount']} />
    case 'money-range':
      return <MoneyParts {...props} parts={['low', 'high']} />
    case 'groups':
      return <GroupsInput {...props} />
    case 'texts':
      return <TextsInput {...props} />
    case 'day':
      return <TextInput {...common(props)} value={value} width={20} />
    case 'number':
      return <TextInput {...common(props)} value={value} width={10} inputmode="decimal" dir="ltr" />
    case 'url':
      return <TextInput {...common(props)} value={value} type="text" inputmode="url" dir="ltr" spellcheck={false} />
    case 'email':
      return (
        <TextInput {...common(props)} value={value} type="email" dir="ltr" spellcheck={false} autocomplete="email" />
      )
    default:
      return <TextInput {...common(props)} value={value} dir="auto" />
  }
}
