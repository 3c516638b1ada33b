import type { CreditedSlots } from './country-funnel.ts'
import { slotsByList } from './country-funnel.ts'

/** One list: its titles in the order of their positions. */
export interface CompactList {
  readonly week: string
  /** Category, platform and surface, as far as the file tells them. */
  readonly name: string
  readonly titles: readonly number[]
}

/** All lists of one territory with what is local to it: enough to put them in another order, and no more. */
export interface TerritoryLists {
  readonly titles: readonly string[]
  /** Credit of each title to what is local, 0 … 1; null where its origin is unknown (it counts as not local). */
  readonly local: readonly (number | null)[]
  readonly lists: readonly CompactList[]
}

/** The lists of a study as `--lists FILE` writes them, by territory. */
export interface CompactLists {
  readonly study: 'discoverability'
  readonly credit: string
  readonly labels: string
  readonly territories: Readonly<Record<string, TerritoryLists>>
}

/** The lists of one territory in short. */
export const compactLists = ({ lists, credit }: CreditedSlots, slots: Int32Array): TerritoryLists => {
  const { title, names, week, weeks, category, categories, platform, platforms, surface, surfaces } = lists.slots
  const places = new Map<number, number>()
  const local: (number | null)[] = []
  const titles: string[] = []
  const placeOf = (slot: number): number => {
    const known = places.get(title[slot]!)
    if (known !== undefined) return known
    places.set(title[slot]!, titles.length)
    local.push(Number.isNaN(credit[slot]!) ? null : credit[slot]!)
    return titles.push(names[title[slot]!]!) - 1
  }
  const short = slotsByList(lists, slots).map((own): CompactList => {
    const first = own[0]!
    const words = [categories[category[first]!]!, platforms[platform[first]!]!, surfaces[surface[first]!]!]
    const name = words.filter((word) => word !== '').join(' · ')
    return { week: weeks[week[first]!]!, name, titles: Array.from(own, placeOf) }
  })
  return { titles, local, lists: short }
}

/** Reads what `--lists` wrote; nothing when the text is something else. */
export const readCompactLists = (text: string): CompactLists | undefined => {
  try {
    const read = JSON.parse(text) as Partial<CompactLists> | null
    return read?.study === 'discoverability' && read.territories ? (read as CompactLists) : undefined
  } catch {
    return undefined
  }
}
