import { type Context, Hono } from 'hono'
import type { Kysely } from 'kysely'
import type { Framework } from '../framework/index.ts'
import { directionOf } from '../kernel/locale.ts'
import { NotAllowed, NotThere } from '../kernel/refusal.ts'
import { type Actor, type Answer, can, findAddress, type Page, type Party, type Visit } from '../people/index.ts'
import type { Clock } from '../platform/clock/clock.ts'
import { withinTransaction } from '../platform/database/transaction.ts'
import type { StoredFiles } from '../platform/files/stored-files.ts'
import { answerOnce } from '../platform/http/answer-once.ts'
import { isSameOrigin, securityHeaders } from '../platform/http/headers.ts'
import { readForm } from '../platform/http/read-form.ts'
import { formOf, type SubmittedForm } from '../platform/http/submitted-form.ts'
import { formatsFor } from '../platform/languages/formats.ts'
import { negotiateLanguage } from '../platform/languages/negotiate.ts'
import type { Languages } from '../platform/languages/words.ts'
import type { Log } from '../platform/log/log.ts'
import { newId } from '../platform/random/new-id.ts'
import type { Settings } from '../platform/settings/settings.ts'
import { keptAnswers } from './kept-answers.ts'
import { refusalView, unreadableFormView } from './refusals.tsx'
import { type RenderFrame, respondWith } from './respond.ts'

