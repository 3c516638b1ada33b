import type { ListWish, SortOrder } from './record-list.ts'
import { type RecordState, recordStates, type Register } from './register.ts'

const sorts: readonly SortOrder[] = ['-updated', 'updated', 'title', '-title']

/** Records on a page of the list. */
export const listLimit = 25

/** Reads the address of a list; what it cannot mean is left out. `visible` are the states this reader may see. */
export const readListWish = (
  register: Register,
  party: string,
  query: URLSearchParams,
  visible: readonly RecordState[],
): ListWish => {
  const wanted = query.getAll('state').filter((state) => visible.includes(state as RecordState)) as RecordState[]
  const filters = Object.fromEntries(
    register.filters
      .map(
        (name) =>
          [
            name,
            query
              .getAll(name)
              .filter((value) => value !== '')
              .slice(0, 20),
          ] as const,
      )
      .filter(([, values]) => values.length > 0),
  )
  const sort = sorts.find((each) => each === query.get('sort')) ?? '-updated'
  const [after, before] = [query.get('after'), query.get('before')]
  return {
    party,
    states: wanted.length > 0 ? wanted : visible,
    filters,
    search: (query.get('search') ?? '').slice(0, 200),
    sort,
    limit: listLimit,
    ...(before === null ? (after === null ? {} : { after }) : { before }),
  }
}

/** Every state, for readers of the team; only what is published, for everybody else. */
export const visibleStates = (isTeam: boolean): readonly RecordState[] => (isTeam ? recordStates : ['published'])
