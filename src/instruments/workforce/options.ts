import type { StudyCall } from '../../engines/studies/index.ts'
import { foldName } from '../../engines/tables/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { minorDigits } from '../../kernel/money.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { sexes, statuses, workingTimes } from './categories.ts'

export const payPeriods = ['hour', 'month', 'year'] as const
export type PayPeriod = (typeof payPeriods)[number]

/** Strata with a single unit: put together with each other, or taken as drawn with certainty (no variance from them). */
export const loneUnitRules = ['together', 'certain'] as const
export type LoneUnitRule = (typeof loneUnitRules)[number]

/** What a spelling means, by its folded form. */
export type Meanings = ReadonlyMap<string, number>

/** The settings of the study, all settled. */
export interface WorkforceOptions {
  /** The classification of industries; found in the file when nobody says. */
  readonly industry: 'isic-4' | 'nace-2' | undefined
  /** How much a partly cultural code counts, 0 … 1. */
  readonly partly: number
  readonly currency: string
  readonly payPeriod: PayPeriod
  /** Usual weekly hours below which work is part-time where the file gives hours only. */
  readonly partTimeHours: number
  readonly loneUnits: LoneUnitRule
  readonly sex: Meanings
  readonly status: Meanings
  readonly workingTime: Meanings
}

export const ownOptions = {
  industry: { type: 'string' },
  partly: { type: 'string' },
  currency: { type: 'string' },
  'pay-period': { type: 'string' },
  'part-time-hours': { type: 'string' },
  'lone-units': { type: 'string' },
  sex: { type: 'string', multiple: true },
  status: { type: 'string', multiple: true },
  'working-time': { type: 'string', multiple: true },
  'isco-column': { type: 'string' },
  'isic-column': { type: 'string' },
  'sex-column': { type: 'string' },
  weight: { type: 'string' },
  stratum: { type: 'string' },
  cluster: { type: 'string' },
} as const

const isCurrency = (code: string): boolean => {
  try {
    return /^[A-Z]{3}$/.test(code) && minorDigits(code) >= 0
  } catch {
    return false
  }
}

/** `--sex V=women,K=men`: what spellings mean that are not known, or known otherwise. */
const meaningsOf = (own: StudyCall['own'], name: string, known: readonly string[]): Meanings => {
  const meanings = new Map<string, number>()
  for (const text of own.list(name)) {
    const at = text.lastIndexOf('=')
    const place = known.indexOf(text.slice(at + 1).trim())
    if (at <= 0) own.refuse('argument-pair', name, { text })
    else if (place < 0) own.refuse('argument-choice', name, { text: text.slice(at + 1), choices: known.join(', ') })
    else meanings.set(foldName(text.slice(0, at)), place)
  }
  return meanings
}

/** The settings from the words of the command. */
export const optionsOf = ({ own }: StudyCall): Result<WorkforceOptions, Fault> => {
  const currency = (own.text('currency') ?? 'XXX').toUpperCase()
  if (!isCurrency(currency)) own.refuse('argument-currency', 'currency', { text: currency })
  const options: WorkforceOptions = {
    industry: own.choice('industry', ['isic-4', 'nace-2'] as const),
    partly: own.number('partly', 0, 1) ?? 0,
    currency,
    payPeriod: own.choice('pay-period', payPeriods) ?? 'month',
    partTimeHours: own.number('part-time-hours', 1, 60) ?? 30,
    loneUnits: own.choice('lone-units', loneUnitRules) ?? 'together',
    sex: meaningsOf(own, 'sex', sexes),
    status: meaningsOf(own, 'status', statuses),
    workingTime: meaningsOf(own, 'working-time', workingTimes),
  }
  return own.faults.length > 0 ? notAccepted(...own.faults) : accepted(options)
}
