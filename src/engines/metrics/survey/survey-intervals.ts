import { checkInside, checkWhole, checkWithin } from '../arguments.ts'
import type { Interval } from '../uncertainty/intervals.ts'
import { studentQuantile } from '../uncertainty/student.ts'

/** How sure: the level of the interval and the degrees of freedom of the standard error (`designFreedom`). */
export interface Sureness {
  readonly level: number
  readonly freedom: number
}

const studentFactor = ({ level, freedom }: Sureness): number => {
  checkInside(level, 0, 1, 'The level')
  checkWhole(freedom, 1, 'The degrees of freedom')
  return studentQuantile(0.5 + level / 2, freedom)
}

/** Estimate ± t × standard error, with the degrees of freedom of the design. Throws RangeError for a bad level or fewer than one degree. */
export const studentInterval = (estimate: number, standardError: number, sureness: Sureness): Interval => {
  const half = studentFactor(sureness) * standardError
  return [estimate - half, estimate + half]
}

/**
 * Interval of a share on the logit scale, so that it stays in 0 … 1: logit p ± t·se/(p(1 − p)), turned back. Where p is 0 or 1 the standard
 * error is 0 and says nothing: then the exact binomial limit with the effective number of persons, [0, 1 − (α/2)^(1/n)] or its mirror image.
 * Throws RangeError for a share outside 0 … 1. Sources: R. G. Newcombe (2001), The American Statistician 55, 200–202, and R's
 * `svyciprop(method = "logit")`; at the ends E. L. Korn and B. I. Graubard, Survey Methodology 24 (1998) 193–201.
 */
export const shareInterval = (
  share: number,
  standardError: number,
  effectivePersons: number,
  sureness: Sureness,
): Interval => {
  checkWithin(share, 0, 1, 'The share')
  const factor = studentFactor(sureness)
  if (share === 0 || share === 1) {
    const far = 1 - ((1 - sureness.level) / 2) ** (1 / effectivePersons)
    return share === 0 ? [0, far] : [1 - far, 1]
  }
  const centre = Math.log(share / (1 - share))
  const half = (factor * standardError) / (share * (1 - share))
  const back = (logit: number) => 1 / (1 + Math.exp(-logit))
  return [back(centre - half), back(centre + half)]
}

/** Standard error over the size of the estimate: 0.3 and more is what statistical offices call unreliable. NaN for 0/0, infinite for an estimate of 0. */
export const coefficientOfVariation = (estimate: number, standardError: number): number =>
  standardError / Math.abs(estimate)
