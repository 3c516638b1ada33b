import { type Numbers, sumOfCounts } from './arguments.ts'
import { rao } from './rao.ts'

/** The greatest value of Rao's Q over all shares of the same kinds, and shares that reach it. */
export interface RaoMaximum {
  readonly value: number
  readonly shares: Float64Array
}

const steepestGain = (gradient: Float64Array): number => {
  let best = 0
  for (let i = 1; i < gradient.length; i++) if (gradient[i]! > gradient[best]!) best = i
  return best
}

const leastLoss = (gradient: Float64Array, shares: Float64Array): number => {
  let worst = -1
  for (let j = 0; j < gradient.length; j++) {
    if (shares[j]! > 0 && (worst < 0 || gradient[j]! < gradient[worst]!)) worst = j
  }
  return worst
}

/**
 * Maximises Σ pᵢ pⱼ dᵢⱼ over shares by moving mass between the best and the worst kind, exactly to the optimum of each pair, until no
 * move gains. The global maximum when the distances are Euclidean in the sense of Rao (√d embeds); otherwise a local one.
 * `distances`: n × n row-major, symmetric, zero diagonal. Throws RangeError for misfits. Source: S. Pavoine, S. Ollier and
 * D. Pontier, Theoretical Population Biology 67 (2005) 231–239.
 */
export const raoMaximum = (distances: Numbers): RaoMaximum => {
  sumOfCounts(distances, 'distances')
  const n = Math.round(Math.sqrt(distances.length))
  const shares = new Float64Array(n).fill(1 / n)
  const gradient = new Float64Array(n)
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) gradient[i] = gradient[i]! + distances[i * n + j]! / n
  for (let step = 0; step < 200_000; step++) {
    const gainer = steepestGain(gradient)
    const giver = leastLoss(gradient, shares)
    const difference = gradient[gainer]! - gradient[giver]!
    if (difference < 1e-13 * gradient[gainer]!) break
    const moved = Math.min(shares[giver]!, difference / (2 * distances[gainer * n + giver]!))
    shares[gainer] = shares[gainer]! + moved
    shares[giver] = moved === shares[giver] ? 0 : shares[giver]! - moved
    for (let i = 0; i < n; i++) {
      gradient[i] = gradient[i]! + moved * (distances[i * n + gainer]! - distances[i * n + giver]!)
    }
  }
  return { value: n === 0 ? Number.NaN : rao(shares, distances), shares }
}

/**
 * Rao's Q as a share of the greatest it could be for these distances (R ade4 `divc(scale = TRUE)`). Range 0 … 1 for distances with a
 * global maximum (see `raoMaximum`). All distances zero gives NaN. Arguments and errors as `rao`.
 */
export const raoShareOfMaximum = (counts: Numbers, distances: Numbers): number =>
  rao(counts, distances) / raoMaximum(distances).value
