import { groupPlaysByUser, type PlaysByUser } from '../metrics/index.ts'
import { type CodedColumn, countryLookup, type ReadPlays } from '../tables/index.ts'
import { type CountryEntries, CountryPlaces, countryEntries, type UnrecognisedSpelling } from './country-column.ts'
import { countCells } from './counts-column.ts'
import { LeftOutLog } from './left-out.ts'
import { findColumn, getColumn, type StudyInput, type StudyInputs } from './study-files.ts'

/**
 * Plays of works by users, with the country of both, in an order that depends on the identifiers alone: users and works by rising
 * identifier, the plays of a user by work (of Parquet files: in the order of the file, users and works without plays last). `workRow` and `userRow` are rows of the files, −1 where there is none.
 */
export interface Usage {
  /** Grouped by user; the payees are works. */
  readonly plays: PlaysByUser
  /** Plays the user asked for, entry by entry, when the file tells them. */
  readonly activePlays: Uint32Array | undefined
  readonly userIds: readonly string[]
  /** Place of each user's country in `places`, −1 unknown. */
  readonly home: Int32Array
  readonly userRow: Int32Array
  readonly workIds: readonly string[]
  /** Places of the countries of each work, none when unknown. */
  readonly origins: readonly (readonly number[])[]
  readonly workRow: Int32Array
  readonly places: CountryPlaces
  readonly leftOut: LeftOutLog
  readonly unrecognised: readonly UnrecognisedSpelling[]
  readonly totalPlays: number
  /** Works that are played and not in the list of works: they stay, of unknown origin. */
  readonly unmatched: { readonly works: number; readonly plays: number }
  /** Works listed several times with different origins: unknown. */
  readonly worksThatDisagree: number
  /** Rows that name a user and a work again: added up. */
  readonly repeatedPairs: number
}

interface Listing {
  readonly rowOf: ReadonlyMap<string, number>
  readonly disagreeing: ReadonlySet<string>
}

/**
 * The rows of a list by identifier; a second row under one identifier is left out, and said to disagree when it has another country.
 * Identifiers of users are rows about persons: the line tells where they stand, the identifier itself never leaves the file.
 */
const listingOf = (
  input: StudyInput,
  id: string,
  country: CodedColumn,
  entries: CountryEntries,
  log: LeftOutLog,
): Listing => {
  const ids = getColumn(input, id)
  const rowOf = new Map<string, number>()
  const disagreeing = new Set<string>()
  const placesAt = (row: number) => entries.byEntry[country.codes[row]!]!.toSorted((one, other) => one - other).join()
  for (let row = 0; row < input.table.rows; row++) {
    const text = ids.dictionary[ids.codes[row]!]!.trim()
    const line = input.table.lines[row]!
    const first = rowOf.get(text)
    if (text === '') log.add(input.role.name, 'no_identifier', line, '')
    else if (first === undefined) rowOf.set(text, row)
    else {
      if (placesAt(first) !== placesAt(row)) disagreeing.add(text)
      log.add(input.role.name, 'repeated_identifier', line, id === 'user_id' ? '' : text)
    }
  }
  log.addRagged(input.role.name, input.table.ragged)
  return { rowOf, disagreeing }
}

const sortedIds = (ids: Iterable<string>): string[] => [...ids].sort((a, b) => (a < b ? -1 : 1))

const placesById = (ids: readonly string[]): Map<string, number> => new Map(ids.map((id, place) => [id, place]))

interface PlayRows {
  readonly users: Int32Array
  readonly works: Int32Array
  readonly counts: Float64Array
  readonly active: Float64Array | undefined
  readonly length: number
}

