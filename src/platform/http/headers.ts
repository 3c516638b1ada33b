/** Headers of every answer: nothing is loaded, framed or sent elsewhere unless named here. */
export const securityHeaders = (origin: string): Readonly<Record<string, string>> => ({
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  ...(origin.startsWith('https://') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
})

/**
 * True when a form was sent from a page of this installation. The configured public origin counts (a TLS proxy changes
 * the address this process sees), and so does the loopback address a laptop uses.
 */
export const isSameOrigin = (headers: Headers, url: URL, origin: string): boolean => {
  const site = headers.get('sec-fetch-site')
  const from = headers.get('origin')
  if (site === 'same-origin') return true
  if (site !== null && site !== 'none' && site !== 'same-site') return false
  const referrer = headers.get('referer') ?? ''
  if (from === null || from === 'null')
    return URL.canParse(referrer) && [origin, url.origin].includes(new URL(referrer).origin)
  const loopback = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/
  return from === origin || (loopback.test(origin) && loopback.test(from) && from === url.origin)
}

const attributes = (secure: boolean): string => `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

/** A cookie for one following page: what was just done. Plain text, shown escaped. */
export const noticeCookie = (notice: string, secure: boolean): string =>
  `notice=${encodeURIComponent(notice.slice(0, 800))}; Max-Age=60; ${attributes(secure)}`

export const clearedNotice = (secure: boolean): string => `notice=; Max-Age=0; ${attributes(secure)}`

/** The value of a cookie in a request's header. */
export const findCookie = (header: string | undefined, name: string): string | undefined => {
  const found = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
  if (found === undefined) return undefined
  try {
    return decodeURIComponent(found.slice(name.length + 1))
  } catch {
    return undefined
  }
}
