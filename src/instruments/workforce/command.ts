import { kishEffectiveSize } from '../../engines/metrics/index.ts'
import {
  type FileRole,
  findColumn,
  jsonText,
  LeftOutLog,
  openStudy,
  readStudyCall,
  repeatingCommand,
  type StudyCall,
  type StudyCommand,
  type StudyInput,
  type StudyInputs,
  studyNotes,
  studyRecord,
} from '../../engines/studies/index.ts'
import { openDataFile, proposeMapping } from '../../engines/tables/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { currenciesOf } from './amounts.ts'
import { workforceCsv } from './csv.ts'
import { culturalCodesOf } from './cultural-codes.ts'
import { codesFindings, notUnderstood, sampleFindings, type WorkforceDocument } from './document.ts'
import { employmentOf } from './employment.ts'
import { drawReplicates } from './estimates.ts'
import { type ListFindings, listFindings } from './lists.ts'
import { notesOf } from './notes.ts'
import { optionsOf, ownOptions, type WorkforceOptions } from './options.ts'
import { payOf } from './pay.ts'
import { type Persons, readPersons } from './persons.ts'
import { recordOf } from './record-words.ts'
import { type ListName, listNames, workforceRoles } from './roles.ts'
import { sampleDesignOf } from './sample-design.ts'
import { talliesOf } from './tallies.ts'

/** Short ways to say which columns of the persons are meant. */
const shortcuts = {
  'isco-column': 'isco',
  'isic-column': 'isic',
  'sex-column': 'sex',
  weight: 'weight',
  stratum: 'stratum',
  cluster: 'cluster',
} as const

/** Columns named by a shortcut go before the usual names; the other columns are found as ever. */
const withShortcuts = async (call: StudyCall): Promise<StudyCall> => {
  const persons = call.files['persons']
  const named = Object.entries(shortcuts).flatMap(([option, column]) => {
    const text = call.own.text(option)
    return text === undefined ? [] : [[column, text] as const]
  })
  if (!persons || named.length === 0) return call
  const file = await openDataFile(persons.path)
  const role = workforceRoles.find(({ name }) => name === 'persons') as FileRole
  const hasOwn = Object.keys(persons.columns ?? {}).length > 0
  const chosen = Object.fromEntries(named)
  const open = file.ok ? file.value.header.filter((column) => !Object.values(chosen).includes(column)) : []
  const proposed = hasOwn ? {} : proposeMapping(open, role.columns)
  return {
    ...call,
    files: { ...call.files, persons: { ...persons, columns: { ...proposed, ...persons.columns, ...chosen } } },
  }
}

/** Every setting that took part, so that the record does not lean on what is usual today. */
const settledWords = (call: StudyCall, options: WorkforceOptions, industry: string, hasPersons: boolean) => ({
  ...(hasPersons
    ? {
        industry,
        partly: options.partly,
        'pay-period': options.payPeriod,
        'part-time-hours': options.partTimeHours,
        'lone-units': options.loneUnits,
      }
    : {}),
  currency: options.currency,
  ...Object.fromEntries(
    ['sex', 'status', 'working-time'].flatMap((name) => {
      const words = call.own.list(name)
      return words.length > 0 ? [[name, words.join(',')]] : []
    }),
  ),
})

/** The currency of the pay: that of its column where there is one; several are not put together. */
const payCurrency = (input: StudyInput, currency: string): Result<string, Fault> => {
  const column = findColumn(input, 'currency')
  if (!column || !findColumn(input, 'pay')) return accepted(currency)
  const found = currenciesOf(column)
  const told = found.filter(([code]) => code !== '')
  const isOne = told.length <= 1 && (!told[0] || currency === 'XXX' || told[0][0] === currency)
  if (isOne) return accepted(told[0]?.[0] ?? currency)
  const values = { currency, found: found.map(([code, rows]) => `${code || '–'}: ${rows}`).join(', ') }
  return notAccepted({ code: 'mixed-currencies', field: told.length > 1 ? 'persons.currency' : 'currency', values })
}

const noPersons = (log: LeftOutLog, name: string): Fault => {
  const worst = log.list().toSorted((a, b) => b.rows - a.rows)[0]
  return {
    code: 'no-usable-persons',
    field: 'persons',
    values: {
      name,
      reason: worst?.reason ?? 'empty',
      found: worst?.found[0] ? 'some' : 'none',
      example: worst?.found[0] ?? '',
    },
  }
}

