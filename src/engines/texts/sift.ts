const accented: Readonly<Record<string, string>> = {
  a: 'aáàâäãå',
  c: 'cç',
  e: 'eéèêë',
  i: 'iíìîï1',
  n: 'nñ',
  o: 'oóòôöõ0',
  u: 'uúùûü',
  ' ': ' \\s-',
  '-': '\\s-',
}

const letter = (character: string): string => {
  const choice = accented[character]
  return choice ? `[${choice}]` : character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

const stemSource = (stem: string): string => [...stem].map(letter).join('')

const shortestOnly = (stems: readonly string[]): string[] => {
  const sorted = [...new Set(stems)].sort((a, b) => a.length - b.length)
  return sorted.filter((stem, at) => !sorted.slice(0, at).some((shorter) => stem.includes(shorter)))
}

/** The same test on folded text. */
export const foldedSieve = (stems: readonly string[]): RegExp =>
  new RegExp(
    shortestOnly(stems)
      .map((stem) => stem.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|'),
  )

/** A quick test on the original characters: could this stretch hold any of the folded stems, however it is accented or cased? */
export const stemSieve = (stems: readonly string[]): RegExp =>
  new RegExp(shortestOnly(stems).map(stemSource).join('|'), 'i')
