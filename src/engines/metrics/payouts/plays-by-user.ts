import { type Gatherer, gatherOne, type Plays } from './plays-blocks.ts'
import { checkSameLength, checkWhole, type Numbers, sumOfIntegers } from '../arguments.ts'

/** Whole counts in whatever integer width holds them. */
export type Counts = Uint8Array | Uint16Array | Uint32Array | Float64Array

/**
 * Plays grouped by user. Entry e says that its user played payee (or work) `payees[e]` `plays[e]` times; the entries of user u are
 * `starts[u]` … `starts[u + 1] − 1`. Several entries of one user for one payee are allowed and add up.
 */
export interface PlaysByUser {
  readonly userCount: number
  readonly payeeCount: number
  /** `userCount + 1` offsets, the last being the number of entries. */
  readonly starts: Uint32Array | Float64Array
  readonly payees: Uint32Array
  readonly plays: Counts
}

/**
 * Groups rows by user, keeping the order of rows within a user: a counting sort, O(rows + users). `plays` 1 each if left out.
 * Throws RangeError for codes out of range, or plays that are negative, fractional or missing.
 */
export const groupPlaysByUser = (
  users: Numbers,
  payees: Numbers,
  userCount: number,
  payeeCount: number,
  plays?: Numbers,
): PlaysByUser => {
  checkSameLength(users, payees, 'Users and payees')
  if (plays) checkSameLength(users, plays, 'Users and plays')
  const starts = new Float64Array(userCount + 1)
  for (let row = 0; row < users.length; row++) {
    checkWhole(users[row]!, 0, `users[${row}]`)
    if (users[row]! >= userCount) throw new RangeError(`users[${row}] is ${users[row]}: there are ${userCount} users.`)
    starts[users[row]! + 1] = starts[users[row]! + 1]! + 1
  }
  for (let user = 0; user < userCount; user++) starts[user + 1] = starts[user + 1]! + starts[user]!
  const next = starts.slice(0, userCount)
  const needsDoubles = plays !== undefined && sumOfIntegers(plays, 'plays') > 0xffff_ffff
  const grouped = {
    payees: new Uint32Array(users.length),
    plays: needsDoubles ? new Float64Array(users.length) : new Uint32Array(users.length),
  }
  for (let row = 0; row < users.length; row++) {
    const entry = next[users[row]!]!
    next[users[row]!] = entry + 1
    grouped.payees[entry] = payees[row]!
    grouped.plays[entry] = plays ? plays[row]! : 1
  }
  const result = { userCount, payeeCount, starts, ...grouped }
  checkPlaysByUser(result)
  return result
}

/** Most payees (or works) that one table of plays may name: 2²⁹. */
const maxPayees = 2 ** 29

/** Throws RangeError unless offsets rise to the number of entries, payees are in range and plays are whole and not negative. */
export const checkPlaysByUser = ({ userCount, payeeCount, starts, payees, plays }: PlaysByUser): void => {
  checkSameLength(payees, plays, 'Payees and plays')
  if (payeeCount > maxPayees) throw new RangeError(`There are ${payeeCount} payees: at most ${maxPayees} are possible.`)
  if (starts.length !== userCount + 1 || starts[0] !== 0 || starts[userCount] !== payees.length) {
    throw new RangeError('starts must have userCount + 1 entries, from 0 to the number of plays entries.')
  }
  for (let user = 0; user < userCount; user++) {
    if (starts[user]! > starts[user + 1]!) throw new RangeError(`starts[${user}] is greater than starts[${user + 1}].`)
  }
  for (let entry = 0; entry < payees.length; entry++) {
    if (payees[entry]! >= payeeCount) {
      throw new RangeError(`payees[${entry}] is ${payees[entry]}: there are ${payeeCount} payees.`)
    }
  }
  if (plays instanceof Float64Array) sumOfIntegers(plays, 'plays')
}

/** What each payee was played, and by how many different users. */
export interface PayeeTotals {
  readonly plays: Float64Array
  readonly listeners: Uint32Array
}

/** Plays and distinct listeners per payee, in one pass; an entry of 0 plays makes no listener. */
export const payeeTotals = (plays: Plays): PayeeTotals => gatherOne(plays, gatherPayeeTotals(plays))

/** What `payeeTotals` gives, for a walk with other sums. */
export const gatherPayeeTotals = ({ payeeCount }: Plays): Gatherer<PayeeTotals> => {
  const memory = new ArrayBuffer(16 * payeeCount)
  const [sums, users] = [new Float64Array(memory), new Int32Array(memory)]
  for (let payee = 0; payee < payeeCount; payee++) users[4 * payee + 2] = -1
  const finish = () => {
    const totals = { plays: new Float64Array(payeeCount), listeners: new Uint32Array(payeeCount) }
    for (let payee = 0; payee < payeeCount; payee++) {
      totals.plays[payee] = sums[2 * payee]!
      totals.listeners[payee] = users[4 * payee + 3]!
    }
    return totals
  }
  return { take: ({ firstUser, plays }) => addTotals(sums, users, firstUser, plays), finish }
}

/** Plays, last user and listeners of a payee lie side by side in 16 bytes: one look into memory for each entry. */
const addTotals = (
  sums: Float64Array,
  users: Int32Array,
  firstUser: number,
  { userCount, starts, payees, plays }: PlaysByUser,
): void => {
  for (let user = 0; user < userCount; user++) {
    const end = starts[user + 1]!
    const own = firstUser + user
    for (let entry = starts[user]!; entry < end; entry++) {
      const payee = payees[entry]!
      const count = plays[entry]!
      if (count === 0) continue
      sums[2 * payee] = sums[2 * payee]! + count
      const last = 4 * payee + 2
      if (users[last] === own) continue
      users[last] = own
      users[last + 1] = users[last + 1]! + 1
    }
  }
}
