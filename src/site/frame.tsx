import { type Answer, can, type Permission, partyNameOf, type Visit } from '../people/index.ts'
import type { Languages, Words } from '../platform/languages/words.ts'
import { Breadcrumbs } from '../ui/breadcrumbs/breadcrumbs.tsx'
import type { Assets } from '../ui/layout/assets.ts'
import { Layout } from '../ui/layout/layout.tsx'
import type { RenderFrame } from './respond.ts'
import { words } from './words/words.generated.ts'

/** An entry of a Party's navigation. */
export interface Room {
  readonly id: string
  readonly path: string
  readonly permission: Permission
  readonly text: (visit: Visit) => string
  /** Ids of the rooms that stand behind this entry. */
  readonly holds?: readonly string[]
}

/** A room whose name stands in the words of its own slice under `title`. */
export const roomOf = (
  id: string,
  path: string,
  permission: Permission,
  own: Words<{ readonly title: Record<never, never> }>,
): Room => ({
  id,
  path,
  permission,
  text: (visit) => visit.words(own)('title'),
})

/** The one entry behind which all studies stand. */
export const studiesRoom = (studies: readonly string[]): Room => ({
  id: 'studies',
  path: '/studies',
  permission: 'site.read',
  text: (visit) => visit.words(words)('studies.title'),
  holds: studies,
})

export interface FrameGiven {
  readonly assets: Assets
  readonly rooms: readonly Room[]
  readonly languages: Languages
}

type View = Extract<Answer, { kind: 'view' }>

const navigationOf = (visit: Visit, view: View, rooms: readonly Room[]) => {
  const { party } = visit
  if (!party) return undefined
  return {
    label: visit.words(words)('navigation'),
    items: rooms
      .filter(({ permission }) => can(visit.actor, permission, { party: party.code }))
      .map(({ id, path, text, holds = [] }) => ({
        text: text(visit),
        href: visit.to(path),
        current: view.room !== undefined && [id, ...holds].includes(view.room),
      })),
  }
}

const accountOf = (visit: Visit) => {
  const t = visit.words(words)
  if (visit.actor.userId === undefined)
    return { label: t('account'), items: [{ text: t('sign-in'), href: visit.to('/sign-in', 'installation') }] }
  const installation = visit.actor.administrator
    ? [{ text: t('administration'), href: visit.to('/administration', 'installation') }]
    : []
  const signOut = (
    <form method="post" action={visit.to('/sign-out', 'installation')}>
      <input type="hidden" name="key" value={visit.newKey()} />
      <button class="or-header__link" type="submit">
        {t('sign-out')}
      </button>
    </form>
  )
  return {
    label: t('account'),
    items: [
      ...installation,
      { text: visit.actor.name, href: visit.to('/account', 'installation') },
      { content: signOut },
    ],
  }
}

/** A language's name for itself, as it stands at the head of a list: `Français`. */
const ownName = (locale: string): string => {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

/** Languages with the address of this same page in each. */
const languagesOf = (visit: Visit, languages: Languages) => {
  const rest = visit.url.pathname.split('/').slice(2).join('/')
  return {
    label: visit.words(words)('languages'),
    items: languages.offered.map((locale) => ({
      locale,
      name: ownName(locale),
      href: `/${locale}${rest === '' ? '' : `/${rest}`}${visit.url.search}`,
      current: locale === visit.locale,
    })),
  }
}

const footerOf = (visit: Visit) => {
  const t = visit.words(words)
  return {
    label: t('footer.about'),
    items: [
      { text: t('footer.about'), href: visit.to('/about', 'installation') },
      { text: t('footer.accessibility'), href: visit.to('/accessibility', 'installation') },
      { text: t('footer.status'), href: visit.to('/status', 'installation') },
      ...(visit.party && can(visit.actor, 'history.read', { party: visit.party.code })
        ? [{ text: t('footer.history'), href: visit.to('/history') }]
        : []),
    ],
    text: t('footer.licence'),
  }
}

/** The frame of every page: header, navigation, notices, crumbs, footer. */
export const frameOf =
  ({ assets, rooms, languages }: FrameGiven): RenderFrame =>
  (visit, view, notice) => {
    const t = visit.words(words)
    const party = visit.party ? partyNameOf(visit, visit.party.code) : undefined
    const html = (
      <Layout
        locale={visit.locale}
        dir={visit.direction}
        title={party ? `${view.title} – ${party.text}` : view.title}
        errorPrefix={view.status === 422 ? t('error.prefix') : undefined}
        assets={assets}
        skipText={t('skip')}
        home={{ name: t('product'), href: visit.party ? visit.to('') : visit.to('', 'installation') }}
        party={party ? { name: party.text, lang: party.locale } : undefined}
        navigation={navigationOf(visit, view, rooms)}
        account={accountOf(visit)}
        languages={languagesOf(visit, languages)}
        flash={notice ? { kind: 'success', title: t('notice'), text: notice } : undefined}
        sample={visit.party?.fictional ? { tag: t('sample.tag'), text: t('sample.what') } : undefined}
        before={
          view.crumbs && view.crumbs.length > 0 ? (
            <Breadcrumbs
              label={t('crumbs')}
              items={view.crumbs.map(({ text, href }) => ({ text, href }))}
              collapseOnMobile
            />
          ) : undefined
        }
        footer={footerOf(visit)}
        line={view.line}
        refreshSeconds={view.refreshSeconds}
        indexed={visit.actor.userId === undefined && (view.status ?? 200) === 200}
      >
        {view.body}
      </Layout>
    )
    return html.toString()
  }
