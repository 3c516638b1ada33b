/**
 * To whom a work of several origins is credited. `fractional`: 1/n to each of n different origins (default everywhere); `any`: 1 to each,
 * so shares over origins add up to more than 1; `majority`: 1 to the origin named by more than half of the entries, nobody otherwise;
 * `first`: 1 to the origin named first. State the rule in every result.
 */
export type CoProductionRule = 'fractional' | 'any' | 'majority' | 'first'

export const coProductionRules: readonly CoProductionRule[] = ['fractional', 'any', 'majority', 'first']

/** The origin named by more than half of the entries, if there is one. */
const findMajority = <Origin>(origins: readonly Origin[]): Origin | undefined =>
  origins.find((origin) => origins.filter((other) => other === origin).length * 2 > origins.length)

/**
 * Credit of each origin of one work. `origins`: one entry per producing country as the source names them, repeated when several
 * producers are from one country (only `majority` heeds repeats); none gives an empty map: origin unknown. Credits add up to 1 under
 * `fractional` and `first`, to at most 1 under `majority`, to the number of different origins under `any`.
 */
export const originCredits = <Origin>(origins: readonly Origin[], rule: CoProductionRule): Map<Origin, number> => {
  const different = [...new Set(origins)]
  if (different.length === 0) return new Map()
  switch (rule) {
    case 'fractional':
      return new Map(different.map((origin) => [origin, 1 / different.length]))
    case 'any':
      return new Map(different.map((origin) => [origin, 1]))
    case 'first':
      return new Map([[different[0]!, 1]])
    default: {
      const majority = findMajority(origins)
      return majority === undefined ? new Map() : new Map([[majority, 1]])
    }
  }
}

/**
 * Credit 0 … 1 of a work to a set of origins counted as local (one country, a region, a list), or NaN when its origin is unknown.
 * `fractional`: local entries ÷ different origins; `any`: 1 if one is local; `majority`: 1 if more than half of the entries are local;
 * `first`: 1 if the first is.
 */
export const localCredit = <Origin>(
  origins: readonly Origin[],
  local: ReadonlySet<Origin>,
  rule: CoProductionRule,
): number => {
  if (origins.length === 0) return Number.NaN
  const entries = rule === 'majority' ? origins : [...new Set(origins)]
  const inside = entries.filter((origin) => local.has(origin)).length
  switch (rule) {
    case 'fractional':
      return inside / entries.length
    case 'any':
      return inside > 0 ? 1 : 0
    case 'first':
      return local.has(origins[0]!) ? 1 : 0
    default:
      return inside * 2 > entries.length ? 1 : 0
  }
}