/** The usable rows of the plays, works and users by their places. */
const playRows = (
  input: StudyInput,
  userPlace: ReadonlyMap<string, number>,
  workPlace: ReadonlyMap<string, number>,
  log: LeftOutLog,
): PlayRows => {
  const { table } = input
  const [user, work] = [getColumn(input, 'user_id'), getColumn(input, 'work_id')]
  const plays = findColumn(input, 'plays')
  const active = findColumn(input, 'active_plays')
  const [playCells, activeCells] = [plays && countCells(plays), active && countCells(active)]
  const users = user.dictionary.map((id) => userPlace.get(id.trim()) ?? -1)
  const works = work.dictionary.map((id) => workPlace.get(id.trim()) ?? -1)
  const rows = {
    users: new Int32Array(table.rows),
    works: new Int32Array(table.rows),
    counts: new Float64Array(table.rows),
    active: active && new Float64Array(table.rows),
  }
  let length = 0
  for (let row = 0; row < table.rows; row++) {
    const line = table.lines[row]!
    const cell = playCells ? playCells[plays!.codes[row]!]! : { count: 1 }
    const asked = activeCells ? activeCells[active!.codes[row]!]! : { count: 0 }
    const count = 'count' in cell ? cell.count : 0
    const leaveOut = (reason: string, column: CodedColumn) =>
      log.add(input.role.name, reason, line, column.dictionary[column.codes[row]!]!, count)
    if (works[work.codes[row]!]! < 0) leaveOut('no_work', work)
    else if (users[user.codes[row]!]! < 0) log.add(input.role.name, 'user_not_listed', line, '', count)
    else if ('fault' in cell) leaveOut(`plays_${cell.fault}`, plays!)
    else if ('fault' in asked) leaveOut(`active_plays_${asked.fault}`, active!)
    else if (asked.count > count) leaveOut('active_plays_exceed_plays', active!)
    else {
      rows.users[length] = users[user.codes[row]!]!
      rows.works[length] = works[work.codes[row]!]!
      rows.counts[length] = count
      if (rows.active) rows.active[length] = asked.count
      length++
    }
  }
  log.addRagged(input.role.name, table.ragged)
  return { ...rows, length }
}

/** Row numbers in rising order of work: a counting sort. */
const orderByWork = (works: Int32Array, length: number, workCount: number): Uint32Array => {
  const next = new Uint32Array(workCount + 1)
  for (let row = 0; row < length; row++) next[works[row]! + 1]!++
  for (let work = 0; work < workCount; work++) next[work + 1]! += next[work]!
  const order = new Uint32Array(length)
  for (let row = 0; row < length; row++) order[next[works[row]!]!++] = row
  return order
}

const grouped = (rows: PlayRows, userCount: number, workCount: number) => {
  const order = orderByWork(rows.works, rows.length, workCount)
  const pick = (values: Int32Array | Float64Array) => {
    const picked = new Float64Array(order.length)
    for (let at = 0; at < order.length; at++) picked[at] = values[order[at]!]!
    return picked
  }
  const [users, works] = [pick(rows.users), pick(rows.works)]
  const plays = groupPlaysByUser(users, works, userCount, workCount, pick(rows.counts))
  const active = rows.active && groupPlaysByUser(users, works, userCount, workCount, pick(rows.active))
  return { plays, activePlays: active && Uint32Array.from(active.plays) }
}

/** Entries whose user played the same work in an earlier entry. */
const repeatedPairs = ({ userCount, payeeCount, starts, payees }: PlaysByUser): number => {
  const last = new Int32Array(payeeCount).fill(-1)
  let repeated = 0
  for (let user = 0; user < userCount; user++)
    for (let entry = starts[user]!; entry < starts[user + 1]!; entry++) {
      if (last[payees[entry]!] === user) repeated++
      last[payees[entry]!] = user
    }
  return repeated
}

/** The identifiers that rows carry: the dictionary may hold some of rows that were left out in reading. */
const presentIds = ({ codes, dictionary }: CodedColumn): string[] => {
  const isPresent = new Uint8Array(dictionary.length)
  for (const code of codes) isPresent[code] = 1
  return dictionary.flatMap((id, code) => (isPresent[code] === 1 && id.trim() !== '' ? [id.trim()] : []))
}

const sumOf = (counts: ArrayLike<number>): number => {
  let sum = 0
  for (let at = 0; at < counts.length; at++) sum += counts[at]!
  return sum
}

interface Arranged {
  readonly plays: PlaysByUser
  readonly activePlays: Uint32Array | undefined
  readonly userIds: readonly string[]
  readonly workIds: readonly string[]
}

type Listed = ReadonlyMap<string, number>

const fromRows = (input: StudyInput, users: Listed | undefined, works: Listed, log: LeftOutLog): Arranged => {
  const userIds = sortedIds(users ? users.keys() : new Set(presentIds(getColumn(input, 'user_id'))))
  const workIds = sortedIds(new Set([...works.keys(), ...presentIds(getColumn(input, 'work_id'))]))
  const rows = playRows(input, placesById(userIds), placesById(workIds), log)
  return { ...grouped(rows, userIds.length, workIds.length), userIds, workIds }
}

