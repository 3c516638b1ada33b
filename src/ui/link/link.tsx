import type { Direction, Locale } from '../../kernel/locale.ts'
import { type Content, classNames, type Extra } from '../content.ts'
import { safeUrl } from './safe-url.ts'

export interface LinkProps extends Extra {
  readonly href: string
  readonly children?: Content
  /** Told to screen readers after the visible text, for links that would otherwise all read alike. */
  readonly hiddenText?: string | undefined
  readonly rel?: string | undefined
  readonly lang?: Locale | undefined
  readonly dir?: Direction | undefined
  readonly current?: boolean | undefined
}

/** A text link whose address has passed `safeUrl`. */
export const Link = ({ href, children, hiddenText, rel, lang, dir, current, classes, attributes }: LinkProps) => (
  <a
    class={classNames('govuk-link', classes)}
    href={safeUrl(href)}
    rel={rel}
    lang={lang}
    dir={dir}
    aria-current={current ? 'page' : undefined}
    {...attributes}
  >
    {children}
    {hiddenText ? <span class="govuk-visually-hidden"> {hiddenText}</span> : null}
  </a>
)
