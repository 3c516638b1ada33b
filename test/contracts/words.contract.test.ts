import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/kernel/package-root.ts'
import { builtLanguages } from '../../src/platform/languages/offered-languages.ts'

const sources = join(packageRoot, 'src')
const folders = readdirSync(sources, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name === 'en.json' && entry.parentPath.endsWith('words'))
  .map(({ parentPath }) => parentPath)
const languages = builtLanguages()

const textsOf = (folder: string, language: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Readonly<Record<string, string>>

/** `name: a, b, other` for each choice by a text in a message. */
const choicesIn = (elements: readonly MessageFormatElement[]): readonly string[] =>
  elements.flatMap((element) => {
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return []
    const inner = Object.values(element.options).flatMap(({ value }) => choicesIn(value))
    if (element.type === TYPE.plural) return inner
    return [`${element.value}: ${Object.keys(element.options).toSorted().join(', ')}`, ...inner]
  })

const messageOf = (text: string): readonly MessageFormatElement[] => parse(text, { ignoreTag: true })
const choices = (text: string): readonly string[] => [...new Set(choicesIn(messageOf(text)))].toSorted()

describe.each(folders.map((folder) => [relative(sources, dirname(folder)).replaceAll('\\', '/'), folder] as const))(
  'the words of %s',
  (_slice, folder) => {
    const english = textsOf(folder, 'en')

    it('are there in every language, each text as a message that can be said', () => {
      for (const language of languages) {
        const texts = textsOf(folder, language)
        expect(
          Object.keys(english).filter((key) => texts[key] === undefined || texts[key].trim() === ''),
          language,
        ).toEqual([])
        for (const text of Object.values(texts)) expect(() => messageOf(text)).not.toThrow()
      }
    })

    it('know the same choices in every language', () => {
      const uneven = languages.flatMap((language) => {
        const texts = textsOf(folder, language)
        return Object.entries(english)
          .filter(([key, text]) => choices(text).join('; ') !== choices(texts[key] ?? '').join('; '))
          .map(([key]) => `${language} ${key}`)
      })
      expect(uneven).toEqual([])
    })

    it('leave no sentence in English', () => {
      const same = languages
        .filter((language) => !language.startsWith('en'))
        .flatMap((language) => {
          const texts = textsOf(folder, language)
          const isSentence = (text: string): boolean =>
            text
              .replaceAll(/\{[^}]*\}/g, '')
              .split(/\s+/)
              .filter((word) => /^\p{L}{2,}/u.test(word)).length > 3
          return Object.entries(english).flatMap(([key, text]) =>
            texts[key] === text && isSentence(text) ? [`${language} ${key}: ${text}`] : [],
          )
        })
      expect(same).toEqual([])
    })
  },
)
