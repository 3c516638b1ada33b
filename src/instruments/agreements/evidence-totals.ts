import { foldText } from '../../engines/texts/fold.ts'
import type { NewFact } from '../../evidence/index.ts'
import { version } from '../../kernel/version.ts'
import { type Agreement, type Clause, policySpaceOf, stands } from './agreement.ts'
import { type PolicyAnswer, type PolicyMeasure, policyMeasures } from './policy-space.ts'
import type { ClauseTypeName } from './rules/clause-type.ts'

/** What of agreements answers which parts of the framework. */
export interface Aspect {
  readonly key: string
  readonly types: readonly ClauseTypeName[]
  readonly traces: readonly string[]
}

interface Own {
  readonly agreements: readonly Agreement[]
  /** Of these agreements, what stands after review. */
  readonly standing: readonly Clause[]
}

const spanOf = (agreements: readonly Agreement[]): NewFact['period'] => {
  const years = agreements.map(({ year, createdAt }) => year ?? createdAt.getUTCFullYear())
  return { from: `${Math.min(...years)}-01-01`, to: `${Math.max(...years)}-12-31` }
}

interface Total {
  readonly subject: string
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
  readonly value: number
  readonly traces: readonly string[]
}

const totalFact = ({ agreements }: Own, { subject, key, values, value, traces }: Total): NewFact => ({
  party: agreements[0]!.party,
  subject,
  period: spanOf(agreements),
  statement: { slice: 'instruments/agreements', key, values: { of: agreements.length, ...values } },
  value,
  unit: 'count',
  ...(agreements.every(({ isSynthetic }) => isSynthetic) ? { dimensions: { data: 'synthetic' } } : {}),
  standing: 'observed',
  source: {
    instrument: 'agreements',
    href: '/agreements/ours',
    inputs: agreements.map(({ hash }) => hash).slice(0, 200),
    version,
  },
  traces,
  audience: agreements.every(({ isPublished }) => isPublished) ? 'public' : 'team',
})

/** How many of the Party's agreements hold clauses of an aspect. */
const aspectTotals = (own: Own, aspects: readonly Aspect[]): readonly NewFact[] =>
  aspects.map(({ key, types, traces }) => {
    const found = own.standing.filter(({ type }) => types.includes(type))
    const count = new Set(found.map(({ agreementId }) => agreementId)).size
    return totalFact(own, { subject: `all/${key}`, key: `fact.all.${key}`, values: { count }, value: count, traces })
  })

const answersTo = ({ agreements, standing }: Own, measure: PolicyMeasure): readonly PolicyAnswer[] => {
  const byAgreement = Map.groupBy(standing, ({ agreementId }) => agreementId)
  return agreements.flatMap((agreement) =>
    policySpaceOf(agreement, byAgreement.get(agreement.id) ?? [])
      .readings.filter((reading) => reading.measure === measure)
      .map(({ answer }) => answer),
  )
}

/** For each measure, how many of the Party's agreements leave it exposed, and for how many nothing can be concluded. */
const measureTotals = (own: Own): readonly NewFact[] =>
  policyMeasures.map((measure) => {
    const answers = answersTo(own, measure)
    const count = (answer: PolicyAnswer): number => answers.filter((each) => each === answer).length
    const values = {
      exposed: count('exposed'),
      depends: count('depends_on'),
      open: count('cannot_conclude'),
      preserved: count('preserved'),
    }
    return totalFact(own, {
      subject: `all/space/${measure}`,
      key: `fact.all.space.${measure}`,
      values,
      value: values.exposed,
      traces: ['roadmap/3.1', 'roadmap/3.4', 'guidelines/19.2', 'guidelines/19.3', 'guidelines/19.4'],
    })
  })

const digital =
  /\b(?:digital|online|on-line|internet|electronic|streaming|distance|co-?distribution|numeri\w+|en ligne|distribution en commun|en linea|electronic[oa]s?)\b/

const exchange: ReadonlySet<ClauseTypeName> = new Set([
  'coproduction',
  'preferential_treatment_culture',
  'cultural_cooperation',
])

/** Do clauses on cooperation and co-production speak of the digital environment? */
const digitalExchange = (own: Own): readonly NewFact[] => {
  const found = own.standing.filter(({ type }) => exchange.has(type))
  if (found.length === 0) return []
  const count = found.filter(({ quote }) => digital.test(foldText(quote).text)).length
  return [
    totalFact(own, {
      subject: 'all/digital-exchange',
      key: 'fact.all.digital-exchange',
      values: { count, clauses: found.length },
      value: count,
      traces: ['roadmap/3.3', 'guidelines/24.1', 'guidelines/24.2'],
    }),
  ]
}

/** Where the framework asks for agreements amended in the spirit of the Convention. */
export const amendedTraces: readonly string[] = [
  'roadmap/3.1',
  'roadmap/3.4',
  'guidelines/19.1',
  'guidelines/19.5',
  'report-2019/2c.other-agreements',
]

/** How many were amended in the spirit of the Convention, as people said; nothing where nobody said so of any. */
const amendedTotal = (own: Own): readonly NewFact[] => {
  const count = own.agreements.filter(({ amendedYear }) => amendedYear !== undefined).length
  if (count === 0) return []
  return [
    totalFact(own, {
      subject: 'all/amended',
      key: 'fact.all.amended',
      values: { count },
      value: count,
      traces: amendedTraces,
    }),
  ]
}

/** What all of the Party's own agreements come to together, after the reviewers' decisions. Nothing without agreements. */
export const totalsOf = (
  agreements: readonly Agreement[],
  clauses: readonly Clause[],
  aspects: readonly Aspect[],
): readonly NewFact[] => {
  if (agreements.length === 0) return []
  const own: Own = { agreements, standing: clauses.filter(stands) }
  return [...aspectTotals(own, aspects), ...measureTotals(own), ...digitalExchange(own), ...amendedTotal(own)]
}
