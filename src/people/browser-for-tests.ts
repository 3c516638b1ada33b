import type { Kysely } from 'kysely'
import { loadFramework } from '../framework/index.ts'
import { directionOf } from '../kernel/locale.ts'
import { withinTransaction } from '../platform/database/transaction.ts'
import { formOf } from '../platform/http/submitted-form.ts'
import { formatsFor } from '../platform/languages/formats.ts'
import { openLanguages } from '../platform/languages/words.ts'
import { silentLog } from '../platform/log/log.ts'
import { newId } from '../platform/random/new-id.ts'
import { readSettings } from '../platform/settings/settings.ts'
import { can } from './access.ts'
import type { PermissionMatrix } from './actor.ts'
import { openPeople, type People } from './open-people.ts'
import type { Answer, Page, Visit } from './page.ts'

/** An answer as a test reads it: the view as HTML text. */
export interface Seen {
  readonly status: number
  readonly to: string | undefined
  readonly notice: string | undefined
  readonly html: string
  readonly cookies: readonly string[]
}

export interface Browser {
  readonly get: (path: string) => Promise<Seen>
  readonly post: (path: string, fields?: Readonly<Record<string, string>>) => Promise<Seen>
  readonly jar: Map<string, string>
}

export interface BrowserGiven {
  readonly db: Kysely<unknown>
  readonly matrix: PermissionMatrix
  readonly origin?: string
  /** The clock of the test; it moves when the test says so. */
  readonly now: () => Date
  readonly address?: string
}

export const testSecret = 'a secret of the tests, long enough 4711'

const framework = loadFramework()
const languages = openLanguages({ offered: ['en', 'fr', 'ar'] })

const parametersOf = (page: Page, rest: string): Readonly<Record<string, string>> | undefined => {
  const pattern = page.path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')
  const match = new RegExp(`^${pattern}$`).exec(rest)
  return match ? { ...match.groups } : undefined
}

const findPage = (people: People, method: string, under: string, rest: string) => {
  for (const page of people.pages) {
    const parameters = page.method === method && page.under === under ? parametersOf(page, rest) : undefined
    if (parameters) return { page, parameters }
  }
  throw new Error(`No page ${method} ${rest}`)
}

const keepCookies = (jar: Map<string, string>, cookies: readonly string[]): void => {
  for (const cookie of cookies) {
    const [pair = ''] = cookie.split(';')
    const name = pair.slice(0, pair.indexOf('='))
    if (/max-age=0/i.test(cookie)) jar.delete(name)
    else jar.set(name, pair.slice(name.length + 1))
  }
}

const seenOf = (answer: Answer): Seen => ({
  status: answer.kind === 'see-other' ? 303 : answer.kind === 'view' ? (answer.status ?? 200) : 200,
  to: answer.kind === 'see-other' ? answer.to : undefined,
  notice: answer.kind === 'see-other' ? answer.notice : undefined,
  html: answer.kind === 'view' ? String(answer.body) : '',
  cookies: answer.kind === 'download' ? [] : (answer.cookies ?? []),
})

/**
 * Walks the pages of this room as the front door does: cookies kept, the permission asked first, a POST in one transaction that an
 * answer of 400 and above rolls back.
 */
export const openBrowser = (given: BrowserGiven): { people: People; browser: () => Browser } => {
  const origin = given.origin ?? 'http://localhost:8005'
  const people = openPeople({ ...given, origin, secret: testSecret })
  const settings = readSettings({ ORIGIN: origin }, '/')
  if (!settings.ok) throw new Error('settings')

  const visitOf = async (jar: Map<string, string>, path: string, fields: Readonly<Record<string, string>>) => {
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const url = new URL(path, origin)
    const [, locale = 'en', second = '', ...others] = url.pathname.split('/')
    const party = /^[a-z]{2}$/.test(second) ? await people.findParty(second.toUpperCase()) : undefined
    const rest = party ? `/${others.join('/')}` : `/${[second, ...others].join('/')}`
    const headers: Readonly<Record<string, string>> = { cookie: cookies, 'user-agent': 'Firefox/140 Linux' }
    const visit: Visit = {
      locale,
      direction: directionOf(locale),
      actor: await people.findActor(cookies),
      ...(party ? { party } : {}),
      url,
      parameters: {},
      query: url.searchParams,
      form: formOf(Object.entries(fields)),
      db: given.db,
      framework,
      files: undefined as never,
      settings: settings.value,
      log: silentLog,
      now: given.now(),
      newKey: newId,
      words: (words) => languages.words(words, locale),
      findText: (words) => languages.find(words, locale),
      format: formatsFor(locale),
      to: (to, under = 'party') => (under === 'party' ? `/${locale}/${second}${to}` : `/${locale}${to}`),
      startJob: () => Promise.reject(new Error('no jobs here')),
      header: (name) => headers[name],
      ...(given.address === undefined ? {} : { address: given.address }),
    }
    return { visit, rest, under: party ? 'party' : 'installation' }
  }

  const answerPost = async (page: Page, visit: Visit): Promise<Answer> => {
    if (page.repeatable) return await page.respond(visit)
    const undone = Symbol('undone')
    let answer: Answer | undefined
    try {
      await withinTransaction(given.db, async (db) => {
        answer = await page.respond({ ...visit, db })
        if (answer.kind === 'view' && (answer.status ?? 200) >= 400) throw undone
      })
    } catch (thrown) {
      if (thrown !== undone) throw thrown
    }
    if (!answer) throw new Error('no answer')
    return answer
  }

  const browser = (): Browser => {
    const jar = new Map<string, string>()
    const send = async (
      method: 'GET' | 'POST',
      path: string,
      fields: Readonly<Record<string, string>>,
    ): Promise<Seen> => {
      const { visit: plain, rest, under } = await visitOf(jar, path, fields)
      const { page, parameters } = findPage(people, method, under, rest)
      const visit = { ...plain, parameters }
      const allowed = can(visit.actor, page.permission, visit.party ? { party: visit.party.code } : {})
      if (!allowed) return seenOf(people.signInAgain(visit))
      const answer = method === 'GET' ? await page.respond(visit) : await answerPost(page, visit)
      if (answer.kind !== 'download') keepCookies(jar, answer.cookies ?? [])
      return seenOf(answer)
    }
    return { jar, get: (path) => send('GET', path, {}), post: (path, fields = {}) => send('POST', path, fields) }
  }
  return { people, browser }
}
