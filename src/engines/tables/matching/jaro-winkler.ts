/** Characters of `a` and `b` that match within half the longer length, in the order of each, and how many pairs are exchanged. */
const matching = (a: string, b: string): { readonly matches: number; readonly transpositions: number } => {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const isTaken = new Uint8Array(b.length)
  const ofA: number[] = []
  for (let i = 0; i < a.length; i++) {
    const to = Math.min(b.length - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= to; j++) {
      if (isTaken[j] === 1 || a.charCodeAt(i) !== b.charCodeAt(j)) continue
      isTaken[j] = 1
      ofA.push(a.charCodeAt(i))
      break
    }
  }
  let [at, exchanged] = [0, 0]
  for (let j = 0; j < b.length; j++) if (isTaken[j] === 1 && b.charCodeAt(j) !== ofA[at++]) exchanged++
  return { matches: ofA.length, transpositions: exchanged / 2 }
}

/**
 * Jaro–Winkler similarity of two texts, 0 (nothing in common) to 1 (the same): Jaro = (m/|a| + m/|b| + (m − t)/m) / 3 with m matching
 * characters and t transpositions, raised by 0.1 · (1 − Jaro) for each of the first four characters they share. Two empty texts are the
 * same. Source: Winkler (1990), “String Comparator Metrics and Enhanced Decision Rules in the Fellegi–Sunter Model of Record Linkage”.
 */
export const jaroWinkler = (a: string, b: string): number => {
  if (a === b) return 1
  const { matches, transpositions } = matching(a, b)
  if (matches === 0) return 0
  const jaro = (matches / a.length + matches / b.length + (matches - transpositions) / matches) / 3
  let shared = 0
  while (shared < 4 && shared < a.length && shared < b.length && a[shared] === b[shared]) shared++
  return jaro + shared * 0.1 * (1 - jaro)
}
