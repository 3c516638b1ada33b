import {
  countryEntries,
  findColumn,
  getColumn,
  type LeftOutLog,
  readUsage,
  type StudyInput,
  type StudyInputs,
  type UnrecognisedSpelling,
  type Usage,
} from '../../engines/studies/index.ts'
import { countryLookup } from '../../engines/tables/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'

/** What users pay: told by a file, or the same for everybody. */
export type RevenueSource = 'users' | 'territories' | 'fees' | 'assumed'

/** Plays of the works of the study, and what a play of each user is worth. */
export interface UseData {
  readonly usage: Usage
  /** Work of the study for each work of the plays. */
  readonly workOf: Int32Array
  /** Code of the country of each user, empty where unknown. */
  readonly homes: readonly string[]
  /** Money that one play of the user carries to its work: unit of the file, or fees of 1. */
  readonly rates: Float64Array
  readonly revenueSource: RevenueSource
  readonly currency: string | null
  /** Money that reaches no work: of users and territories without plays. */
  readonly withoutPlays: number
}

interface Fees {
  /** Money of each user. */
  readonly fees: Float64Array
  readonly source: RevenueSource
  readonly currency: string | null
  readonly unrecognised: readonly UnrecognisedSpelling[]
  readonly withoutUsers: number
}

const amountOf = (text: string): number | undefined => {
  const trimmed = text.trim().replace(/^(\d+),(\d+)$/, '$1.$2')
  const value = /^\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN
  return value < 1e12 ? value : undefined
}

const playsByUser = ({ plays }: Usage): Float64Array => {
  const sums = new Float64Array(plays.userCount)
  for (let user = 0; user < plays.userCount; user++) {
    let sum = 0
    for (let entry = plays.starts[user]!; entry < plays.starts[user + 1]!; entry++) sum += plays.plays[entry]!
    sums[user] = sum
  }
  return sums
}

/** The one currency of a file of money; several are a fault. Amounts of different currencies are never added up. */
const currencyOf = (input: StudyInput): Result<string | null, Fault> => {
  const column = findColumn(input, 'currency')
  if (!column) return accepted(null)
  const rows = new Map<string, number>()
  for (const code of column.codes) {
    const word = column.dictionary[code]!.trim().toUpperCase()
    rows.set(word, (rows.get(word) ?? 0) + 1)
  }
  if (rows.size <= 1) return accepted([...rows.keys()][0] ?? null)
  const found = [...rows]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, count]) => `${code || '–'}: ${count}`)
  const field = `${input.role.name}.currency`
  return notAccepted({ code: 'mixed-currencies', field, values: { found: found.join(', ') } })
}

/** Adds up the readable amounts of a file by what each row belongs to; `placeOf` is −1 for nobody. */
const amountsBy = (
  input: StudyInput,
  placeOf: (row: number) => number,
  count: number,
  stranger: { readonly reason: string; readonly column: string },
  log: LeftOutLog,
): Float64Array => {
  const sums = new Float64Array(count)
  const amount = getColumn(input, input.role.name === 'users' ? 'fee' : 'amount')
  const amounts = amount.dictionary.map(amountOf)
  const who = getColumn(input, stranger.column)
  for (let row = 0; row < input.table.rows; row++) {
    const [value, place] = [amounts[amount.codes[row]!], placeOf(row)]
    const line = input.table.lines[row]!
    if (value === undefined)
      log.add(input.role.name, 'amount_not_readable', line, amount.dictionary[amount.codes[row]!]!)
    else if (place < 0) log.add(input.role.name, stranger.reason, line, who.dictionary[who.codes[row]!]!, value)
    else sums[place]! += value
  }
  return sums
}

const placesOf = (ids: readonly string[]): ReadonlyMap<string, number> => new Map(ids.map((id, at) => [id, at]))

const feesByUser = (input: StudyInput, usage: Usage, source: RevenueSource, currency: string | null): Fees => {
  const places = placesOf(usage.userIds)
  const user = getColumn(input, 'user_id')
  const at = user.dictionary.map((id) => places.get(id.trim()) ?? -1)
  const stranger = { reason: 'user_not_listed', column: 'user_id' }
  const placeOf = (row: number) => at[user.codes[row]!]!
  const fees = amountsBy(input, placeOf, usage.userIds.length, stranger, usage.leftOut)
  return { fees, source, currency, unrecognised: [], withoutUsers: 0 }
}

