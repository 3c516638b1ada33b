import { currencyCodes } from '../../engines/forms/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { Button } from '../../ui/button/button.tsx'
import { Checkboxes } from '../../ui/checkboxes/checkboxes.tsx'
import { Details } from '../../ui/details/details.tsx'
import { Fieldset } from '../../ui/fieldset/fieldset.tsx'
import { Radios } from '../../ui/radios/radios.tsx'
import { Select } from '../../ui/select/select.tsx'
import { TextInput } from '../../ui/text-input/text-input.tsx'
import { Textarea } from '../../ui/textarea/textarea.tsx'
import { errorOf, KeyInput, type Place, settingText, textOf } from '../asking.tsx'
import { countryOptions } from '../country-options.ts'
import type { StudySetting } from '../declaration.ts'
import type { Study } from '../draft.ts'
import { isPeriodAsked } from '../read-period.ts'
import { askedSpellings, type TypedSettings } from '../read-settings-form.ts'
import { settingsOf } from '../resampling-settings.ts'
import { countryName } from '../texts.ts'
import { words } from '../words/words.generated.ts'
import { hrefOf } from './study-page.ts'

export interface SettingsProps extends Place {
  readonly study: Study
  readonly typed: TypedSettings
  readonly faults: readonly Fault[]
}

type SettingProps = SettingsProps & { readonly setting: StudySetting }

/** The id of the control of a fault's field. */
export const controlOf =
  ({ room }: Place) =>
  (field: string): string => {
    if (settingsOf(room).some(({ name }) => name === field)) return `setting.${field}`
    return field === 'spelling' ? 'spellings' : field
  }

const mostRadios = 5

const common = (props: SettingProps) => {
  const { name, required, usual, kind } = props.setting
  const t = props.visit.words(words)
  const label = settingText(props, name)
  const isOpen = !required && usual === undefined && kind !== 'choices'
  return {
    name: `setting.${name}`,
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

const Country = (props: SettingProps) => {
  const t = props.visit.words(words)
  const further = (props.setting.options ?? []).map((option) => ({ value: option, text: optionText(props, option) }))
  return (
    <Select
      {...common(props)}
      value={props.typed.settings[props.setting.name]?.[0] ?? ''}
      options={[{ value: '', text: t('settings.choose-country') }, ...further, ...countryOptions(props.visit)]}
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

const SettingInput = (props: SettingProps) => {
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

const PeriodInput = (props: SettingsProps) => {
  const { visit, room, study, typed, faults } = props
  const t = visit.words(words)
  if (!isPeriodAsked(room, { faults: [...study.faults, ...faults] })) return null
  return (
    <Fieldset legend={t('settings.period')} legendSize="s">
      <p class="govuk-hint">{t('settings.period.hint')}</p>
      {(['from', 'to'] as const).map((name) => (
        <TextInput
          name={name}
          label={t(`settings.${name}`)}
          error={errorOf(props, faults, name)}
          errorPrefix={t('error')}
          width={20}
          value={typed[name]}
        />
      ))}
    </Fieldset>
  )
}

const Spellings = (props: SettingsProps) => {
  const { visit, study, typed, faults } = props
  const t = visit.words(words)
  const asked = askedSpellings(study)
  if (asked.length === 0) return null
  const whole = errorOf(props, faults, 'spelling')
  return (
    <>
      <h2 class="govuk-heading-m" id="spellings">
        {t('settings.spellings')}
      </h2>
      <p class="govuk-body">{t('settings.spellings.lead')}</p>
      {whole === undefined ? null : <p class="govuk-error-message">{whole}</p>}
      {asked.map(({ spelling, rows, suggestion }, at) => (
        <TextInput
          name={`spelling.${at}`}
          label={<bdi>{spelling}</bdi>}
          hint={
            suggestion === null
              ? rows === 0
                ? undefined
                : t('spelling.rows', { rows })
              : t('spelling.suggestion', { rows, name: countryName(visit, suggestion), code: suggestion })
          }
          error={errorOf(props, faults, `spelling.${at}`)}
          errorPrefix={t('error')}
          width={20}
          dir="auto"
          value={typed.spellings[spelling] ?? ''}
        />
      ))}
    </>
  )
}

/** Title, period, settings and spellings; the finer settings folded away. */
export const SettingsForm = (props: SettingsProps) => {
  const { visit, room, study, typed, faults } = props
  const t = visit.words(words)
  const settings = settingsOf(room)
  const fine = settings.filter(({ isFine }) => isFine)
  return (
    <form method="post" action={hrefOf(props, `/drafts/${study.id}/settings`)}>
      <KeyInput visit={visit} />
      <TextInput
        name="title"
        label={t('settings.name')}
        labelSize="s"
        hint={t('settings.name.hint')}
        error={errorOf(props, faults, 'title')}
        errorPrefix={t('error')}
        value={typed.title}
        dir="auto"
      />
      <PeriodInput {...props} />
      {settings
        .filter(({ isFine }) => !isFine)
        .map((setting) => (
          <SettingInput {...props} setting={setting} />
        ))}
      <Spellings {...props} />
      {fine.length === 0 ? null : (
        <Details
          summary={t('settings.fine')}
          open={fine.some(({ name }) => faults.some(({ field }) => field === name))}
        >
          {fine.map((setting) => (
            <SettingInput {...props} setting={setting} />
          ))}
        </Details>
      )}
      <Button preventDoubleClick>{t('settings.run')}</Button>
    </form>
  )
}
