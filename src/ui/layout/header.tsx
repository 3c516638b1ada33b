import type { Direction, Locale } from '../../kernel/locale.ts'
import type { Content } from '../content.ts'
import { type LanguageLink, LanguageNavigation } from '../language-navigation/language-navigation.tsx'
import { safeUrl } from '../link/safe-url.ts'
import { HeaderLines, Mark } from './mark.tsx'

export interface NavigationItem {
  readonly text: string
  readonly href: string
  readonly current?: boolean | undefined
}

export interface HeaderProps {
  /** The product's or the Party's own name for the installation, with the address of the front page. */
  readonly home: { readonly name: string; readonly href: string }
  /** The Party this page belongs to; its name may be in another language than the page. */
  readonly party?:
    | { readonly name: string; readonly lang?: Locale | undefined; readonly dir?: Direction | undefined }
    | undefined
  readonly navigation?: { readonly label: string; readonly items: readonly NavigationItem[] } | undefined
  /** Signing in and out; an item may be a form with a button of class `or-header__link`. */
  readonly account?:
    | { readonly label: string; readonly items: readonly (NavigationItem | { readonly content: Content })[] }
    | undefined
  readonly languages?: { readonly label: string; readonly items: readonly LanguageLink[] } | undefined
}

const Item = ({ item }: { readonly item: NavigationItem | { readonly content: Content } }) => (
  <li>
    {'content' in item ? (
      item.content
    ) : (
      <a class="or-header__link" href={safeUrl(item.href)} aria-current={item.current ? 'page' : undefined}>
        {item.text}
      </a>
    )}
  </li>
)

const NavigationList = ({
  label,
  items,
  classes,
}: NonNullable<HeaderProps['account']> & { readonly classes?: string }) => (
  <nav class={classes} aria-label={label}>
    <ul class="or-header__list">
      {items.map((item) => (
        <Item item={item} />
      ))}
    </ul>
  </nav>
)

/** The top of every page: lines, mark, name, Party, languages, navigation. */
export const Header = ({ home, party, navigation, account, languages }: HeaderProps) => (
  <div class="or-header__top">
    <HeaderLines />
    <div class="govuk-width-container">
      <div class="or-header__bar">
        <a class="or-header__home" href={safeUrl(home.href)}>
          <Mark />
          <span>
            <span class="or-header__name">{home.name}</span>
            {party ? (
              <span class="or-header__party" lang={party.lang} dir={party.dir}>
                {party.name}
              </span>
            ) : null}
          </span>
        </a>
        {languages && languages.items.length > 1 ? (
          <LanguageNavigation label={languages.label} languages={languages.items} classes="or-header__languages" />
        ) : null}
      </div>
      {navigation || account ? (
        <div class="or-header__navigation">
          {navigation ? <NavigationList {...navigation} /> : null}
          {account ? <NavigationList {...account} classes="or-header__account" /> : null}
        </div>
      ) : null}
    </div>
  </div>
)
