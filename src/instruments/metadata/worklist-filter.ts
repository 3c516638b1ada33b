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

/** Whether a filter leaves an item. */
export const isLeft = (item: WorkItem, { problem, field, hasProposal }: WorklistFilter): boolean =>
  (problem === undefined || item.problem === problem) &&
  (field === undefined || item.field === field) &&
  (!hasProposal || item.proposal !== null)

/** What one page of a worklist shows, and what can be asked for. */
export interface WorklistPart {
  /** Items that the filter leaves. */
  readonly left: number
  /** Those of the page. */
  readonly shown: readonly WorkItem[]
  /** 1-based; the last one when the address asks for one behind it. */
  readonly page: number
  readonly pages: number
  /** Problems and fields that occur in the whole list, in their order. */
  readonly problems: readonly Problem[]
  readonly fields: readonly string[]
}

/** Goes through a worklist once and keeps what one page shows. */
export const partOf = (items: Iterable<WorkItem>, filter: WorklistFilter): WorklistPart => {
  const [kinds, fields] = [new Set<Problem>(), new Set<string>()]
  const first = (filter.page - 1) * itemsOnPage
  let left = 0
  let [shown, last]: [WorkItem[], WorkItem[]] = [[], []]
  for (const item of items) {
    kinds.add(item.problem)
    fields.add(item.field)
    if (!isLeft(item, filter)) continue
    if (left >= first && left < first + itemsOnPage) shown.push(item)
    if (left % itemsOnPage === 0) last = []
    last.push(item)
    left++
  }
  const pages = Math.max(1, Math.ceil(left / itemsOnPage))
  if (filter.page > pages) shown = last
  return {
    left,
    shown,
    page: Math.min(filter.page, pages),
    pages,
    problems: problems.filter((kind) => kinds.has(kind)),
    fields: fieldsOf(fields),
  }
}

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

/** Identifiers in their order, then the other fields. */
const fieldsOf = (present: ReadonlySet<string>): readonly string[] => {
  const known: readonly string[] = identifierColumns.filter((kind) => present.has(kind))
  return [...known, ...[...present].filter((field) => !known.includes(field)).sort()]
}