type Findings = Omit<WorkforceDocument, 'method' | 'left_out' | 'not_understood'>

interface PersonsStudy {
  readonly persons: Persons
  readonly findings: Pick<Findings, 'sample' | 'codes' | 'employment' | 'pay'>
  readonly industry: string
}

const studyPersons = (
  call: StudyCall,
  inputs: StudyInputs,
  input: StudyInput,
  options: WorkforceOptions,
  log: LeftOutLog,
): Result<PersonsStudy, Fault> => {
  const codes = culturalCodesOf(inputs, options.industry)
  if (!codes.ok) return codes
  const currency = payCurrency(input, options.currency)
  if (!currency.ok) return currency
  const settled = { ...options, currency: currency.value }
  const read = readPersons(input, codes.value, settled, log)
  if (!read.ok) return read
  const persons = read.value
  if (persons.count === 0) return notAccepted(noPersons(log, input.file.name))
  const design = sampleDesignOf(input, options.loneUnits, call.resampling.seed)
  const tallies = talliesOf(persons, design)
  const drawn = drawReplicates(tallies, design, call.resampling, persons.isTable)
  const worth = kishEffectiveSize(persons.weight) / persons.count
  const pay = payOf(persons, tallies, design, drawn, call.resampling, settled)
  return accepted({
    persons,
    industry: codes.value.industries.classification,
    findings: {
      sample: sampleFindings(persons, design, drawn),
      codes: codesFindings(codes.value, persons),
      employment: employmentOf(tallies, drawn, (count) => Math.max(1, count * worth)),
      ...(pay ? { pay } : {}),
    },
  })
}

/** The document of the study from files that are open: what persons, posts, awards and works say, each where its file is there. */
export const workforceOf = (
  call: StudyCall,
  inputs: StudyInputs,
  options: WorkforceOptions,
): Result<{ document: WorkforceDocument; notes: readonly Fault[] }, Fault> => {
  const log = new LeftOutLog()
  const input = inputs.byRole.get('persons')
  const given = listNames.filter((name) => inputs.byRole.has(name))
  if (!input && given.length === 0) return notAccepted({ code: 'argument-nothing-given', field: 'persons' })
  const ofPersons = input && studyPersons(call, inputs, input, options, log)
  const lists = given.map((name) => [name, listFindings(name, inputs.byRole.get(name)!, options, log)] as const)
  const faults = [
    ...(ofPersons && !ofPersons.ok ? ofPersons.faults : []),
    ...lists.flatMap(([, found]) => (found.ok ? [] : found.faults)),
  ]
  if (faults.length > 0) return notAccepted(...faults)
  const found = ofPersons?.ok ? ofPersons.value : undefined
  const ofLists = Object.fromEntries(lists.flatMap(([name, one]) => (one.ok ? [[name, one.value]] : []))) as Partial<
    Record<ListName, ListFindings>
  >
  const words = settledWords(call, options, found?.industry ?? '', found !== undefined)
  const hasIntervals = (found?.findings.sample?.degrees_of_freedom ?? 0) > 0
  const command = repeatingCommand('workforce', call, inputs, words, hasIntervals)
  const method = studyRecord('workforce', command, call, inputs, recordOf({ ...found?.findings, ...ofLists }))
  const document: WorkforceDocument = {
    ...found?.findings,
    ...ofLists,
    not_understood: notUnderstood(found?.persons, ofLists),
    left_out: { rows: log.list() },
    method,
  }
  return accepted({ document, notes: [...studyNotes(inputs, log, []), ...notesOf(document)] })
}

/** `study workforce …`: employment, pay, posts, awards and works in culture by sex. */
export const workforce: StudyCommand = async (words, watch) => {
  const call = readStudyCall(words, workforceRoles, ownOptions)
  if (!call.ok) return call
  const options = optionsOf(call.value)
  if (!options.ok) return options
  const told = await withShortcuts(call.value)
  const inputs = await openStudy(workforceRoles, [], told.files, told.layout, { watch, cache: told.cache })
  if (!inputs.ok) return inputs
  const study = workforceOf(told, inputs.value, options.value)
  if (!study.ok) return study
  const { document, notes } = study.value
  return accepted({
    text: told.format === 'json' ? jsonText(document) : workforceCsv(document),
    out: told.out,
    notes,
  })
}

export { workforce as command }
