import { createHash } from 'node:crypto'

/** The results that every engine must agree on: plays by country of user and of work, plays and user-centric money by work. */
export interface Sums {
  readonly flow: Float64Array
  readonly proRata: Float64Array
  readonly userCentric: Float64Array
}

/** A fingerprint of whole numbers, and of money to nine digits. */
export const fingerprint = ({ flow, proRata, userCentric }: Sums): Record<string, string> => {
  const hash = (values: Float64Array, digits?: number) =>
    createHash('sha256')
      .update(Array.from(values, (value) => (digits === undefined ? String(value) : value.toPrecision(digits))).join())
      .digest('hex')
      .slice(0, 12)
  return {
    flow: hash(flow),
    proRata: hash(proRata),
    userCentricTotal: userCentric.reduce((a, b) => a + b, 0).toPrecision(9),
  }
}

/** The greatest difference of two lists, relative to the greatest of both. */
export const difference = (a: Float64Array, b: Float64Array): number => {
  let [most, largest] = [0, 1e-300]
  for (let at = 0; at < a.length; at++) {
    most = Math.max(most, Math.abs(a[at]! - b[at]!))
    largest = Math.max(largest, Math.abs(a[at]!))
  }
  return most / largest
}
