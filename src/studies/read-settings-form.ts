import { isCurrency, readNumber } from '../engines/forms/index.ts'
import { countryLookup } from '../engines/tables/index.ts'
import type { Fault } from '../kernel/fault.ts'
import { partyOf, type Visit } from '../people/index.ts'
import { countryOptions } from './country-options.ts'
import type { StudyDeclaration, StudyDocument, StudySetting } from './declaration.ts'
import type { Study } from './draft.ts'
import { isPeriodAsked, readPeriod } from './read-period.ts'
import { settingsOf } from './resampling-settings.ts'
import type { Chosen } from './study.ts'

type Declared = Pick<StudyDeclaration<StudyDocument>, 'settings' | 'hasIntervals' | 'periodOf' | 'words'>

/** The form as it stands, as it was typed. */
export interface TypedSettings {
  readonly title: string
  readonly from: string
  readonly to: string
  readonly settings: Chosen
  readonly spellings: Readonly<Record<string, string>>
}

/** What is asked about: spellings an earlier run did not know, and those that were settled for it. */
export const askedSpellings = ({ choices, survey }: Pick<Study, 'choices' | 'survey'>) => {
  const found = survey?.notUsed.spellings ?? choices.unrecognised
  const known = found.map(({ spelling }) => spelling)
  const settled = Object.keys(choices.spellings).filter((spelling) => !known.includes(spelling))
  return [...settled.map((spelling) => ({ spelling, rows: 0, suggestion: null })), ...found.slice(0, 50)]
}

/** What is usual; of what the files allow it is the Party's own, or the only one. */
const usualOf = (visit: Visit, { name, kind, usual }: StudySetting, { survey }: Study): readonly string[] => {
  const values = usual === undefined ? [] : typeof usual === 'string' ? [usual] : usual
  const isCountry = kind === 'country' || kind === 'countries'
  const own = values.map((value) => (isCountry && value === 'party' ? partyOf(visit).code : value))
  const answers = survey?.answers[name]
  if (!answers) return own
  const offered = own.filter((value) => answers.some((answer) => answer.value === value))
  return offered.length > 0 || answers.length !== 1 ? offered : answers.map(({ value }) => value)
}

/** A name for the study: of what the files hold where they were looked through, else of the first file. */
const proposedTitle = (visit: Visit, declared: Declared, { files, survey }: Study): string => {
  const found = survey && visit.findText(declared.words)('survey.title', survey.values)
  const file = Object.values(files)[0]?.name.replace(/(\.\w{2,7}){1,2}$/, '') ?? ''
  return found ?? `${visit.words(declared.words)('title')} – ${file}`
}