/** Money of a territory, in equal parts to its users who play. */
const feesByTerritory = (
  input: StudyInput,
  usage: Usage,
  played: Float64Array,
  spellings: Readonly<Record<string, string>>,
  currency: string | null,
): Fees => {
  const territory = getColumn(input, 'territory')
  const { byEntry, unrecognised } = countryEntries(territory, countryLookup(spellings), usage.places, true)
  const stranger = { reason: 'territory_not_recognised', column: 'territory' }
  const placeOf = (row: number) => byEntry[territory.codes[row]!]![0] ?? -1
  const pools = amountsBy(input, placeOf, usage.places.codes.length, stranger, usage.leftOut)
  const players = new Float64Array(pools.length)
  usage.home.forEach((place, user) => {
    if (place >= 0 && played[user]! > 0) players[place]!++
  })
  const fees = Float64Array.from(usage.home, (place, user) =>
    place >= 0 && played[user]! > 0 ? pools[place]! / players[place]! : 0,
  )
  const withoutUsers = pools.reduce((sum, pool, place) => (players[place] === 0 ? sum + pool : sum), 0)
  return { fees, source: 'territories', currency, unrecognised, withoutUsers }
}

const readFees = (
  inputs: StudyInputs,
  usage: Usage,
  played: Float64Array,
  spellings: Readonly<Record<string, string>>,
): Result<Fees, Fault> => {
  const [revenue, users] = [inputs.byRole.get('revenue'), inputs.byRole.get('users')]
  const input = revenue ?? (users && findColumn(users, 'fee') ? users : undefined)
  if (!input) {
    const fees = new Float64Array(usage.plays.userCount).fill(1)
    return accepted({ fees, source: 'assumed', currency: null, unrecognised: [], withoutUsers: 0 })
  }
  const currency = currencyOf(input)
  if (!currency.ok) return currency
  if (revenue) usage.leftOut.addRagged('revenue', revenue.table.ragged)
  const isByTerritory = revenue !== undefined && findColumn(revenue, 'user_id') === undefined
  if (isByTerritory) return accepted(feesByTerritory(revenue, usage, played, spellings, currency.value))
  return accepted(feesByUser(input, usage, revenue ? 'users' : 'fees', currency.value))
}

/** What a play of each user carries: the user's own money by own plays, or the money of the country by all plays there. */
const ratesOf = (fees: Float64Array, played: Float64Array, { home }: Usage, isProRata: boolean): Float64Array => {
  if (!isProRata) return fees.map((fee, user) => (played[user]! > 0 ? fee / played[user]! : 0))
  const pools = new Map<number, { money: number; plays: number }>()
  fees.forEach((fee, user) => {
    const pool = pools.get(home[user]!) ?? { money: 0, plays: 0 }
    pool.money += fee
    pool.plays += played[user]!
    pools.set(home[user]!, pool)
  })
  return fees.map((_, user) => {
    const { money, plays } = pools.get(home[user]!)!
    return plays > 0 ? money / plays : 0
  })
}

export interface ReadUse {
  readonly use: Omit<UseData, 'workOf'>
  readonly unrecognised: readonly UnrecognisedSpelling[]
}

/** Reads plays, users and money. Plays without a single usable row, and several currencies, are faults. */
export const readUse = (
  inputs: StudyInputs,
  spellings: Readonly<Record<string, string>>,
  payment: 'user-centric' | 'pro-rata',
): Result<ReadUse, Fault> => {
  const catalogue = inputs.byRole.get('catalogue')!
  const usage = readUsage({ ...inputs, byRole: new Map([...inputs.byRole, ['works', catalogue]]) }, spellings)
  if (usage.totalPlays === 0)
    return notAccepted({ code: 'no-usable-plays', field: 'plays', values: { rows: usage.leftOut.rows } })
  const played = playsByUser(usage)
  const read = readFees(inputs, usage, played, spellings)
  if (!read.ok) return read
  const { fees, source, currency, unrecognised, withoutUsers } = read.value
  const idle = fees.reduce((sum, fee, user) => (played[user] === 0 ? sum + fee : sum), 0)
  const isProRata = payment === 'pro-rata'
  return accepted({
    use: {
      usage,
      homes: Array.from(usage.home, (place) => (place < 0 ? '' : usage.places.codes[place]!)),
      rates: ratesOf(fees, played, usage, isProRata),
      revenueSource: source,
      currency,
      withoutPlays: withoutUsers + (isProRata ? 0 : idle),
    },
    unrecognised: [...usage.unrecognised, ...unrecognised],
  })
}
