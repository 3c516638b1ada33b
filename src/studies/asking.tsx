import { formWords } from '../engines/forms/index.ts'
import type { Fault } from '../kernel/fault.ts'
import { can, partyOf, type Visit } from '../people/index.ts'
import { wordsOfSlice } from '../platform/languages/words-of-slice.ts'
import { ErrorSummary } from '../ui/error-summary/error-summary.tsx'
import type { Asking } from './change-studies.ts'
import type { StudyDeclaration, StudyDocument, StudySetting } from './declaration.ts'
import { settingsOf } from './resampling-settings.ts'
import type { Chosen } from './study.ts'
import { countryName } from './texts.ts'
import { words } from './words/words.generated.ts'

/** A declaration whose document the room need not know. */
export type StudyRoom = StudyDeclaration<StudyDocument>

/** A page of one study: who looks, and at which instrument. */
export interface Place {
  readonly visit: Visit
  readonly room: StudyRoom
}

/** What the store needs, from a page's visit. */
export const askingOf = ({
  visit,
  room,
}: {
  readonly visit: Visit
  readonly room: { readonly id: string }
}): Asking => ({
  db: visit.db,
  actor: visit.actor,
  party: partyOf(visit).code,
  at: visit.now,
  instrument: room.id,
})

const may = ({ visit, room }: Place, what: string): boolean =>
  can(visit.actor, `${room.id}.${what}`, { party: partyOf(visit).code })

export const mayRead = (place: Place): boolean => may(place, 'read')
export const mayRun = (place: Place): boolean => may(place, 'run')
export const mayPublish = (place: Place): boolean => may(place, 'publish')

/** Text of the instrument's words, else of the room's own. */
export const textOf = ({ visit, room }: Place, key: string, values?: Readonly<Record<string, unknown>>) =>
  visit.findText(room.words)(key, values) ?? visit.findText(words)(key, values)

export const roleText = (place: Place, role: string): string => textOf(place, `role.${role}`) ?? role

export const columnText = (place: Place, column: string): string => textOf(place, `column.${column}`) ?? column

export const settingText = (place: Place, setting: string): string => textOf(place, `setting.${setting}`) ?? setting

const shownChoice = (visit: Visit, { kind }: StudySetting, value: string): string =>
  (kind === 'country' || kind === 'countries') && /^[A-Z]{2,4}$/.test(value) ? countryName(visit, value) : value

/** What was chosen or is usual, by the names of the settings, countries by theirs: headline, rules and limits may say it. */
export const chosenValues = (
  { visit, room }: Place,
  study: { readonly settings: Chosen },
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    settingsOf(room).map((setting) => {
      const usual = typeof setting.usual === 'string' ? [setting.usual] : (setting.usual ?? [])
      const values = study.settings[setting.name] ?? usual
      return [setting.name, visit.format.list(values.map((value) => shownChoice(visit, setting, value)))]
    }),
  )

/** What the figure of a study is, as a sentence that goes on from it. */
export const headlineText = (place: Place, study: { readonly settings: Chosen }): string | undefined =>
  textOf(place, 'headline', chosenValues(place, study))

/** What is shown of a fault's values: columns, files and settings by their names in the reader's language. */
const shownValues = (place: Place, { field, values }: Fault): Readonly<Record<string, string | number>> => {
  const column = values?.['column']
  const place0 = field?.split('.')[0] ?? ''
  const isRole = place.room.roles.some(({ name }) => name === place0)
  return {
    ...values,
    ...(typeof column === 'string' ? { column: columnText(place, column) } : {}),
    label: isRole ? roleText(place, place0) : settingText(place, place0),
  }
}

const outerWords = [wordsOfSlice('engines/studies'), wordsOfSlice('engines/tables'), formWords] as const

/** A fault as a sentence: in the instrument's words or the room's own, else in those of the reading of options, tables or forms. */
export const faultText = (place: Place, fault: Fault): string => {
  const { visit, room } = place
  const values = shownValues(place, fault)
  const key = `fault.${fault.code}`
  const own = visit.findText(room.words)
  const said = own(`page-${key}`, values) ?? visit.findText(words)(key, values) ?? own(key, values) ?? undefined
  if (said !== undefined) return said
  for (const outer of outerWords) {
    const found = visit.findText(outer)(key, values)
    if (found !== undefined) return found
  }
  return fault.code
}

/** The sentences about one control, for its error message; nothing when there are none. */
export const errorOf = (place: Place, faults: readonly Fault[], field: string): string | undefined => {
  const own = faults.filter((fault) => fault.field === field)
  return own.length === 0 ? undefined : own.map((fault) => faultText(place, fault)).join(' ')
}

interface FaultsProps extends Place {
  readonly faults: readonly Fault[]
  /** The id of the control of a fault's field, where it differs from the field. */
  readonly controlOf?: (field: string) => string
}

/** What was not accepted, at the top of the page. */
export const Faults = ({ visit, room, faults, controlOf = (field) => field }: FaultsProps) =>
  faults.length === 0 ? null : (
    <ErrorSummary
      title={visit.words(words)('faults.title')}
      errors={faults.map((fault) => ({
        text: faultText({ visit, room }, fault),
        href: fault.field === undefined ? undefined : `#${controlOf(fault.field)}`,
      }))}
    />
  )

export const KeyInput = ({ visit }: { readonly visit: Visit }) => (
  <input type="hidden" name="key" value={visit.newKey()} />
)

/** Where the pages of a study lead back to. */
export const crumbsOf = ({ visit, room }: Place) => [
  { text: visit.words(words)('list.title'), href: visit.to('/studies') },
  { text: visit.words(room.words)('title'), href: visit.to(`/${room.id}`) },
]
