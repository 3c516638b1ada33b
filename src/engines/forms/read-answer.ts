import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { type Entry, type Field, type FieldValue, limitOf, type Option, type Reading } from './field.ts'
import { foldName } from './fold-name.ts'
import { unpackEntries, unpackList } from './packed-list.ts'
import { readDay } from './read-day.ts'
import { findMoneyRange, readMoney } from './read-money.ts'
import { readNumber } from './read-number.ts'

/** What a field holds after reading: a value, or nothing for an empty answer. */
export type Answered = Result<FieldValue | undefined, Fault>

const printableAscii = /^[\u0020-\u007E]*$/

/** NFC, without characters that cannot be kept or seen (NUL, other controls, lone surrogates), trimmed. */
export const cleanText = (text: string, lines = false): string => {
  if (printableAscii.test(text)) return text.trim()
  const kept = text.toWellFormed().normalize('NFC').replaceAll(/\r\n?/g, '\n')
  const visible = kept.replaceAll(/[^\P{Cc}\n\t]/gu, '')
  return (lines ? visible.replaceAll('\t', ' ') : visible.replaceAll(/[\n\t]+/g, ' ')).trim()
}

const withinLimit = (field: Field, text: string): Answered => {
  const length = [...new Intl.Segmenter('en').segment(text)].length
  const limit = limitOf(field)
  return length > limit ? notAccepted({ code: 'too-long', values: { limit, length } }) : accepted(text)
}

const readText = (field: Field, text: string): Answered =>
  text.length <= limitOf(field) ? accepted(text) : withinLimit(field, text)

const readAddress = (field: Field, text: string): Answered => {
  const address = /^www\./i.test(text) ? `https://${text}` : text
  if (/\s/.test(address) || !URL.canParse(address)) return notAccepted({ code: 'not-a-url', values: { text } })
  const { protocol, hostname } = new URL(address)
  const web = (protocol === 'https:' || protocol === 'http:') && hostname.includes('.')
  return web ? readText(field, address) : notAccepted({ code: 'not-a-url', values: { text } })
}

const readEmail = (field: Field, text: string): Answered =>
  /^[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)+$/.test(text)
    ? readText(field, text)
    : notAccepted({ code: 'not-an-email', values: { text } })

const yes = new Set(['yes', 'true', '1', 'y', 'oui', 'vrai', 'نعم', 'si', 'да', '是'])
const no = new Set(['no', 'false', '0', 'n', 'non', 'faux', 'لا', 'нет', '否'])

const readYesNo = (text: string): Answered => {
  const folded = foldName(text)
  if (yes.has(folded)) return accepted(true)
  return no.has(folded) ? accepted(false) : notAccepted({ code: 'not-yes-no', values: { text } })
}

/** The option a text names: by its value, its text, or another name of it. */
export const findOption = (options: readonly Option[], text: string): Option | undefined => {
  const exact = options.find((option) => option.value === text)
  if (exact) return exact
  const folded = foldName(text)
  return options.find((option) =>
    [option.value, option.text, ...(option.others ?? [])].some((name) => foldName(name) === folded),
  )
}

const readChoice = (field: Field, text: string, reading: Reading): Answered => {
  const option = findOption(reading.optionsOf(field.options ?? ''), text)
  return option ? accepted(option.value) : notAccepted({ code: 'not-an-option', values: { text } })
}

const tooMany = (field: Field, count: number): Fault | undefined =>
  count > limitOf(field) ? { code: 'too-many', values: { limit: limitOf(field), count } } : undefined

/** Several options; those that are none are named in the fault, the others are not lost to the caller that wants them. */
export const readChoices = (field: Field, texts: readonly string[], reading: Reading): Answered => {
  const options = reading.optionsOf(field.options ?? '')
  const read = texts.map((text) => ({ text, option: findOption(options, text) }))
  const unknown = read.filter(({ option }) => !option).map(({ text }) => text)
  if (unknown.length > 0) return notAccepted({ code: 'not-an-option', values: { text: unknown.join(' | ') } })
  const values = new Set(read.map(({ option }) => option!.value))
  return values.size === 0
    ? accepted(undefined)
    : accepted(options.map(({ value }) => value).filter((value) => values.has(value)))
}

