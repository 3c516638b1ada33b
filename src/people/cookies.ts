import { createHmac, timingSafeEqual } from 'node:crypto'
import { findCookie } from '../platform/http/headers.ts'

export const isSecureOrigin = (origin: string): boolean => origin.startsWith('https://')

/** Behind TLS the browser itself refuses a `__Host-` cookie that is not Secure, or that another host set. */
export const cookiePrefix = (origin: string): string => (isSecureOrigin(origin) ? '__Host-people' : 'people')

export const sessionCookieName = (origin: string): string => `${cookiePrefix(origin)}.session_token`

export const secondStepCookieName = (origin: string): string => `${cookiePrefix(origin)}.two_factor`

/** The value of a cookie signed by better-auth (`value.base64(HMAC-SHA-256)`), or nothing when the signature is not ours. */
export const findSignedCookie = (header: string | undefined, name: string, secret: string): string | undefined => {
  const signed = findCookie(header, name) ?? ''
  const dot = signed.lastIndexOf('.')
  if (dot < 1) return undefined
  const value = signed.slice(0, dot)
  const given = Buffer.from(signed.slice(dot + 1), 'base64')
  const wanted = createHmac('sha256', secret).update(value).digest()
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? value : undefined
}

const attributesOf = (origin: string): string =>
  `Path=/; HttpOnly; SameSite=Lax${isSecureOrigin(origin) ? '; Secure' : ''}`

/** A `Set-Cookie` value with the attributes every cookie of this room has. */
export const cookieOf = (origin: string, name: string, value: string, seconds: number): string =>
  `${name}=${encodeURIComponent(value)}; Max-Age=${seconds}; ${attributesOf(origin)}`

export const clearedCookie = (origin: string, name: string): string => cookieOf(origin, name, '', 0)
