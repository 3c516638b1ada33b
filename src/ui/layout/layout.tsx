import { raw } from 'hono/html'
import { type Direction, directionOf, type Locale } from '../../kernel/locale.ts'
import { type Content, classNames } from '../content.ts'
import type { LineNumber } from '../line-style/line-style.ts'
import { safeUrl } from '../link/safe-url.ts'
import { NotificationBanner } from '../notification-banner/notification-banner.tsx'
import { PhaseBanner } from '../phase-banner/phase-banner.tsx'
import { SkipLink } from '../skip-link/skip-link.tsx'
import type { Assets } from './assets.ts'
import { Header, type HeaderProps, type NavigationItem } from './header.tsx'

export interface FooterProps {
  readonly label: string
  /** Accessibility, about, source code and the like. */
  readonly items: readonly NavigationItem[]
  readonly text?: Content
}

export interface LayoutProps extends HeaderProps {
  readonly locale: Locale
  /** Worked out from the locale when not given. */
  readonly dir?: Direction | undefined
  /** The page's own title; the name of the site is added. */
  readonly title: string
  /** The translated “Error”, put before the title while the page shows errors. */
  readonly errorPrefix?: string | undefined
  readonly description?: string | undefined
  readonly assets: Assets
  readonly skipText: string
  /** Shown above the content after something was done. */
  readonly flash?:
    | { readonly kind: 'success' | 'information'; readonly title: string; readonly text: Content }
    | undefined
  /** “Sample — this Party and all its figures are fictional.” */
  readonly sample?: { readonly tag: string; readonly text: Content } | undefined
  /** Breadcrumbs or a back link. */
  readonly before?: Content
  readonly footer: FooterProps
  /** The line this page belongs to: its colour accents the page. */
  readonly line?: LineNumber | undefined
  /** Seconds after which the page asks anew, for pages that show progress and must work without a script. */
  readonly refreshSeconds?: number | undefined
  /** False keeps the page out of search engines. */
  readonly indexed?: boolean | undefined
  readonly children?: Content
}

const Head = (props: LayoutProps & { readonly dir: Direction }) => (
  <head>
    <meta charset="utf-8" />
    <title>{`${props.errorPrefix ? `${props.errorPrefix}: ` : ''}${props.title} – ${props.home.name}`}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light" />
    {props.description ? <meta name="description" content={props.description} /> : null}
    {props.indexed === false ? <meta name="robots" content="noindex" /> : null}
    {props.refreshSeconds ? <meta http-equiv="refresh" content={String(props.refreshSeconds)} /> : null}
    <link rel="stylesheet" href={props.assets.style[props.dir]} />
    <link rel="icon" href={props.assets.icon} type="image/svg+xml" />
    {props.languages?.items.map(({ locale, href }) => (
      <link rel="alternate" hreflang={locale} href={safeUrl(href)} />
    ))}
    {props.assets.script ? <script type="module" src={props.assets.script} /> : null}
  </head>
)

const Footer = ({ label, items, text }: FooterProps) => (
  <footer class="or-footer">
    <div class="govuk-width-container">
      <nav aria-label={label}>
        <ul class="or-footer__links">
          {items.map(({ text, href }) => (
            <li>
              <a href={safeUrl(href)}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
      {text ? <p class="or-footer__text">{text}</p> : null}
    </div>
  </footer>
)

/** A whole HTML page, doctype included. Holds no inline style and no inline script. */
export const Layout = (props: LayoutProps) => {
  const dir = props.dir ?? directionOf(props.locale)
  const { flash, sample } = props
  return (
    <>
      {raw('<!doctype html>')}
      <html class="govuk-template" lang={props.locale} dir={dir}>
        <Head {...props} dir={dir} />
        <body class={classNames('govuk-template__body', props.line && `or-line-${props.line}`)}>
          <SkipLink>{props.skipText}</SkipLink>
          <header class="or-header">
            <Header {...props} />
            {sample ? <PhaseBanner tag={sample.tag}>{sample.text}</PhaseBanner> : null}
            {props.before ? <div class="govuk-width-container">{props.before}</div> : null}
          </header>
          <div class="govuk-width-container">
            {flash ? (
              <div class="or-flash">
                <NotificationBanner kind={flash.kind} title={flash.title} text={flash.text} titleId="flash-title" />
              </div>
            ) : null}
            <main class="govuk-main-wrapper" id="content" tabindex={-1}>
              {props.children}
            </main>
          </div>
          <Footer {...props.footer} />
        </body>
      </html>
    </>
  )
}
