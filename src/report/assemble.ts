import type { Kysely } from 'kysely'
import { type Fact, listFacts } from '../evidence/index.ts'
import type { Framework, Question, ReportForm, ReportSection } from '../framework/index.ts'
import type { Actor } from '../people/index.ts'
import type { Said } from './answer.ts'
import { type Judged, judge, type Standing, standings } from './standing.ts'
import { tellingFirst } from './statement.ts'
import { findReport, listSaid, type Report, unsaid } from './store.ts'

/** A question with what is said, the facts that answer it, and how the two stand to each other. */
export interface AssembledQuestion extends Judged {
  readonly question: Question
  readonly said: Said
  readonly facts: readonly Fact[]
}

export interface AssembledSection {
  readonly section: ReportSection
  readonly questions: readonly AssembledQuestion[]
}

/** The whole report at this moment: what a reader may see of it. */
export interface AssembledReport {
  readonly report: Report
  readonly form: ReportForm
  readonly sections: readonly AssembledSection[]
  /** Every fact that is shown or cited, ended ones too, by number. */
  readonly facts: ReadonlyMap<number, Fact>
}

/** The edition Parties report by now: the latest form there is. */
export const currentEdition = (framework: Framework): string =>
  [...framework.reportForms.keys()].toSorted().at(-1) ?? ''

const factsByQuestion = (
  framework: Framework,
  facts: readonly Fact[],
  edition: string,
): ReadonlyMap<string, readonly Fact[]> => {
  const found = new Map<string, Set<Fact>>()
  for (const fact of facts)
    for (const trace of fact.traces)
      for (const question of framework.questionsFor(trace, edition)) {
        const set = found.get(question) ?? new Set()
        found.set(question, set.add(fact))
      }
  return new Map([...found].map(([question, set]) => [question, tellingFirst(set, question)]))
}

/** Reads report and ledger and puts them together; nothing for somebody who may not read the report. */
export const assembleReport = async (
  db: Kysely<unknown>,
  actor: Actor,
  framework: Framework,
  party: string,
  edition: string,
): Promise<AssembledReport | undefined> => {
  const form = framework.reportForms.get(edition)
  const report = await findReport(db, actor, party, edition)
  if (!form || !report) return undefined
  const all = await listFacts(db, actor, { party, ended: true })
  const current = all.filter(({ endedAt }) => endedAt === undefined)
  const ended = new Set(all.filter(({ endedAt }) => endedAt !== undefined).map(({ number }) => number))
  const said = await listSaid(db, actor, party, edition)
  const byQuestion = factsByQuestion(framework, current, edition)
  const assembled = (id: string): AssembledQuestion[] => {
    const question = form.questions.get(id)
    if (!question) return []
    const own = said.get(id) ?? unsaid(id)
    const facts = byQuestion.get(id) ?? []
    return [{ question, said: own, facts, ...judge(question, own, facts, ended) }]
  }
  return {
    report,
    form,
    sections: [...form.sections.values()].map((section) => ({
      section,
      questions: section.questions.flatMap(assembled),
    })),
    facts: new Map(all.map((fact) => [fact.number, fact])),
  }
}

export type Counts = Readonly<Record<Standing, number>>

/** How many questions stand in which way. Form-keeping questions without facts count too: they also must be filled in. */
export const countStandings = (questions: readonly AssembledQuestion[]): Counts =>
  Object.fromEntries(
    standings.map((standing) => [standing, questions.filter((question) => question.standing === standing).length]),
  ) as unknown as Counts
