import type { DocumentBlock, DocumentToWrite, Run } from '../../engines/documents/index.ts'
import type { Visit } from '../../people/index.ts'
import { partyNameOf, partyOf } from '../../people/index.ts'
import { type Agreement, type Clause, policySpaceOf } from './agreement.ts'
import { labelText, wordOf } from './asking.tsx'
import type { ClauseHit } from './audit.ts'
import { type DraftReading, type Practice, readDraft } from './draft.ts'
import type { KeptDraft } from './drafts.ts'
import { practiceText } from './pages/draft-view.tsx'
import { quoteText } from './pages/wording.tsx'
import { type PolicyAnswer, type PolicyMeasure, type PolicySpace, policyMeasures } from './policy-space.ts'
import { type ClauseTypeName, clauseTypeNames } from './rules/clause-type.ts'
import { words } from './words/words.generated.ts'

const quoteLimit = 700
const modelsPerType = 4

const heading = (level: 1 | 2 | 3, text: string): DocumentBlock => ({ kind: 'heading', level, text })
const paragraph = (...runs: readonly Run[]): DocumentBlock => ({ kind: 'paragraph', runs })

/** A quotation in the language of the text. */
const quotation = (hit: ClauseHit): DocumentBlock => ({
  kind: 'paragraph',
  runs: [{ text: `“${quoteText(hit, quoteLimit)}”`, emphasis: true }],
  dir: 'ltr',
  ...(hit.language === 'und' ? {} : { locale: hit.language }),
})

const placesOf = (visit: Visit, hits: readonly ClauseHit[]): string =>
  [...new Set(hits.map((hit) => labelText(visit, hit)))].slice(0, 8).join('; ')

/** Each measure with its answer, and beside them why: the articles in brackets. */
const spaceTable = (visit: Visit, space: PolicySpace): readonly DocumentBlock[] => [
  paragraph({ text: visit.words(words)('space.caption'), strong: true }),
  {
    kind: 'pairs',
    pairs: space.readings.map(({ measure, answer, grounds }) => ({
      key: wordOf(visit, `measure.${measure}`),
      value: [
        { text: wordOf(visit, `answer.${answer}`), strong: true },
        ...grounds.map(({ code, hits }) => {
          const places = placesOf(visit, hits)
          return ` – ${wordOf(visit, code)}${places === '' ? '' : ` (${places})`}`
        }),
      ],
    })),
  },
]

const answers: readonly PolicyAnswer[] = ['exposed', 'depends_on', 'cannot_conclude', 'preserved']

/** In how many of the Party's agreements each measure is exposed, depends, cannot be concluded on or is preserved. */
const summaryTable = (visit: Visit, spaces: readonly PolicySpace[]): DocumentBlock => {
  const t = visit.words(words)
  const count = (measure: PolicyMeasure, answer: PolicyAnswer): number =>
    spaces.filter(({ readings }) => readings.some((each) => each.measure === measure && each.answer === answer)).length
  return {
    kind: 'table',
    caption: t('ours.summary'),
    columns: [
      { text: t('space.measure') },
      ...answers.map((answer) => ({ text: wordOf(visit, `answer.${answer}`), numeric: true })),
    ],
    rows: policyMeasures.map((measure) => [
      wordOf(visit, `measure.${measure}`),
      ...answers.map((answer) => visit.format.number(count(measure, answer))),
    ]),
  }
}

/** Title with the year, which many titles carry already, and what people said of an amendment. */
const namedWithYear = (visit: Visit, { title, year, amendedYear }: Agreement): string => {
  const named = year === undefined || title.includes(String(year)) ? title : `${title}, ${year}`
  return amendedYear === undefined
    ? named
    : `${named} (${visit.words(words)('list.amended', { year: String(amendedYear) })})`
}

