import { identifierColumns } from './columns.ts'
import { type Problem, problems, type WorkItem } from './worklist.ts'

/** What the reader wants to see of a worklist, as the address says it; what is absent does not limit. */
export interface WorklistFilter {
  readonly problem?: Problem
  readonly field?: string
  readonly hasProposal: boolean
  /** 1-based. */
  readonly page: number
}

export const itemsOnPage = 50

/** Reads the filter of an address; what it does not know does not limit. */
export const readFilter = (query: URLSearchParams): WorklistFilter => {
  const problem = problems.find((kind) => kind === query.get('problem'))
  const field = query.get('field') ?? ''
  const page = Number(query.get('page') ?? '1')
  return {
    ...(problem === undefined ? {} : { problem }),
    ...(field === '' ? {} : { field }),
    hasProposal: query.get('proposal') === 'yes',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** The items that a filter leaves, in the order of the list. */
export const filterItems = (
  items: readonly WorkItem[],
  { problem, field, hasProposal }: WorklistFilter,
): readonly WorkItem[] =>
  items.filter(
    (item) =>
      (problem === undefined || item.problem === problem) &&
      (field === undefined || item.field === field) &&
      (!hasProposal || item.proposal !== null),
  )

/** The query of an address for a filter: empty where nothing limits. */
export const queryOf = ({ problem, field, hasProposal, page }: WorklistFilter): string => {
  const query = new URLSearchParams({
    ...(problem === undefined ? {} : { problem }),
    ...(field === undefined ? {} : { field }),
    ...(hasProposal ? { proposal: 'yes' } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  }).toString()
  return query === '' ? '' : `?${query}`
}

/** The fields that occur among items: identifiers in their order, then the others. */
export const fieldsOf = (items: readonly WorkItem[]): readonly string[] => {
  const present = new Set(items.map(({ field }) => field))
  const known: readonly string[] = identifierColumns.filter((kind) => present.has(kind))
  return [...known, ...[...present].filter((field) => !known.includes(field)).sort()]
}
