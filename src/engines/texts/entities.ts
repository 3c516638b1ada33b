const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '\u00AD',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  deg: '°',
  ordm: 'º',
  ordf: 'ª',
  sect: '§',
  euro: '€',
  copy: '©',
  reg: '®',
  middot: '·',
  bull: '•',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  atilde: 'ã',
  auml: 'ä',
  ccedil: 'ç',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  euml: 'ë',
  igrave: 'ì',
  iacute: 'í',
  icirc: 'î',
  iuml: 'ï',
  ntilde: 'ñ',
  ograve: 'ò',
  oacute: 'ó',
  ocirc: 'ô',
  ouml: 'ö',
  ugrave: 'ù',
  uacute: 'ú',
  ucirc: 'û',
  uuml: 'ü',
  oelig: 'œ',
}

const fromNumber = (code: number): string | undefined =>
  Number.isInteger(code) && code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : undefined

/** The character an entity such as `&eacute;` or `&#233;` stands for (upper-case accents included); nothing when unknown. */
export const findEntity = (name: string): string | undefined => {
  if (name.startsWith('#x') || name.startsWith('#X')) return fromNumber(Number.parseInt(name.slice(2), 16))
  if (name.startsWith('#')) return fromNumber(Number.parseInt(name.slice(1), 10))
  const exact = named[name]
  if (exact !== undefined) return exact
  const lower = named[name.charAt(0).toLowerCase() + name.slice(1)]
  return lower?.toUpperCase()
}

/** A text with its entities replaced; unknown ones stay as written. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#?[A-Za-z0-9]{1,10});/g, (whole, name: string) => findEntity(name) ?? whole)
    : text
