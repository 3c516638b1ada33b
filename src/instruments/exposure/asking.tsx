import type { Fault } from '../../kernel/fault.ts'
import { can, partyNameOf, partyOf, type Visit } from '../../people/index.ts'
import { wordsOfSlice } from '../../platform/languages/words-of-slice.ts'
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx'
import type { Asking } from './store.ts'
import { words } from './words/words.generated.ts'

/** What the store needs, from a page's visit. */
export const askingOf = (visit: Visit): Asking => ({
  db: visit.db,
  actor: visit.actor,
  party: partyOf(visit).code,
  at: visit.now,
})

export const mayRun = (visit: Visit): boolean => can(visit.actor, 'exposure.run', { party: partyOf(visit).code })

export const mayPublish = (visit: Visit): boolean =>
  can(visit.actor, 'exposure.publish', { party: partyOf(visit).code })

/** A country in the reader's language: as the Convention's data names it, else as the language's own list does. */
export const countryName = (visit: Visit, code: string): string => {
  if (visit.framework.parties.has(code)) return partyNameOf(visit, code).text
  return visit.findText(words)(`state.${code}`) ?? visit.format.regionName(code)
}

/** `4 July 2021 – 27 February 2022` */
export const periodText = (visit: Visit, { first, last }: { readonly first: string; readonly last: string }): string =>
  `${visit.format.day(first)} – ${visit.format.day(last)}`

const tableWords = wordsOfSlice('engines/tables')

/** What is shown of a fault's values: columns by their names in the reader's language. */
const shownValues = (visit: Visit, { values }: Fault): Readonly<Record<string, string | number>> => {
  const column = values?.['column']
  const name = typeof column === 'string' ? visit.findText(words)(`column.${column}`) : undefined
  return name === undefined ? { ...values } : { ...values, column: name }
}

/** A fault as a sentence, in this room's words or those of the reading of tables. */
export const faultText = (visit: Visit, fault: Fault): string => {
  const values = shownValues(visit, fault)
  const key = `fault.${fault.code}`
  return (
    visit.findText(words)(`page-${key}`, values) ??
    visit.findText(words)(key, values) ??
    visit.findText(tableWords)(key, values) ??
    fault.code
  )
}

/** The sentences about one control, for its error message; nothing when there are none. */
export const errorOf = (visit: Visit, faults: readonly Fault[], field: string): string | undefined => {
  const own = faults.filter((fault) => fault.field === field)
  return own.length === 0 ? undefined : own.map((fault) => faultText(visit, fault)).join(' ')
}

interface FaultsProps {
  readonly visit: Visit
  readonly faults: readonly Fault[]
  /** The id of the control of a fault's field, where it differs from the field. */
  readonly controlOf?: (field: string) => string
}

/** What was not accepted, at the top of the page. */
export const Faults = ({ visit, faults, controlOf = (field) => field }: FaultsProps) =>
  faults.length === 0 ? null : (
    <ErrorSummary
      title={visit.words(words)('faults.title')}
      errors={faults.map((fault) => ({
        text: faultText(visit, fault),
        href: fault.field === undefined ? undefined : `#${controlOf(fault.field)}`,
      }))}
    />
  )

export const KeyInput = ({ visit }: { readonly visit: Visit }) => (
  <input type="hidden" name="key" value={visit.newKey()} />
)

/** Where the pages of this room lead back to. */
export const crumbsOf = (visit: Visit) => [{ text: visit.words(words)('title'), href: visit.to('/exposure') }]
