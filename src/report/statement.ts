import { type Fact, type StatementGiven, statementOf } from '../evidence/index.ts'

const isFigure = ({ value }: Fact): boolean => value !== undefined

/** Which one of its kind a fact is, counted from 0: kinds are the figures and the records of each instrument. */
const turnsOf = (facts: readonly Fact[]): ReadonlyMap<Fact, number> => {
  const met = new Map<string, number>()
  return new Map(
    facts.map((fact) => {
      const kind = `${fact.source.instrument} ${isFigure(fact)}`
      const turn = met.get(kind) ?? 0
      met.set(kind, turn + 1)
      return [fact, turn]
    }),
  )
}

/**
 * Facts in the order a reader wants them: those found for just this question, activity or paragraph first, among them figures
 * before single records, for the sum says more than its parts; figures by number, records from the newest. Instruments take
 * turns, so that none of them fills the page alone.
 */
export const tellingFirst = (facts: Iterable<Fact>, answering: string): readonly Fact[] => {
  const isJust = ({ traces }: Fact): number => (traces.includes(answering) ? 1 : 0)
  const sorted = [...facts].toSorted(
    (one, other) =>
      isJust(other) - isJust(one) ||
      Number(isFigure(other)) - Number(isFigure(one)) ||
      (isFigure(one) ? one.number - other.number : other.number - one.number),
  )
  const turns = turnsOf(sorted)
  return sorted.toSorted((one, other) => isJust(other) - isJust(one) || turns.get(one)! - turns.get(other)!)
}

/** The text the report proposes for a question: each fact's sentence with its citation. Nothing where there are no facts. */
export const draftOf = (given: StatementGiven, facts: readonly Fact[], most = 12): string =>
  facts
    .slice(0, most)
    .map((fact) => {
      const sentence = statementOf(given, fact).trim()
      return `${sentence}${/[.!?。؟…]$/.test(sentence) ? '' : '.'} [F${fact.number}]`
    })
    .join('\n')
