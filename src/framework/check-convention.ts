import type { FrameworkFault } from './framework-error.ts'
import type { Paragraph } from './item.ts'
import type { Declaration, Findings, ItemKind } from './page.ts'
import type { WrittenConvention } from './written-convention.ts'

/** Every fault of the data: those met while reading, and those that only show when all files are known. */
export const checkConvention = (written: WrittenConvention, findings: Findings): readonly FrameworkFault[] => {
  const declared = new Map(findings.declarations.map((declaration) => [declaration.id, declaration]))
  return [
    ...findings.faults,
    ...duplicates(findings),
    ...dangling(findings, declared),
    ...activitiesWithoutParagraphs(written, declared),
    ...activitiesWithoutQuestions(written, declared),
    ...unreachableParagraphs(written, declared),
    ...servedBothWays(written),
    ...aspectsAstray(written),
  ]
}

function* duplicates(findings: Findings): Iterable<FrameworkFault> {
  const first = new Map<string, Declaration>()
  for (const declaration of findings.declarations) {
    const { id, file, line } = declaration
    const earlier = first.get(id)
    if (earlier) yield { code: 'duplicate-id', file, line, values: { id, other: `${earlier.file}:${earlier.line}` } }
    else first.set(id, declaration)
  }
}

function* dangling(findings: Findings, declared: ReadonlyMap<string, Declaration>): Iterable<FrameworkFault> {
  for (const { id, kinds, file, line } of findings.references) {
    const target = declared.get(id)
    if (!target || !kinds.includes(target.kind)) {
      yield { code: 'dangling-id', file, line, values: { id, kind: kindName(id, kinds) } }
    }
  }
}

const kindName = (id: string, kinds: readonly ItemKind[]): string =>
  kinds.includes('code') ? `a code of the list ${id.split('/')[0]}` : `a ${kinds.join(' or ')}`

const placeOf = (declared: ReadonlyMap<string, Declaration>, id: string) => {
  const { file, line } = declared.get(id) ?? { file: '?', line: 1 }
  return { file, line }
}

function* activitiesWithoutParagraphs(
  { roadmap, activityLinks }: WrittenConvention,
  declared: ReadonlyMap<string, Declaration>,
): Iterable<FrameworkFault> {
  for (const { id } of roadmap.activities) {
    const links = activityLinks.activities.find((each) => each.activity === id)
    if (links && links.paragraphs.length > 0) continue
    const { file, line } = links ?? placeOf(declared, id)
    yield { code: 'no-paragraphs', file, line, values: { id } }
  }
}

function* activitiesWithoutQuestions(
  { roadmap, questionLinks, reportForms }: WrittenConvention,
  declared: ReadonlyMap<string, Declaration>,
): Iterable<FrameworkFault> {
  const answered = new Set(questionLinks.flatMap((links) => links.activities))
  if (reportForms.length === 0) return
  for (const { id } of roadmap.activities) {
    if (!answered.has(id)) yield { code: 'no-question', ...placeOf(declared, id), values: { id } }
  }
}

/** The paragraphs a Party acts upon: §§ 14 to 24, at their lowest level. */
const isActedUpon = (paragraph: Paragraph, parents: ReadonlySet<string>): boolean => {
  const whole = Number(paragraph.number.split('.')[0])
  return whole >= 14 && whole <= 24 && !parents.has(paragraph.id)
}

function* unreachableParagraphs(
  { paragraphs, activityLinks, beyond }: WrittenConvention,
  declared: ReadonlyMap<string, Declaration>,
): Iterable<FrameworkFault> {
  const parents = new Set(paragraphs.flatMap(({ parent }) => parent ?? []))
  const reached = new Set([
    ...activityLinks.activities.flatMap((links) => links.paragraphs),
    ...beyond.filter(({ servedBy }) => servedBy.length > 0).map(({ paragraph }) => paragraph),
  ])
  for (const paragraph of paragraphs) {
    if (!isActedUpon(paragraph, parents) || reached.has(paragraph.id)) continue
    yield { code: 'unreachable', ...placeOf(declared, paragraph.id), values: { id: paragraph.id } }
  }
}

function* servedBothWays({ activityLinks, beyond }: WrittenConvention): Iterable<FrameworkFault> {
  for (const { paragraph, file, line } of beyond) {
    const other = activityLinks.activities.find((links) => links.paragraphs.includes(paragraph))
    if (!other) continue
    const values = { id: paragraph, other: other.activity }
    yield { code: 'both-ways', file, line, values }
  }
}

/** An aspect may only narrow what its question answers. */
function* aspectsAstray({ aspects, questionLinks }: WrittenConvention): Iterable<FrameworkFault> {
  for (const { key, question, activities, paragraphs, file, line } of aspects) {
    const links = questionLinks.find((each) => each.question === question)
    const answered = new Set([...(links?.activities ?? []), ...(links?.paragraphs ?? [])])
    for (const other of [...activities, ...paragraphs]) {
      if (!answered.has(other)) yield { code: 'astray', file, line, values: { id: `${question}/${key}`, other } }
    }
  }
}
