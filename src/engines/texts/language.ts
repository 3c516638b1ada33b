import type { TextLanguage } from './document.ts'

const words: Readonly<Record<'en' | 'fr' | 'es', readonly string[]>> = {
  en: ['the', 'of', 'and', 'to', 'shall', 'with', 'or', 'by', 'which', 'this', 'be', 'that'],
  fr: ['le', 'les', 'des', 'et', 'une', 'dans', 'du', 'par', 'aux', 'pour', 'sur', 'est'],
  es: ['el', 'los', 'las', 'y', 'una', 'del', 'por', 'para', 'con', 'que', 'se', 'su'],
}

const languageOf = new Map<string, 'en' | 'fr' | 'es'>(
  Object.entries(words).flatMap(([language, list]) =>
    list.map((word) => [word, language as 'en' | 'fr' | 'es'] as const),
  ),
)

/** What share of the function words known to us each language has in a sample; all zero when there are none. */
export const languageShares = (sample: string): Readonly<Record<'en' | 'fr' | 'es', number>> => {
  const count = { en: 0, fr: 0, es: 0 }
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const language = languageOf.get(word)
    if (language) count[language] += 1
  }
  const total = count.en + count.fr + count.es
  return total === 0 ? count : { en: count.en / total, fr: count.fr / total, es: count.es / total }
}

/** The language most of a text is written in, from its function words; `und` when fewer than five of them occur. */
export const detectLanguage = (text: string): TextLanguage => {
  const known = (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => languageOf.has(word)).length
  if (known < 5) return 'und'
  const shares = languageShares(text)
  return (['en', 'fr', 'es'] as const).reduce((best, language) => (shares[language] > shares[best] ? language : best))
}

const sampleSize = 1500

/** Small words of a second language that texts in one language never reach: Spanish and French share some. */
const mixedFrom = 0.25

/**
 * The main language and the others: those that fill at least a fifth of the samples taken across the text, and those whose small
 * words are a quarter of all, as where each article stands in two languages.
 */
export const detectLanguages = (
  source: string,
  sampleCount = 12,
): { language: TextLanguage; otherLanguages: readonly TextLanguage[] } => {
  const step = Math.max(sampleSize, Math.floor(source.length / sampleCount))
  const found = new Map<TextLanguage, number>()
  const mixed = { en: 0, fr: 0, es: 0 }
  let samples = 0
  for (let at = 0; at < source.length; at += step) {
    const sample = source.slice(at, at + sampleSize)
    const language = detectLanguage(sample)
    if (language === 'und') continue
    const shares = languageShares(sample)
    for (const each of ['en', 'fr', 'es'] as const) mixed[each] += shares[each]
    samples += 1
    found.set(language, (found.get(language) ?? 0) + 1)
  }
  const main = [...found].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'und'
  return {
    language: main,
    otherLanguages: (['en', 'fr', 'es'] as const).filter(
      (each) =>
        each !== main && samples > 0 && ((found.get(each) ?? 0) >= samples / 5 || mixed[each] / samples >= mixedFrom),
    ),
  }
}
