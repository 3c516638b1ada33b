import type { CompactLists } from './compact-lists.ts'
import { type Reordering, type RuleName, ruleNames } from './simulation.ts'

/** What is asked of the simulator: everything in the address, so that it can be sent to somebody. */
export interface SimulatorQuery extends Reordering {
  readonly rule: RuleName
  readonly territory: string
}

export const usualQuery = { rule: 'floor', share: 0.3, depth: 10, lambda: 0.5 } as const

const numberIn = (text: string | null, low: number, high: number, usual: number): number => {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text.trim())
  return value >= low && value <= high ? value : usual
}

/** Reads the address; what is missing or cannot be is as usual, the territory the one of the study. */
export const readSimulatorQuery = (
  query: URLSearchParams,
  { territories }: CompactLists,
  own: string | undefined,
): SimulatorQuery => {
  const codes = Object.keys(territories)
  const asked = query.get('territory') ?? ''
  const usual = own !== undefined && codes.includes(own) ? own : (codes[0] ?? '')
  return {
    rule: ruleNames.find((name) => name === query.get('rule')) ?? usualQuery.rule,
    share: numberIn(query.get('share'), 0, 1, usualQuery.share),
    depth: Math.round(numberIn(query.get('depth'), 1, 100, usualQuery.depth)),
    lambda: numberIn(query.get('lambda'), 0, 1, usualQuery.lambda),
    territory: codes.includes(asked) ? asked : usual,
  }
}

export const addressOf = ({ rule, share, depth, lambda, territory }: SimulatorQuery): string =>
  new URLSearchParams({
    rule,
    share: String(share),
    depth: String(depth),
    lambda: String(lambda),
    territory,
  }).toString()

/**
 * The command of the study with this simulation in place of what was simulated before. Its figures stand in the document under
 * `countries.<territory>.lists.simulations.<rule>`.
 */
export const repeatingSimulation = (
  command: string,
  { rule, share, depth, lambda, territory }: SimulatorQuery,
): string =>
  command
    .replaceAll(/\\'|'[^']*'| --(?:simulate|share|depth|lambda|country) \S+/g, (found) =>
      found.startsWith(' --') ? '' : found,
    )
    .replace(
      / --format json$/,
      ` --country ${territory} --simulate ${rule} --share ${share} --depth ${depth} --lambda ${lambda} --format json`,
    )