/** The files the agreements came from, with enough of their SHA-256 to tell them apart. */
const sourcesTable = (visit: Visit, agreements: readonly Agreement[]): readonly DocumentBlock[] => {
  const t = visit.words(words)
  if (agreements.length === 0) return []
  return [
    heading(1, t('brief.sources')),
    {
      kind: 'table',
      caption: t('brief.sources.caption'),
      columns: [{ text: t('list.agreement') }, { text: t('upload.file') }, { text: 'SHA-256' }],
      rows: agreements.map((agreement) => [
        namedWithYear(visit, agreement).slice(0, 160),
        agreement.fileName.replace(/^.*\//, '').replaceAll(/[-_.]/g, '$&\u200B'),
        agreement.hash.slice(0, 12),
      ]),
    },
  ]
}

const draftBlocks = (visit: Visit, { title }: KeptDraft, reading: DraftReading): readonly DocumentBlock[] => {
  const t = visit.words(words)
  return [
    heading(1, t('brief.draft', { title })),
    ...spaceTable(visit, reading.space),
    heading(2, t('drafts.lines')),
    ...reading.lines.flatMap((line): DocumentBlock[] => [
      heading(3, `${wordOf(visit, `type.${line.type}`)} – ${wordOf(visit, `effect.${line.effect}`)}`),
      ...line.hits
        .slice(0, 2)
        .flatMap((hit) => [paragraph(t('drafts.in-draft'), ' ', labelText(visit, hit)), quotation(hit)]),
      ...(line.hits.length === 0 ? [paragraph(t('drafts.not-in-draft'))] : []),
      paragraph(practiceText(visit, line, reading.othersCount).join(' ')),
      ...line.nearest.flatMap(({ clause, agreement, alike }) => [
        paragraph(
          { text: t('drafts.nearest'), strong: true },
          ` ${labelText(visit, clause)}, ${agreement.title}`,
          alike > 0 ? ` – ${t('comparison.alike', { share: visit.format.percent(alike, 0) })}` : '',
        ),
        quotation(clause),
      ]),
    ]),
  ]
}

const ownBlocks = (visit: Visit, { agreements, clauses }: Practice): readonly DocumentBlock[] => {
  const t = visit.words(words)
  const own = agreements.filter(({ isOwn }) => isOwn)
  const byAgreement = Map.groupBy(clauses, ({ agreementId }) => agreementId)
  return [
    heading(1, t('brief.own')),
    ...(own.length === 0 ? [paragraph(t('brief.own.none'))] : []),
    ...(own.length > 1
      ? [
          summaryTable(
            visit,
            own.map((each) => policySpaceOf(each, byAgreement.get(each.id) ?? [])),
          ),
        ]
      : []),
    ...own.flatMap((agreement): DocumentBlock[] => {
      const found = byAgreement.get(agreement.id) ?? []
      const types = clauseTypeNames.filter((type) => agreement.types.includes(type))
      return [
        heading(2, namedWithYear(visit, agreement)),
        paragraph(agreement.coverage.whole ? t('coverage.whole') : t('coverage.not-whole')),
        ...spaceTable(visit, policySpaceOf(agreement, found)),
        {
          kind: 'table',
          caption: t('clauses.title'),
          columns: [{ text: t('clauses.type') }, { text: t('clauses.where') }],
          rows: types.map((type) => [
            wordOf(visit, `type.${type}`),
            placesOf(
              visit,
              found.filter((clause) => clause.type === type),
            ),
          ]),
        },
      ]
    }),
  ]
}

interface Models {
  readonly type: ClauseTypeName
  readonly chosen: readonly Clause[]
}

/** For each type, binding wordings of different agreements: the Party's own first, then the newest. */
const modelsIn = ({ agreements, clauses }: Practice): readonly Models[] => {
  const byId = new Map(agreements.map((agreement) => [agreement.id, agreement]))
  const rank = ({ agreementId }: Clause): number => Number(byId.get(agreementId)?.isOwn ?? false)
  const year = ({ agreementId }: Clause): number => byId.get(agreementId)?.year ?? 0
  return clauseTypeNames.flatMap((type) => {
    const models = clauses
      .filter((clause) => clause.type === type && clause.strength === 'binding')
      .toSorted((a, b) => rank(b) - rank(a) || year(b) - year(a))
    const chosen = [...new Map(models.map((clause) => [clause.agreementId, clause])).values()].slice(0, modelsPerType)
    return chosen.length === 0 ? [] : [{ type, chosen }]
  })
}

const modelBlocks = (visit: Visit, practice: Practice): readonly DocumentBlock[] => {
  const titles = new Map(practice.agreements.map(({ id, title }) => [id, title]))
  return [
    heading(1, visit.words(words)('brief.models')),
    ...modelsIn(practice).flatMap(({ type, chosen }) => [
      heading(2, wordOf(visit, `type.${type}`)),
      ...chosen.flatMap((clause) => [
        paragraph(`${labelText(visit, clause)}, ${titles.get(clause.agreementId) ?? ''}`),
        quotation(clause),
      ]),
    ]),
  ]
}

const synthetic = (visit: Visit, agreements: readonly Agreement[]): readonly DocumentBlock[] =>
  agreements.some(({ isSynthetic }) => isSynthetic) ? [paragraph(visit.words(words)('brief.synthetic'))] : []

/** The negotiating brief: the draft where there is one, the Party's own agreements, wordings to draw on. Says that it is no advice. */
export const briefOf = (visit: Visit, practice: Practice, draft?: KeptDraft): DocumentToWrite => {
  const t = visit.words(words)
  const day = visit.format.day(visit.now)
  const quoted = new Set(modelsIn(practice).flatMap(({ chosen }) => chosen.map(({ agreementId }) => agreementId)))
  return {
    locale: visit.locale,
    title: t('brief.title'),
    subtitle: `${t('brief.subtitle', { party: partyNameOf(visit, partyOf(visit).code).text, day })}. ${t('policy-space.not-legal-advice')}`,
    author: 'Open Roadmap',
    contentsHeading: t('brief.contents'),
    blocks: [
      paragraph({ text: t('policy-space.not-legal-advice'), strong: true }),
      paragraph(t('brief.source', { day })),
      ...synthetic(visit, practice.agreements),
      ...(draft ? draftBlocks(visit, draft, readDraft(draft.findings, practice)) : []),
      ...ownBlocks(visit, practice),
      ...modelBlocks(visit, practice),
      ...sourcesTable(
        visit,
        practice.agreements.filter(({ id, isOwn }) => isOwn || quoted.has(id)),
      ),
    ],
  }
}
