import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noBrowser, openBrowser } from '../world/open-browser.ts'
import { type ServedHouse, serveHouse, signIn } from './serve-house.ts'

const htmlBudget = 14 * 1024

/** One page for the printer: as long as what the Party has to say. */
const isWholeReport = (path: string): boolean => path.endsWith('/report/print')

/** Follows every link below the Party and the installation, as somebody with this role, and gives each page once. */
const crawl = async (page: Page, origin: string, locale: string, most: number): Promise<readonly string[]> => {
  const seen = new Set<string>([`/${locale}`, `/${locale}/xa`])
  const queue = [...seen]
  for (let path = queue.shift(); path !== undefined && seen.size < most; path = queue.shift()) {
    const response = await page.goto(origin + path)
    if (response?.headers()['content-type']?.includes('text/html') !== true) continue
    const links = await page.$$eval('a[href]', (anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''))
    for (const link of links) {
      const url = new URL(link, page.url())
      const next = url.pathname
      const isPage =
        url.origin === origin && next.startsWith(`/${locale}`) && !/\.(csv|xlsx|json|docx|pdf|svg)$/.test(next)
      if (isPage && !seen.has(next)) {
        seen.add(next)
        queue.push(next)
      }
    }
  }
  return [...seen]
}

/** Pages that differ only in an id or number say the same of structure; one of each is looked at in depth. */
const oneOfEach = (paths: readonly string[]): readonly string[] => {
  const shapes = new Map<string, string>()
  for (const path of paths) {
    const shape = path
      .replaceAll(/[0-9a-f-]{36}/g, ':id')
      .replaceAll(/\/\d+(\.\d+)*(\.[a-z])?(?=\/|$)/g, '/:n')
      .replace(/\/report\/[^/]+\/.+/, '/report/:s/:q')
      .replace(/\/report\/(?!print)[^/]+$/, '/report/:s')
    if (!shapes.has(shape)) shapes.set(shape, path)
  }
  return [...shapes.values()]
}

describe.skipIf(noBrowser())('every page', () => {
  let world: ServedHouse
  let browser: Browser
  let context: BrowserContext

  beforeAll(async () => {
    world = await serveHouse()
    browser = await openBrowser()
    context = await browser.newContext()
    await signIn(context, world, 'contact-point')
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  for (const locale of ['en', 'ar', 'fr'])
    it(`is ${locale === 'fr' ? '' : 'accessible, '}light and free of outside or inline code in ${locale}`, {
      timeout: 300_000,
    }, async () => {
      const page = await context.newPage()
      const paths = oneOfEach(await crawl(page, world.origin, locale, 400))
      const faults: string[] = []
      for (const path of paths) {
        const response = await page.goto(world.origin + path)
        const body = await page.content()
        if (response?.status() !== 200) faults.push(`${path}: ${response?.status()}`)
        const weight = gzipSync(Buffer.from(body)).length
        if (weight > htmlBudget && !isWholeReport(path))
          faults.push(`${path}: ${weight} bytes of HTML, more than ${htmlBudget}`)
        if (/<style|<script(?![^>]*src=)| style="| on[a-z]+="/.test(body))
          faults.push(`${path}: inline style or script`)
        if (locale === 'fr') continue
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze()
        for (const { id, nodes } of violations) faults.push(`${path}: ${id}: ${nodes[0]?.html.slice(0, 200)}`)
      }
      expect(paths.length).toBeGreaterThan(15)
      expect(faults).toEqual([])
      await page.close()
    })

  it('is complete for a visitor without JavaScript', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const page = await plain.newPage()
    const withScript = await (await browser.newContext()).newPage()
    for (const path of ['/en/xa', '/en/xa/roadmap', '/en/xa/report', '/en/xa/measures', '/ar/xa/roadmap']) {
      await page.goto(world.origin + path)
      await withScript.goto(world.origin + path)
      expect((await page.locator('main').textContent())?.trim()).toBe(
        (await withScript.locator('main').textContent())?.trim(),
      )
    }
    await plain.close()
  })

  it('fits a screen of 320 pixels without sideways scrolling of the page', async () => {
    const narrow = await browser.newContext({ viewport: { width: 320, height: 640 } })
    const page = await narrow.newPage()
    for (const path of ['/en/xa', '/ar/xa/roadmap', '/en/xa/roadmap/lines', '/fr/xa/report', '/en/xa/measures']) {
      await page.goto(world.origin + path)
      const overflow = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      expect(`${path}: ${overflow}`).toBe(`${path}: 0`)
    }
    await narrow.close()
  })
})
