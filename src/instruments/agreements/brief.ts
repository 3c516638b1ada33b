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
import type { PolicySpace } from './policy-space.ts'
import { clauseTypeNames } from './rules/clause-type.ts'
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

const spaceTable = (visit: Visit, space: PolicySpace): DocumentBlock => {
  const t = visit.words(words)
  return {
    kind: 'table',
    caption: t('space.caption'),
    columns: [{ text: t('space.measure') }, { text: t('space.answer') }, { text: t('space.why') }],
    rows: space.readings.map(({ measure, answer, grounds }) => [
      wordOf(visit, `measure.${measure}`),
      wordOf(visit, `answer.${answer}`),
      grounds
        .map(({ code, hits }) => [wordOf(visit, code), placesOf(visit, hits)].filter((text) => text !== '').join(' '))
        .join(' · '),
    ]),
  }
}

const draftBlocks = (visit: Visit, { title }: KeptDraft, reading: DraftReading): readonly DocumentBlock[] => {
  const t = visit.words(words)
  return [
    heading(1, t('brief.draft', { title })),
    spaceTable(visit, reading.space),
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
    ...own.flatMap((agreement): DocumentBlock[] => {
      const found = byAgreement.get(agreement.id) ?? []
      const types = clauseTypeNames.filter((type) => agreement.types.includes(type))
      return [
        heading(2, agreement.year === undefined ? agreement.title : `${agreement.title}, ${agreement.year}`),
        paragraph(agreement.coverage.whole ? t('coverage.whole') : t('coverage.not-whole')),
        spaceTable(visit, policySpaceOf(agreement, found)),
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

const modelBlocks = (visit: Visit, { agreements, clauses }: Practice): readonly DocumentBlock[] => {
  const byId = new Map(agreements.map((agreement) => [agreement.id, agreement]))
  const rank = ({ agreementId }: Clause): number => Number(byId.get(agreementId)?.isOwn ?? false)
  return [
    heading(1, visit.words(words)('brief.models')),
    ...clauseTypeNames.flatMap((type): DocumentBlock[] => {
      const models = clauses
        .filter((clause) => clause.type === type && clause.strength === 'binding')
        .toSorted(
          (a, b) => rank(b) - rank(a) || (byId.get(b.agreementId)?.year ?? 0) - (byId.get(a.agreementId)?.year ?? 0),
        )
      const chosen = [...new Map(models.map((clause) => [clause.agreementId, clause])).values()].slice(0, modelsPerType)
      return chosen.length === 0
        ? []
        : [
            heading(2, wordOf(visit, `type.${type}`)),
            ...chosen.flatMap((clause) => [
              paragraph(`${labelText(visit, clause)}, ${byId.get(clause.agreementId)?.title ?? ''}`),
              quotation(clause),
            ]),
          ]
    }),
  ]
}

const synthetic = (visit: Visit, agreements: readonly Agreement[]): readonly DocumentBlock[] =>
  agreements.some(({ isSynthetic }) => isSynthetic) ? [paragraph(visit.words(words)('brief.synthetic'))] : []

/** The negotiating brief: the draft where there is one, the Party's own agreements, wordings to draw on. Says that it is no advice. */
export const briefOf = (visit: Visit, practice: Practice, draft?: KeptDraft): DocumentToWrite => {
  const t = visit.words(words)
  const day = visit.format.day(visit.now)
  return {
    locale: visit.locale,
    title: t('brief.title'),
    subtitle: t('brief.subtitle', { party: partyNameOf(visit, partyOf(visit).code).text, day }),
    author: 'Open Roadmap',
    contentsHeading: t('brief.contents'),
    blocks: [
      paragraph({ text: t('policy-space.not-legal-advice'), strong: true }),
      paragraph(t('brief.source', { day })),
      ...synthetic(visit, practice.agreements),
      ...(draft ? draftBlocks(visit, draft, readDraft(draft.findings, practice)) : []),
      ...ownBlocks(visit, practice),
      ...modelBlocks(visit, practice),
    ],
  }
}
