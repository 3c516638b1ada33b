import type { MonitoringEdition, Paragraph, Question, QuestionLinks, ReportForm, RoadmapEdition } from './item.ts'

/** What one question of the report answers; every list holds ids, sorted as in the data, each once. */
export interface Answers {
  readonly activities: readonly string[]
  readonly paragraphs: readonly string[]
  readonly verifications: readonly string[]
  readonly sdg: readonly string[]
}

/** The spine, walked both ways. */
export interface Spine {
  readonly answers: (questionId: string) => Answers
  readonly questionsFor: (traceId: string, edition: string) => readonly string[]
}

interface SpineData {
  readonly guidelines: ReadonlyMap<string, Paragraph>
  readonly roadmap: RoadmapEdition
  readonly monitoring: ReadonlyMap<string, MonitoringEdition>
  readonly reportForms: ReadonlyMap<string, ReportForm>
  readonly links: readonly QuestionLinks[]
}

const nothing: Answers = Object.freeze({ activities: [], paragraphs: [], verifications: [], sdg: [] })

/**
 * Joins what is written down. A paragraph that no question of the edition names is answered where the activities that
 * carry it out are answered; a target of the 2030 Agenda where a question names it or verifies an indicator of it.
 * So `answers` and `questionsFor` are each other's mirror. A container (a paragraph with others under it, an output, an
 * indicator, area or goal, an SDG goal) is answered wherever something in it is.
 */
export const buildSpine = (data: SpineData): Spine => {
  const answers = new Map<string, Answers>()
  const questions = new Map<string, ReadonlyMap<string, readonly string[]>>()
  for (const [edition, form] of data.reportForms) {
    const joined = joinForm(data, form)
    for (const [question, found] of joined) answers.set(question, found)
    questions.set(edition, turnRound(joined, form.questions, insides(data)))
  }
  return {
    answers: (questionId) => answers.get(questionId) ?? nothing,
    questionsFor: (traceId, edition) => questions.get(edition)?.get(traceId) ?? [],
  }
}

const joinForm = (data: SpineData, form: ReportForm): ReadonlyMap<string, Answers> => {
  const links = data.links.filter(({ question }) => form.questions.has(question))
  const named = new Set(links.flatMap(({ paragraphs }) => paragraphs))
  const indicators = new Map([...data.monitoring.values()].flatMap((edition) => [...edition.indicators]))
  const indicatorOf = new Map(
    [...data.monitoring.values()].flatMap((edition) =>
      [...edition.verifications.values()].map((v) => [v.id, v.indicator]),
    ),
  )
  const viaActivity = (id: string) =>
    (data.roadmap.activities.get(id)?.paragraphs ?? []).filter((paragraph) => !named.has(paragraph))
  const targetsOf = (verification: string) => indicators.get(indicatorOf.get(verification) ?? '')?.sdg ?? []
  return new Map(
    links.map((each) => [
      each.question,
      Object.freeze({
        activities: unique(each.activities),
        paragraphs: unique([...each.paragraphs, ...each.activities.flatMap(viaActivity)]),
        verifications: unique(each.verifications),
        sdg: unique([...each.sdg, ...each.verifications.flatMap(targetsOf)]),
      }),
    ]),
  )
}

const unique = (ids: readonly string[]): readonly string[] => Object.freeze([...new Set(ids)])

/** Container → what lies directly in it, inner containers before outer ones. */
const insides = ({ guidelines, roadmap, monitoring }: SpineData): ReadonlyMap<string, readonly string[]> => {
  const inside = new Map<string, string[]>()
  const put = (container: string, id: string) => inside.set(container, [...(inside.get(container) ?? []), id])
  for (const { id, parent } of [...guidelines.values()].reverse()) if (parent) put(parent, id)
  for (const { id, output } of roadmap.activities.values()) put(output, id)
  for (const edition of monitoring.values()) {
    for (const { id, indicator } of edition.verifications.values()) put(indicator, id)
    for (const { id, successors } of edition.indicators.values()) for (const later of successors) put(id, later)
  }
  for (const edition of monitoring.values()) {
    for (const { id, area } of edition.indicators.values()) put(area, id)
  }
  for (const edition of monitoring.values()) for (const { id, goal } of edition.areas.values()) put(goal, id)
  return inside
}

const turnRound = (
  joined: ReadonlyMap<string, Answers>,
  questions: ReadonlyMap<string, Question>,
  inside: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, Set<string>>()
  const add = (trace: string, question: string) => {
    const set = found.get(trace) ?? new Set()
    found.set(trace, set.add(question))
  }
  for (const [question, answered] of joined) {
    for (const trace of Object.values(answered).flat()) add(trace, question)
    for (const target of answered.sdg) add(target.split('.')[0] ?? target, question)
  }
  const gathered = (trace: string, seen: ReadonlySet<string> = new Set()): readonly string[] => {
    if (seen.has(trace)) return []
    const deeper = new Set([...seen, trace])
    return [...(found.get(trace) ?? []), ...(inside.get(trace) ?? []).flatMap((id) => gathered(id, deeper))]
  }
  const order = new Map([...questions.keys()].map((id, index) => [id, index]))
  const inOrder = (ids: readonly string[]) =>
    Object.freeze([...new Set(ids)].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)))
  const traces = new Set([...found.keys(), ...inside.keys()])
  const turned = new Map([...traces].map((trace) => [trace, inOrder(gathered(trace))]))
  for (const question of questions.keys()) turned.set(question, Object.freeze([question]))
  return turned
}
