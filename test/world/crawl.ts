import type { Page } from '../../src/people/index.ts'
import type { Answered, Person, TwoParties } from './two-parties.ts'

/** A page as it was met: the route it belongs to and the address it was met at. */
export interface Met {
  readonly page: Page
  readonly path: string
  readonly answered: Answered
}

export interface Form {
  readonly action: string
  readonly hasKey: boolean
  readonly names: readonly string[]
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** The route's own pattern over addresses: `/measures/:id{[0-9a-f-]+}` below language and Party. */
const patternOf = ({ path, under }: Page): RegExp => {
  const prefix = under === 'party' ? '/[a-z]{2}/[a-z]{2}' : '/[a-z]{2}'
  const parts = path.split('/').map((part) => {
    const [, own] = /^:\w+\{(.*)\}$/.exec(part) ?? []
    if (own !== undefined) return `(?:${own})`
    return part.startsWith(':') ? '[^/]+' : literal(part)
  })
  return new RegExp(`^${prefix}${path === '/' ? '' : parts.join('/')}$`)
}

const weight = ({ path }: Page): number => path.split('/').filter((part) => part.startsWith(':')).length

/** Finds the route an address belongs to; literal routes before those with parameters, as the site does. */
export const routeFinder = (pages: readonly Page[]): ((method: string, path: string) => Page | undefined) => {
  const routes = pages
    .map((page) => ({ page, pattern: patternOf(page) }))
    .toSorted((one, other) => weight(one.page) - weight(other.page))
  return (method, path) => {
    const [bare = ''] = path.split(/[?#]/)
    return routes.find(({ page, pattern }) => page.method === method && pattern.test(bare))?.page
  }
}

const unescapeHtml = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : unescapeHtml(value)
}

/** Addresses of this site that a page links to. */
export const linksIn = (html: string): readonly string[] => [
  ...new Set(
    [...html.matchAll(/<a\s[^>]*>/g)].flatMap(([tag]) => {
      const href = attribute(tag, 'href')?.split('#')[0]
      return href?.startsWith('/') ? [href] : []
    }),
  ),
]

/** The forms of a page that change something. */
export const formsIn = (html: string): readonly Form[] =>
  [...html.matchAll(/<form\s[^>]*>[\s\S]*?<\/form>/g)]
    .map(([form]) => form)
    .filter((form) => /^<form\s[^>]*method="post"/i.test(form))
    .map((form) => {
      const names = [...form.matchAll(/<(?:input|select|textarea|button)\s[^>]*>/g)].flatMap(
        ([tag]) => attribute(tag, 'name') ?? [],
      )
      return {
        action: attribute(/^<form\s[^>]*>/.exec(form)?.[0] ?? '', 'action') ?? '',
        hasKey: names.includes('key'),
        names,
      }
    })

export interface Walk {
  readonly met: readonly Met[]
  /** Links and form actions that belong to no route, each with the page that has it. */
  readonly dead: readonly string[]
}

/**
 * Walks everything a person can reach by links below the given addresses, at most `perRoute` addresses of each route.
 * Addresses of other languages and other Parties are left alone.
 */
export const crawl = async (
  world: TwoParties,
  person: Person,
  starts: readonly string[],
  perRoute = 3,
): Promise<Walk> => {
  const findRoute = routeFinder(world.pages)
  const [language = '', party = ''] = (starts[0] ?? '').split('/').slice(1)
  const isOurs = (path: string): boolean => {
    const [, first, second = ''] = path.split(/[/?]/)
    return first === language && (second.length !== 2 || second === party)
  }
  const met: Met[] = []
  const dead: string[] = []
  const counted = new Map<Page, number>()
  const seen = new Set<string>(starts)
  const waiting = [...starts]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const page = findRoute('GET', path)
    if (!page) continue
    const count = (counted.get(page) ?? 0) + 1
    if (count > perRoute) continue
    counted.set(page, count)
    const answered = await world.get(person, path)
    met.push({ page, path, answered })
    if (!answered.type.startsWith('text/html')) continue
    for (const { action } of formsIn(answered.text))
      if (!findRoute('POST', action === '' ? path : action)) dead.push(`${path} posts to ${action}`)
    for (const link of linksIn(answered.text)) {
      if (!isOurs(link) || seen.has(link)) continue
      seen.add(link)
      if (findRoute('GET', link)) waiting.push(link)
      else dead.push(`${path} links to ${link}`)
    }
  }
  return { met, dead }
}
