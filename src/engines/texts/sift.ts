const escaped = (stem: string): string =>
  stem.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/(?<=\S)[- ](?=\S)/g, '[ -]')

/** Without stems that hold a shorter one; in the order of the alphabet, so that the engine tries common beginnings once. */
const shortestOnly = (stems: readonly string[]): string[] => {
  const sorted = [...new Set(stems)].sort((a, b) => a.length - b.length)
  const needed = sorted.filter((stem, at) => !sorted.slice(0, at).some((shorter) => stem.includes(shorter)))
  return needed.sort()
}

/**
 * A quick test: could this folded text hold any of the folded stems, with a space or a hyphen between its words? Searches run
 * only where it says yes.
 */
export const stemSieve = (stems: readonly string[]): RegExp => new RegExp(shortestOnly(stems).map(escaped).join('|'))
