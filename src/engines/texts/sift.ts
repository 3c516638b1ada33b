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

/** A quick test on the original characters: could this stretch hold any of the folded stems, however it is accented or cased? */
export const stemSieve = (stems: readonly string[]): RegExp => {
  const shortest = [...new Set(stems)].sort((a, b) => a.length - b.length)
  const needed = shortest.filter((stem, at) => !shortest.slice(0, at).some((shorter) => stem.includes(shorter)))
  return new RegExp(needed.map(stemSource).join('|'), 'i')
}
