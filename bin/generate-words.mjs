// From each slice's words/en.json: the types of its keys and arguments. A key, an argument or a plural form missing in
// any language of the installation is a fault, and a fault stops the build.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'

const byText = (one, other) => (one < other ? -1 : 1)

const slicesOf = (root) =>
  readdirSync(join(root, 'src'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name === 'en.json' && entry.parentPath.endsWith('words'))
    .map((entry) => entry.parentPath)
    .sort()

const collect = (elements, found) => {
  for (const element of elements) {
    if (element.type === TYPE.argument) found.set(element.value, found.get(element.value) ?? 'string | number')
    if (element.type === TYPE.number) found.set(element.value, 'number')
    if (element.type === TYPE.date || element.type === TYPE.time) found.set(element.value, 'Date')
    if (element.type === TYPE.plural) found.set(element.value, 'number')
    if (element.type === TYPE.select) found.set(element.value, 'string')
    if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const option of Object.values(element.options)) collect(option.value, found)
  }
  return found
}

const missingPlurals = (elements, locale) => {
  const needed = (type) => new Intl.PluralRules(locale, { type }).resolvedOptions().pluralCategories
  return elements.flatMap((element) => {
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return []
    const inner = Object.values(element.options).flatMap((option) => missingPlurals(option.value, locale))
    if (element.type === TYPE.select) return inner
    return [...needed(element.pluralType ?? 'cardinal').filter((category) => !(category in element.options)), ...inner]
  })
}

const argumentsOf = (text) => collect(parse(text, { ignoreTag: true }), new Map())

const typeOf = (text) => {
  const found = [...argumentsOf(text)].sort(([one], [other]) => (one < other ? -1 : 1))
  if (found.length === 0) return 'Record<never, never>'
  return `{ readonly ${found.map(([name, type]) => `${/^[a-z_]\w*$/i.test(name) ? name : JSON.stringify(name)}: ${type}`).join('; readonly ')} }`
}

const upUntil = (root, folder, target) => {
  const path = relative(folder, join(root, 'src', target))
  return path.startsWith('.') ? path : `./${path}`
}

const moduleText = (
  root,
  folder,
  slice,
  english,
) => `// Generated from en.json by bin/generate-words.mjs; edit the JSON, not this file.
import type { Words } from '${upUntil(root, folder, 'platform/languages/words.ts').replaceAll('\\', '/')}'

export interface Shape {
${Object.entries(english)
  .map(([key, text]) => `  readonly '${key}': ${typeOf(text)}`)
  .join('\n')}
}

export const words: Words<Shape> = { slice: '${slice}', folder: import.meta.dirname }
`

const faultsOf = (folder, slice, english, locale) => {
  const file = join(folder, `${locale}.json`)
  if (!existsSync(file)) return [`${slice}: no ${locale}.json`]
  let texts
  try {
    texts = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    return [`${slice}/${locale}.json: ${cause.message}`]
  }
  const missing = Object.keys(english).filter((key) => !(key in texts))
  const unknown = Object.keys(texts).filter((key) => !(key in english))
  const uneven = Object.entries(texts).flatMap(([key, text]) => {
    try {
      const wanted = english[key] === undefined ? text : english[key]
      const names = (of) => [...argumentsOf(of).keys()].sort(byText).join(', ')
      const plurals = missingPlurals(parse(text, { ignoreTag: true }), locale)
      return [
        ...(names(text) === names(wanted)
          ? []
          : [`${key}: arguments {${names(text)}} where English has {${names(wanted)}}`]),
        ...(plurals.length === 0 ? [] : [`${key}: plural forms missing: ${plurals.join(', ')}`]),
        ...(/<[a-z/]/i.test(text) ? [`${key}: markup in a text`] : []),
      ]
    } catch (cause) {
      return [`${key}: ${cause.message}`]
    }
  })
  return [...missing.map((key) => `${key}: missing`), ...unknown.map((key) => `${key}: not in English`), ...uneven].map(
    (fault) => `src/${slice}/words/${locale}.json ${fault}`,
  )
}

/** Writes words.generated.ts beside every en.json; returns the faults of all languages. */
export const generateWords = (root) => {
  const folders = slicesOf(root)
  const locales = [
    ...new Set(
      folders.flatMap((folder) =>
        readdirSync(folder)
          .filter((name) => name.endsWith('.json'))
          .map((name) => name.slice(0, -5)),
      ),
    ),
  ].sort(byText)
  return folders.flatMap((folder) => {
    const slice = relative(join(root, 'src'), dirname(folder)).replaceAll('\\', '/')
    let english
    try {
      english = JSON.parse(readFileSync(join(folder, 'en.json'), 'utf8'))
      const text = moduleText(root, folder, slice, english)
      const file = join(folder, 'words.generated.ts')
      if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
    } catch (cause) {
      return [`src/${slice}/words/en.json: ${cause.message}`]
    }
    return locales.flatMap((locale) => faultsOf(folder, slice, english, locale))
  })
}

if (process.argv[1] === import.meta.filename) {
  const faults = generateWords(dirname(import.meta.dirname))
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length > 0 ? 1 : 0
}
