import type { Locale } from '../../kernel/locale.ts'

/** The offered language a reader's `Accept-Language` header likes best; the first offered one where none fits. */
export const negotiateLanguage = (header: string | undefined, offered: readonly Locale[]): Locale => {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag, ...parameters] = part.trim().split(';')
      const quality = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find((text) => text !== undefined)
      return { tag: (tag ?? '').toLowerCase(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
  for (const { tag } of wanted) {
    const found = offered.find((locale) => locale.toLowerCase() === tag || locale.toLowerCase() === tag.split('-')[0])
    if (found) return found
  }
  return offered[0] ?? 'en'
}
