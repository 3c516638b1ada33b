import {
  type Field,
  type FieldKind,
  type FieldValue,
  type FormContext,
  formWords,
  type Option,
  type Reading,
  type Values,
} from '../engines/forms/index.ts'
import type { Asked, Question, QuestionKind } from '../framework/index.ts'
import type { Visit } from '../people/index.ts'
import type { FindText } from '../platform/languages/words.ts'
import { words } from './words/words.generated.ts'

const kinds: Partial<Record<QuestionKind, FieldKind>> = {
  'yes-no': 'yes-no',
  number: 'number',
  percent: 'number',
  year: 'number',
  money: 'money',
  day: 'day',
  email: 'email',
  choice: 'choice',
  choices: 'choices',
  ranking: 'choices',
  repeat: 'groups',
  file: 'list',
}

const innerFieldsOf = (asked: Asked): readonly Field[] =>
  asked.fields.map((field) => ({
    name: field.key,
    kind:
      field.options !== undefined && field.kind === 'choice'
        ? 'choice'
        : field.kind === 'long-text'
          ? 'long-text'
          : 'text',
    ...(field.options === undefined ? {} : { options: field.options }),
  }))

/** The fields of one question: its answer where the kind has one, and the text that goes with it. */
export const fieldsOf = (question: Question): readonly Field[] => {
  const kind = kinds[question.kind]
  const answer: readonly Field[] =
    kind === undefined || question.role === 'measures'
      ? []
      : [
          {
            name: 'answer',
            kind,
            ...(question.options === undefined ? {} : { options: question.options }),
            ...(kind === 'groups' ? { fields: innerFieldsOf(question), limit: question.maximum?.value ?? 50 } : {}),
          },
        ]
  const isShort = question.kind === 'text'
  return [
    ...answer,
    {
      name: 'text',
      kind: isShort ? 'text' : 'long-text',
      limit: kind === undefined ? (question.maximum?.value ?? (isShort ? 1000 : 20_000)) : 20_000,
    },
  ]
}

const fieldTitles = (question: Question, visit: Visit): ReadonlyMap<string, string> =>
  new Map(question.fields.map((field) => [`field.answer.${field.key}`, field.title[visit.locale] ?? field.title.en]))

/** Words of the fields: the question's own title for the answer, those of its inner fields from the Convention's data. */
const fieldTextOf = (question: Question, visit: Visit): FindText => {
  const own = visit.findText(words)
  const inner = fieldTitles(question, visit)
  return (key, values) => inner.get(key) ?? own(key, values)
}

const optionsOf =
  (visit: Visit) =>
  (list: string): readonly Option[] =>
    [...(visit.framework.codelists.get(list)?.items.values() ?? [])].map((item) => ({
      value: item.code,
      text: visit.framework.titleOf(item.id, visit.locale).text,
    }))

export const questionContext = (visit: Visit, question: Question): FormContext => ({
  locale: visit.locale,
  direction: visit.direction,
  format: visit.format,
  t: visit.words(formWords),
  findText: visit.findText(formWords),
  fieldText: fieldTextOf(question, visit),
  optionsOf: optionsOf(visit),
  languages: visit.party?.languages ?? [visit.locale],
})

export const questionReading = (visit: Visit): Reading => ({
  optionsOf: optionsOf(visit),
  decimal: /[,٫]/.test(visit.format.number(0.5, 1)) ? ',' : '.',
})

/** What is said already, as the values of the form. */
export const saidValues = (answer: FieldValue | undefined, text: string): Values => ({
  ...(answer === undefined ? {} : { answer }),
  ...(text === '' ? {} : { text }),
})
