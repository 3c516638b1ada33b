import type { Locale } from '../../kernel/locale.ts'
import { builtLanguages } from '../../platform/languages/offered-languages.ts'
import { findAccount } from '../accounts.ts'
import type { Answer, Page, Visit } from '../page.ts'

/** Languages a person can choose for the pages. */
export const offeredLanguages = ({ settings }: Pick<Visit, 'settings'>): readonly Locale[] =>
  settings.languages.length > 0 ? settings.languages : builtLanguages()

const localeOf = async (visit: Visit): Promise<Locale> => {
  const { userId } = visit.actor
  const account = userId === undefined ? undefined : await findAccount(visit.db, { id: userId })
  return offeredLanguages(visit).find((locale) => locale === account?.locale) ?? visit.locale
}

/** After signing in: the Party's pages for somebody with one Party, the start page for others, in the language chosen. */
const goHome = async (visit: Visit): Promise<Answer> => {
  const locale = await localeOf(visit)
  const [first, second] = [...visit.actor.roles.keys()]
  if (first !== undefined && second === undefined) return { kind: 'see-other', to: `/${locale}/${first.toLowerCase()}` }
  if (first === undefined && visit.actor.administrator)
    return { kind: 'see-other', to: `/${locale}/administration/parties` }
  return { kind: 'see-other', to: `/${locale}` }
}

export const homePages = (): readonly Page[] => [
  {
    name: 'people.home',
    method: 'GET',
    under: 'installation',
    path: '/account/home',
    permission: 'people.sign-in',
    respond: goHome,
  },
]
