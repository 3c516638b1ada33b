import { currencyCodes } from '../../engines/forms/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { Checkboxes } from '../../ui/checkboxes/checkboxes.tsx'
import { Radios } from '../../ui/radios/radios.tsx'
import { Select } from '../../ui/select/select.tsx'
import { TextInput } from '../../ui/text-input/text-input.tsx'
import { Textarea } from '../../ui/textarea/textarea.tsx'
import { errorOf, type Place, settingText, textOf } from '../asking.tsx'
import { countryOptions } from '../country-options.ts'
import type { StudySetting } from '../declaration.ts'
import type { Study } from '../draft.ts'
import type { Chosen } from '../study.ts'
import { countryName } from '../texts.ts'
import { words } from '../words/words.generated.ts'

interface SettingProps extends Place {
  readonly setting: StudySetting
  readonly study: Pick<Study, 'survey'>
  readonly typed: { readonly settings: Chosen }
  readonly faults: readonly Fault[]
}

/** The id of the control of a setting. */
export const settingId = (name: string): string => `setting.${name}`

const mostRadios = 5

const common = (props: SettingProps) => {
  const { name, required, usual, kind } = props.setting
  const t = props.visit.words(words)
  const label = settingText(props, name)
  const isOpen = !required && usual === undefined && kind !== 'choices'
  return {
    name: settingId(name),
    label: isOpen ? t('optional', { label }) : label,
    labelSize: 's' as const,
    hint: textOf(props, `setting.${name}.hint`),
    error: errorOf(props, props.faults, name),
    errorPrefix: t('error'),
  }
}

const optionText = (props: SettingProps, option: string): string =>
  textOf(props, `setting.${props.setting.name}.${option}`) ?? option

const optionHint = (props: SettingProps, option: string): string | undefined =>
  textOf(props, `setting.${props.setting.name}.${option}.hint`)

const Choice = (props: SettingProps) => {
  const { options = [], required, usual } = props.setting
  const t = props.visit.words(words)
  const value = props.typed.settings[props.setting.name]?.[0] ?? ''
  const unsaid = required || usual !== undefined ? [] : [{ value: '', text: t('settings.unsaid') }]
  if (options.length > mostRadios)
    return (
      <Select
        {...common(props)}
        value={value}
        options={[...unsaid, ...options.map((option) => ({ value: option, text: optionText(props, option) }))]}
      />
    )
  return (
    <Radios
      {...common(props)}
      size="small"
      options={[
        ...options.map((option) => ({
          value: option,
          label: optionText(props, option),
          hint: optionHint(props, option),
          checked: option === value,
        })),
        ...unsaid.map(({ text }) => ({ value: '', label: text, checked: value === '' })),
      ]}
    />
  )
}

const Choices = (props: SettingProps) => (
  <Checkboxes
    {...common(props)}
    size="small"
    values={props.typed.settings[props.setting.name] ?? []}
    options={(props.setting.options ?? []).map((option) => ({
      value: option,
      label: optionText(props, option),
      hint: optionHint(props, option),
    }))}
  />
)

/** The countries the files have, with how often; all countries where they were not looked through. */
const countriesOf = (props: SettingProps) => {
  const { visit, setting, study } = props
  const found = study.survey?.answers[setting.name]
  if (!found) return countryOptions(visit)
  const named = found.map(({ value, amount }) => ({ value, amount, name: countryName(visit, value) }))
  return named
    .toSorted((one, other) => one.name.localeCompare(other.name, visit.locale))
    .map(({ value, amount, name }) => ({
      value,
      text: textOf(props, `setting.${setting.name}.answer`, { name, amount }) ?? name,
    }))
}

const Country = (props: SettingProps) => {
  const t = props.visit.words(words)
  const further = (props.setting.options ?? []).map((option) => ({ value: option, text: optionText(props, option) }))
  return (
    <Select
      {...common(props)}
      value={props.typed.settings[props.setting.name]?.[0] ?? ''}
      options={[{ value: '', text: t('settings.choose-country') }, ...further, ...countriesOf(props)]}
    />
  )
}

const Currency = (props: SettingProps) => {
  const t = props.visit.words(words)
  const names = new Intl.DisplayNames([props.visit.locale], { type: 'currency' })
  return (
    <Select
      {...common(props)}
      value={props.typed.settings[props.setting.name]?.[0] ?? ''}
      options={[
        { value: '', text: t('settings.choose-currency') },
        ...currencyCodes().map((code) => ({ value: code, text: `${code} – ${names.of(code) ?? code}` })),
      ]}
    />
  )
}

/** The control of one setting, filled with what was typed, with its fault beside it. */
export const SettingInput = (props: SettingProps) => {
  const { setting, typed, visit } = props
  const values = typed.settings[setting.name] ?? []
  switch (setting.kind) {
    case 'choice':
      return <Choice {...props} />
    case 'choices':
      return <Choices {...props} />
    case 'country':
      return <Country {...props} />
    case 'currency':
      return <Currency {...props} />
    case 'countries': {
      const shown = values.map((value) => (/^[A-Z]{2,4}$/.test(value) ? countryName(visit, value) : value))
      return <Textarea {...common(props)} rows={3} value={shown.join('\n')} dir="auto" />
    }
    case 'texts':
      return <Textarea {...common(props)} rows={3} value={values.join('\n')} dir="auto" />
    case 'number':
      return <TextInput {...common(props)} width={10} inputmode="decimal" dir="ltr" value={values[0] ?? ''} />
    default:
      return <TextInput {...common(props)} value={values[0] ?? ''} dir="auto" />
  }
}
