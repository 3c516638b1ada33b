import { isSecureOrigin } from './cookies.ts'

interface Connection {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } }
}

/**
 * The network address failed sign-ins are counted for. An https origin means that a proxy stands in front, since this program does
 * no TLS itself: then it is what the proxy appended to `X-Forwarded-For`, and never what a browser wrote before it.
 */
export const findAddress = (
  origin: string,
  environment: unknown,
  forwardedFor: string | undefined,
): string | undefined => {
  const remote = (environment as Connection | undefined)?.incoming?.socket?.remoteAddress
  const appended = forwardedFor?.split(',').at(-1)?.trim()
  return isSecureOrigin(origin) && appended ? appended : remote
}
