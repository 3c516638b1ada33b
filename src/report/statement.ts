import type { Fact } from '../evidence/index.ts'
import type { FindText, Words } from '../platform/languages/words.ts'
import { wordsOfSlice } from '../platform/languages/words-of-slice.ts'

/** The sentence of a fact in the reader's language. */
export const statementOf = (findText: (words: Words<unknown>) => FindText, fact: Fact): string =>
  findText(wordsOfSlice(fact.statement.slice))(fact.statement.key, fact.statement.values) ?? fact.subject

/** Figures before single records: the sum says more than its parts. */
const figuresFirst = (one: Fact, other: Fact): number =>
  Number(other.value !== undefined) - Number(one.value !== undefined)

/** The text the report proposes for a question: each fact's sentence with its citation. Nothing where there are no facts. */
export const draftOf = (findText: (words: Words<unknown>) => FindText, facts: readonly Fact[], most = 12): string =>
  facts
    .toSorted(figuresFirst)
    .slice(0, most)
    .map((fact) => {
      const sentence = statementOf(findText, fact).trim()
      return `${sentence}${/[.!?。؟…]$/.test(sentence) ? '' : '.'} [F${fact.number}]`
    })
    .join('\n')
