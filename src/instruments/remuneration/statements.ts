import { payeeTotals } from '../../engines/metrics/index.ts'
import { leastPersons } from '../../engines/studies/index.ts'
import { decimalText } from '../../kernel/money.ts'
import type { Computed } from './computed.ts'
import type { Ledger } from './ledger.ts'

/** What one creator is paid under each model, to the cent, and for what. `listeners` is nothing when they are fewer than ten. */
export interface Statement {
  readonly creator: string
  readonly works: number
  readonly plays: number
  readonly listeners: number | null
  readonly paid: Readonly<Record<string, string>>
}

/** Statements of all creators with plays or money, in rising order of name. */
export const statementsOf = (ledger: Ledger, models: readonly Computed[], currency: string): Statement[] => {
  const { usage, creator, creators } = ledger
  const payees = usage.plays.payees.map((work) => creator[work]!)
  const { plays, listeners } = payeeTotals({ ...usage.plays, payees, payeeCount: creators.length })
  const works = new Uint32Array(creators.length)
  for (const place of creator) works[place]!++
  return creators.map((name, place) => ({
    creator: name,
    works: works[place]!,
    plays: plays[place]!,
    listeners: listeners[place]! >= leastPersons || listeners[place] === 0 ? listeners[place]! : null,
    paid: Object.fromEntries(
      models.map(({ model, settled }) => [model.name, decimalText({ minor: settled[place]!, currency })]),
    ),
  }))
}
