import { setTimeout as pause } from 'node:timers/promises'
import type { OpenDatabase } from '../../src/platform/database/index.ts'
import type { Person } from './person.ts'

/** One press of the button that adds a measure, with every answer that came back. */
export interface Press {
  readonly key: string
  readonly title: string
  /** Addresses the answers sent the person on to; all the same if one press has one answer. */
  readonly answers: Set<string>
}

export interface Load {
  /** Every press that got at least one answer. */
  readonly acknowledged: () => readonly Press[]
  /** Presses whose answer never came: the person does not know. */
  readonly unknown: () => readonly Press[]
  readonly sent: () => number
  /** Stops pressing and waits for the answers still under way. */
  readonly stop: () => Promise<void>
}

const path = '/en/xa/measures/new'

/** Sends a press `copies` times at once; true when an answer came. */
const send = async (person: Person, press: Press, copies: number): Promise<boolean> => {
  const fields = { key: press.key, title: press.title, type: 'financial', mainFeatures: `Synthetic. ${press.title}` }
  const answers = await Promise.allSettled(Array.from({ length: copies }, () => person.post(path, fields)))
  for (const answer of answers)
    if (answer.status === 'fulfilled' && answer.value.status === 303) press.answers.add(answer.value.to ?? '')
  return press.answers.size > 0
}

/** People who add measures one after the other, each press sent one to five times at once. */
export const pressAway = (person: () => Person, people: number, series: string): Load => {
  const presses: Press[] = []
  let sent = 0
  const end = new AbortController()
  const keepPressing = async (): Promise<void> => {
    while (!end.signal.aborted) {
      const press: Press = { key: crypto.randomUUID(), title: `${series} ${presses.length}`, answers: new Set() }
      presses.push(press)
      const copies = 1 + (presses.length % 5)
      sent += copies
      if (!(await send(person(), press, copies))) await pause(20)
    }
  }
  const working = Array.from({ length: people }, keepPressing)
  return {
    acknowledged: () => presses.filter(({ answers }) => answers.size > 0),
    unknown: () => presses.filter(({ answers }) => answers.size === 0),
    sent: () => sent,
    stop: async () => {
      end.abort()
      await Promise.all(working)
    },
  }
}

/** As a person does whose browser said nothing: presses again, the same form with the same key, until an answer comes. */
export const pressAgain = async (person: Person, presses: readonly Press[]): Promise<void> => {
  for (const press of presses)
    for (let tries = 1; !(await send(person, press, 1)); tries += 1) {
      if (tries === 50) throw new Error(`No answer to ${press.title}`)
      await pause(100)
    }
}

export interface Ledger {
  readonly measures: number
  /** Acknowledged presses whose measure is not there. */
  readonly lost: readonly string[]
  /** Presses that made more than one measure, or were answered with more than one address. */
  readonly twice: readonly string[]
  /** Measures without their line of history or without the receipt of their press, and lines or receipts without a measure. */
  readonly partial: readonly string[]
}

interface Row {
  readonly ids: readonly string[]
  readonly lines: number
  readonly receipts: readonly string[]
}

const listOf = (map: Map<string, string[]>, key: string): string[] => {
  const list = map.get(key) ?? []
  map.set(key, list)
  return list
}

const measuresOf = async ({ pool }: OpenDatabase, series: string): Promise<ReadonlyMap<string, Row>> => {
  const measures = await pool.query<{ id: string; title: string }>(
    'select id::text, title from measures where title like $1',
    [`${series} %`],
  )
  const history = await pool.query<{ object: string }>(
    `select object from history where party = 'XA' and action = 'measures.create'`,
  )
  const submissions = await pool.query<{ key: string; id: string }>(
    `select key::text, split_part(answer->>'to', '/', 5) as id from submissions where path = $1`,
    [path],
  )
  const lines = new Map<string, number>()
  for (const { object } of history.rows) lines.set(object, (lines.get(object) ?? 0) + 1)
  const receipts = new Map<string, string[]>()
  for (const { key, id } of submissions.rows) listOf(receipts, id).push(key)
  const ids = new Map<string, string[]>()
  for (const { id, title } of measures.rows) listOf(ids, title).push(id)
  return new Map(
    [...ids].map(([title, made]) => [
      title,
      {
        ids: made,
        lines: made.reduce((sum, id) => sum + (lines.get(id) ?? 0), 0),
        receipts: made.flatMap((id) => receipts.get(id) ?? []),
      },
    ]),
  )
}

/** Lines of history and receipts of presses that name a measure which is not there. */
const orphansIn = async ({ pool }: OpenDatabase): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ orphan: string }>(
    `with made as (select id::text as id from measures)
     select object as orphan from history
       left join made on made.id = object
       where party = 'XA' and action = 'measures.create' and made.id is null
     union all
     select key::text from submissions
       left join made on made.id = split_part(answer->>'to', '/', 5)
       where path = $1 and made.id is null`,
    [path],
  )
  return rows.map(({ orphan }) => orphan)
}

const isWhole = (row: Row, { key }: Press): boolean =>
  row.lines === row.ids.length && row.receipts.length === 1 && row.receipts[0] === key

/** Compares what was answered with what is in the database. */
export const compare = async (database: OpenDatabase, series: string, presses: readonly Press[]): Promise<Ledger> => {
  const rows = await measuresOf(database, series)
  const titled = (wanted: (press: Press, row: Row | undefined) => boolean): readonly string[] =>
    presses.filter((press) => wanted(press, rows.get(press.title))).map(({ title }) => title)
  const known = new Set(presses.map(({ title }) => title))
  return {
    measures: rows.size,
    lost: titled(({ answers }, row) =>
      answers.size > 0 ? !row || ![...answers].some((to) => row.ids.some((id) => to.endsWith(id))) : false,
    ),
    twice: titled(({ answers }, row) => answers.size > 1 || (row?.ids.length ?? 0) > 1),
    partial: [
      ...titled((press, row) => row !== undefined && !isWhole(row, press)),
      ...[...rows.keys()].filter((title) => !known.has(title)),
      ...(await orphansIn(database)),
    ],
  }
}
