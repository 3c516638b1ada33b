/** Any value JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

const wellFormed = (text: string): string => JSON.stringify(text.toWellFormed().replaceAll('\u0000', '\uFFFD'))

/**
 * One text per value, whatever order its keys were written in: keys sorted by code unit, no white space, absent values left
 * out (after RFC 8785). Lone surrogates and NUL, which PostgreSQL cannot keep, become U+FFFD.
 */
export const canonicalJson = (value: Json): string => {
  if (typeof value === 'string') return wellFormed(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.keys(value)
    .toSorted()
    .flatMap((key) => {
      const member = value[key]
      return member === undefined ? [] : [`${wellFormed(key)}:${canonicalJson(member)}`]
    })
  return `{${members.join(',')}}`
}
