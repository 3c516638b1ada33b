import type { Direction, Locale } from '../../kernel/locale.ts'
import { classNames, type Extra } from '../content.ts'
import { safeUrl } from '../link/safe-url.ts'

export interface LanguageLink {
  /** The language's own name for itself. */
  readonly name: string
  readonly locale: Locale
  readonly dir?: Direction | undefined
  /** The same page in that language. */
  readonly href: string
  readonly current?: boolean | undefined
}

export interface LanguageNavigationProps extends Extra {
  readonly label: string
  readonly languages: readonly LanguageLink[]
}

/** The same page in other languages, each named in its own. */
export const LanguageNavigation = ({ label, languages, classes, attributes }: LanguageNavigationProps) => (
  <nav class={classNames('govuk-language-navigation', classes)} aria-label={label} {...attributes}>
    <ul class="govuk-language-navigation__list">
      {languages.map(({ name, locale, dir, href, current }) => (
        <li class="govuk-language-navigation__list-item">
          {current ? (
            <span class="govuk-language-navigation__text" aria-current="true" lang={locale} dir={dir}>
              {name}
            </span>
          ) : (
            <a
              class="govuk-language-navigation__link"
              href={safeUrl(href)}
              rel="alternate"
              lang={locale}
              hreflang={locale}
              dir={dir}
            >
              {name}
            </a>
          )}
        </li>
      ))}
    </ul>
  </nav>
)
