import type { Fault } from '../kernel/fault.ts'
import { formatsFor } from '../platform/languages/formats.ts'
import { builtLanguages } from '../platform/languages/offered-languages.ts'
import { type FindText, openLanguages, type Translate, type Words } from '../platform/languages/words.ts'
import { type Shape, words } from './words/words.generated.ts'

/** The language of the terminal, where it is one of ours: `LANG=fr_FR.UTF-8`. */
export const terminalLanguage = (environment: Readonly<Record<string, string | undefined>> = process.env): string => {
  const wanted =
    (environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '').split(/[_.@]/)[0] ?? ''
  return builtLanguages().find((locale) => locale === wanted) ?? 'en'
}

const languages = openLanguages({ offered: builtLanguages() })
const locale = terminalLanguage()

export const t: Translate<Shape> = languages.words(words, locale)
export const format = formatsFor(locale)
export const findTextOf = (own: Words<unknown>): FindText => languages.find(own, locale)

/** Thrown after the person was told what is wrong: only the exit code is left to give. */
export class Told extends Error {
  override readonly name = 'Told'
  readonly exitCode: number
  constructor(exitCode: number) {
    super(`exit ${exitCode}`)
    this.exitCode = exitCode
  }
}

export const isTold = (cause: unknown): cause is Told => cause instanceof Told

/** Everything said to a person goes to standard error; standard output is for results. */
export const speak = {
  say: (text: string): void => void process.stderr.write(`${text}\n`),
  broken: (cause: unknown): void => {
    const detail = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
    process.stderr.write(`${t('broken')}\n${detail}\n`)
  },
}

/** Says one fault in the words of the room that raised it, or in the command line's own. */
export const sayFault = (fault: Fault, ...rooms: readonly Words<unknown>[]): void => {
  const texts = [...rooms, words].map(
    (own) => findTextOf(own)(`fault.${fault.code}`, fault.values) ?? findTextOf(own)(fault.code, fault.values),
  )
  const text = texts.find((found) => found !== undefined) ?? fault.code
  speak.say(fault.row === undefined ? text : t('row', { row: fault.row, text }))
}

/** Says the faults and ends the command: input that was not accepted. */
export const refuse = (faults: readonly Fault[], rooms: readonly Words<unknown>[] = [], exitCode = 3): never => {
  for (const fault of faults) sayFault(fault, ...rooms)
  throw new Told(exitCode)
}
