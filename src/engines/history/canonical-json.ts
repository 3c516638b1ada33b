const unkept = /[\u0000\uD800-\uDFFF]/ // oxlint-disable-line no-control-regex -- PostgreSQL keeps neither NUL nor lone surrogates

const textJson = (text: string): string =>
  JSON.stringify(unkept.test(text) ? text.toWellFormed().replaceAll('\u0000', '\uFFFD') : text)

const membersJson = (value: Readonly<Record<string, unknown>>): string => {
  let text = ''
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member === undefined) continue
    text += `${text === '' ? '' : ','}${textJson(key)}:${canonicalJson(member)}`
  }
  return `{${text}}`
}

/**
 * One text per value, whatever order its keys were written in: keys sorted by code unit, no white space, absent values left
 * out, dates as ISO 8601 (after RFC 8785). Lone surrogates and NUL, which PostgreSQL cannot keep, become U+FFFD.
 */
export const canonicalJson = (value: unknown): string => {
  if (typeof value === 'string') return textJson(value)
  if (value === undefined || value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (value instanceof Date) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  return membersJson(value as Readonly<Record<string, unknown>>)
}
