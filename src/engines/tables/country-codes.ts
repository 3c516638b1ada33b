import { countryNames } from './country-names.ts'

/**
 * Gives a country's code for a name or code as people write it: ISO 3166-1 alpha-2, or ISO 3166-3 alpha-4 for a State that
 * is no more (SUHH, YUCS …). Nothing when the spelling is not known: it is then listed, never guessed.
 */
export type NormaliseCountry = (text: string) => string | undefined

/** States that are no more, by their names and the codes data sets use for them (ISO 3166-3; MusicBrainz and TMDB `XC`, `XG`). */
const historicStates: Readonly<Record<string, readonly string[]>> = {
  SUHH: [
    'SU',
    'SUN',
    'Soviet Union',
    'USSR',
    'Union of Soviet Socialist Republics',
    'Union soviétique',
    'URSS',
    'الاتحاد السوفيتي',
  ],
  YUCS: ['YU', 'YUG', 'Yugoslavia', 'Socialist Federal Republic of Yugoslavia', 'Yougoslavie'],
  CSHH: ['XC', 'CSK', 'Czechoslovakia', 'Tchécoslovaquie'],
  CSXX: ['SCG', 'Serbia and Montenegro', 'Serbie-et-Monténégro'],
  DDDE: ['DD', 'XG', 'DDR', 'East Germany', 'German Democratic Republic', "Allemagne de l'Est"],
  ANHH: ['AN', 'ANT', 'Netherlands Antilles', 'Antilles néerlandaises'],
}

/** Everyday names, earlier names of the same State, nations within a State, and the spellings of large catalogues. */
const variants: Readonly<Record<string, readonly string[]>> = {
  BO: ['Bolivia'],
  BN: ['Brunei'],
  CD: ['Democratic Republic of the Congo', 'DR Congo', 'DRC', 'Congo-Kinshasa', 'Zaire', 'ZR'],
  CG: ['Congo', 'Republic of the Congo', 'Congo-Brazzaville'],
  CI: ["Cote d'Ivoire"],
  CN: ['Mainland China', 'PR China', 'People’s Republic of China'],
  CV: ['Cape Verde'],
  CZ: ['Czech Republic', 'Czechia', 'République tchèque'],
  DE: ['West Germany', 'Federal Republic of Germany'],
  FM: ['Micronesia'],
  GB: [
    'UK',
    'United Kingdom',
    'Great Britain',
    'Britain',
    'England',
    'Scotland',
    'Wales',
    'Northern Ireland',
    'Royaume-Uni',
    'Grande-Bretagne',
    'المملكة المتحدة',
    'Reino Unido',
    'Великобритания',
    '英国',
  ],
  GR: ['EL'],
  HK: ['Hong Kong', 'Hong Kong SAR'],
  IR: ['Iran'],
  KP: ['North Korea', 'Corée du Nord', 'DPRK'],
  KR: ['South Korea', 'Korea', 'Corée du Sud', 'كوريا الجنوبية', 'Corea del Sur'],
  LA: ['Laos'],
  LY: ['Libya', 'Libyan Arab Jamahiriya'],
  MD: ['Moldova'],
  MK: ['Macedonia', 'Former Yugoslav Republic of Macedonia', 'FYROM'],
  MM: ['Burma', 'BU'],
  MO: ['Macau', 'Macao'],
  NL: ['Netherlands', 'Holland', 'The Netherlands', 'Pays-Bas'],
  PS: ['Palestinian Territory', 'Palestinian Territories', 'Occupied Palestinian Territory', 'State of Palestine'],
  RU: ['Russia', 'Russie', 'روسيا', 'Россия'],
  SY: ['Syria', 'Syrie'],
  SZ: ['Swaziland'],
  TL: ['East Timor', 'TP'],
  TR: ['Turkey', 'Turquie'],
  TW: ['Taiwan', 'Chinese Taipei'],
  TZ: ['Tanzania'],
  US: [
    'United States',
    'USA',
    'U.S.A.',
    'U.S.',
    'United States of America',
    'America',
    'États-Unis',
    'الولايات المتحدة',
    'Estados Unidos',
    'США',
    '美国',
  ],
  VA: ['Vatican', 'Vatican City'],
  VE: ['Venezuela'],
  VN: ['Vietnam', 'Viet Nam'],
  XK: ['XK', 'XKX', 'Kosovo'],
}

/** A name with case, accents, punctuation and a leading article put aside, for comparing spellings. */
export const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '')

const isCode = (text: string): boolean => /^[A-Z]{2,4}$/.test(text)

const addNames = (known: Map<string, string>, code: string, names: readonly string[]): void => {
  for (const name of names) known.set(isCode(name) ? name : foldName(name), code)
}

const knownSpellings = (): Map<string, string> => {
  const known = new Map<string, string>()
  for (const line of countryNames.trim().split('\n')) {
    const [code = '', ...names] = line.split('|')
    addNames(known, code, [code, ...names])
  }
  for (const [code, names] of Object.entries(variants)) addNames(known, code, names)
  for (const [code, names] of Object.entries(historicStates)) addNames(known, code, [code, ...names])
  return known
}

let spellings: ReadonlyMap<string, string> | undefined
const known = (): ReadonlyMap<string, string> => {
  spellings ??= knownSpellings()
  return spellings
}

const findCountry: NormaliseCountry = (text) => {
  const trimmed = text.trim()
  const upper = trimmed.toUpperCase().replaceAll('.', '')
  return (isCode(upper) ? known().get(upper) : undefined) ?? known().get(foldName(trimmed))
}

/** The ISO 3166-1 alpha-2 codes of the list, in its order. */
export const countryCodes = (): readonly string[] =>
  countryNames
    .trim()
    .split('\n')
    .map((line) => line.slice(0, 2))

/** Codes that ISO 3166-1 leaves to its users: they stand for no country until somebody says what they mean. */
const isUserCode = (code: string): boolean => /^(AA|Q[M-Z]|X[A-Z]|ZZ)$/.test(code)

/** The meaning of a code somebody has settled a spelling on; a user's code counts as itself. */
const settledCode = (text: string): string | undefined => {
  const code = text.trim().toUpperCase()
  return findCountry(text) ?? (isUserCode(code) ? code : undefined)
}

/**
 * The lookup of country spellings. `decisions` are spellings a person has settled (`{ "Guadaloupe": "GP" }`) and win over
 * the list; their codes are normalised as well. A code ISO leaves to its users (`{ "Meridia": "XA" }`) is then known by itself too.
 */
export const countryLookup = (decisions: Readonly<Record<string, string>> = {}): NormaliseCountry => {
  const settled = new Map<string, string | undefined>()
  for (const [spelling, text] of Object.entries(decisions)) {
    const code = settledCode(text)
    settled.set(foldName(spelling), code)
    if (code !== undefined && findCountry(code) === undefined) settled.set(foldName(code), code)
  }
  return (text) => settled.get(foldName(text)) ?? findCountry(text)
}

const editDistance = (a: string, b: string): number => {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const replace = above[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(replace, above[column]! + 1, current[column - 1]! + 1))
    }
    above = current
  }
  return above[b.length]!
}

/** The country whose name lies within two letters of an unknown spelling, to be proposed to a person and not applied. */
export const findCountrySuggestion = (text: string): string | undefined => {
  const folded = foldName(text)
  if (folded.length < 5) return undefined
  const near = [...known()]
    .filter(([name]) => Math.abs(name.length - folded.length) <= 2)
    .map(([name, code]) => [editDistance(name, folded), code] as const)
    .filter(([distance]) => distance <= 2)
    .sort(([a], [b]) => a - b)
  return near[0]?.[1]
}
