import type { TextLanguage } from '../../engines/texts/document.ts'
import type { NewFact } from '../../evidence/index.ts'
import { version } from '../../kernel/version.ts'
import { type Agreement, type Clause, policySpaceOf, stands } from './agreement.ts'
import { type Aspect, amendedTraces, totalsOf } from './evidence-totals.ts'

const instrument = 'agreements'
const slice = 'instruments/agreements'

/** What of an agreement answers what: status of culture, digital trade, copyright, cooperation and co-production. */
const aspects: readonly Aspect[] = [
  {
    key: 'status',
    types: ['cultural_exception', 'audiovisual_carveout', 'cultural_diversity_recital'],
    traces: [
      'roadmap/3.1',
      'roadmap/3.4',
      'guidelines/19.1',
      'guidelines/19.4',
      'monitoring-2020/13.1',
      'report-2019/2c.trade-agreements',
    ],
  },
  {
    key: 'convention',
    types: ['convention_2005_reference'],
    traces: [
      'roadmap/3.1',
      'roadmap/3.4',
      'guidelines/19.5',
      'monitoring-2020/13.1',
      'report-2019/2c.trade-agreements',
    ],
  },
  {
    key: 'digital',
    types: ['digital_products_nondiscrimination', 'ecommerce_chapter', 'customs_duties_etransmissions', 'data_flows'],
    traces: [
      'roadmap/3.1',
      'roadmap/3.4',
      'guidelines/19.4',
      'monitoring-2020/13.2',
      'report-2019/2c.digital-agreements',
    ],
  },
  {
    key: 'copyright',
    types: ['ip_copyright_treaties'],
    traces: ['roadmap/3.1', 'guidelines/16.6', 'monitoring-2020/14.1', 'report-2019/2c.other-agreements'],
  },
  {
    key: 'exchange',
    types: ['coproduction', 'preferential_treatment_culture', 'cultural_cooperation'],
    traces: [
      'roadmap/3.1',
      'roadmap/3.3',
      'guidelines/18.1',
      'guidelines/18.2',
      'guidelines/24.1',
      'report-2019/2c.other-agreements',
    ],
  },
]

const labelsShown = 6

/** What a part without a label of its own is called in the language of the text, as labels are. */
const kindNames: Readonly<Record<string, Readonly<Record<TextLanguage, string>>>> = {
  preamble: { en: 'Preamble', fr: 'Préambule', es: 'Preámbulo', und: '–' },
  article: { en: 'Article', fr: 'Article', es: 'Artículo', und: '–' },
  annex: { en: 'Annex', fr: 'Annexe', es: 'Anexo', und: '–' },
  conclusion: { en: 'Final clauses', fr: 'Clauses finales', es: 'Cláusulas finales', und: '–' },
}

const labelsOf = (clauses: readonly Clause[]): string => {
  const labels = [
    ...new Set(clauses.map(({ label, language }) => (kindNames[label]?.[language] ?? label).slice(0, 80))),
  ]
  return [...labels.slice(0, labelsShown), ...(labels.length > labelsShown ? ['…'] : [])].join('; ')
}

const periodOf = ({ year, createdAt }: Agreement) => {
  if (year !== undefined) return { from: `${year}-01-01`, to: `${year}-12-31` }
  const day = createdAt.toISOString().slice(0, 10)
  return { from: day, to: day }
}

const factOf = (
  agreement: Agreement,
  aspect: string,
  values: Readonly<Record<string, string | number>>,
  traces: readonly string[],
  count: number,
): NewFact => ({
  party: agreement.party,
  subject: `${agreement.id}/${aspect}`,
  period: periodOf(agreement),
  statement: { slice, key: `fact.${aspect}`, values: { title: agreement.title, ...values } },
  value: count,
  unit: 'count',
  ...(agreement.isSynthetic ? { dimensions: { data: 'synthetic' } } : {}),
  standing: 'observed',
  source: { instrument, href: `/agreements/${agreement.id}`, inputs: [agreement.hash], version },
  traces,
  audience: agreement.isPublished ? 'public' : 'team',
})

