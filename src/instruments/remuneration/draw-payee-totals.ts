import type { PlaysByUser, RandomStreams } from '../../engines/metrics/index.ts'

const atOnce = 8

/** The entries in rising order of payee, those of one payee in rising order of user: a counting sort. */
const byPayee = ({ userCount, payeeCount, starts, payees, plays }: PlaysByUser) => {
  const ends = new Uint32Array(payeeCount + 1)
  for (let entry = 0; entry < payees.length; entry++) ends[payees[entry]! + 1]!++
  for (let payee = 0; payee < payeeCount; payee++) ends[payee + 1]! += ends[payee]!
  const next = ends.slice(0, payeeCount)
  const [users, amounts] = [new Uint32Array(payees.length), new Float64Array(payees.length)]
  for (let user = 0; user < userCount; user++)
    for (let entry = starts[user]!; entry < starts[user + 1]!; entry++) {
      const at = next[payees[entry]!]!++
      users[at] = user
      amounts[at] = plays[entry]!
    }
  return { ends, users, amounts }
}

/** How often each user counts in `atOnce` replicates, user by user. */
const drawCounts = (counts: Uint16Array, users: number, streams: RandomStreams, first: number): void => {
  counts.fill(0)
  for (let r = 0; r < atOnce; r++) {
    const { below } = streams(first + r)
    for (let draw = 0; draw < users; draw++) counts[below(users) * atOnce + r]!++
  }
}

/** Writes the totals of each payee in `atOnce` replicates, replicate by replicate. */
const addUp = (
  totals: Float64Array,
  counts: Uint16Array,
  { ends, users, amounts }: ReturnType<typeof byPayee>,
): void => {
  const payees = ends.length - 1
  for (let payee = 0; payee < payees; payee++) {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
    for (let at = ends[payee]!; at < ends[payee + 1]!; at++) {
      const amount = amounts[at]!
      const from = users[at]! * atOnce
      a += counts[from]! * amount
      b += counts[from + 1]! * amount
      c += counts[from + 2]! * amount
      d += counts[from + 3]! * amount
      e += counts[from + 4]! * amount
      f += counts[from + 5]! * amount
      g += counts[from + 6]! * amount
      h += counts[from + 7]! * amount
    }
    totals[payee] = a
    totals[payee + payees] = b
    totals[payee + 2 * payees] = c
    totals[payee + 3 * payees] = d
    totals[payee + 4 * payees] = e
    totals[payee + 5 * payees] = f
    totals[payee + 6 * payees] = g
    totals[payee + 7 * payees] = h
  }
}

/**
 * What `bootstrapPayeeTotals` gives, to the last digit, in about half the time: the plays are sorted by payee once, so that eight
 * replicates are added up in one pass without writing to memory. `statistic` may change the list it gets.
 */
export const drawPayeeTotals = (
  plays: PlaysByUser,
  statistic: (totals: Float64Array) => number,
  { replicates, streams }: { readonly replicates: number; readonly streams: RandomStreams },
): Float64Array => {
  const { userCount, payeeCount } = plays
  const sorted = byPayee(plays)
  const counts = new Uint16Array(userCount * atOnce)
  const totals = new Float64Array(payeeCount * atOnce)
  const values = new Float64Array(replicates)
  for (let first = 0; first < replicates; first += atOnce) {
    drawCounts(counts, userCount, streams, first)
    addUp(totals, counts, sorted)
    for (let r = 0; r < Math.min(atOnce, replicates - first); r++)
      values[first + r] = statistic(totals.subarray(r * payeeCount, (r + 1) * payeeCount))
  }
  return values
}
