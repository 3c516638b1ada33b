import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLanguages, type Words } from './words.ts'

interface Shape {
  readonly held: { readonly who: string; readonly count: number }
  readonly pick: { readonly kind: string }
}

const folder = mkdtempSync(join(tmpdir(), 'words-'))
writeFileSync(
  join(folder, 'en.json'),
  JSON.stringify({
    held: '{who} holds {count, plural, one {# office} other {# offices}}',
    pick: '{kind, select, law {a law} other {something}}',
  }),
)
writeFileSync(
  join(folder, 'ar.json'),
  JSON.stringify({
    held: '{count, plural, zero {لا} one {واحد} two {اثنان} few {# قلة} many {# كثرة} other {# غير}} {who}',
    pick: '{kind, select, law {قانون} other {شيء}}',
  }),
)
const words: Words<Shape> = { slice: 'test', folder }
const languages = openLanguages({ offered: ['en', 'ar'] })

describe('words of a slice', () => {
  it('chooses the plural form of each language', () => {
    expect(languages.words(words, 'en')('held', { who: 'She', count: 1 })).toBe('She holds 1 office')
    expect(languages.words(words, 'ar')('held', { who: 'هي', count: 2 })).toBe('اثنان هي')
    expect(languages.words(words, 'ar')('held', { who: 'هي', count: 3 })).toContain('قلة')
  })

  it('isolates a Latin name in an Arabic sentence and an Arabic name in an English one', () => {
    expect(languages.words(words, 'ar')('held', { who: 'Meridia', count: 1 })).toBe('واحد \u2068Meridia\u2069')
    expect(languages.words(words, 'en')('held', { who: 'ميريديا', count: 1 })).toBe(
      '\u2068ميريديا\u2069 holds 1 office',
    )
  })

  it('still chooses by a word in another script', () => {
    expect(languages.words(words, 'ar')('pick', { kind: 'law' })).toBe('قانون')
  })

  it('falls back to English where a language lacks a text, and says nothing where no language has it', () => {
    expect(languages.find(words, 'fr')('pick', { kind: 'law' })).toBe('a law')
    expect(languages.find(words, 'en')('absent')).toBeUndefined()
  })

  it('lets a Party reword a text without a rebuild', () => {
    const overrides = mkdtempSync(join(tmpdir(), 'reworded-'))
    mkdirSync(join(overrides, 'en'))
    writeFileSync(
      join(overrides, 'en', 'test.json'),
      JSON.stringify({ pick: '{kind, select, law {an act} other {something}}' }),
    )
    const own = openLanguages({ offered: ['en'], overrides })
    expect(own.words(words, 'en')('pick', { kind: 'law' })).toBe('an act')
  })
})
