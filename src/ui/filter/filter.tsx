import type { Content } from '../content.ts'
import { safeUrl } from '../link/safe-url.ts'

export interface FilterProps {
  /** Names the form, for people who move by landmarks. */
  readonly label: string
  /** Where the list is; the filters become its query. */
  readonly action: string
  /** Controls of the filter. */
  readonly children?: Content
  /** The translated “Apply filters”. */
  readonly submit: string
  /** Filters in force, each with the address of the list without it. */
  readonly active?: {
    readonly label: string
    readonly items: readonly { readonly text: string; readonly removeHref: string; readonly removeText: string }[]
  }
  /** The address of the list without any filter, shown when one is in force. */
  readonly clear?: { readonly href: string; readonly text: string } | undefined
  /** Values to keep that no control shows: sort order and the like. */
  readonly hidden?: Readonly<Record<string, string>> | undefined
}

/** Filters of a list: a GET form, so every view of the list has an address that can be sent to a colleague. */
export const Filter = ({ label, action, children, submit, active, clear, hidden = {} }: FilterProps) => (
  <search class="or-filter" aria-label={label}>
    <form action={safeUrl(action)} method="get">
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="or-filter__fields">{children}</div>
      <div class="or-filter__actions">
        <button class="govuk-button govuk-button--secondary" data-module="govuk-button" type="submit">
          {submit}
        </button>
        {clear && active && active.items.length > 0 ? (
          <a class="govuk-link" href={safeUrl(clear.href)}>
            {clear.text}
          </a>
        ) : null}
      </div>
    </form>
    {active && active.items.length > 0 ? (
      <ul class="or-filter__active" aria-label={active.label}>
        {active.items.map(({ text, removeHref, removeText }) => (
          <li>
            <a class="or-filter__chip" href={safeUrl(removeHref)}>
              <span class="govuk-visually-hidden">{removeText} </span>
              {text} <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
      </ul>
    ) : null}
  </search>
)
