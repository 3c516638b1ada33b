import type { Locale } from '../kernel/locale.ts'
import type { Item } from './item.ts'

/** A title and the language it is really in (English where the one asked for is absent). */
export interface ShownTitle {
  readonly text: string
  readonly locale: Locale
}

/** The title in `locale`, else in its plain language (`ar` for `ar-EG`), else in English; for nothing, the id itself. */
export const shownTitle = (item: Item | undefined, id: string, locale: Locale): ShownTitle => {
  if (!item) return { text: id, locale: 'en' }
  const language = locale.split('-')[0] ?? locale
  for (const candidate of [locale, language]) {
    const text = item.title[candidate]
    if (text !== undefined) return { text, locale: candidate }
  }
  return { text: item.title.en, locale: 'en' }
}

/** How an id is cited in a text: `§14.2`, `1.4`, `5.1`, `SDG 8.3`, the section of a question; else the id. */
export const cite = (id: string): string => {
  const slash = id.indexOf('/')
  const [room, name] = [id.slice(0, slash), id.slice(slash + 1)]
  if (room === 'guidelines' && !name.startsWith('part-')) return `§${name}`
  if (room === 'sdg') return `SDG ${name}`
  if (room === 'roadmap' || room.startsWith('monitoring-')) return name.replace(/^(output|indicator|goal|area)-/, '')
  return room.startsWith('report-') ? (name.split('.')[0] ?? name) : id
}
