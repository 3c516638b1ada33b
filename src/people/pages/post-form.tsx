import type { Child } from 'hono/jsx'
import type { Fault } from '../../kernel/fault.ts'
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx'
import type { Visit } from '../page.ts'
import { words } from '../words/words.generated.ts'

interface PostFormProps {
  readonly visit: Visit
  readonly action: string
  readonly hidden?: Readonly<Record<string, string | undefined>>
  readonly children?: Child
}

/** A form that changes something: with the key of this press and further hidden fields. */
export const PostForm = ({ visit, action, hidden = {}, children }: PostFormProps) => (
  <form method="post" action={action} novalidate>
    <input type="hidden" name="key" value={visit.newKey()} />
    {Object.entries(hidden).map(([name, value]) =>
      value === undefined || value === '' ? null : <input type="hidden" name={name} value={value} />,
    )}
    {children}
  </form>
)

/** The sentence of a fault in this room's words. */
export const faultText = (visit: Visit, fault: Fault): string =>
  visit.findText(words)(`fault.${fault.code}`, fault.values) ?? visit.words(words)('fault.not-accepted')

/** The first sentence about a field, for the control itself. */
export const errorOf = (visit: Visit, faults: readonly Fault[], field: string): string | undefined => {
  const fault = faults.find((candidate) => candidate.field === field)
  return fault && faultText(visit, fault)
}

/** All faults at the top, each linked to its field; nothing where there are none. */
export const Faults = ({ visit, faults }: { readonly visit: Visit; readonly faults: readonly Fault[] }) =>
  faults.length === 0 ? null : (
    <ErrorSummary
      title={visit.words(words)('fault.title')}
      errors={faults.map((fault) => ({
        text: faultText(visit, fault),
        ...(fault.field === undefined ? {} : { href: `#${fault.field}` }),
      }))}
    />
  )

/** Shared words of every field: the prefix read before an error. */
export const fieldWords = (visit: Visit) => ({ errorPrefix: visit.words(words)('field.error') })

export const passwordWords = (visit: Visit) => {
  const t = visit.words(words)
  return {
    show: t('password.show'),
    hide: t('password.hide'),
    showLabel: t('password.show-label'),
    hideLabel: t('password.hide-label'),
  }
}
