import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remuneration } from '../../src/instruments/remuneration/command.ts'
import { noBrowser, openBrowser } from '../world/open-browser.ts'
import { press, type ServedHouse, serveHouse, signIn } from './serve-house.ts'

const rows = (header: string, count: number, row: (at: number) => string): string =>
  [header, ...Array.from({ length: count }, (_, at) => row(at)), ''].join('\n')

const origins = ['XA', 'FR', 'US', 'FR']

/** Plays of sixty listeners, who pay 5 or 10, and a list of works: Meridia's works are played by those who play little. */
const files = {
  plays: rows('user_id,work_id,plays', 180, (at) => `u${at % 60},w${(at * 7) % 12},${1 + (at % 60)}`),
  works: rows('work_id,title,creator,origin', 12, (at) => `w${at},Song ${at},Band ${at % 5},${origins[at % 4]}`),
  users: rows('user_id,country,fee', 60, (at) => `u${at},${at % 3 === 0 ? 'XA' : 'FR'},${at % 2 === 0 ? 5 : 10}`),
}

const ways = [
  { name: 'in English with scripts', locale: 'en', javaScriptEnabled: true },
  { name: 'in Arabic without scripts', locale: 'ar', javaScriptEnabled: false },
] as const

/** The words of a command as a shell reads them; quotation marks do not occur in what this journey asks for. */
const wordsOf = (command: string): string[] =>
  command
    .replaceAll('\\\n', ' ')
    .split(/\s+/)
    .filter((word) => word !== '')

describe.skipIf(noBrowser())('a study', () => {
  let house: ServedHouse
  let folder: string
  beforeAll(async () => {
    house = await serveHouse()
    folder = await mkdtemp(join(tmpdir(), 'open-roadmap-study-'))
    for (const [role, text] of Object.entries(files)) await writeFile(join(folder, `${role}.csv`), text)
  })
  afterAll(async () => {
    await house?.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** Waits for the job's page to lead on, as it does by itself. */
  const arrive = async (page: Page): Promise<void> => {
    await page.waitForURL((url) => /\/remuneration\/[0-9a-f-]{36}$/.test(url.pathname))
  }

  const study = async (page: Page, at: string): Promise<string> => {
    await page.goto(`${at}/studies`)
    await press(page.locator('main a[href$="/remuneration"]'))
    await press(page.locator('main a[href$="/remuneration/new"]'))
    for (const role of Object.keys(files)) await page.setInputFiles(`[name=${role}]`, join(folder, `${role}.csv`))
    await press(page.locator('main form[enctype] button').last())
    expect(await page.locator('[name="works.origin"]').inputValue()).toBe('origin')
    await press(page.locator('main form button').first())
    await page.fill('[name=title]', 'Who is paid')
    await page.fill('[name=from]', '2025')
    await page.fill('[name=to]', '2025')
    await page.selectOption('[name="setting.currency"]', 'EUR')
    await press(page.locator('main form button').first())
    await arrive(page)
    return page.url()
  }

  /** What a sceptic does: the command of the record, in a folder with the same files. */
  const repeated = async (document: string): Promise<string> => {
    const { method } = JSON.parse(document) as { method: { command: string } }
    const words = wordsOf(method.command).slice(3)
    const inFolder = words.map((word, at) =>
      /^--(plays|works|users)$/.test(words[at - 1] ?? '') ? join(folder, word) : word,
    )
    const outcome = await remuneration(inFolder)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
    return outcome.value.text
  }

  const journey = async (context: BrowserContext, locale: string): Promise<void> => {
    const page = await context.newPage()
    const at = `${house.origin}/${locale}/xa`
    const result = await study(page, at)
    expect(await page.locator('main figure svg').count()).toBeGreaterThan(2)
    const document = await (await context.request.get(`${result}/study.json`)).text()
    expect(await repeated(document)).toBe(document)

    await press(page.locator('main form[action$="/publication"] button'))
    const { facts } = (await (await context.request.get(`${at}/report.json`)).json()) as {
      facts: { source: { href: string } }[]
    }
    expect(facts.filter(({ source }) => result.endsWith(source.href)).length).toBeGreaterThan(2)
  }

  for (const way of ways)
    it(`leads from files to facts of the report, ${way.name}, and is repeated to the last digit`, {
      timeout: 60_000,
    }, async () => {
      const browser = await openBrowser()
      try {
        const context = await browser.newContext({ javaScriptEnabled: way.javaScriptEnabled })
        context.setDefaultTimeout(15_000)
        await signIn(context, house, 'contact-point')
        await journey(context, way.locale)
      } finally {
        await browser.close()
      }
    })
})
