/** A stream of pseudo-random numbers: the same seed and stream give the same numbers on every machine. Not for secrets. */
export interface Random {
  /** The next 32 random bits as a whole number 0 … 2³² − 1. */
  readonly uint32: () => number
  /** A number 0 ≤ x < 1 with 53 random bits. */
  readonly unit: () => number
  /** A whole number 0 … n − 1, each equally likely (n ≤ 2³²). */
  readonly below: (n: number) => number
  /** A Poisson count of mean 1. */
  readonly poisson: () => number
  /** Adds 1 to as many entries as there are, each time to one of them, all equally likely: what `below(length)` would choose. */
  readonly tally: (counts: Uint8Array | Uint16Array) => void
}

/** Independent streams, one per replicate, so that replicates can be computed in any order and by several workers. */
export type RandomStreams = (stream: number) => Random

/** One step of a 32-bit mixer (the finaliser of MurmurHash3). */
const mix = (value: number): number => {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** A 32-bit hash of numbers and texts, for seeds and for putting users into groups that never change. */
export const hash32 = (...parts: readonly (number | string)[]): number => {
  let h = 0x9e3779b9
  const add = (word: number) => {
    h = mix(h ^ mix(word + 0x9e3779b9))
  }
  for (const part of parts) {
    if (typeof part === 'number') {
      add(part >>> 0)
      add(Math.floor(part / 2 ** 32))
    } else {
      for (let i = 0; i < part.length; i++) add(part.charCodeAt(i))
      add(part.length ^ 0x5bd1e995)
    }
  }
  return h
}

/** P(X ≤ k) × 2³² of a Poisson count of mean 1, until nothing is left. */
const poissonLimits: readonly number[] = (() => {
  const limits: number[] = []
  let chance = Math.exp(-1)
  let sum = 0
  for (let k = 1; sum < 1 - 2 ** -33; k++) {
    sum += chance
    limits.push(sum * 2 ** 32)
    chance /= k
  }
  return limits
})()

/**
 * The stream `stream` of a seed. Generator: xoshiro128** of D. Blackman and S. Vigna (ACM TOMS 47 (2021) 36), its state hashed from
 * seed and stream. Throws RangeError for a seed that is neither a text nor a safe whole number.
 */
export const random = (seed: number | string, stream = 0): Random => {
  if (typeof seed === 'number' && !Number.isSafeInteger(seed)) {
    throw new RangeError(`The seed is ${seed}: it must be a whole number or a text.`)
  }
  let a = hash32(seed, stream, 1) | 1
  let b = hash32(seed, stream, 2) | 0
  let c = hash32(seed, stream, 3) | 0
  let d = hash32(seed, stream, 4) | 0
  const uint32 = (): number => {
    const scrambled = Math.imul(b, 5)
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result
  }
  const unit = (): number => ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 9007199254740992
  const below = (n: number): number => {
    if (n > 0x200000) return Math.floor(unit() * n)
    for (;;) {
      const product = uint32() * n
      const whole = Math.floor(product / 4294967296)
      const rest = product - whole * 4294967296
      if (rest >= n || rest >= 4294967296 % n) return whole
    }
  }
  const tally = (counts: Uint8Array | Uint16Array): void => {
    const n = counts.length
    if (n > 0x200000) {
      for (let draw = 0; draw < n; draw++) counts[below(n)]!++
      return
    }
    const unfair = 4294967296 % n
    let [w, x, y, z] = [a, b, c, d]
    for (let draw = 0; draw < n; ) {
      const scrambled = Math.imul(x, 5)
      const bits = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0
      const shifted = x << 9
      y ^= w
      z ^= x
      x ^= y
      w ^= z
      y ^= shifted
      z = (z << 11) | (z >>> 21)
      const product = bits * n
      const whole = Math.floor(product / 4294967296)
      if (product - whole * 4294967296 < unfair) continue
      counts[whole]!++
      draw++
    }
    ;[a, b, c, d] = [w, x, y, z]
  }
  const poisson = (): number => {
    const bits = uint32()
    let count = 0
    while (count < poissonLimits.length - 1 && bits >= poissonLimits[count]!) count++
    return count
  }
  return { uint32, unit, below, poisson, tally }
}

/** The streams of one seed: write the seed into the record of the run, and anyone gets the same replicates. */
export const randomStreams =
  (seed: number | string): RandomStreams =>
  (stream) =>
    random(seed, stream)
