import { payeeTotals, settle } from '../../engines/metrics/index.ts'
import { leastPersons } from '../../engines/studies/index.ts'
import { decimalText } from '../../kernel/money.ts'
import type { Computed } from './computed.ts'
import type { Ledger } from './ledger.ts'

type Paid = Readonly<Record<string, string>>

/** What one creator is paid under each model, to the cent, and for what. `listeners` is nothing when they are fewer than ten. */
export interface Statement {
  readonly creator: string
  readonly works: number
  readonly plays: number
  readonly listeners: number | null
  readonly paid: Paid
}

/** A work in a statement: its part of what its creator is paid, to the cent; the parts add up. */
export interface StatedWork {
  readonly work: string
  readonly title: string | null
  readonly plays: number
  readonly listeners: number | null
  readonly paid: Paid
}

export interface StatementWithWorks extends Statement {
  /** The most played first. */
  readonly played: readonly StatedWork[]
}

/** The statements of a study: all creators in rising order of name, and on demand the works of one. */
export interface Statements {
  readonly currency: string
  readonly models: readonly string[]
  readonly count: number
  readonly workCount: number
  readonly at: (place: number) => Statement
  readonly worksAt: (place: number) => StatedWork[]
}

const told = (listeners: number): number | null => (listeners >= leastPersons || listeners === 0 ? listeners : null)

/** Works of each creator, one creator after the other: those of creator c from `starts[c]`. */
const worksByCreator = ({ creator, creators }: Ledger) => {
  const starts = new Uint32Array(creators.length + 1)
  for (const place of creator) starts[place + 1]!++
  for (let place = 0; place < creators.length; place++) starts[place + 1]! += starts[place]!
  const next = starts.slice(0, creators.length)
  const works = new Uint32Array(creator.length)
  creator.forEach((place, work) => {
    works[next[place]!++] = work
  })
  return { starts, works }
}

/** Statements that are worked out when they are asked for. */
export const statementsOf = (ledger: Ledger, models: readonly Computed[], currency: string): Statements => {
  const { usage, creator, creators, title } = ledger
  const payees = usage.plays.payees.map((work) => creator[work]!)
  const ofCreators = payeeTotals({ ...usage.plays, payees, payeeCount: creators.length })
  const ofWorks = payeeTotals(usage.plays)
  const { starts, works } = worksByCreator(ledger)
  const names = models.map(({ model }) => model.name)
  const paidTo = (minorOf: (model: number) => number): Paid =>
    Object.fromEntries(names.map((name, at) => [name, decimalText({ minor: minorOf(at), currency })]))
  return {
    currency,
    models: names,
    count: creators.length,
    workCount: works.length,
    at: (place) => ({
      creator: creators[place]!,
      works: starts[place + 1]! - starts[place]!,
      plays: ofCreators.plays[place]!,
      listeners: told(ofCreators.listeners[place]!),
      paid: paidTo((at) => models[at]!.settled[place]!),
    }),
    worksAt: (place) => {
      const own = works.subarray(starts[place], starts[place + 1])
      const parts = models.map(({ payout, settled }) =>
        settle(
          Float64Array.from(own, (work) => payout.quotas[work]!),
          settled[place]!,
        ),
      )
      return Array.from(own, (work, at) => ({
        work: usage.workIds[work]!,
        title: title?.[work] || null,
        plays: ofWorks.plays[work]!,
        listeners: told(ofWorks.listeners[work]!),
        paid: paidTo((model) => parts[model]![at]!),
      })).sort((a, b) => b.plays - a.plays || (a.work < b.work ? -1 : 1))
    },
  }
}

/** One statement with its works. */
export const statementAt = (statements: Statements, place: number): StatementWithWorks => ({
  ...statements.at(place),
  played: statements.worksAt(place),
})