const aspectFacts = (agreement: Agreement, clauses: readonly Clause[]): readonly NewFact[] =>
  aspects.flatMap(({ key, types, traces }) => {
    const found = clauses.filter((clause) => types.includes(clause.type) && stands(clause))
    const count = new Set(found.map(({ articleId }) => articleId)).size
    return count === 0 ? [] : [factOf(agreement, key, { count, labels: labelsOf(found) }, traces, count)]
  })

/** What report-2019 asks for under “amended in the spirit of the Convention”; said by people, dated by the amendment. */
const amendedFact = (agreement: Agreement): readonly NewFact[] => {
  const { amendedYear: year, amendment } = agreement
  if (year === undefined) return []
  const key = amendment === '' ? 'amended-plain' : 'amended'
  const values = { year: String(year), ...(amendment === '' ? {} : { amendment }) }
  const fact = factOf(agreement, key, values, amendedTraces, 1)
  return [{ ...fact, subject: `${agreement.id}/amended`, period: { from: `${year}-01-01`, to: `${year}-12-31` } }]
}

const spaceFact = (agreement: Agreement, clauses: readonly Clause[]): NewFact => {
  const { readings } = policySpaceOf(agreement, clauses)
  const exposed = readings.filter(({ answer }) => answer === 'exposed').length
  const open = readings.filter(({ answer }) => answer === 'cannot_conclude').length
  const values = { exposed, open, of: readings.length }
  return factOf(agreement, 'space', values, ['roadmap/3.1', 'roadmap/3.4', 'guidelines/19.4'], exposed)
}

/** What was audited, and how far reviewers have looked at what was found. */
const auditFact = (agreements: readonly Agreement[], clauses: readonly Clause[]): NewFact[] => {
  const first = agreements[0]
  if (!first) return []
  const whole = agreements.filter(({ coverage }) => coverage.whole).length
  const reviewed = clauses.filter(({ verdict, isAdded }) => verdict !== undefined || isAdded)
  const days = agreements.map(({ createdAt }) => createdAt.toISOString().slice(0, 10)).toSorted()
  return [
    {
      party: first.party,
      subject: 'audit',
      period: { from: days[0]!, to: days.at(-1)! },
      statement: {
        slice,
        key: 'fact.audit',
        values: {
          count: agreements.length,
          whole,
          clauses: clauses.length,
          reviewed: reviewed.length,
          rejected: clauses.filter((clause) => !stands(clause)).length,
          added: clauses.filter(({ isAdded }) => isAdded).length,
        },
      },
      value: agreements.length,
      unit: 'count',
      ...(agreements.every(({ isSynthetic }) => isSynthetic) ? { dimensions: { data: 'synthetic' } } : {}),
      standing: 'observed',
      source: { instrument, href: '/agreements', version },
      traces: ['roadmap/3.1', 'guidelines/19.1'],
      audience: agreements.every(({ isPublished }) => isPublished) ? 'public' : 'team',
    },
  ]
}

/** What the Party's own agreements say, after the reviewers' decisions. Others' agreements are for comparison and give no facts. */
export const factsOf = (agreements: readonly Agreement[], clauses: readonly Clause[]): readonly NewFact[] => {
  const own = agreements.filter(({ isOwn }) => isOwn)
  const ids = new Set(own.map(({ id }) => id))
  const ofOwn = clauses.filter(({ agreementId }) => ids.has(agreementId))
  const byAgreement = Map.groupBy(ofOwn, ({ agreementId }) => agreementId)
  return [
    ...own.flatMap((agreement) => {
      const found = byAgreement.get(agreement.id) ?? []
      return [...aspectFacts(agreement, found), ...amendedFact(agreement), spaceFact(agreement, found)]
    }),
    ...totalsOf(own, ofOwn, aspects),
    ...auditFact(own, ofOwn),
  ]
}