/** Free texts, each once, in their order. */
export const readList = (field: Field, texts: readonly string[]): Answered => {
  const kept = [...new Set(texts.map((text) => cleanText(text)).filter((text) => text !== ''))]
  const fault = tooMany(field, kept.length)
  if (fault) return notAccepted(fault)
  return kept.length === 0 ? accepted(undefined) : accepted(kept)
}

/** Entries of a `groups` field from the typed texts of each; empty entries are left out, faults name `<group>.<index>.<field>`. */
export const readEntries = (
  field: Field,
  typed: readonly Readonly<Record<string, string>>[],
  reading: Reading,
): Answered => {
  const faults: Fault[] = []
  const entries: Entry[] = []
  for (const [at, texts] of typed.entries()) {
    if (Object.values(texts).every((text) => text.trim() === '')) continue
    const entry: Record<string, string> = {}
    for (const inner of field.fields ?? []) {
      const read = readAnswer(inner, texts[inner.name] ?? '', reading)
      if (!read.ok)
        faults.push(...read.faults.map((fault) => ({ ...fault, field: `${field.name}.${at}.${inner.name}` })))
      else if (read.value === undefined && inner.required)
        faults.push({ code: 'required', field: `${field.name}.${at}.${inner.name}` })
      else if (read.value !== undefined) entry[inner.name] = String(read.value as string | number | boolean)
    }
    entries.push(entry)
  }
  const fault = tooMany(field, entries.length)
  if (fault) faults.push({ ...fault, field: field.name })
  if (faults.length > 0) return notAccepted(...faults)
  return entries.length === 0 ? accepted(undefined) : accepted(entries)
}

const readLanguages = (cell: string): Readonly<Record<string, string>> | undefined => {
  const parts = unpackList(cell).map((part) => /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\s*:\s*(.+)$/s.exec(part))
  if (parts.some((part) => part === null)) return undefined
  return Object.fromEntries(parts.map((part) => [part![1]!, part![2]!]))
}

const readTexts = (text: string): Answered => {
  const texts = readLanguages(text)
  return texts ? accepted(texts) : notAccepted({ code: 'not-language-texts', values: { text } })
}

const readRange = (text: string, reading: Reading): Answered => {
  const range = findMoneyRange(text, reading.decimal, reading.currency)
  return range ? accepted(range) : notAccepted({ code: 'not-a-range', values: { text } })
}

const readFilled = (field: Field, text: string, reading: Reading): Answered => {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return readText(field, text)
    case 'url':
      return readAddress(field, text)
    case 'email':
      return readEmail(field, text)
    case 'number':
      return readNumber(text, reading.decimal)
    case 'money':
      return readMoney(text, reading.decimal, reading.currency)
    case 'money-range':
      return readRange(text, reading)
    case 'day':
      return readDay(text, {
        partial: field.partial ?? false,
        ...(reading.dayOrder ? { order: reading.dayOrder } : {}),
      })
    case 'yes-no':
      return readYesNo(text)
    case 'choice':
      return readChoice(field, text, reading)
    case 'choices':
      return readChoices(field, unpackList(text), reading)
    case 'list':
      return readList(field, unpackList(text))
    case 'texts':
      return readTexts(text)
    case 'groups':
      return readEntries(
        field,
        unpackEntries(text).map((texts) => entryOf(field, texts)),
        reading,
      )
  }
}

const entryOf = (field: Field, texts: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries((field.fields ?? []).map((inner, at) => [inner.name, texts[at] ?? '']))

const severalLines: ReadonlySet<Field['kind']> = new Set(['long-text', 'list', 'choices', 'groups', 'texts'])

/** Reads one text, typed in a box or standing in a cell of a file. Nothing for an empty one; faults name the field. */
export const readAnswer = (field: Field, typed: string, reading: Reading): Answered => {
  const text = cleanText(typed, severalLines.has(field.kind))
  if (text === '') return accepted(undefined)
  const read = readFilled(field, text, reading)
  if (read.ok) return read
  return notAccepted(...read.faults.map((fault) => ({ field: field.name, ...fault })))
}
