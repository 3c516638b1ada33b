import type { Kysely } from 'kysely'
import type { Framework } from '../framework/index.ts'
import type { Actor } from '../people/index.ts'
import { addLine, listLines, updateLine } from './line-store.ts'
import type { LineStatus, Marker, RoadmapLine } from './roadmap.ts'
import type { LineContent } from './rows.ts'
import { adoptRoadmap, findRoadmap, setPublished } from './store.ts'

interface SampleLine {
  readonly activity: string
  readonly status: LineStatus
  readonly title?: string
  readonly lead: string
  readonly partners?: string
  readonly from: string
  readonly to: string
  /** Whole units of the fictional Party's budget, in euros. */
  readonly budget?: number
  readonly baseline?: string
  readonly target?: string
  readonly verification?: string
  readonly risk?: string
  readonly gender?: Marker
  readonly youth?: Marker
  readonly dropReason?: string
}

/** Synthetic: what the fictional Meridia promised. */
const lines: readonly SampleLine[] = [
  {
    activity: '1.1',
    status: 'done',
    lead: 'Ministry of Culture',
    partners: 'Office for Statistics',
    from: '2024-01-01',
    to: '2024-12-31',
    budget: 85_000,
    baseline: 'No register of enterprises',
    target: 'One register, kept up to date each quarter',
    verification: 'The register can be downloaded',
  },
  {
    activity: '1.2',
    status: 'under-way',
    lead: 'Ministry of Culture',
    partners: 'Federation of Musicians; Publishers’ Union; Young Makers',
    from: '2024-03-01',
    to: '2026-12-31',
    budget: 42_000,
    gender: 'significant',
    youth: 'significant',
  },
  {
    activity: '1.3',
    status: 'under-way',
    lead: 'Prime Minister’s Office',
    partners: 'Culture, Trade, Telecommunications, Education',
    from: '2024-06-01',
    to: '2027-06-30',
  },
  {
    activity: '1.4',
    status: 'under-way',
    title: 'Digital culture strategy and an act on discoverability',
    lead: 'Ministry of Culture',
    from: '2024-01-01',
    to: '2026-12-31',
    budget: 150_000,
    baseline: 'Act of 1998, silent about platforms',
    target: 'Strategy adopted, act in force',
    verification: 'Official gazette',
    risk: 'Parliament may not finish before the recess',
  },
  {
    activity: '2.1',
    status: 'under-way',
    lead: 'Observatory of Culture',
    from: '2025-01-01',
    to: '2026-12-31',
    budget: 60_000,
    target: 'Share of local works in charts measured twice a year',
  },
  {
    activity: '2.2',
    status: 'planned',
    lead: 'City of Port Meridian',
    from: '2026-01-01',
    to: '2027-12-31',
    budget: 310_000,
    youth: 'principal',
  },
  {
    activity: '2.3',
    status: 'under-way',
    lead: 'Cultural Fund',
    from: '2024-09-01',
    to: '2027-06-30',
    budget: 900_000,
    gender: 'significant',
  },
  { activity: '2.4', status: 'planned', lead: 'Media Authority', from: '2026-03-01', to: '2027-06-30' },
  { activity: '3.1', status: 'planned', lead: 'Ministry of Trade', from: '2026-01-01', to: '2026-12-31' },
  {
    activity: '3.3',
    status: 'on-hold',
    lead: 'Film Centre',
    from: '2025-01-01',
    to: '2026-12-31',
    budget: 120_000,
    risk: 'Partner country postponed the signature',
  },
  {
    activity: '4.2',
    status: 'under-way',
    lead: 'School of Arts',
    from: '2025-02-01',
    to: '2027-01-31',
    budget: 210_000,
    youth: 'principal',
  },
  {
    activity: '4.4',
    status: 'dropped',
    lead: 'Ministry of Foreign Affairs',
    from: '2025-01-01',
    to: '2025-12-31',
    dropReason: 'Taken over by the regional programme that began in 2025',
  },
  {
    activity: '5.1',
    status: 'planned',
    lead: 'Office for Statistics',
    from: '2026-01-01',
    to: '2026-12-31',
    gender: 'principal',
  },
  {
    activity: '5.2',
    status: 'under-way',
    lead: 'Ministry of Culture',
    partners: 'Women in Music',
    from: '2024-05-01',
    to: '2027-05-31',
    budget: 75_000,
    gender: 'principal',
  },
]

const optional = <Value>(name: string, value: Value | undefined): Record<string, Value> =>
  value === undefined ? {} : { [name]: value }

const contentOf = (sample: SampleLine): LineContent => ({
  language: 'en',
  status: sample.status,
  gender: sample.gender ?? 'none',
  youth: sample.youth ?? 'none',
  lead: sample.lead,
  startsOn: sample.from,
  endsOn: sample.to,
  ...optional('title', sample.title),
  ...optional('partners', sample.partners),
  ...optional('baseline', sample.baseline),
  ...optional('target', sample.target),
  ...optional('verification', sample.verification),
  ...optional('risk', sample.risk),
  ...optional('dropReason', sample.dropReason),
  ...(sample.budget === undefined ? {} : { budget: { minor: sample.budget * 100, currency: 'EUR' } }),
})

const lineFor = (all: readonly RoadmapLine[], activity: string): RoadmapLine | undefined =>
  all.find((line) => line.activity === `roadmap/${activity}`)

/** The adopted, adapted and published roadmap of the fictional Party. Synthetic. */
export const sampleRoadmap = async (
  tx: Kysely<unknown>,
  { party, now, framework, actor }: { party: string; now: Date; framework: Framework; actor: Actor },
): Promise<void> => {
  const change = { actor, at: now }
  await adoptRoadmap(tx, change, { party, sectors: ['music', 'audiovisual', 'publishing'], language: 'en', framework })
  const { edition } = framework.roadmap
  const all = await listLines(tx, actor, party, edition)
  for (const sample of lines) {
    const line = lineFor(all, sample.activity)
    if (line) await updateLine(tx, change, line, contentOf(sample), line.version)
  }
  const roadmap = await findRoadmap(tx, actor, party, edition)
  if (!roadmap) return
  await addLine(
    tx,
    change,
    roadmap,
    { output: 'roadmap/output-2', activity: 'roadmap/2.1' },
    {
      ...contentOf({
        activity: '2.1',
        status: 'planned',
        lead: 'Music Export Office',
        from: '2026-01-01',
        to: '2026-12-31',
        budget: 25_000,
      }),
      sector: 'music',
      title: 'Study of how streaming pays recording artists',
    },
  )
  await addLine(
    tx,
    change,
    roadmap,
    { output: 'roadmap/output-2' },
    {
      ...contentOf({
        activity: '',
        status: 'planned',
        lead: 'National Library',
        from: '2026-06-01',
        to: '2027-06-30',
        budget: 95_000,
      }),
      title: 'Legal deposit of works that exist only online',
    },
  )
  await setPublished(tx, change, roadmap, true)
}
