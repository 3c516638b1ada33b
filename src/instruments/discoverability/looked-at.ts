import type { Visit } from '../../people/index.ts'
import { countryName } from '../../studies/index.ts'
import type { DiscoverabilityDocument } from './document.ts'
import type { GroupFunnel, GroupStages } from './group-funnel.ts'
import type { ScopeFunnel } from './scope-funnel.ts'
import { words } from './words/words.generated.ts'

/** What the page of a study is about: the one country that was asked for, or everything together. */
export interface LookedAt {
  readonly code: string | undefined
  readonly scope: ScopeFunnel
}

export const lookedAt = ({ countries, overall }: DiscoverabilityDocument): LookedAt => {
  const [only, ...others] = Object.entries(countries)
  return only && others.length === 0 ? { code: only[0], scope: only[1] } : { code: undefined, scope: overall }
}

/** Ways to group works, in the order of the page. */
export const facets = ['origin', 'language', 'gender', 'age', 'popularity', 'genre'] as const

/** Those on the page of the result itself; the others are on the page of the groups, with every figure. */
export const firstFacets = ['origin', 'language', 'gender'] as const
export type Facet = (typeof facets)[number]

const inOrder: Readonly<Partial<Record<Facet, readonly string[]>>> = {
  age: ['0-1', '2-4', '5-9', '10-19', '20+'],
  popularity: ['head', 'middle', 'tail'],
}

/** The groups of one way, the greatest first; bands in their own order. */
export const groupsInOrder = (facet: Facet, { groups }: GroupFunnel): readonly (readonly [string, GroupStages])[] => {
  const order = inOrder[facet]
  if (!order) return Object.entries(groups)
  return order.flatMap((label) => (groups[label] ? [[label, groups[label]] as const] : []))
}

/** A group in the reader's language; what files alone know stays in their words. */
export const groupName = (visit: Visit, facet: Facet, label: string): string => {
  if (facet === 'origin') return countryName(visit, label)
  if (facet === 'language') return visit.format.languageName(label)
  return visit.findText(words)(`${facet}.${label}`) ?? label
}
