import { leastPersons } from '../../engines/studies/index.ts'
import type { Grouping } from './groupings.ts'
import type { Ledger } from './ledger.ts'

/** Distinct listeners of each label of a grouping. */
export const listenersOf = ({ usage }: Ledger, { labels, starts, groups }: Grouping): Uint32Array => {
  const { plays } = usage
  const listeners = new Uint32Array(labels.length)
  const last = new Int32Array(labels.length).fill(-1)
  for (let user = 0; user < plays.userCount; user++)
    for (let entry = plays.starts[user]!; entry < plays.starts[user + 1]!; entry++) {
      const work = plays.payees[entry]!
      if (plays.plays[entry] === 0) continue
      for (let at = starts[work]!; at < starts[work + 1]!; at++) {
        const label = groups[at]!
        if (last[label] !== user) listeners[label]!++
        last[label] = user
      }
    }
  return listeners
}

const tooFew = `fewer_than_${leastPersons}_listeners`

/** Amounts by label, greatest first, small cells together; what is credited to nobody is `unknown`. */
export const byLabel = (
  labels: readonly string[],
  shown: readonly boolean[],
  sums: Float64Array,
): [string, number][] => {
  const named = labels.flatMap((label, at): [string, number][] => (shown[at] ? [[label, sums[at]!]] : []))
  const hidden = labels.reduce((sum, _, at) => (shown[at] ? sum : sum + sums[at]!), 0)
  const rest: [string, number][] = [
    ...(shown.includes(false) ? [[tooFew, hidden] as [string, number]] : []),
    ...(sums[labels.length]! > 0 ? [['unknown', sums[labels.length]!] as [string, number]] : []),
  ]
  return [...named.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)), ...rest]
}
