import { foldName } from './country-codes.ts'
import { languageNames } from './language-names.ts'

/** Gives the BCP 47 tag of a language for a name or code as people write it; nothing when it is not known. */
export type NormaliseLanguage = (text: string) => string | undefined

/** Codes that catalogues use in their own way or that were withdrawn: TMDB `cn` is Cantonese and `xx` is no language. */
const aliases: Readonly<Record<string, string>> = {
  cn: 'yue',
  xx: 'zxx',
  iw: 'he',
  in: 'id',
  ji: 'yi',
  mo: 'ro',
  jw: 'jv',
}

const parse = (): { codes: Set<string>; names: Map<string, string> } => {
  const codes = new Set<string>()
  const names = new Map([
    ['cantonese', 'yue'],
    ['mandarin', 'zh'],
    ['filipino', 'fil'],
    ['no language', 'zxx'],
  ])
  for (const line of languageNames.trim().split('\n')) {
    const [code = '', ...texts] = line.split('|')
    codes.add(code)
    for (const text of texts) names.set(foldName(text), code)
  }
  return { codes, names }
}

let parsed: ReturnType<typeof parse> | undefined

const subtagCase = (subtag: string): string => {
  if (/^[a-z]{4}$/i.test(subtag)) return subtag.charAt(0).toUpperCase() + subtag.slice(1).toLowerCase()
  return /^[a-z]{2}$/i.test(subtag) ? subtag.toUpperCase() : subtag.toLowerCase()
}

/** BCP 47 tag of a language code (`EN`, `pt_br`, `cn`) or an English or French name of it. */
export const normaliseLanguage: NormaliseLanguage = (text) => {
  parsed ??= parse()
  const [language = '', ...rest] = text.trim().split(/[-_]/)
  const code = language.toLowerCase()
  const primary = aliases[code] ?? code
  const isTag = /^[a-z]{3}$/.test(primary) || parsed.codes.has(primary)
  if (isTag && rest.every((subtag) => /^[a-z\d]{2,8}$/i.test(subtag)))
    return [primary, ...rest.map(subtagCase)].join('-')
  return parsed.names.get(foldName(text))
}
