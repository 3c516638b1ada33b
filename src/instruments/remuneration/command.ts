import {
  jsonText,
  openStudy,
  readStudyCall,
  repeatingCommand,
  type StudyCall,
  type StudyCommand,
  type StudyInputs,
  studyNotes,
  studyRecord,
  usageLayouts,
  usageRoles,
} from '../../engines/studies/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { minorDigits } from '../../kernel/money.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { remunerationCsv, statementsCsv } from './csv.ts'
import type { RemunerationDocument } from './document.ts'
import { remunerationFindings } from './all-findings.ts'
import { minorAmount, readLedger } from './ledger.ts'
import { creditRules, modelNames, type RemunerationOptions } from './options.ts'
import { statementFileText } from './statement-file.ts'
import { type Statements, statementAt, statementsOf } from './statements.ts'

const own = {
  models: { type: 'string', multiple: true },
  fee: { type: 'string' },
  currency: { type: 'string' },
  without: { type: 'string' },
  credit: { type: 'string' },
  lambda: { type: 'string' },
  'threshold-plays': { type: 'string' },
  'threshold-listeners': { type: 'string' },
  'activity-plays': { type: 'string' },
  'activity-listeners': { type: 'string' },
  'activity-factor': { type: 'string' },
  'engagement-factor': { type: 'string' },
  cap: { type: 'string' },
  statement: { type: 'string', multiple: true },
  statements: { type: 'string' },
} as const

const isCurrency = (code: string): boolean => {
  try {
    return /^[A-Z]{3}$/.test(code) && minorDigits(code) >= 0
  } catch {
    return false
  }
}

/** The settings of the study from its words. The usual values of threshold, activity and cap are the published ones of 2023. */
const optionsOf = ({ own: words }: StudyCall): Result<RemunerationOptions, Fault> => {
  const currency = (words.text('currency') ?? 'XXX').toUpperCase()
  if (!isCurrency(currency)) words.refuse('argument-currency', 'currency', { text: currency })
  const fee = words.text('fee') ?? '1'
  const feeMinor = isCurrency(currency) ? minorAmount(fee, currency) : 0
  if (feeMinor === undefined) words.refuse('argument-fee', 'fee', { text: fee, currency })
  const models = words.choices('models', modelNames)
  const order = words.list('models')
  const whole = (name: string, usual: number) => words.number(name, 0, 1e9) ?? usual
  const options: RemunerationOptions = {
    models:
      models.length > 0 ? models.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)) : ['pro-rata', 'user-centric'],
    feeMinor: feeMinor ?? 0,
    currency,
    without: words.choice('without', ['by-plays', 'by-model', 'kept-aside']) ?? 'by-plays',
    credit: words.choice('credit', creditRules) ?? 'fractional',
    lambda: words.number('lambda', 0, 1) ?? 0.5,
    threshold: { minPlays: whole('threshold-plays', 1000), minListeners: whole('threshold-listeners', 0) },
    activity: { minPlays: whole('activity-plays', 1000), minListeners: whole('activity-listeners', 500) },
    activityFactor: words.number('activity-factor', 1, 1024) ?? 2,
    engagementFactor: words.number('engagement-factor', 1, 1024) ?? 2,
    cap: words.number('cap', 1, 1e9) ?? 1000,
    statements: words.list('statement'),
  }
  return words.faults.length > 0 ? notAccepted(...words.faults) : accepted(options)
}

/** Every setting that took part, so that the record does not lean on what is usual today. */
const settledWords = (options: RemunerationOptions): Record<string, string | number> => {
  const { models, feeMinor, currency, without, credit } = options
  const has = (model: (typeof modelNames)[number]) => models.includes(model)
  return {
    models: models.join(','),
    fee: feeMinor / 10 ** minorDigits(currency),
    currency,
    without,
    credit,
    ...(has('mixture') ? { lambda: options.lambda } : {}),
    ...(has('thresholded')
      ? { 'threshold-plays': options.threshold.minPlays, 'threshold-listeners': options.threshold.minListeners }
      : {}),
    ...(has('artist-centric')
      ? {
          'activity-plays': options.activity.minPlays,
          'activity-listeners': options.activity.minListeners,
          'activity-factor': options.activityFactor,
          'engagement-factor': options.engagementFactor,
          cap: options.cap,
        }
      : {}),
    ...(options.statements.length > 0 ? { statement: options.statements.join(',') } : {}),
  }
}

