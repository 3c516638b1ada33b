import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noBrowser, openBrowser } from '../world/open-browser.ts'
import { press, type ServedHouse, serveHouse, signIn } from './serve-house.ts'

const submit = 'main form[method=post] button:not([name])'

/** What each way of walking uses: the language of the pages, and whether scripts run. */
const ways = [
  { name: 'in English with scripts', locale: 'en', javaScriptEnabled: true, title: 'Act on Digital Stages' },
  { name: 'in Arabic without scripts', locale: 'ar', javaScriptEnabled: false, title: 'قانون المنصات الرقمية' },
] as const

describe.skipIf(noBrowser())('the main job', () => {
  let house: ServedHouse
  beforeEach(async () => {
    house = await serveHouse()
  })
  afterEach(() => house?.close())

  const factNumberOf = async (page: Page, title: string): Promise<number> => {
    const text = await page.locator('.or-facts li', { hasText: title }).first().locator('.or-citation').textContent()
    return Number(text?.replace('F', ''))
  }

  const journey = async (context: BrowserContext, { locale, title }: (typeof ways)[number]): Promise<void> => {
    const page = await context.newPage()
    const at = `${house.origin}/${locale}/xa`
    const answer = `${at}/report/1c/transformation`

    // A line of the roadmap is changed; two presses do it once.
    await page.goto(`${at}/roadmap/lines`)
    await press(page.locator('main table a').first())
    await press(page.locator('main a.govuk-button'))
    await page.fill('[name=lead]', title)
    await press(page.locator(submit))
    expect(await page.locator('main').textContent()).toContain(title)

    // A measure is recorded with its proof and published: the report knows it.
    await page.goto(`${at}/measures/new`)
    await page.fill('[name=title]', title)
    await page.selectOption('[name=type]', 'legislative')
    await page.selectOption('[name=stage]', 'in-force')
    await page.fill('[name=url]', 'https://gazette.example/digital-stages')
    await press(page.locator(submit).first())
    const measure = page.url()
    await press(page.locator('main form[action$="/publication"] button'))
    await page.goto(answer)
    const number = await factNumberOf(page, title)
    expect(number).toBeGreaterThan(0)

    // What is said cites it.
    await page.check('[name=answer][value=yes]')
    await page.fill('[name=text]', `${title} [F${number}]`)
    await press(page.locator(submit).first())
    await page.goto(answer)
    expect(await page.locator('main h1 .govuk-tag').getAttribute('class')).toContain('green')

    // A number that no fact has is refused, and what was typed is kept.
    await page.fill('[name=text]', 'x [F99999999]')
    await press(page.locator(submit).first())
    expect(await page.locator('.govuk-error-summary').count()).toBe(1)
    expect(await page.inputValue('[name=text]')).toBe('x [F99999999]')

    // The measure changes, and the report tells that a cited fact no longer stands.
    await page.goto(`${measure}/what`)
    await page.fill('[name=title]', `${title} 2`)
    await press(page.locator(submit).first())
    await page.goto(answer)
    expect(await page.locator('main h1 .govuk-tag').getAttribute('class')).toContain('red')
    expect(await page.locator('main .govuk-error-message').first().textContent()).toContain(`F${number}`)

    // The report is taken away as a Word file and as JSON.
    const docx = await context.request.get(`${at}/report.docx`)
    expect((await docx.body()).subarray(0, 2).toString()).toBe('PK')
    const json = (await (await context.request.get(`${at}/report.json`)).json()) as { facts: { fact: string }[] }
    expect(json.facts.some(({ fact }) => fact === `F${number}`)).toBe(true)
  }

  for (const way of ways)
    it(`is done ${way.name}`, { timeout: 60_000 }, async () => {
      const browser = await openBrowser()
      try {
        const context = await browser.newContext({ javaScriptEnabled: way.javaScriptEnabled })
        context.setDefaultTimeout(8000)
        await signIn(context, house, 'contact-point')
        await journey(context, way)
      } finally {
        await browser.close()
      }
    })
})
