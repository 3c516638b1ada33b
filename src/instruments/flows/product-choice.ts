import { type CulturalCode, culturalCodes } from './cultural-codes.ts'
import { plainCode } from './trade-words.ts'

export const selections = ['cultural', 'cultural-goods', 'cultural-services', 'all'] as const
export type Selection = (typeof selections)[number]

/** Which products are meant, and the heading each is counted under. */
export interface ProductChoice {
  /** The heading of a code; nothing where the product is not meant. */
  readonly headingOf: (code: string) => string | undefined
  /** Whether a row of `code` says again what rows of other `codes` (same countries, same period) say. */
  readonly isCovered: (code: string, codes: ReadonlySet<string>) => boolean
}

const kinds: Readonly<Record<Exclude<Selection, 'all'>, readonly CulturalCode['kind'][]>> = {
  cultural: ['goods', 'services'],
  'cultural-goods': ['goods'],
  'cultural-services': ['services'],
}

const hasShorter = (code: string, codes: ReadonlySet<string>): boolean => {
  for (let length = code.length - 1; length > 0; length--) if (codes.has(code.slice(0, length))) return true
  return code !== 'TOTAL' && codes.has('TOTAL')
}

const begins = (code: string, prefixes: readonly string[]) => prefixes.find((prefix) => code.startsWith(prefix))

/** Cultural products by the list of headings; a wide heading that only stands for others must be met exactly. */
const culturalHeadings = (selection: Exclude<Selection, 'all'>) => {
  const meant = culturalCodes.filter(({ kind }) => kinds[selection].includes(kind))
  const wide = meant.filter(({ standsFor }) => standsFor)
  const narrow = meant.filter(({ standsFor }) => !standsFor).map(({ code }) => code)
  return {
    find: (code: string) => begins(code, narrow) ?? wide.find((heading) => heading.code === code)?.code,
    isStandIn: (code: string, codes: ReadonlySet<string>) => {
      const standsFor = wide.find((heading) => heading.code === code)?.standsFor
      return standsFor !== undefined && [...codes].some((other) => begins(other, standsFor) !== undefined)
    },
    isWide: (code: string) => wide.some((heading) => heading.code === code),
  }
}

/**
 * The products of a selection whose codes begin with one of `products` (all of them where there are none). Codes are compared by their
 * letters and digits. Of a heading and what lies under it the heading counts, since it also holds what is not told apart; a wide heading
 * that is only partly cultural counts where nothing under it is told.
 */
export const productChoice = (selection: Selection, products: readonly string[]): ProductChoice => {
  const wanted = products.map(plainCode)
  const cultural = selection === 'all' ? undefined : culturalHeadings(selection)
  const isWanted = (code: string) => wanted.length === 0 || begins(code, wanted) !== undefined
  return {
    headingOf: (code) => {
      if (!isWanted(code)) return undefined
      if (cultural) return cultural.find(code)
      return begins(code, wanted) ?? (code === 'TOTAL' ? code : code.slice(0, 2))
    },
    isCovered: (code, codes) => {
      if (cultural?.isStandIn(code, codes)) return true
      const others = cultural ? new Set([...codes].filter((other) => !cultural.isWide(other))) : codes
      return hasShorter(code, others)
    },
  }
}
