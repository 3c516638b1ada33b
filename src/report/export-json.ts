import { type Fact, statementOf } from '../evidence/index.ts'
import type { Framework } from '../framework/index.ts'
import { version } from '../kernel/version.ts'
import type { FindText, Words } from '../platform/languages/words.ts'
import { citedNumbers } from './answer.ts'
import type { AssembledQuestion, AssembledReport } from './assemble.ts'
import { draftOf } from './statement.ts'

/** What every export needs besides the report: the language it is written in, and the words of the house. */
export interface ExportGiven {
  readonly framework: Framework
  readonly locale: string
  readonly findText: (words: Words<unknown>) => FindText
  readonly now: Date
}

const factJson = (given: ExportGiven, fact: Fact) => ({
  fact: `F${fact.number}`,
  statement: statementOf(given, fact),
  value: fact.value,
  unit: fact.unit,
  interval: fact.interval,
  period: fact.period,
  dimensions: fact.dimensions,
  standing: fact.standing,
  source: fact.source,
  traces: fact.traces,
  recorded_at: fact.recordedAt.toISOString(),
  ended_at: fact.endedAt?.toISOString(),
})

const questionJson = (given: ExportGiven, asked: AssembledQuestion) => ({
  id: asked.question.id,
  title: given.framework.titleOf(asked.question.id, given.locale).text,
  title_verified: asked.question.verified,
  kind: asked.question.kind,
  standing: asked.standing,
  contradictions: asked.contradictions.map(({ kind, numbers }) => ({
    kind,
    facts: numbers.map((number) => `F${number}`),
  })),
  answer: asked.said.answer,
  texts: asked.said.texts.map(({ language, text, writtenAt }) => ({
    language,
    text,
    written_at: writtenAt.toISOString(),
  })),
  draft: asked.said.texts.length === 0 && asked.facts.length > 0 ? draftOf(given, asked.facts) : undefined,
  facts: asked.facts.map(({ number }) => `F${number}`),
})

/** Numbers of the facts a report shows or cites, in order. */
export const factsOfReport = (assembled: AssembledReport): readonly Fact[] => {
  const questions = assembled.sections.flatMap((section) => section.questions)
  const numbers = new Set(
    questions.flatMap(({ facts, said }) => [
      ...facts.map(({ number }) => number),
      ...said.texts.flatMap(({ text }) => citedNumbers(text)),
    ]),
  )
  return [...assembled.facts.values()]
    .filter(({ number }) => numbers.has(number))
    .toSorted((one, other) => one.number - other.number)
}

/** The report as JSON: every question with what is said, how it stands, and the facts behind it in full. */
export const reportJson = (given: ExportGiven, assembled: AssembledReport): string => {
  const { report } = assembled
  const document = {
    schema: 'open-roadmap/report/1',
    party: report.party,
    party_name: given.framework.titleOf(given.framework.parties.get(report.party)?.id ?? report.party, given.locale)
      .text,
    synthetic: given.framework.parties.get(report.party)?.kind === 'fictional',
    edition: report.edition,
    period: report.period,
    published: report.isPublished,
    language: given.locale,
    made_at: given.now.toISOString(),
    software: `open-roadmap ${version}`,
    sections: assembled.sections.map(({ section, questions }) => ({
      id: section.id,
      number: section.number,
      title: given.framework.titleOf(section.id, given.locale).text,
      questions: questions.map((asked) => questionJson(given, asked)),
    })),
    facts: factsOfReport(assembled).map((fact) => factJson(given, fact)),
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}
