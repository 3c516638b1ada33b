import type { Answer, Page, Visit } from '../page.ts'

/** After signing in: the Party's pages for somebody with one Party, the start page for others. */
const goHome = (visit: Visit): Answer => {
  const [first, second] = [...visit.actor.roles.keys()]
  if (first !== undefined && second === undefined)
    return { kind: 'see-other', to: visit.to(`/${first.toLowerCase()}`, 'installation') }
  if (first === undefined && visit.actor.administrator)
    return { kind: 'see-other', to: visit.to('/administration/parties', 'installation') }
  return { kind: 'see-other', to: visit.to('', 'installation') }
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
