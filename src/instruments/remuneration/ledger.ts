import { findColumn, readUsage, type StudyInputs, type Usage } from '../../engines/studies/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { minorDigits } from '../../kernel/money.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import type { RemunerationOptions } from './options.ts'

/** Who played what, who is paid for it, and what everybody pays. */
export interface Ledger {
  readonly usage: Usage
  /** Creators by name, in rising order; `creator[w]` is the place of the creator of work w. */
  readonly creators: readonly string[]
  readonly creator: Uint32Array
  readonly title: readonly string[] | undefined
  readonly genre: readonly string[] | undefined
  readonly gender: readonly string[] | undefined
  /** Whole minor units per user. */
  readonly fees: Float64Array
  readonly feesNotReadable: number
}

/** Works without a creator's name are together under this one. */
export const unnamedCreator = ''

const textsByWork = (inputs: StudyInputs, { workRow }: Usage, name: string): string[] | undefined => {
  const column = findColumn(inputs.byRole.get('works')!, name)
  return column && Array.from(workRow, (row) => (row < 0 ? '' : column.dictionary[column.codes[row]!]!.trim()))
}

const creatorsOf = (inputs: StudyInputs, usage: Usage): Pick<Ledger, 'creators' | 'creator'> => {
  const named = textsByWork(inputs, usage, 'creator')
  const names = named ?? usage.workIds
  const creators = [...new Set(names)].sort((a, b) => (a < b ? -1 : 1))
  const places = new Map(creators.map((name, place) => [name, place]))
  return { creators, creator: Uint32Array.from(names, (name) => places.get(name)!) }
}

/** An amount in major units as whole minor ones; nothing when it is not one. */
export const minorAmount = (text: string, currency: string): number | undefined => {
  const trimmed = text.trim().replace(/^(\d+),(\d+)$/, '$1.$2')
  if (!/^\d+(\.\d+)?$/.test(trimmed)) return undefined
  const minor = Number(trimmed) * 10 ** minorDigits(currency)
  const whole = Math.round(minor)
  return Math.abs(minor - whole) < 1e-6 && whole <= 1e12 ? whole : undefined
}

const currencyFault = (inputs: StudyInputs, usage: Usage, currency: string): Fault | undefined => {
  const users = inputs.byRole.get('users')
  const column = users && findColumn(users, 'currency')
  if (!column) return undefined
  const counts = new Map<string, number>()
  for (const row of usage.userRow) {
    const code = row < 0 ? '' : column.dictionary[column.codes[row]!]!.trim().toUpperCase()
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  if (counts.size === 1 && counts.has(currency)) return undefined
  const found = [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, users]) => `${code || '–'}: ${users}`)
  return { code: 'mixed-currencies', field: 'users.currency', values: { currency, found: found.join(', ') } }
}

const feesOf = (inputs: StudyInputs, usage: Usage, { feeMinor, currency }: RemunerationOptions) => {
  const users = inputs.byRole.get('users')
  const column = users && findColumn(users, 'fee')
  let feesNotReadable = 0
  const amounts = column?.dictionary.map((text) => minorAmount(text, currency))
  const fees = Float64Array.from(usage.userRow, (row) => {
    if (!column || row < 0) return feeMinor
    const amount = amounts![column.codes[row]!]
    if (amount !== undefined) return amount
    feesNotReadable++
    usage.leftOut.add('users', 'fee_not_readable', users!.table.lines[row]!, column.dictionary[column.codes[row]!]!)
    return 0
  })
  return { fees, feesNotReadable }
}

/** Puts the files together. Several currencies are not added up: a fault. A fee that cannot be read counts 0 and is listed. */
export const readLedger = (
  inputs: StudyInputs,
  spellings: Readonly<Record<string, string>>,
  options: RemunerationOptions,
): Result<Ledger, Fault> => {
  const usage = readUsage(inputs, spellings)
  const fault = currencyFault(inputs, usage, options.currency)
  if (fault) return notAccepted(fault)
  if (usage.totalPlays === 0) {
    const worst = usage.leftOut.list().toSorted((a, b) => b.rows - a.rows)[0]
    const values = { reason: worst?.reason ?? 'no_plays', found: worst?.found[0] ?? 'none' }
    return notAccepted({ code: 'no-usable-plays', field: 'plays', values })
  }
  return accepted({
    usage,
    ...creatorsOf(inputs, usage),
    title: textsByWork(inputs, usage, 'title'),
    genre: textsByWork(inputs, usage, 'genre'),
    gender: textsByWork(inputs, usage, 'gender'),
    ...feesOf(inputs, usage, options),
  })
}
