import type { Visit } from '../../people/index.ts'
import type { Words } from '../../platform/languages/words.ts'

/** What the front door knows of an instrument. */
export interface InstrumentLink {
  readonly words: Words<{ readonly title: Record<never, never>; readonly purpose: Record<never, never> }>
  readonly path: string
  readonly family?: 'studies'
}

interface Door {
  readonly text: string
  readonly what: string
  /** Below the Party. */
  readonly href: string
}

export const doorsOf = (visit: Visit, instruments: readonly InstrumentLink[]): readonly Door[] =>
  instruments.map(({ words, path }) => {
    const t = visit.words(words)
    return { text: t('title'), what: t('purpose'), href: path }
  })

/** Ways into rooms, each with what it is for. */
export const Doors = ({ visit, doors }: { readonly visit: Visit; readonly doors: readonly Door[] }) => (
  <dl class="or-doors">
    {doors.map(({ text, what, href }) => (
      <div class="or-doors__door">
        <dt class="govuk-heading-s">
          <a class="govuk-link" href={visit.to(href)}>
            {text}
          </a>
        </dt>
        <dd class="govuk-body">{what}</dd>
      </div>
    ))}
  </dl>
)
