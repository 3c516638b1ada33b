import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { directionOf, type Locale } from '../../kernel/locale.ts'
import { isolatedValues, textArguments } from './isolate.ts'

/** Keys of a slice with the arguments each message takes; generated from its `en.json`. */
export type WordShape = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Points at the words of one slice: a folder of ICU messages, one JSON file per language. */
export interface Words<Shape> {
  readonly slice: string
  readonly folder: string
  readonly __shape?: Shape
}

type Arguments<Given> = keyof Given extends never ? [] : [values: Given]

/** Gives the text of a key in one language; wrong keys and missing arguments do not compile. */
export type Translate<Shape> = <Key extends keyof Shape & string>(key: Key, ...values: Arguments<Shape[Key]>) => string

/** The same for keys that are only known at run time (a fault's code); unknown keys give `undefined`. */
export type FindText = (key: string, values?: Readonly<Record<string, unknown>>) => string | undefined

export interface Languages {
  /** Languages of the installation, in reading order of the language navigation. */
  readonly offered: readonly Locale[]
  /** True for a language this installation offers. */
  readonly has: (locale: string) => boolean
  readonly words: <Shape>(words: Words<Shape>, locale: Locale, formatLocale?: string) => Translate<Shape>
  readonly find: <Shape>(words: Words<Shape>, locale: Locale, formatLocale?: string) => FindText
}

interface Compiled {
  readonly format: IntlMessageFormat
  /** Names of the arguments that are put in as text. */
  readonly texts: ReadonlySet<string>
}

type Messages = Readonly<Record<string, string>>

const readMessages = (file: string): Messages =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Messages) : {}

/**
 * Opens the words of the installation. `overrides` is a folder `<locale>/<slice>.json` (slashes in the slice become dots)
 * in which a Party may reword any text, or add a language, without a rebuild.
 */
export const openLanguages = (options: { offered: readonly Locale[]; overrides?: string }): Languages => {
  const messages = new Map<string, Messages>()
  const compiled = new Map<string, Compiled>()

  const messagesOf = ({ slice, folder }: Words<unknown>, locale: Locale): Messages => {
    const key = `${slice} ${locale}`
    const known = messages.get(key)
    if (known) return known
    const own = readMessages(join(folder, `${locale}.json`))
    const override = options.overrides
      ? readMessages(join(options.overrides, locale, `${slice.replaceAll('/', '.')}.json`))
      : {}
    const all = { ...own, ...override }
    messages.set(key, all)
    return all
  }

  const find = (words: Words<unknown>, locale: Locale, formatLocale = locale): FindText => {
    const direction = directionOf(locale)
    return (key, values) => {
      const text = messagesOf(words, locale)[key] ?? messagesOf(words, 'en')[key]
      if (text === undefined) return undefined
      if (!text.includes('{') && !text.includes("'")) return text
      const id = `${words.slice} ${formatLocale} ${key}`
      let known = compiled.get(id)
      if (!known) {
        const format = new IntlMessageFormat(text, formatLocale, undefined, { ignoreTag: true })
        known = { format, texts: textArguments(format.getAst()) }
        compiled.set(id, known)
      }
      return String(known.format.format(isolatedValues(values ?? {}, known.texts, direction)))
    }
  }

  return {
    offered: options.offered,
    has: (locale) => options.offered.includes(locale),
    find,
    words: <Shape>(words: Words<Shape>, locale: Locale, formatLocale?: string): Translate<Shape> => {
      const text = find(words, locale, formatLocale)
      return (key, ...values) => {
        const found = text(key, values[0] as Record<string, unknown> | undefined)
        if (found === undefined) throw new Error(`No text ${words.slice} ${key}`)
        return found
      }
    },
  }
}
