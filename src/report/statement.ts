import { type Fact, type StatementGiven, statementOf } from '../evidence/index.ts'

/** Figures before single records: the sum says more than its parts. */
export const figuresFirst = (one: Fact, other: Fact): number =>
  Number(other.value !== undefined) - Number(one.value !== undefined)

/** The text the report proposes for a question: each fact's sentence with its citation. Nothing where there are no facts. */
export const draftOf = (given: StatementGiven, facts: readonly Fact[], most = 12): string =>
  facts
    .toSorted(figuresFirst)
    .slice(0, most)
    .map((fact) => {
      const sentence = statementOf(given, fact).trim()
      return `${sentence}${/[.!?。؟…]$/.test(sentence) ? '' : '.'} [F${fact.number}]`
    })
    .join('\n')
