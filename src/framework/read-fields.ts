import { isScalar, isSeq, type Node } from 'yaml'
import { findDay } from '../kernel/day.ts'
import type { Title } from './item.ts'
import { type Fields, fieldsOf, type ItemKind, type Page } from './page.ts'

/** The languages every title must be in. */
export const requiredLocales = ['en', 'fr', 'ar'] as const
const otherLocales = ['es', 'ru', 'zh'] as const

const scalarOf = (node: Node | undefined): unknown => (isScalar(node) ? node.value : undefined)

/** A text that may be absent. Numbers are refused: `8.10` would lose its zero. */
export const findText = (fields: Fields, key: string): string | undefined => {
  if (!fields.has(key)) return undefined
  const value = scalarOf(fields.node(key))
  if (typeof value === 'string' && value.trim() !== '') return value
  fields.complain('not-text', key)
  return undefined
}

export const readText = (fields: Fields, key: string): string => {
  if (!fields.has(key)) fields.complain('missing-key', key)
  return findText(fields, key) ?? ''
}

export const findCount = (fields: Fields, key: string): number | undefined => {
  if (!fields.has(key)) return undefined
  const value = scalarOf(fields.node(key))
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value
  fields.complain('not-a-number', key)
  return undefined
}

export const findYesNo = (fields: Fields, key: string): boolean | undefined => {
  if (!fields.has(key)) return undefined
  const value = scalarOf(fields.node(key))
  if (typeof value === 'boolean') return value
  fields.complain('not-yes-no', key)
  return undefined
}

/** A text out of a closed set; anything else is a fault and gives the first of the set. */
export const readOneOf = <Value extends string>(fields: Fields, key: string, allowed: readonly Value[]): Value => {
  const text = readText(fields, key)
  const found = allowed.find((value) => value === text)
  if (text !== '' && found === undefined) {
    fields.complain('not-one-of', key, { value: text, allowed: allowed.join(', ') })
  }
  return found ?? (allowed[0] as Value)
}

/** A calendar day, `YYYY-MM-DD`, as text. */
export const readDay = (fields: Fields, key: string): string => {
  const text = readText(fields, key)
  if (text !== '' && findDay(text) === undefined) fields.complain('not-a-day', key, { value: text })
  return text
}

export const readColour = (fields: Fields, key: string): string => {
  const text = readText(fields, key)
  if (text !== '' && !/^#[0-9a-f]{6}$/.test(text)) fields.complain('not-a-colour', key, { value: text })
  return text
}

/** The nodes of a list; an absent list is empty unless `required`. */
export const readNodes = (fields: Fields, key: string, required = false): readonly Node[] => {
  if (!fields.has(key)) {
    if (required) fields.complain('missing-key', key)
    return []
  }
  const node = fields.node(key)
  if (isSeq(node)) return node.items as Node[]
  fields.complain('not-a-list', key)
  return []
}

/** A list of mappings, each opened, read and checked for keys nobody knows. */
export const readEach = <Value>(
  fields: Fields,
  key: string,
  read: (fields: Fields, index: number) => Value,
): readonly Value[] =>
  readNodes(fields, key, true).map((node, index) => {
    const inner = fieldsOf(fields.page, node)
    const value = read(inner, index)
    inner.done()
    return value
  })

/** A list of texts, such as codes or ids; each is noted as referring to one of `kinds`. */
export const readReferences = (
  fields: Fields,
  key: string,
  kinds: readonly ItemKind[],
  expand: (text: string) => string = (text) => text,
): readonly string[] =>
  readNodes(fields, key).flatMap((node) => {
    const value = scalarOf(node)
    if (typeof value !== 'string') {
      fields.page.complain('not-text', fields.page.lineOf(node), { key })
      return []
    }
    const id = expand(value)
    refer(fields.page, id, kinds, fields.page.lineOf(node))
    return [id]
  })

/** A list of texts out of a closed set; absent is empty. */
export const readEachOf = <Value extends string>(
  fields: Fields,
  key: string,
  allowed: readonly Value[],
): readonly Value[] =>
  readNodes(fields, key).flatMap((node) => {
    const text = scalarOf(node)
    const found = allowed.find((value) => value === text)
    if (found !== undefined) return [found]
    const values = { key, value: String(text), allowed: allowed.join(', ') }
    fields.page.complain('not-one-of', fields.page.lineOf(node), values)
    return []
  })

/** Notes that `id` must turn out to exist. */
export const refer = (page: Page, id: string, kinds: readonly ItemKind[], line: number): void => {
  page.findings.references.push({ id, kinds, file: page.file, line })
}

/** Notes that `id` exists, at this place. */
export const declare = (page: Page, id: string, kind: ItemKind, line: number): void => {
  page.findings.declarations.push({ id, kind, file: page.file, line })
}

/** Reads `title: { en, fr, ar, … }`; each of the three required languages that is missing is its own fault. */
export const readTitle = (fields: Fields, id: string, key = 'title'): Title => {
  if (!fields.has(key)) {
    fields.complain('missing-key', key)
    return { en: id, fr: id, ar: id }
  }
  const inner = fieldsOf(fields.page, fields.node(key))
  const title: Record<string, string> = {}
  for (const locale of [...requiredLocales, ...otherLocales]) {
    const text = findText(inner, locale)
    if (text !== undefined) title[locale] = text
  }
  for (const locale of requiredLocales) {
    if (!inner.has(locale)) fields.page.complain('missing-title', fields.lineOf(key), { id, locale })
  }
  inner.done()
  return { ...title, en: title['en'] ?? id, fr: title['fr'] ?? id, ar: title['ar'] ?? id }
}
