import type { Fault } from '../../kernel/fault.ts'
import { Button } from '../../ui/button/button.tsx'
import { Details } from '../../ui/details/details.tsx'
import { Fieldset } from '../../ui/fieldset/fieldset.tsx'
import { TextInput } from '../../ui/text-input/text-input.tsx'
import { errorOf, KeyInput, type Place } from '../asking.tsx'
import type { Study } from '../draft.ts'
import { isPeriodAsked } from '../read-period.ts'
import { askedSpellings, type TypedSettings } from '../read-settings-form.ts'
import { settingsOf } from '../resampling-settings.ts'
import { countryName } from '../texts.ts'
import { words } from '../words/words.generated.ts'
import { SettingInput, settingId } from './setting-input.tsx'
import { hrefOf } from './study-page.ts'

export interface SettingsProps extends Place {
  readonly study: Study
  readonly typed: TypedSettings
  readonly faults: readonly Fault[]
}

/** The id of the control of a fault's field. */
export const controlOf =
  ({ room }: Place) =>
  (field: string): string => {
    if (settingsOf(room).some(({ name }) => name === field)) return settingId(field)
    return field === 'spelling' ? 'spellings' : field
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
  const settings = settingsOf(room).filter(({ isOfFiles }) => !isOfFiles)
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
