import { checkSameLength, type Numbers, sumOfCounts } from './arguments.ts'

/** Both totals, after checking lengths and entries. */
const totals = (a: Numbers, b: Numbers): readonly [number, number] => {
  checkSameLength(a, b, 'The two lists')
  return [sumOfCounts(a, 'a'), sumOfCounts(b, 'b')]
}

/**
 * Bray–Curtis dissimilarity Σ|aᵢ − bᵢ| / Σ(aᵢ + bᵢ) of two lists of amounts over the same kinds. Range 0 (same) … 1 (nothing shared).
 * It sees size as well as make-up: give shares to compare make-up alone. Two empty lists give NaN; misfits throw RangeError.
 * Source: J. R. Bray and J. T. Curtis, Ecological Monographs 27 (1957) 325–349.
 */
export const brayCurtis = (a: Numbers, b: Numbers): number => {
  const [totalA, totalB] = totals(a, b)
  let difference = 0
  for (let i = 0; i < a.length; i++) difference += Math.abs(a[i]! - b[i]!)
  return difference / (totalA + totalB)
}

/**
 * Jaccard distance 1 − |A ∩ B| / |A ∪ B| of what is present at all (amount > 0). Range 0 … 1; two empty lists give NaN.
 * The quantitative relative that R vegan calls "jaccard" unless told `binary` is `ruzicka`. Source: P. Jaccard (1901).
 */
export const jaccard = (a: Numbers, b: Numbers): number => {
  totals(a, b)
  let both = 0
  let either = 0
  for (let i = 0; i < a.length; i++) {
    if (a[i]! > 0 && b[i]! > 0) both++
    if (a[i]! > 0 || b[i]! > 0) either++
  }
  return 1 - both / either
}

/** Sørensen distance 1 − 2|A ∩ B| / (|A| + |B|) of what is present at all. Range 0 … 1; two empty lists give NaN. */
export const sorensen = (a: Numbers, b: Numbers): number => {
  const distance = jaccard(a, b)
  return distance / (2 - distance)
}

/**
 * Růžička distance 1 − Σ min / Σ max, Jaccard's for amounts; equal to 2B/(1+B) of Bray–Curtis B. Range 0 … 1; two empty lists give NaN.
 * Source: M. Růžička (1958).
 */
export const ruzicka = (a: Numbers, b: Numbers): number => {
  const bray = brayCurtis(a, b)
  return (2 * bray) / (1 + bray)
}

/**
 * Horn–Morisita (Morisita–Horn) dissimilarity 1 − 2Σaᵢbᵢ / ((Σaᵢ²/A² + Σbᵢ²/B²) A B), A and B the totals. Range 0 … 1; independent of
 * the sizes of the samples and dominated by the frequent kinds. An empty list gives NaN. The similarity is 1 minus it.
 * Source: H. S. Horn, American Naturalist 100 (1966) 419–424; R vegan `vegdist(method = "horn")`.
 */
export const hornMorisita = (a: Numbers, b: Numbers): number => {
  const [totalA, totalB] = totals(a, b)
  let cross = 0
  let squaresA = 0
  let squaresB = 0
  for (let i = 0; i < a.length; i++) {
    const shareA = a[i]! / totalA
    const shareB = b[i]! / totalB
    cross += shareA * shareB
    squaresA += shareA * shareA
    squaresB += shareB * shareB
  }
  return 1 - (2 * cross) / (squaresA + squaresB)
}

/**
 * Morisita's dissimilarity of whole counts: as `hornMorisita` with Σ aᵢ(aᵢ−1)/(A(A−1)) for Σ aᵢ²/A²; cut at 0, as R vegan does.
 * NaN where a total is below 2 or no kind was counted twice. Source: M. Morisita (1959).
 */
export const morisita = (a: Numbers, b: Numbers): number => {
  const [totalA, totalB] = totals(a, b)
  let cross = 0
  let pairsA = 0
  let pairsB = 0
  for (let i = 0; i < a.length; i++) {
    cross += a[i]! * b[i]!
    pairsA += a[i]! * (a[i]! - 1)
    pairsB += b[i]! * (b[i]! - 1)
  }
  const overlap = pairsA / (totalA * (totalA - 1)) + pairsB / (totalB * (totalB - 1))
  return overlap > 0 ? Math.max(0, 1 - (2 * cross) / (overlap * totalA * totalB)) : Number.NaN
}

/**
 * Kullback–Leibler divergence Σ pᵢ log(pᵢ/qᵢ) of the shares of `p` from those of `q`, in bits unless another `base` is given.
 * Range 0 … ∞; Infinity where p has something that q lacks. Not symmetric. An empty list gives NaN.
 * Source: S. Kullback and R. A. Leibler, Annals of Mathematical Statistics 22 (1951) 79–86.
 */
export const kullbackLeibler = (p: Numbers, q: Numbers, base = 2): number => {
  const [totalP, totalQ] = totals(p, q)
  if (totalP === 0 || totalQ === 0) return Number.NaN
  let sum = 0
  for (let i = 0; i < p.length; i++) {
    const share = p[i]! / totalP
    if (share > 0) sum += share * Math.log(share / (q[i]! / totalQ))
  }
  return Math.max(0, sum) / Math.log(base)
}

/** One side of the Jensen–Shannon sum, in nats. */
const halfDivergence = (share: number, middle: number): number => (share > 0 ? share * Math.log(share / middle) : 0)

/**
 * Jensen–Shannon *divergence* in bits: ½ KL(p‖m) + ½ KL(q‖m), m = (p+q)/2, of the shares of two lists. Range 0 … 1.
 * Its square root is another quantity with another name: `jensenShannonDistance`. An empty list gives NaN; misfits throw RangeError.
 * Source: J. Lin, IEEE Transactions on Information Theory 37 (1991) 145–151.
 */
export const jensenShannonDivergence = (p: Numbers, q: Numbers): number => {
  const [totalP, totalQ] = totals(p, q)
  if (totalP === 0 || totalQ === 0) return Number.NaN
  let sum = 0
  for (let i = 0; i < p.length; i++) {
    const one = p[i]! / totalP
    const other = q[i]! / totalQ
    const middle = (one + other) / 2
    sum += halfDivergence(one, middle) + halfDivergence(other, middle)
  }
  return Math.min(1, Math.max(0, sum / 2 / Math.LN2))
}

/**
 * Jensen–Shannon *distance*, the square root of the divergence in base 2: a metric. Range 0 … 1.
 * Source: D. M. Endres and J. E. Schindelin, IEEE Transactions on Information Theory 49 (2003) 1858–1860.
 */
export const jensenShannonDistance = (p: Numbers, q: Numbers): number => Math.sqrt(jensenShannonDivergence(p, q))

/** Total variation distance ½ Σ|pᵢ − qᵢ| of the shares of two lists. Range 0 … 1; an empty list gives NaN. */
export const totalVariation = (p: Numbers, q: Numbers): number => {
  const [totalP, totalQ] = totals(p, q)
  let sum = 0
  for (let i = 0; i < p.length; i++) sum += Math.abs(p[i]! / totalP - q[i]! / totalQ)
  return sum / 2
}
