import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noBrowser, openBrowser } from '../world/open-browser.ts'
import { press, type ServedHouse, serveHouse, signIn } from './serve-house.ts'

const ways = [
  { name: 'in English with scripts', locale: 'en', javaScriptEnabled: true },
  { name: 'in Arabic without scripts', locale: 'ar', javaScriptEnabled: false },
] as const

const treaty = (name: string): string => `Trade Agreement between Meridia and ${name} (2024)

Article 1
Objectives
The Parties shall liberalise trade in goods and services between them in accordance with this Agreement.

Article 2
Non-discriminatory treatment of digital products
Neither Party shall accord less favourable treatment to a digital product created in the territory of ${name} than it accords to other like digital products.

Article 3
Entry into force
This Agreement shall enter into force sixty days after the Parties have notified each other that their procedures are complete.
`

describe.skipIf(noBrowser())('agreements', () => {
  let house: ServedHouse
  let folder: string
  beforeAll(async () => {
    house = await serveHouse()
    folder = await mkdtemp(join(tmpdir(), 'open-roadmap-agreements-'))
    for (const { locale } of ways) await writeFile(join(folder, `${locale}.txt`), treaty(`Land ${locale}`))
  })
  afterAll(async () => {
    await house?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const load = async (page: Page, at: string, file: string): Promise<void> => {
    await page.goto(`${at}/agreements/new`)
    await page.setInputFiles('input[type=file]', file)
    await page.check('input[name=whose][value=own]')
    await page.locator('main form[enctype] button').last().click()
    await page.waitForURL((url) => !/\/new$|\/jobs\//.test(url.pathname))
  }

  /** From the overview to the agreement, and on to the article that leaves the quota exposed. */
  const findArticle = async (page: Page, at: string, title: string): Promise<void> => {
    await page.goto(`${at}/agreements/ours`)
    await press(page.getByRole('link', { name: title }))
    await press(page.locator('main a[href*="/articles/"][href*="#clause-"]').first())
    expect(await page.locator('main h1').innerText()).toContain('digital products')
    expect(await page.locator('main mark').first().innerText()).toContain('less favourable treatment')
  }

  const compare = async (page: Page, at: string, agreement: string): Promise<void> => {
    await page.goto(`${at}/agreements/comparison?one=${agreement}`)
    await press(page.locator('main').getByRole('link', { name: /Trade and Partnership Agreement/ }))
    await press(page.locator('main a[href*="type=digital_products_nondiscrimination"]'))
    expect(await page.locator('main mark').count()).toBeGreaterThan(0)
  }

  const reject = async (page: Page, reason: string): Promise<void> => {
    const card = page.locator('main section[id^=clause-]').first()
    await card.locator('summary').click()
    await card.locator('textarea').fill(reason)
    await press(card.locator('button[value=reject]'))
    expect(await page.locator('main section[id^=clause-] s').count()).toBe(1)
    expect(await page.locator('main').innerText()).toContain(reason)
  }

  const journey = async (context: BrowserContext, locale: string): Promise<void> => {
    const page = await context.newPage()
    const at = `${house.origin}/${locale}/xa`
    const title = `Trade Agreement between Meridia and Land ${locale}`
    await load(page, at, join(folder, `${locale}.txt`))
    await findArticle(page, at, title)
    const article = page.url()
    const agreement = /agreements\/([0-9a-f-]{36})/.exec(article)![1]!
    await compare(page, at, agreement)
    for (const format of ['docx', 'pdf']) {
      const brief = await context.request.get(`${at}/agreements/brief.${format}`)
      expect(brief.status()).toBe(200)
      expect((await brief.body()).length).toBeGreaterThan(5000)
    }
    await page.goto(article)
    const reason = `Not meant so, says the lawyer (${locale}).`
    await reject(page, reason)
    await page.goto(article)
    expect(await page.locator('main').innerText()).toContain(reason)
  }

  for (const way of ways)
    it(`show whether a quota is open, with the article, a comparison and a brief, ${way.name}; a disagreement is kept`, {
      timeout: 30_000,
    }, async () => {
      const browser = await openBrowser()
      try {
        const context = await browser.newContext({ javaScriptEnabled: way.javaScriptEnabled })
        context.setDefaultTimeout(8_000)
        await signIn(context, house, 'contact-point')
        await journey(context, way.locale)
      } finally {
        await browser.close()
      }
    })
})
