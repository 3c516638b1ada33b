import type { Entry, FieldValue } from '../engines/forms/index.ts'
import type { Framework, Question } from '../framework/index.ts'
import { type Money } from '../kernel/money.ts'
import type { Formats } from '../platform/languages/formats.ts'

export interface AnswerTextGiven {
  readonly framework: Framework
  readonly locale: string
  readonly format: Formats
  readonly yes: string
  readonly no: string
}

const optionText = ({ framework, locale }: AnswerTextGiven, list: string | undefined, code: string): string => {
  const item = framework.codelists.get(list ?? '')?.items.get(code)
  return item ? framework.titleOf(item.id, locale).text : code
}

const entryText = (given: AnswerTextGiven, question: Question, entry: Entry): string =>
  question.fields
    .flatMap(({ key, options }) =>
      entry[key] === undefined ? [] : [options === undefined ? entry[key] : optionText(given, options, entry[key])],
    )
    .join(' · ')

/** An answer in plain lines, as a document shows it: one line, or one for each choice or entry. */
export const answerLines = (given: AnswerTextGiven, question: Question, answer: FieldValue): readonly string[] => {
  if (typeof answer === 'boolean') return [answer ? given.yes : given.no]
  if (typeof answer === 'number') {
    if (question.kind === 'year') return [String(answer)]
    return [question.kind === 'percent' ? given.format.percent(answer / 100) : given.format.number(answer)]
  }
  if (typeof answer === 'string')
    return [question.kind === 'day' ? given.format.day(answer) : optionText(given, question.options, answer)]
  if (Array.isArray(answer))
    return answer.map((part: string | Entry) =>
      typeof part === 'string' ? optionText(given, question.options, part) : entryText(given, question, part),
    )
  return 'minor' in answer ? [given.format.money(answer as Money)] : []
}
