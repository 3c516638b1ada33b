import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../kernel/package-root.ts'
import { Gallery } from '../gallery/gallery.tsx'
import { type Assets, assetsOf, readAssets } from './assets.ts'

let folder = ''
let assets: Assets

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'styles-'))
  execFileSync(process.execPath, [join(packageRoot, 'bin', 'build-styles.mjs'), folder])
  assets = readAssets(folder)
})

afterAll(() => rmSync(folder, { recursive: true }))

const fileOf = (address: string): string => readFileSync(join(folder, address.replace('/assets/', '')), 'utf8')

describe.each(['en', 'ar'] as const)('the page of every component (%s)', (locale) => {
  let html = ''
  beforeAll(async () => {
    html = await (<Gallery locale={locale} assets={assets} />).toString()
  })

  it('says its language and direction, and loads the sheet of that direction', () => {
    const { document } = parseHTML(html)
    const dir = locale === 'ar' ? 'rtl' : 'ltr'
    expect(html.startsWith('<!doctype html>')).toBe(true)
    expect(document.documentElement.getAttribute('lang')).toBe(locale)
    expect(document.documentElement.getAttribute('dir')).toBe(dir)
    expect(document.querySelector('link[rel=stylesheet]')!.getAttribute('href')).toBe(assets.style[dir])
  })

  it('holds no inline style and no inline script', () => {
    expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+="|javascript:/)
    expect([...html.matchAll(/<script([^>]*)>/g)].every((match) => match[1]!.includes(' src='))).toBe(true)
  })

  it('names every language in its own words and marks the one shown', () => {
    const { document } = parseHTML(html)
    const names = [...document.querySelectorAll('.or-header__languages [lang]')]
    expect(names.map((name) => [name.getAttribute('lang'), name.textContent])).toEqual([
      ['en', 'English'],
      ['fr', 'Français'],
      ['ar', 'العربية'],
    ])
    expect(names.filter((name) => name.getAttribute('aria-current')).map((name) => name.getAttribute('lang'))).toEqual([
      locale,
    ])
  })

  it('ties every label, hint and error to a control that is there, and uses no id twice', () => {
    const { document } = parseHTML(html)
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.getAttribute('id')!)
    const conditional = ids.filter((id, index) => ids.indexOf(id) !== index)
    expect(conditional).toEqual([])
    const referred = [...document.querySelectorAll('[for],[aria-describedby],[aria-labelledby]')].flatMap((element) =>
      ['for', 'aria-describedby', 'aria-labelledby'].flatMap((name) =>
        (element.getAttribute(name) ?? '').split(' ').filter(Boolean),
      ),
    )
    expect(referred.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('lets a keyboard pass the header', () => {
    const { document } = parseHTML(html)
    const target = document.querySelector('.govuk-skip-link')!.getAttribute('href')!
    expect(document.querySelector(target)!.tagName).toBe('MAIN')
  })
})

describe('what a browser is sent besides the page', () => {
  it('stays within its budgets, gzipped', () => {
    const weigh = (address: string) => gzipSync(fileOf(address)).length
    expect(weigh(assets.style.ltr)).toBeLessThanOrEqual(16 * 1024)
    expect(weigh(assets.style.rtl)).toBeLessThanOrEqual(16 * 1024)
    expect(weigh(assets.script!)).toBeLessThanOrEqual(10 * 1024)
  })

  it('fetches no fonts, no images and nothing from elsewhere', () => {
    for (const sheet of [assets.style.ltr, assets.style.rtl])
      expect(/@font-face|url\(|@import|GDS/.test(fileOf(sheet))).toBe(false)
  })

  it('is mirrored for languages written from the right', () => {
    expect(/polygon\(100% 0, ?0 50%, ?100% 100%\)/.test(fileOf(assets.style.rtl))).toBe(true)
  })

  it('says what to do when it was not built', () => {
    expect(() => assetsOf({})).toThrow('build-styles')
  })
})