/** What the form begins with: what was chosen, else what is usual. */
export const typedOf = (visit: Visit, declared: Declared, study: Study): TypedSettings => {
  const { choices, title, period } = study
  const isSettled = title !== undefined
  const settings = settingsOf(declared).map(
    (setting) =>
      [setting.name, choices.settings[setting.name] ?? (isSettled ? [] : usualOf(visit, setting, study))] as const,
  )
  return {
    title: title ?? proposedTitle(visit, declared, study),
    from: period?.from ?? '',
    to: period?.to ?? '',
    settings: Object.fromEntries(settings),
    spellings: choices.spellings,
  }
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const typedSetting = ({ form }: Visit, { name, kind }: StudySetting): readonly string[] => {
  const field = `setting.${name}`
  if (kind === 'choices') return form.all(field).filter((value) => value !== '')
  if (kind === 'texts' || kind === 'countries') return linesOf(form.text(field))
  const text = form.text(field).trim()
  return text === '' ? [] : [text]
}

/** The settings asked beside the columns, as they were sent; a value nobody offered is left out. */
export const settingsOfFiles = (visit: Visit, declared: Declared): Chosen =>
  Object.fromEntries(
    settingsOf(declared)
      .filter(({ isOfFiles }) => isOfFiles)
      .flatMap((setting) => {
        const values = typedSetting(visit, setting).filter((value) => setting.options?.includes(value) ?? true)
        return values.length > 0 ? [[setting.name, values] as const] : []
      }),
  )

/** What was sent, as it was typed. */
export const fromForm = (visit: Visit, declared: Declared, study: Study): TypedSettings => ({
  title: visit.form.text('title').trim(),
  from: visit.form.text('from').trim(),
  to: visit.form.text('to').trim(),
  settings: Object.fromEntries(
    settingsOf(declared).map(
      (setting) =>
        [
          setting.name,
          setting.isOfFiles ? (study.choices.settings[setting.name] ?? []) : typedSetting(visit, setting),
        ] as const,
    ),
  ),
  spellings: Object.fromEntries(
    askedSpellings(study)
      .map(({ spelling }, at) => [spelling, visit.form.text(`spelling.${at}`).trim()] as const)
      .filter(([, text]) => text !== ''),
  ),
})

const decimalOf = (visit: Visit): '.' | ',' => (visit.format.number(1.5, 1).includes(',') ? ',' : '.')

type Country = (text: string) => string | undefined

const wholeText = /^\d+$/

/** One answer of a setting in the words of the command, or what is wrong with it. */
const readOne = (visit: Visit, setting: StudySetting, text: string, country: Country) => {
  const { kind, options = [], low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = setting
  const fault = (code: string, values: Fault['values'] = {}): Fault => ({ code, values: { text, ...values } })
  if (kind === 'number') {
    const read = wholeText.test(text) ? { ok: true as const, value: Number(text) } : readNumber(text, decimalOf(visit))
    if (!read.ok) return read.faults[0] ?? fault('not-a-number')
    return read.value < low || read.value > high ? fault('out-of-range', { low, high }) : String(read.value)
  }
  if (kind === 'choice' || kind === 'choices') return options.includes(text) ? text : fault('not-an-option')
  if (kind === 'currency') return isCurrency(text.toUpperCase()) ? text.toUpperCase() : fault('not-a-currency')
  if (kind === 'country' || kind === 'countries')
    return options.includes(text) ? text : (country(text) ?? fault('not-a-country'))
  return text
}

const readSetting = (
  visit: Visit,
  setting: StudySetting,
  typed: readonly string[],
  country: Country,
  { survey }: Pick<Study, 'survey'>,
) => {
  const read = typed.map((text) => readOne(visit, setting, text, country))
  const answers = survey?.answers[setting.name]
  const isOffered = (value: string) => !answers || answers.some((answer) => answer.value === value)
  const values = read.filter((value) => typeof value === 'string').filter(isOffered)
  const faults = read.flatMap((value, at): Fault[] => {
    if (typeof value !== 'string') return [value]
    return isOffered(value) ? [] : [{ code: 'not-in-files', values: { text: typed[at] ?? value } }]
  })
  const missing = setting.required && typed.length === 0 ? [{ code: 'answer-missing' }] : []
  return { values, faults: [...missing, ...faults].map((fault) => ({ ...fault, field: setting.name })) }
}

const mostCharacters = 200

const titleFaults = ({ title }: TypedSettings): Fault[] => [
  ...(title === '' ? [{ code: 'no-title', field: 'title' }] : []),
  ...(title.length > mostCharacters
    ? [{ code: 'title-too-long', field: 'title', values: { most: mostCharacters } }]
    : []),
]

const spellingFaults = (study: Study, typed: TypedSettings): Fault[] => {
  const country = countryLookup(typed.spellings)
  return askedSpellings(study).flatMap(({ spelling }, at) => {
    const text = typed.spellings[spelling]
    if (text === undefined || country(text) !== undefined) return []
    return [{ code: 'spelling-without-country', field: `spelling.${at}`, values: { spelling, country: text } }]
  })
}

/** The form as the study takes it: settings in the words of the command, days whole; and everything that is wrong with it. */
export const readSettings = (visit: Visit, declared: Declared, study: Study, typed: TypedSettings) => {
  const named = Object.fromEntries(countryOptions(visit).map(({ value, text }) => [text, value]))
  const country = countryLookup({ ...named, ...typed.spellings })
  const settings = settingsOf(declared).map(
    (setting) =>
      [setting.name, readSetting(visit, setting, typed.settings[setting.name] ?? [], country, study)] as const,
  )
  const period = isPeriodAsked(declared, study) ? readPeriod(typed) : { value: undefined, faults: [] }
  const chosen = settings.filter(([, { values }]) => values.length > 0).map(([name, { values }]) => [name, values])
  return {
    settings: Object.fromEntries(chosen) as Chosen,
    period: period.value,
    faults: [
      ...titleFaults(typed),
      ...period.faults,
      ...settings.flatMap(([, { faults }]) => faults),
      ...spellingFaults(study, typed),
    ] as readonly Fault[],
  }
}
