const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])
const invisible = /[\p{Cc}\p{Cf}\p{Z}]/gu

/**
 * The one gate for every address that becomes a link. Lets through http, https, mailto, tel and addresses inside the site
 * (`/path`, `path`, `?query`, `#part`); anything else, and whatever hides a scheme behind blanks or control characters, becomes `#`.
 * Addresses that begin `//` or `\` would leave the site unnoticed and are refused too.
 */
export const safeUrl = (address: string): string => {
  const bare = address.replace(invisible, '')
  if (/^[/\\]{2}|^\\/.test(bare) || bare.startsWith('/\\')) return '#'
  const scheme = /^([^/?#]*?):/.exec(bare)
  if (!scheme) return address.trim()
  return schemes.has(`${scheme[1]!.toLowerCase()}:`) && URL.canParse(bare) ? bare : '#'
}
