import type { Fault } from '../../../kernel/fault.ts'
import { partyOf, type Visit } from '../../../people/index.ts'
import type { SubmittedForm } from '../../../platform/http/submitted-form.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Details } from '../../../ui/details/details.tsx'
import { Link } from '../../../ui/link/link.tsx'
import { Select } from '../../../ui/select/select.tsx'
import { TextInput } from '../../../ui/text-input/text-input.tsx'
import { WarningText } from '../../../ui/warning-text/warning-text.tsx'
import { countryName, errorOf, KeyInput, periodText } from '../asking.tsx'
import { usualResampling } from '../intervals.ts'
import type { Study } from '../study.ts'
import type { Survey } from '../survey.ts'
import { words } from '../words/words.generated.ts'

/** A draft whose files were looked through. */
export type Surveyed = Study & { readonly survey: Survey }

/** The form as it stands: what was typed, else what was kept, else what is proposed. */
export interface Typed {
  readonly title: string
  readonly country: string
  readonly spellings: Readonly<Record<string, string>>
  readonly replicates: string
  readonly seed: string
  readonly level: string
}

const settings = ['replicates', 'seed', 'level'] as const

/** What the form begins with. */
export const typedOf = (visit: Visit, { survey, title, country, choices }: Surveyed): Typed => {
  const party = partyOf(visit).code
  const isIn = survey.territories.some(({ code }) => code === party)
  const only = survey.territories.length === 1 ? (survey.territories[0]?.code ?? '') : ''
  const { first, last } = survey.weeks
  const proposed = visit.words(words)('country.title-proposed', {
    depth: survey.deepestPosition,
    from: new Date(`${first}T12:00:00Z`),
    to: new Date(`${last}T12:00:00Z`),
  })
  const { replicates, seed, level } = { ...usualResampling, ...choices.resampling }
  return {
    title: title ?? proposed,
    country: country ?? (isIn ? party : only),
    spellings: choices.spellings,
    replicates: String(replicates),
    seed: String(seed),
    level: String(level),
  }
}

/** What was sent, as it was typed. */
export const fromForm = ({ survey }: Surveyed, form: SubmittedForm): Typed => ({
  title: form.text('title'),
  country: form.text('country'),
  spellings: Object.fromEntries(
    survey.spellings
      .map(({ spelling }, at) => [spelling, form.text(`spelling.${at}`).trim()] as const)
      .filter(([, text]) => text !== ''),
  ),
  replicates: form.text('replicates'),
  seed: form.text('seed'),
  level: form.text('level'),
})

export interface StepProps {
  readonly visit: Visit
  readonly study: Surveyed
  readonly typed: Typed
  readonly faults: readonly Fault[]
}

const Found = ({ visit, study: { survey } }: StepProps) => {
  const t = visit.words(words)
  return (
    <p class="govuk-body">
      {t('country.found', {
        slots: survey.slots,
        titles: survey.titles,
        weeks: survey.weeks.count,
        period: periodText(visit, survey.weeks),
        territories: survey.territories.length,
      })}{' '}
      {survey.unmatchedTitles > 0 ? t('country.unmatched', { titles: survey.unmatchedTitles }) : null}
    </p>
  )
}

/** Rows that cannot be used: told before the computation, so that a wrong column is found in time. */
const LeftOut = ({ visit, study: { survey } }: StepProps) => {
  const t = visit.words(words)
  const rows = survey.leftOut.reduce((sum, reason) => sum + reason.rows, 0)
  if (rows === 0) return null
  const reasons = survey.leftOut.map(
    ({ reason, rows: count, found }) =>
      `${t(`left-out.${reason}`)}: ${visit.format.number(count)}${found[0] === undefined ? '' : ` (${found[0]})`}`,
  )
  return (
    <>
      <WarningText prefix={t('warning')}>{t('country.left-out', { rows, of: survey.rows })}</WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
    </>
  )
}

const CountryChoice = ({ visit, study: { survey }, typed, faults }: StepProps) => {
  const t = visit.words(words)
  const named = survey.territories
    .map(({ code, slots }) => ({ code, slots, name: countryName(visit, code) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, visit.locale))
  return (
    <Select
      name="country"
      label={t('country.country')}
      labelSize="s"
      hint={t('country.country.hint')}
      error={errorOf(visit, faults, 'country')}
      errorPrefix={t('error')}
      value={typed.country}
      options={[
        { value: '', text: t('country.choose') },
        ...named.map(({ code, slots, name }) => ({
          value: code,
          text: t('country.option', { name, slots }),
        })),
      ]}
    />
  )
}

const Spellings = ({ visit, study: { survey }, typed, faults }: StepProps) => {
  const t = visit.words(words)
  if (survey.spellings.length === 0) return null
  const whole = errorOf(visit, faults, 'spellings')
  return (
    <>
      <h2 class="govuk-heading-m" id="spellings">
        {t('country.spellings')}
      </h2>
      <p class="govuk-body">{t('country.spellings.lead')}</p>
      {whole === undefined ? null : <p class="govuk-error-message">{whole}</p>}
      {survey.spellings.map(({ spelling, works, suggestion }, at) => (
        <TextInput
          name={`spelling.${at}`}
          label={<bdi>{spelling}</bdi>}
          hint={
            suggestion === null
              ? t('country.spelling.works', { works })
              : t('country.spelling.suggestion', { works, name: countryName(visit, suggestion), code: suggestion })
          }
          error={errorOf(visit, faults, `spelling.${at}`)}
          errorPrefix={t('error')}
          width={20}
          value={typed.spellings[spelling] ?? ''}
        />
      ))}
    </>
  )
}

const Statistics = ({ visit, typed, faults }: StepProps) => {
  const t = visit.words(words)
  return (
    <Details
      summary={t('country.statistics')}
      open={faults.some(({ field }) => settings.some((name) => name === field))}
    >
      {settings.map((name) => (
        <TextInput
          name={name}
          label={t(`country.${name}`)}
          hint={t(`country.${name}.hint`)}
          error={errorOf(visit, faults, name)}
          errorPrefix={t('error')}
          width={10}
          inputmode="decimal"
          value={typed[name]}
        />
      ))}
    </Details>
  )
}

/** Country, name, spellings and settings, with what the files hold above them. */
export const CountryForm = (props: StepProps) => {
  const { visit, study, typed, faults } = props
  const t = visit.words(words)
  return (
    <>
      <Found {...props} />
      <LeftOut {...props} />
      <p class="govuk-body">
        <Link href={visit.to(`/exposure/drafts/${study.id}/columns`)}>{t('country.back')}</Link>
      </p>
      <form method="post" action={visit.to(`/exposure/drafts/${study.id}/country`)}>
        <KeyInput visit={visit} />
        <CountryChoice {...props} />
        <TextInput
          name="title"
          label={t('country.name')}
          labelSize="s"
          hint={t('country.name.hint')}
          error={errorOf(visit, faults, 'title')}
          errorPrefix={t('error')}
          value={typed.title}
          dir="auto"
        />
        <Spellings {...props} />
        <Statistics {...props} />
        <Button preventDoubleClick>{t('country.run')}</Button>
      </form>
    </>
  )
}
