import { afterAll, describe, expect, it } from 'vitest'
import { directionOf } from '../../src/kernel/locale.ts'
import { crawl, formsIn } from '../world/crawl.ts'
import { locales, openTwoParties, own } from '../world/two-parties.ts'

const world = await openTwoParties()
afterAll(world.close)

const { pages } = world
const twice = (names: readonly string[]): readonly string[] =>
  names.filter((name, index) => names.indexOf(name) !== index)

describe('the pages', () => {
  it('have names and routes of their own', () => {
    expect(twice(pages.map(({ name }) => name))).toEqual([])
    expect(
      twice(pages.map(({ method, under, path }) => `${method} ${under} ${path.replaceAll(/:\w+/g, ':')}`)),
    ).toEqual([])
  })

  it('are named <room>.<what>', () => {
    expect(
      pages.filter(({ name }) => !/^[a-z][a-z-]*(\.[a-z][a-z0-9-]*)+$/.test(name)).map(({ name }) => name),
    ).toEqual([])
  })

  it('lie at addresses in lower case, in kebab-case, without a slash at the end', () => {
    const isOff = (path: string): boolean =>
      path !== '/' && !/^(\/([a-z0-9-]+(\.[a-z]+)?|:\w+(\{.+\})?(\.[a-z]+)?))+$/.test(path.replaceAll(/\{[^/]*\}/g, ''))
    expect(pages.filter(({ path }) => path !== '' && isOff(path)).map(({ path }) => path)).toEqual([])
  })

  it('of the installation begin with a word of four letters or more, since two or three are the code of a Party', () => {
    const short = pages.filter(({ under, path }) => under === 'installation' && /^\/[a-z]{1,3}(\/|$)/.test(path))
    expect(short.map(({ path }) => path)).toEqual([])
  })

  it('keep for everybody only what everybody may read', () => {
    const kept = pages.filter(({ shared }) => shared)
    expect(
      kept.filter(({ method, permission }) => method !== 'GET' || !world.matrix[permission]?.includes('visitor')),
    ).toEqual([])
  })
})

describe.each(locales)('every page met in %s', (locale) => {
  const start = [`/${locale}/${own.toLowerCase()}`, `/${locale}`]
  const walk = crawl(world, 'contact-point', start, 1)

  const html = async () =>
    (await walk).met.filter(({ answered }) => answered.type.startsWith('text/html') && answered.status === 200)

  it('is not broken, and its links and forms lead somewhere', async () => {
    const { met, dead } = await walk
    expect(met.length).toBeGreaterThan(20)
    expect(
      met.filter(({ answered }) => answered.status >= 400).map(({ path, answered }) => `${path}: ${answered.status}`),
    ).toEqual([])
    expect(dead).toEqual([])
  })

  it('sends every form with a key, so that one press gets one answer', async () => {
    const without = (await html()).flatMap(({ path, answered }) =>
      formsIn(answered.text)
        .filter(({ hasKey }) => !hasKey)
        .map(({ action }) => `${path} → ${action}`),
    )
    expect(without).toEqual([])
  })

  it('has one first heading, a title, its language and direction', async () => {
    const off = (await html()).filter(({ answered: { text } }) => {
      const root = /<html\s[^>]*>/.exec(text)?.[0] ?? ''
      const isOne = (text.match(/<h1[\s>]/g) ?? []).length === 1
      return (
        !isOne ||
        !/<title>[^<]+<\/title>/.test(text) ||
        !root.includes(`lang="${locale}`) ||
        !root.includes(`dir="${directionOf(locale)}"`)
      )
    })
    expect(off.map(({ path }) => path)).toEqual([])
  })

  it('brings no style, script or handler inside the page: the content policy would refuse it', async () => {
    const off = (await html()).filter(({ answered: { text } }) =>
      /<style|<script(?![^>]*\ssrc=)|\sstyle="|\son[a-z]+="/.test(text),
    )
    expect(off.map(({ path }) => path)).toEqual([])
  })

  it('uses no id twice', async () => {
    const off = (await html()).flatMap(({ path, answered: { text } }) =>
      twice([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id)).map((id) => `${path}: ${id}`),
    )
    expect(off).toEqual([])
  })
})