/** What the front door needs from the rest of the house; composed in `app.ts`. */
export interface SiteGiven {
  readonly pages: readonly Page[]
  readonly db: Kysely<unknown>
  readonly framework: Framework
  readonly languages: Languages
  readonly files: StoredFiles
  readonly settings: Settings
  readonly log: Log
  readonly now: Clock
  readonly frame: RenderFrame
  readonly findActor: (cookies: string | undefined) => Promise<Actor>
  readonly findParty: (code: string) => Promise<Party | undefined>
  readonly touchParty: (tx: Kysely<unknown>, code: string) => Promise<void>
  readonly startJob: (tx: Kysely<unknown>, name: string, party: string, actor: Actor, input: unknown) => Promise<string>
  readonly hasSession: (cookies: string | undefined) => boolean
  /** What somebody sees whose session ended, with what was typed ready to be sent again. */
  readonly signInAgain: (visit: Visit) => Answer | Promise<Answer>
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const languagePattern = '{[a-z]{2,3}(?:-[A-Za-z0-9]+)*}'

const visitOf = (given: SiteGiven, c: Context, actor: Actor, party: Party | undefined): Visit => {
  const locale = c.req.param('language') ?? 'en'
  const url = new URL(c.req.url)
  const address = findAddress(given.settings.origin, c.env, c.req.header('x-forwarded-for'))
  const format = formatsFor(locale, party?.region)
  const prefix = party ? `/${locale}/${party.code.toLowerCase()}` : `/${locale}`
  const formatLocale = party && !locale.includes('-') ? `${locale}-${party.region}` : locale
  return {
    locale,
    direction: directionOf(locale),
    actor,
    ...(party ? { party } : {}),
    url,
    parameters: c.req.param() as Record<string, string>,
    query: url.searchParams,
    form: formOf([]),
    db: given.db,
    framework: given.framework,
    files: given.files,
    settings: given.settings,
    log: given.log,
    now: given.now(),
    newKey: newId,
    words: (words) => given.languages.words(words, locale, formatLocale),
    findText: (words) => given.languages.find(words, locale, formatLocale),
    format,
    to: (path, under = 'party') => (under === 'party' ? `${prefix}${path}` : `/${locale}${path}`),
    header: (name) => c.req.header(name),
    ...(address === undefined ? {} : { address }),
    startJob: (tx, name, input) => given.startJob(tx, name, party?.code ?? '', actor, input),
  }
}

/** What is remembered of the answer to a press, so that a repeat is shown the same. */
type Remembered = { readonly to: string; readonly notice?: string } | null

const rollback = Symbol('an answer that changes nothing')

interface NotKept {
  readonly [rollback]: Answer
}

const isNotKept = (thrown: unknown): thrown is NotKept =>
  typeof thrown === 'object' && thrown !== null && rollback in thrown

const answerPost = async (given: SiteGiven, page: Page, visit: Visit, form: SubmittedForm): Promise<Answer> => {
  if (page.repeatable) return await page.respond({ ...visit, form })
  const key = form.text('key')
  if (!uuid.test(key)) return unreadableFormView(visit, { code: 'no-key' })
  const submission = { key, actor: visit.actor.userId ?? 'visitor', path: visit.url.pathname, at: visit.now }
  let full: Answer | undefined
  try {
    const perform = async (tx: Kysely<unknown>): Promise<Remembered> => {
      const answer = await page.respond({ ...visit, db: tx, form })
      if (answer.kind === 'view' && (answer.status ?? 200) >= 400) throw { [rollback]: answer } satisfies NotKept
      full = answer
      if (visit.party) await given.touchParty(tx, visit.party.code)
      return answer.kind === 'see-other' ? { to: answer.to, ...(answer.notice ? { notice: answer.notice } : {}) } : null
    }
    const once = await withinTransaction(given.db, (tx) => answerOnce(tx, submission, () => perform(tx)), {
      isolation: 'read committed',
    })
    if (once.kind === 'foreign') return unreadableFormView(visit, { code: 'foreign-key' })
    if (once.kind === 'first' && full) return full
    if (once.answer) return { kind: 'see-other', ...once.answer }
    return unreadableFormView(visit, { code: 'already-answered' })
  } catch (thrown) {
    if (isNotKept(thrown)) return thrown[rollback]
    throw thrown
  }
}

const receive = async (given: SiteGiven, page: Page, visit: Visit, c: Context): Promise<Answer> => {
  if (!isSameOrigin(c.req.raw.headers, visit.url, given.settings.origin))
    return unreadableFormView(visit, { code: 'foreign-origin' })
  const mayPost = can(visit.actor, page.permission, guardOf(visit))
  if (!mayPost && visit.actor.userId !== undefined) demandKnown(visit, page)
  const limits = {
    fields: 2000,
    fieldBytes: 1_048_576,
    fileBytes: given.settings.uploadLimitBytes,
    keepsFiles: mayPost,
    incoming: given.files.incoming,
  }
  const read = await readForm(c.req.raw, limits, page.uploads ?? false)
  if (!read.ok) return unreadableFormView(visit, read.faults[0] ?? { code: 'not-a-form' })
  const { form, discard } = read.value
  try {
    if (!mayPost) return await given.signInAgain({ ...visit, form })
    return await answerPost(given, page, visit, form)
  } finally {
    await discard()
  }
}

const guardOf = (visit: Visit): { party?: string } => (visit.party ? { party: visit.party.code } : {})

const demandKnown = (visit: Visit, page: Page): never => {
  if (visit.party && !visit.actor.roles.has(visit.party.code)) throw new NotThere(page.name)
  throw new NotAllowed(page.name)
}

const show = async (page: Page, visit: Visit): Promise<Answer> => {
  if (!can(visit.actor, page.permission, guardOf(visit))) {
    if (visit.actor.userId !== undefined) demandKnown(visit, page)
    const back = `${visit.url.pathname}${visit.url.search}`
    return { kind: 'see-other', to: `${visit.to('/sign-in', 'installation')}?return=${encodeURIComponent(back)}` }
  }
  return await page.respond(visit)
}

const handle = async (given: SiteGiven, page: Page, c: Context): Promise<Response> => {
  const language = c.req.param('language') ?? ''
  const cookies = c.req.header('cookie')
  const code = page.under === 'party' ? (c.req.param('party') ?? '').toUpperCase() : undefined
  const [actor, party] = await Promise.all([
    given.findActor(cookies),
    code === undefined ? undefined : given.findParty(code),
  ])
  const visit = visitOf(given, c, actor, party)
  const isForeign = code !== undefined && party === undefined
  const id = c.req.param('id')
  if (!given.languages.has(language) || isForeign || (id !== undefined && !uuid.test(id)))
    throw new NotThere(c.req.path)
  if (page.method === 'POST') return await respondWith(given.frame, visit, await receive(given, page, visit, c), c)
  return await respondWith(given.frame, visit, await show(page, visit), c)
}

/** Where each page answers, most literal first so that `/measures/new` is never taken for `/measures/:id`. */
const inRoutingOrder = (pages: readonly Page[]): readonly Page[] => {
  const score = (page: Page): string =>
    page.path
      .split('/')
      .map((part) => (part.startsWith(':') ? '~' : part))
      .join('/')
  return pages.toSorted((one, other) => (score(one) < score(other) ? -1 : 1))
}

/** The whole site as one fetch function: routes, guards, forms answered once, frames and refusals. */
export const createSite = (given: SiteGiven): Hono => {
  const site = new Hono()
  const kept = keptAnswers(given)

  site.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(securityHeaders(given.settings.origin)))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  })

  site.get('/', (c) => {
    c.header('vary', 'Accept-Language')
    return c.redirect(`/${negotiateLanguage(c.req.header('accept-language'), given.languages.offered)}`, 302)
  })

  for (const page of inRoutingOrder(given.pages)) {
    const prefix =
      page.under === 'party' ? `/:language${languagePattern}/:party{[A-Za-z]{2,3}}` : `/:language${languagePattern}`
    const path = `${prefix}${page.path === '/' ? '' : page.path}`
    site.on(page.method, path, (c) =>
      page.shared ? kept(c, page, () => handle(given, page, c)) : handle(given, page, c),
    )
  }

  const refuse = async (c: Context, cause: unknown): Promise<Response> => {
    const language = c.req.path.split('/')[1] ?? ''
    const locale = given.languages.has(language)
      ? language
      : negotiateLanguage(c.req.header('accept-language'), given.languages.offered)
    const actor = await given.findActor(c.req.header('cookie')).catch(() => undefined)
    const number = newId().slice(-12)
    const broken = !(cause instanceof NotThere || cause instanceof NotAllowed)
    if (broken)
      given.log.error('broken', cause, {
        number,
        method: c.req.method,
        path: c.req.path.replace(/(\/invitation\/).+/, '$1…'),
      })
    const blank = visitOf(given, c, actor ?? (await given.findActor(undefined)), undefined)
    const visit: Visit = {
      ...blank,
      locale,
      direction: directionOf(locale),
      words: (words) => given.languages.words(words, locale),
      findText: (words) => given.languages.find(words, locale),
      format: formatsFor(locale),
      to: (path) => `/${locale}${path}`,
    }
    return await respondWith(given.frame, visit, refusalView(visit, cause, number), c)
  }
  site.notFound((c) => refuse(c, new NotThere(c.req.path)))
  site.onError((cause, c) => refuse(c, cause))
  return site
}
