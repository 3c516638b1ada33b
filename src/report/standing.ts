import type { Fact } from '../evidence/index.ts'
import type { Question } from '../framework/index.ts'
import { citedNumbers, type Said } from './answer.ts'

/** Proven: observed facts stand behind it. Declared: said, without such facts. Contradicted: facts say otherwise. Empty: nothing yet. */
export const standings = ['proven', 'declared', 'contradicted', 'empty'] as const
export type Standing = (typeof standings)[number]

/** Why an answer is contradicted; `numbers` are the facts that say so. */
export interface Contradiction {
  readonly kind: 'no-against-facts' | 'yes-against-facts' | 'figure-against-fact' | 'cites-corrected'
  readonly numbers: readonly number[]
}

export interface Judged {
  readonly standing: Standing
  readonly contradictions: readonly Contradiction[]
}

const isObserved = (fact: Fact): boolean => fact.standing !== 'declared'

/** A count of nothing, observed, speaks against a yes; anything else observed speaks for it. */
const denies = (fact: Fact): boolean => isObserved(fact) && fact.unit === 'count' && fact.value === 0
const supports = (fact: Fact): boolean => isObserved(fact) && !denies(fact)

/** A figure agrees with a fact inside its interval, or within half a unit of the last digit people give: 0.5 %. */
const agrees = (figure: number, fact: Fact): boolean => {
  const value = fact.value ?? 0
  if (fact.interval) return figure >= fact.interval.low && figure <= fact.interval.high
  return Math.abs(figure - value) <= Math.max(0.005 * Math.abs(value), 1e-9)
}

const figureOf = (question: Question, answer: Said['answer']): number | undefined => {
  if (typeof answer !== 'number') return undefined
  return question.kind === 'percent' ? answer / 100 : answer
}

const contradictionsOf = (
  question: Question,
  said: Said,
  facts: readonly Fact[],
  ended: readonly number[],
): readonly Contradiction[] => {
  const numbers = (chosen: readonly Fact[]): readonly number[] => chosen.map(({ number }) => number)
  const found: Contradiction[] = []
  const [supporting, denying] = [facts.filter(supports), facts.filter(denies)]
  if (said.answer === false && supporting.length > 0)
    found.push({ kind: 'no-against-facts', numbers: numbers(supporting) })
  if (said.answer === true && supporting.length === 0 && denying.length > 0)
    found.push({ kind: 'yes-against-facts', numbers: numbers(denying) })
  const figure = figureOf(question, said.answer)
  const unit = question.kind === 'percent' ? 'share' : question.kind === 'number' ? 'count' : undefined
  if (figure !== undefined && unit !== undefined) {
    const direct = facts.filter(
      (fact) => isObserved(fact) && fact.unit === unit && fact.value !== undefined && fact.traces.includes(question.id),
    )
    if (direct.length > 0 && !direct.some((fact) => agrees(figure, fact)))
      found.push({ kind: 'figure-against-fact', numbers: numbers(direct) })
  }
  if (ended.length > 0) found.push({ kind: 'cites-corrected', numbers: ended })
  return found
}

const isSaid = (said: Said): boolean => said.answer !== undefined || said.texts.some(({ text }) => text.trim() !== '')

/**
 * Judges what is said to a question by the facts that answer it. `facts` are current; `endedNumbers` tells which facts
 * of the Party were corrected or withdrawn, so that a text citing one is noticed.
 */
export const judge = (
  question: Question,
  said: Said,
  facts: readonly Fact[],
  endedNumbers: ReadonlySet<number>,
): Judged => {
  const cited = said.texts.flatMap(({ text }) => citedNumbers(text))
  const ended = [...new Set(cited)].filter((number) => endedNumbers.has(number))
  const contradictions = contradictionsOf(question, said, facts, ended)
  if (contradictions.length > 0) return { standing: 'contradicted', contradictions }
  if (facts.some(supports)) return { standing: 'proven', contradictions }
  return { standing: isSaid(said) || facts.length > 0 ? 'declared' : 'empty', contradictions }
}
