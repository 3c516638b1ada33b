import type { Locale } from '../kernel/locale.ts'
import { NotThere } from '../kernel/refusal.ts'
import { deepFreeze } from './deep-freeze.ts'
import type {
  Activity,
  Aspect,
  BeyondActivities,
  Codelist,
  CodelistItem,
  Item,
  MonitoringEdition,
  Paragraph,
  Part,
  Party,
  ReportForm,
  RoadmapEdition,
  SdgEntry,
  Source,
} from './item.ts'
import { cite, type ShownTitle, shownTitle } from './naming.ts'
import type { Placed } from './read-spine.ts'
import { buildSpine, type Spine } from './spine.ts'
import type { WrittenConvention } from './written-convention.ts'

/** The Convention's data: read, checked, frozen. Maps are keyed by id, codelists and Parties by code. */
export interface Framework extends Spine {
  readonly sources: ReadonlyMap<string, Source>
  readonly parts: ReadonlyMap<string, Part>
  readonly guidelines: ReadonlyMap<string, Paragraph>
  readonly roadmap: RoadmapEdition
  readonly monitoring: ReadonlyMap<string, MonitoringEdition>
  readonly reportForms: ReadonlyMap<string, ReportForm>
  readonly sdgTargets: ReadonlyMap<string, SdgEntry>
  readonly parties: ReadonlyMap<string, Party>
  readonly codelists: ReadonlyMap<string, Codelist>
  readonly sectors: ReadonlyMap<string, CodelistItem>
  readonly domains: ReadonlyMap<string, CodelistItem>
  readonly beyondActivities: readonly BeyondActivities[]
  /** What a full answer to a question covers, in order; empty where the question is not taken apart. */
  readonly aspectsOf: (questionId: string) => readonly Aspect[]
  /** Any item by its id, of whatever kind. */
  readonly find: (id: string) => Item | undefined
  /** The same, where absence is an error (`NotThere`). */
  readonly get: (id: string) => Item
  /** The title in the language asked for, else in English, else the id itself. */
  readonly titleOf: (id: string, locale: Locale) => ShownTitle
  /** How the item is cited: `§14.2`, `1.4`, `5.1`, `SDG 8.3`; the id where it has no number of its own. */
  readonly cite: (id: string) => string
  /** The activities that carry out a paragraph, or a paragraph under it. */
  readonly activitiesFor: (paragraphId: string) => readonly Activity[]
}

/** Turns what is written into maps, follows ids, and freezes the whole. The data must have passed the check. */
export const composeFramework = (written: WrittenConvention): Framework => {
  const guidelines = byId(written.paragraphs)
  const roadmap = composeRoadmap(written)
  const monitoring = new Map(written.monitoring.map((each) => [each.edition, composeMonitoring(each)]))
  const reportForms = new Map(written.reportForms.map((each) => [each.edition, composeReportForm(each)]))
  const codelists = new Map(written.codelists.map((list) => [list.key, { ...list, items: byCode(list.items) }]))
  const parties = composeParties(written)
  const sdgTargets = byId(written.sdg)
  const parts = byId(written.parts)
  const links = written.questionLinks
  const data = { parts, guidelines, roadmap, monitoring, reportForms, sdgTargets, parties, codelists }
  const items = allItems(data)
  const aspects = deepFreeze(Map.groupBy(written.aspects.map(withoutPlace), ({ question }) => question))
  const find = (id: string) => items.get(id)
  return deepFreeze({
    ...data,
    ...buildSpine({ guidelines, roadmap, monitoring, reportForms, links }),
    sources: new Map(written.sources.map((source) => [source.key, source])),
    sectors: codelists.get('sectors')?.items ?? new Map(),
    domains: codelists.get('fcs-2009')?.items ?? new Map(),
    beyondActivities: written.beyond.map(({ paragraph, servedBy }) => ({ paragraph, servedBy })),
    aspectsOf: (questionId: string) => aspects.get(questionId) ?? noAspects,
    find,
    get: (id: string) => {
      const item = find(id)
      if (!item) throw new NotThere(`the Convention's data has no ${id}`)
      return item
    },
    titleOf: (id: string, locale: Locale) => shownTitle(find(id), id, locale),
    cite,
    activitiesFor: (paragraphId: string) =>
      [...roadmap.activities.values()].filter(({ paragraphs }) =>
        paragraphs.some((each) => each === paragraphId || each.startsWith(`${paragraphId}.`)),
      ),
  })
}

const noAspects: readonly Aspect[] = Object.freeze([])

const withoutPlace = ({ file: _file, line: _line, ...aspect }: Placed<Aspect>): Aspect => aspect

const byId = <Entry extends { readonly id: string }>(entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
  new Map(entries.map((entry) => [entry.id, entry]))

const byCode = <Entry extends { readonly code: string }>(entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
  new Map(entries.map((entry) => [entry.code, entry]))

const composeRoadmap = ({ roadmap, activityLinks }: WrittenConvention): RoadmapEdition => {
  const sdgOf = new Map(activityLinks.outputs)
  const linksOf = new Map(activityLinks.activities.map((links) => [links.activity, links]))
  return {
    edition: roadmap.edition,
    outputs: byId(roadmap.outputs.map((output) => ({ ...output, sdg: sdgOf.get(output.id) ?? [] }))),
    activities: byId(
      roadmap.activities.map((activity) => {
        const links = linksOf.get(activity.id)
        return { ...activity, paragraphs: links?.paragraphs ?? [], sdg: links?.sdg ?? [] }
      }),
    ),
  }
}

const composeMonitoring = (written: WrittenConvention['monitoring'][number]): MonitoringEdition => ({
  edition: written.edition,
  goals: byId(written.goals),
  areas: byId(written.areas),
  indicators: byId(written.indicators),
  verifications: byId(written.verifications),
})

const composeReportForm = (written: WrittenConvention['reportForms'][number]): ReportForm => ({
  edition: written.edition,
  title: written.title,
  sections: byId(written.sections),
  questions: byId(written.questions),
})

const composeParties = ({ parties, accessions, knownParties }: WrittenConvention): ReadonlyMap<string, Party> => {
  const joined = new Map(accessions)
  const seen = new Map([...knownParties, ...accessions.map(([id, { source }]) => [id, source] as const)])
  return byCode(
    parties.map((party): Party => {
      const [accession, statusSource] = [joined.get(party.id), seen.get(party.id)]
      if (statusSource === undefined) return { ...party, status: 'unknown' }
      return { ...party, status: 'party', statusSource, ...(accession && { accession }) }
    }),
  )
}

type Composed = Pick<
  Framework,
  'parts' | 'guidelines' | 'roadmap' | 'monitoring' | 'reportForms' | 'sdgTargets' | 'parties' | 'codelists'
>

const allItems = (data: Composed): ReadonlyMap<string, Item> => {
  const { roadmap } = data
  const maps: readonly ReadonlyMap<string, Item>[] = [
    data.parts,
    data.guidelines,
    roadmap.outputs,
    roadmap.activities,
    ...[...data.monitoring.values()].flatMap((each) => [each.goals, each.areas, each.indicators, each.verifications]),
    ...[...data.reportForms.values()].flatMap((each) => [each.sections, each.questions]),
    data.sdgTargets,
    data.parties,
    ...[...data.codelists.values()].map((list) => list.items),
  ]
  return new Map(maps.flatMap((map) => [...map.values()].map((item): [string, Item] => [item.id, item])))
}
