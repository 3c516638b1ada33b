import { type Fact, type StatementGiven, statementOf } from '../evidence/index.ts'

/**
 * Facts in the order a reader wants them: those found for just this question, activity or paragraph first, among them figures
 * before single records, for the sum says more than its parts; then by number.
 */
export const tellingFirst = (facts: Iterable<Fact>, answering: string): readonly Fact[] => {
  const weight = ({ traces, value }: Fact): number =>
    (traces.includes(answering) ? 2 : 0) + (value === undefined ? 0 : 1)
  return [...facts].toSorted((one, other) => weight(other) - weight(one) || one.number - other.number)
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