const rules = {
  'pro-rata': 'all fees in one pool, shared by plays',
  'user-centric': "each user's fee shared by that user's own plays",
  thresholded:
    'as pro-rata; works below the threshold of plays and listeners earn nothing, their part goes to the others',
  'artist-centric':
    'as pro-rata; plays of creators above the activity threshold count more, so do plays that were asked for; no user counts for more than the cap',
  mixture: 'lambda × pro-rata + (1 − lambda) × user-centric',
  rounding: 'whole minor units by largest remainder; settled amounts add up to what is paid, exactly',
  local:
    'money that goes to works of the country of the user who pays it; bounds take all unknown as foreign (low) or local (high)',
  origin:
    'as the list of works says; co-productions by the rule of the command (fractional: 1/n for each of n countries)',
  users_without_plays: 'fees shared by all plays (by-plays), as the model pays the rest (by-model), or kept aside',
  size_band: 'creators in falling order of plays: head, half of all plays; middle, up to 80 %; tail, the rest',
  small_cells: 'origins with fewer than 10 listeners stand together; one alone takes the next smallest with it',
} as const

const limits = [
  'Static: nothing is said about how users or creators would react to another rule.',
  'Paid to the creator that the list of works names; who holds the rights, and what contracts say, is not known here.',
  'Amounts are of the pool given by the fees; costs and shares of the platform are not taken off.',
]

const resampling =
  'users are drawn with replacement, with all their plays and their fee; percentile intervals; differences between models are of paired replicates; ' +
  'factors of thresholded and artist-centric are held as estimated'

/** The document and the statements of every creator, from files that are open. */
export const remunerationOf = (
  call: StudyCall,
  inputs: StudyInputs,
  options: RemunerationOptions,
): Result<{ document: RemunerationDocument; statements: Statements; notes: readonly Fault[] }, Fault> => {
  const ledger = readLedger(inputs, call.spellings, options)
  if (!ledger.ok) return ledger
  const { findings, models } = remunerationFindings(ledger.value, options, call.resampling)
  const { creators, usage } = ledger.value
  const unknown = options.statements.filter((name) => !creators.includes(name))
  if (unknown.length > 0)
    return notAccepted({ code: 'no-such-creator', field: 'statement', values: { creator: unknown.join(', ') } })
  const statements = statementsOf(ledger.value, models, options.currency)
  const command = repeatingCommand('remuneration', call, inputs, settledWords(options))
  const method = studyRecord('remuneration', command, call, inputs, { rules, limits, resampling })
  const asked = creators.flatMap((name, at) => (options.statements.includes(name) ? [statementAt(statements, at)] : []))
  const document = { ...findings, statements: asked, method }
  const unpaid = Object.entries(findings.models).filter(([, { gini }]) => gini === null)
  const nobodyPaid = unpaid.map(([model]): Fault => ({ code: 'nobody-paid', field: 'models', values: { model } }))
  return accepted({
    document,
    statements,
    notes: [...nobodyPaid, ...studyNotes(inputs, usage.leftOut, usage.unrecognised)],
  })
}

/** `study remuneration …`: payout models compared on the same plays. */
export const remuneration: StudyCommand = async (words, watch) => {
  const call = readStudyCall(words, usageRoles, own)
  if (!call.ok) return call
  const options = optionsOf(call.value)
  if (!options.ok) return options
  const inputs = await openStudy(usageRoles, usageLayouts, call.value.files, call.value.layout, {
    watch,
    cache: call.value.cache,
  })
  if (!inputs.ok) return inputs
  const study = remunerationOf(call.value, inputs.value, options.value)
  if (!study.ok) return study
  const { document, statements, notes } = study.value
  const path = call.value.own.text('statements')
  return accepted({
    text: call.value.format === 'json' ? jsonText(document) : remunerationCsv(document),
    out: call.value.out,
    notes,
    ...(path === undefined
      ? {}
      : { also: [{ path, text: (/\.jsonl$/i.test(path) ? statementFileText : statementsCsv)(statements) }] }),
  })
}

export { remuneration as command }
