import type { DocumentBlock, DocumentToWrite, Run } from '../engines/documents/index.ts'
import { formWords } from '../engines/forms/index.ts'
import { type Fact, statementOf } from '../evidence/index.ts'
import { directionOf } from '../kernel/locale.ts'
import { version } from '../kernel/version.ts'
import { formatsFor } from '../platform/languages/formats.ts'
import { partsOf, textFor } from './answer.ts'
import { answerLines } from './answer-text.ts'
import type { AssembledQuestion, AssembledReport, AssembledSection } from './assemble.ts'
import { type ExportGiven, factsOfReport } from './export-json.ts'
import { sectionTitle } from './section-title.ts'
import { draftOf } from './statement.ts'
import { words } from './words/words.generated.ts'

interface Writing extends ExportGiven {
  readonly assembled: AssembledReport
  readonly t: (key: string, values?: Readonly<Record<string, unknown>>) => string
}

const writingOf = (given: ExportGiven, assembled: AssembledReport): Writing => {
  const find = given.findText(words)
  return { ...given, assembled, t: (key, values) => find(key, values) ?? key }
}

/** A cited fact as a footnote: how it stands and where it comes from, and what it says unless the text itself says just that. */
const noteOf = (writing: Writing, number: number, isDraft: boolean): Run => {
  const fact = writing.assembled.facts.get(number)
  if (!fact) return { note: [writing.t('fact.unknown', { number })] }
  const parts = [
    `F${number}`,
    ...(isDraft ? [] : [statementOf(writing, fact)]),
    `${writing.t(`fact.${fact.standing}`)}${fact.endedAt ? ` (${writing.t('fact.corrected')})` : ''}`,
    `${writing.t('document.source')}: ${fact.source.instrument}`,
  ]
  return { note: [parts.join(' – ')] }
}

const runsOf = (writing: Writing, line: string, isDraft: boolean): readonly Run[] =>
  partsOf(line).map((part) => (part.kind === 'text' ? part.text : noteOf(writing, part.number, isDraft)))

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '')

const paragraphs = (writing: Writing, text: string, locale: string): readonly DocumentBlock[] =>
  linesOf(text).map((line) => ({
    kind: 'paragraph',
    locale,
    dir: directionOf(locale),
    runs: runsOf(writing, line, false),
  }))

const plain = (text: string, emphasis = false): DocumentBlock => ({
  kind: 'paragraph',
  runs: [emphasis ? { text, emphasis } : text],
})

const answerBlocks = (writing: Writing, { question, said }: AssembledQuestion): readonly DocumentBlock[] => {
  if (said.answer === undefined) return []
  const find = writing.findText(formWords)
  const given = {
    ...writing,
    format: formatsFor(writing.locale),
    yes: find('answer.yes') ?? 'Yes',
    no: find('answer.no') ?? 'No',
  }
  const lines = answerLines(given, question, said.answer)
  return lines.length === 1
    ? [{ kind: 'paragraph', runs: lines.map((text) => ({ text, strong: true })) }]
    : [{ kind: 'list', items: lines.map((line) => [line]) }]
}

const questionBlocks = (writing: Writing, asked: AssembledQuestion): readonly DocumentBlock[] => {
  const { framework, locale, t } = writing
  const written = textFor(asked.said, locale)
  const draft = written ? '' : draftOf(writing, asked.facts, asked.question.role === 'measures' ? 200 : 12)
  return [
    { kind: 'heading', level: 2, text: framework.titleOf(asked.question.id, locale).text },
    plain(t('document.standing', { standing: t(`standing.${asked.standing}`) }), true),
    ...asked.contradictions.map(({ kind, numbers }) =>
      plain(t(`contradiction.${kind}`, { facts: numbers.map((number) => `F${number}`).join(', ') }), true),
    ),
    ...answerBlocks(writing, asked),
    ...(written ? paragraphs(writing, written.text, written.language) : []),
    ...(draft === ''
      ? []
      : [
          plain(t('question.drafted'), true),
          { kind: 'list' as const, items: linesOf(draft).map((line) => runsOf(writing, line, true)) },
        ]),
  ]
}

const isFilled = ({ standing }: AssembledQuestion): boolean => standing !== 'empty'

const sectionBlocks = (writing: Writing, { section, questions }: AssembledSection): readonly DocumentBlock[] => {
  const empty = questions.filter((asked) => !isFilled(asked))
  const titles = empty.map(({ question }) => [writing.framework.titleOf(question.id, writing.locale).text])
  return [
    { kind: 'heading', level: 1, text: sectionTitle(writing, section) },
    ...questions.filter(isFilled).flatMap((asked) => questionBlocks(writing, asked)),
    ...(titles.length === 0
      ? []
      : [plain(writing.t('document.still-empty'), true), { kind: 'list' as const, items: titles }]),
  ]
}

const factsTable = (writing: Writing, facts: readonly Fact[]): readonly DocumentBlock[] =>
  facts.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: writing.t('document.facts') },
        {
          kind: 'table',
          caption: writing.t('document.facts'),
          columns: [
            { text: writing.t('document.fact') },
            { text: writing.t('document.statement') },
            { text: writing.t('document.source') },
          ],
          rows: facts.map((fact) => [
            `F${fact.number}`,
            `${statementOf(writing, fact)} (${writing.t(`fact.${fact.standing}`)})`,
            `${fact.source.instrument} ${fact.source.href}`,
          ]),
        },
      ]

/** The assembled report as a document: sections, answers, citations as footnotes, and the facts in a table at the end. */
export const reportDocument = (given: ExportGiven, assembled: AssembledReport): DocumentToWrite => {
  const writing = writingOf(given, assembled)
  const { framework, locale, now } = given
  const { party, edition, period, isPublished } = assembled.report
  const known = framework.parties.get(party)
  const format = formatsFor(locale)
  const name = known ? framework.titleOf(known.id, locale).text : party
  const notes = [
    writing.t('report.period', { edition, from: format.day(period.from), to: format.day(period.to) }),
    ...(known?.kind === 'fictional' ? [writing.t('document.synthetic')] : []),
    ...(isPublished ? [] : [writing.t('document.draft')]),
    writing.t('report.unofficial'),
    writing.t('document.made', { day: format.day(now), version }),
  ]
  return {
    locale,
    title: name,
    subtitle: writing.t('document.subtitle', { edition }),
    author: name,
    contentsHeading: writing.t('document.contents'),
    blocks: [
      ...notes.map((text) => plain(text)),
      { kind: 'page-break' },
      ...assembled.sections.flatMap((section) => sectionBlocks(writing, section)),
      ...factsTable(writing, factsOfReport(assembled)),
    ],
  }
}