/** Takes the plays of users who are not listed out of the columns, in place. */
const withoutStrangers = (
  read: ReadPlays,
  users: Listed,
  log: LeftOutLog,
): { plays: PlaysByUser; userIds: string[] } => {
  const { starts, payees, plays, payeeCount } = read.plays
  const userIds: string[] = []
  const kept: number[] = [0]
  let end = 0
  let [rows, amount] = [0, 0]
  read.userIds.forEach((id, user) => {
    const [from, to] = [starts[user]!, starts[user + 1]!]
    if (!users.has(id)) {
      rows += to - from
      for (let entry = from; entry < to; entry++) amount += plays[entry]!
      return
    }
    if (end !== from) {
      payees.copyWithin(end, from, to)
      plays.copyWithin(end, from, to)
    }
    end += to - from
    userIds.push(id)
    kept.push(end)
  })
  log.addCounted('plays', 'user_not_listed', rows, amount)
  const columns = { payees: payees.subarray(0, end), plays: plays.subarray(0, end) }
  return { plays: { userCount: userIds.length, payeeCount, starts: Float64Array.from(kept), ...columns }, userIds }
}

/** Plays that came grouped, with the users and works behind them who are listed and have none. Entries stay in the order of the file. */
const arranged = (read: ReadPlays, users: Listed | undefined, works: Listed, log: LeftOutLog): Arranged => {
  for (const [reason, rows] of Object.entries(read.leftOut)) log.addCounted('plays', reason, rows)
  const own = users ? withoutStrangers(read, users, log) : { plays: read.plays, userIds: [...read.userIds] }
  const isPlaying = new Set(own.userIds)
  const idle = users ? sortedIds([...users.keys()].filter((id) => !isPlaying.has(id))) : []
  const isPlayed = new Set(read.workIds)
  const workIds = [...read.workIds, ...sortedIds([...works.keys()].filter((id) => !isPlayed.has(id)))]
  const userIds = [...own.userIds, ...idle]
  const starts = new Float64Array(userIds.length + 1).fill(own.plays.payees.length)
  starts.set(own.plays.starts)
  const plays = { ...own.plays, starts, userCount: userIds.length, payeeCount: workIds.length }
  return { plays, activePlays: undefined, userIds, workIds }
}

const unmatchedOf = (plays: PlaysByUser, workRow: Int32Array): Usage['unmatched'] => {
  const seen = new Set<number>()
  let count = 0
  for (let entry = 0; entry < plays.payees.length; entry++) {
    const work = plays.payees[entry]!
    if (workRow[work]! >= 0) continue
    seen.add(work)
    count += plays.plays[entry]!
  }
  return { works: seen.size, plays: count }
}

/**
 * Plays, works and (if given) users of a study put together. Rows that cannot be used are in `leftOut` with their reasons; works that are
 * played and not listed are kept with unknown origin; without a file of users everybody who plays is a user of unknown country.
 */
export const readUsage = (inputs: StudyInputs, spellings: Readonly<Record<string, string>>): Usage => {
  const country = countryLookup(spellings)
  const [places, leftOut] = [new CountryPlaces(), new LeftOutLog()]
  const [playsInput, worksInput] = [inputs.byRole.get('plays')!, inputs.byRole.get('works')!]
  const usersInput = inputs.byRole.get('users')
  const origin = getColumn(worksInput, 'origin')
  const originCells = countryEntries(origin, country, places)
  const works = listingOf(worksInput, 'work_id', origin, originCells, leftOut)
  const homeColumn = usersInput && getColumn(usersInput, 'country')
  const homeCells = homeColumn && countryEntries(homeColumn, country, places, true)
  const users = usersInput && listingOf(usersInput, 'user_id', homeColumn!, homeCells!, leftOut)
  const { plays, activePlays, userIds, workIds } = playsInput.grouped
    ? arranged(playsInput.grouped, users?.rowOf, works.rowOf, leftOut)
    : fromRows(playsInput, users?.rowOf, works.rowOf, leftOut)
  const workRow = Int32Array.from(workIds, (id) => works.rowOf.get(id) ?? -1)
  const userRow = Int32Array.from(userIds, (id) => users?.rowOf.get(id) ?? -1)
  const originsAt = (id: string, row: number) =>
    row < 0 || works.disagreeing.has(id) ? [] : originCells.byEntry[origin.codes[row]!]!
  const homeAt = (id: string, row: number) =>
    row < 0 || users?.disagreeing.has(id) ? -1 : (homeCells?.byEntry[homeColumn!.codes[row]!]![0] ?? -1)
  return {
    plays,
    activePlays,
    userIds,
    home: Int32Array.from(userIds, (id, user) => homeAt(id, userRow[user]!)),
    userRow,
    workIds,
    origins: workIds.map((id, work) => originsAt(id, workRow[work]!)),
    workRow,
    places,
    leftOut,
    unrecognised: [...originCells.unrecognised, ...(homeCells?.unrecognised ?? [])],
    totalPlays: sumOf(plays.plays),
    unmatched: unmatchedOf(plays, workRow),
    worksThatDisagree: works.disagreeing.size,
    repeatedPairs: repeatedPairs(plays),
  }
}
