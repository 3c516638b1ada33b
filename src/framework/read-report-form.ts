import type { Asked, Field, Limit, Question, QuestionKind, ReportSection, Title } from './item.ts'
import { type Fields, fieldsOf, type Page } from './page.ts'
import {
  findCount,
  findText,
  findYesNo,
  readEach,
  readOneOf,
  readReferences,
  readText,
  readTitle,
  refer,
} from './read-fields.ts'
import { openFile, readItem, type Standing } from './read-item.ts'

const kinds: readonly QuestionKind[] = [
  'yes-no',
  'text',
  'long-text',
  'number',
  'percent',
  'money',
  'year',
  'day',
  'email',
  'address',
  'choice',
  'choices',
  'ranking',
  'file',
  'repeat',
]

const roles = ['question', 'statistic', 'measures', 'administrative'] as const

/** An edition of the periodic report form, in the order of its file. */
export interface WrittenReportForm {
  readonly edition: string
  readonly title: Title
  readonly sections: readonly ReportSection[]
  readonly questions: readonly Question[]
}

export const readReportForm = (page: Page): WrittenReportForm => {
  const { fields, standing } = openFile(page)
  const edition = readText(fields, 'edition')
  const questions: Question[] = []
  const title = readTitle(fields, `report-${edition}`)
  const entries = readEntries(fields)
  const sections = readEach(fields, 'sections', (each) => {
    const { section, asked } = readSection(each, `report-${edition}`, { standing, entries })
    questions.push(...asked)
    return section
  })
  fields.done()
  return { edition, title, sections, questions }
}

type Entries = ReadonlyMap<string, readonly Field[]>

interface Given {
  readonly standing: Standing
  readonly entries: Entries
}

/** Shapes of entries that several questions repeat, such as the measure. */
const readEntries = (fields: Fields): Entries => {
  if (!fields.has('entries')) return new Map()
  return new Map(readEach(fields, 'entries', (each) => [readText(each, 'key'), readEach(each, 'fields', readField)]))
}

const readSection = (fields: Fields, prefix: string, given: Given) => {
  const number = readText(fields, 'number')
  const id = `${prefix}/${number}`
  const asked = readEach(fields, 'questions', (each) => readQuestion(each, id, given))
  const section: ReportSection = {
    ...readItem(fields, id, 'section', given.standing),
    number,
    ...placeOf(fields, 'goal'),
    ...placeOf(fields, 'area'),
    questions: asked.map((question) => question.id),
  }
  return { section, asked }
}

const placeOf = (fields: Fields, key: 'goal' | 'area'): { goal?: string; area?: string } => {
  const id = findText(fields, key)
  if (id === undefined) return {}
  refer(fields.page, id, [key], fields.lineOf(key))
  return { [key]: id }
}

const readQuestion = (fields: Fields, section: string, { standing, entries }: Given): Question => ({
  ...readItem(fields, `${section}.${readText(fields, 'key')}`, 'question', standing),
  ...readAsked(fields, entries),
  section,
  role: fields.has('role') ? readOneOf(fields, 'role', roles) : 'question',
  ...(fields.has('hint') && { hint: readTitle(fields, `${section} hint`, 'hint') }),
})

const readAsked = (fields: Fields, entries: Entries = new Map()): Asked => {
  const kind = readOneOf(fields, 'kind', kinds)
  const options = findText(fields, 'options')
  if (options !== undefined) refer(fields.page, `codelists/${options}`, ['codelist'], fields.lineOf('options'))
  if (options === undefined && ['choice', 'choices', 'ranking'].includes(kind)) {
    fields.complain('missing-key', 'options')
  }
  const unit = findText(fields, 'unit')
  const maximum = readLimit(fields)
  return {
    kind,
    required: findYesNo(fields, 'required') ?? false,
    ...(options !== undefined && { options }),
    ...(maximum !== undefined && { maximum }),
    ...(unit !== undefined && { unit }),
    by: readReferences(fields, 'by', ['code'], (code) => `breakdowns/${code}`),
    fields: kind === 'repeat' ? readRepeated(fields, entries) : [],
  }
}

/** The fields of a repeated entry: its own, or those of a shape named by `entry`. */
const readRepeated = (fields: Fields, entries: Entries): readonly Field[] => {
  const entry = findText(fields, 'entry')
  if (entry === undefined) return readEach(fields, 'fields', readField)
  const shape = entries.get(entry)
  if (!shape) fields.complain('not-one-of', 'entry', { value: entry, allowed: [...entries.keys()].join(', ') })
  return shape ?? []
}

const readField = (fields: Fields): Field => {
  const key = readText(fields, 'key')
  return { key, title: readTitle(fields, key), ...readAsked(fields) }
}

const readLimit = (fields: Fields): Limit | undefined => {
  if (!fields.has('maximum')) return undefined
  const inner = fieldsOf(fields.page, fields.node('maximum'))
  if (!inner.has('value')) inner.complain('missing-key', 'value')
  const limit = { value: findCount(inner, 'value') ?? 0, verified: findYesNo(inner, 'verified') ?? false }
  inner.done()
  return limit
}
