import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { matchingOptions } from '../../engines/studies/index.ts'
import { type ColumnMapping, type Encoding, encodings, separatorOf } from '../../engines/tables/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import type { Resampling } from './intervals.ts'
import type { ExposureStudyOptions, StudyFile } from './options.ts'

/** What `study exposure` takes on the command line; the same words stand in the command that a result gives for its repetition. */
export const exposureArguments = {
  exposures: { type: 'string' },
  works: { type: 'string' },
  layout: { type: 'string' },
  country: { type: 'string', multiple: true },
  'exposures-column': { type: 'string', multiple: true },
  'works-column': { type: 'string', multiple: true },
  'exposures-encoding': { type: 'string' },
  'works-encoding': { type: 'string' },
  'exposures-separator': { type: 'string' },
  'exposures-name': { type: 'string' },
  'works-separator': { type: 'string' },
  'works-name': { type: 'string' },
  spelling: { type: 'string', multiple: true },
  dates: { type: 'string' },
  replicates: { type: 'string' },
  seed: { type: 'string' },
  level: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  ...matchingOptions,
} as const satisfies ParseArgsOptionsConfig

/** A call of the command: the study, the form of its result, and the file it goes to (standard output without one). */
export interface ExposureCall {
  readonly options: ExposureStudyOptions
  readonly format: 'json' | 'csv'
  readonly out: string | undefined
}

type Values = { readonly [Name in keyof typeof exposureArguments]?: string | string[] | undefined }

/** Reads values and notes every one that cannot be read. */
class ArgumentReader {
  readonly faults: Fault[] = []
  readonly #values: Values

  constructor(values: Values) {
    this.#values = values
  }

  text(name: keyof Values): string | undefined {
    const value = this.#values[name]
    return typeof value === 'string' ? value : undefined
  }

  list(name: keyof Values): readonly string[] {
    const value = this.#values[name]
    return Array.isArray(value) ? value : []
  }

  required(name: keyof Values): string {
    const text = this.text(name)
    if (text === undefined || text === '') this.#refuse('argument-missing', name)
    return text ?? ''
  }

  choice<Choice extends string>(name: keyof Values, choices: readonly Choice[]): Choice | undefined {
    const text = this.text(name)
    const found = choices.find((choice) => choice === text)
    if (text !== undefined && found === undefined)
      this.#refuse('argument-choice', name, { text, choices: choices.join(', ') })
    return found
  }

  number(name: keyof Values): number | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const value = Number(text)
    if (text.trim() === '' || Number.isNaN(value)) this.#refuse('argument-number', name, { text })
    return value
  }

  /** `--spelling Guadaloupe=GP`: the name before the last sign of equality for spellings, the first for columns. */
  pairs(name: keyof Values, cut: 'first' | 'last'): Readonly<Record<string, string>> | undefined {
    const pairs = this.list(name).map((text) => {
      const at = cut === 'first' ? text.indexOf('=') : text.lastIndexOf('=')
      if (at <= 0 || at === text.length - 1) this.#refuse('argument-pair', name, { text })
      return [text.slice(0, at), text.slice(at + 1)] as const
    })
    return pairs.length === 0 ? undefined : Object.fromEntries(pairs)
  }

  demandCountry(countries: readonly string[] | 'all'): void {
    if (countries.length === 0) this.#refuse('argument-missing', 'country')
  }

  #refuse(code: string, name: keyof Values, values: Readonly<Record<string, string>> = {}): void {
    this.faults.push({ code, field: name, values: { argument: `--${name}`, ...values } })
  }
}

/** The entries that were given: an absent choice is left to the study. */
const given = <Entries extends object>(entries: Entries): { [Key in keyof Entries]?: NonNullable<Entries[Key]> } =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Entries]?: NonNullable<Entries[Key]>
  }

const fileOf = (reader: ArgumentReader, role: 'exposures' | 'works'): StudyFile => {
  const separator = reader.text(`${role}-separator`)
  return {
    path: reader.required(role),
    ...given({
      name: reader.text(`${role}-name`),
      columns: reader.pairs(`${role}-column`, 'first') satisfies ColumnMapping | undefined,
      encoding: reader.choice<Encoding>(`${role}-encoding`, encodings),
      separator: separator === undefined ? undefined : separatorOf(separator),
    }),
  }
}

const countriesOf = (reader: ArgumentReader): readonly string[] | 'all' => {
  const countries = reader
    .list('country')
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
  return countries.includes('all') ? 'all' : countries.filter((text) => text !== '')
}

const callOf = (values: Values): Result<ExposureCall, Fault> => {
  const reader = new ArgumentReader(values)
  const resampling: Partial<Resampling> = given({
    replicates: reader.number('replicates'),
    seed: reader.number('seed'),
    level: reader.number('level'),
  })
  const options: ExposureStudyOptions = {
    exposures: fileOf(reader, 'exposures'),
    works: fileOf(reader, 'works'),
    countries: countriesOf(reader),
    resampling,
    ...given({
      layout: reader.text('layout'),
      spellings: reader.pairs('spelling', 'last'),
      dates: reader.choice('dates', ['dmy', 'mdy']),
    }),
  }
  const format = reader.choice('format', ['json', 'csv']) ?? 'json'
  reader.demandCountry(options.countries)
  if (reader.faults.length > 0) return notAccepted(...reader.faults)
  return accepted({ options, format, out: reader.text('out') })
}

/** Reads the words after `study exposure`. Everything that cannot be read comes back as faults at once. */
export const readExposureArguments = (words: readonly string[]): Result<ExposureCall, Fault> => {
  const { values, tokens } = parseArgs({ args: [...words], options: exposureArguments, strict: false, tokens: true })
  const known = new Set(Object.keys(exposureArguments))
  const strange = tokens.flatMap((token) => {
    if (token.kind === 'positional') return [token.value]
    return token.kind === 'option' && !known.has(token.name) ? [token.rawName] : []
  })
  const empty = tokens.flatMap((token) =>
    token.kind === 'option' && known.has(token.name) && token.value === undefined ? [token.rawName] : [],
  )
  const faults: Fault[] = [
    ...strange.map((argument) => ({
      code: 'argument-unknown',
      values: { argument, known: [...known].map((name) => `--${name}`).join(' ') },
    })),
    ...empty.map((argument) => ({ code: 'argument-missing', values: { argument } })),
  ]
  return faults.length > 0 ? notAccepted(...faults) : callOf(values as Values)
}
