import type { Visit } from '../../../people/index.ts'
import { Details } from '../../../ui/details/details.tsx'
import { Tag, type TagColour } from '../../../ui/tag/tag.tsx'
import { labelText, NotAdvice, wordOf } from '../asking.tsx'
import type { DraftFindings, DraftLine, DraftReading } from '../draft.ts'
import { words } from '../words/words.generated.ts'
import { DirectionTag, qualitiesOf } from './clause-card.tsx'
import { CoverageView } from './coverage-view.tsx'
import { PolicySpaceTable } from './policy-space-view.tsx'
import { Quote, quoteText, WordingSource } from './wording.tsx'

const effectColours: Readonly<Record<DraftLine['effect'], TagColour>> = {
  new_restriction: 'red',
  given_up: 'orange',
  cannot_conclude: 'grey',
  usual_restriction: 'yellow',
  other: 'grey',
  kept: 'green',
  new_room: 'blue',
}

const titlesShown = 3
const hitsShown = 3
const quoteLimit = 500

/** What the Party and others do about a type, in sentences. */
export const practiceText = (visit: Visit, { own, othersWith }: DraftLine, othersCount: number): readonly string[] => {
  const t = visit.words(words)
  const titles = own.slice(0, titlesShown).map(({ title }) => title.slice(0, 120))
  const shown = [...titles, ...(own.length > titlesShown ? ['…'] : [])].join('; ')
  return [
    t('drafts.own', { count: own.length, titles: shown }),
    ...(othersCount > 0 ? [t('drafts.others', { count: othersWith, of: othersCount })] : []),
  ]
}

interface LineProps {
  readonly visit: Visit
  readonly line: DraftLine
  readonly othersCount: number
}

const InDraft = ({ visit, line }: LineProps) => {
  const t = visit.words(words)
  if (line.hits.length === 0) return <p class="govuk-body">{t('drafts.not-in-draft')}</p>
  return (
    <>
      {line.hits.slice(0, hitsShown).map((hit) => (
        <>
          <p class="govuk-body govuk-!-margin-bottom-1">
            {t('drafts.in-draft')} <bdi>{labelText(visit, hit)}</bdi> <DirectionTag visit={visit} hit={hit} />
          </p>
          <Quote hit={{ ...hit, quote: quoteText(hit, quoteLimit) }} />
          <p class="govuk-body-s">{qualitiesOf(visit, hit)}</p>
        </>
      ))}
      {line.hits.length > hitsShown ? (
        <p class="govuk-body">{t('places.more', { count: line.hits.length - hitsShown })}</p>
      ) : null}
    </>
  )
}

const Line = (props: LineProps) => {
  const { visit, line, othersCount } = props
  const t = visit.words(words)
  return (
    <section>
      <h3 class="govuk-heading-s">
        {wordOf(visit, `type.${line.type}`)}{' '}
        <Tag colour={effectColours[line.effect]}>{wordOf(visit, `effect.${line.effect}`)}</Tag>
      </h3>
      <InDraft {...props} />
      <p class="govuk-body">{practiceText(visit, line, othersCount).join(' ')}</p>
      {line.nearest.length === 0 ? null : (
        <Details summary={t('drafts.nearest')}>
          {line.nearest.map(({ clause, agreement, alike }) => (
            <>
              <p class="govuk-body govuk-!-margin-bottom-1">
                <WordingSource visit={visit} clause={clause} agreement={agreement} />{' '}
                {alike > 0 ? t('comparison.alike', { share: visit.format.percent(alike, 0) }) : ''}
              </p>
              <Quote hit={{ ...clause, quote: quoteText(clause, quoteLimit) }} />
            </>
          ))}
        </Details>
      )}
    </section>
  )
}

interface DraftProps {
  readonly visit: Visit
  readonly findings: DraftFindings
  readonly reading: DraftReading
}

/** What a draft leaves open and what it gives up, against the Party's own practice and that of others. */
export const DraftResult = ({ visit, findings, reading }: DraftProps) => {
  const t = visit.words(words)
  return (
    <>
      <CoverageView visit={visit} coverage={findings.coverage} />
      <h2 class="govuk-heading-m">{t('drafts.space')}</h2>
      <PolicySpaceTable visit={visit} space={reading.space} />
      <NotAdvice visit={visit} />
      <h2 class="govuk-heading-m">{t('drafts.lines')}</h2>
      {reading.lines.length === 0 ? <p class="govuk-body">{t('drafts.none')}</p> : null}
      {reading.lines.map((line) => (
        <Line visit={visit} line={line} othersCount={reading.othersCount} />
      ))}
    </>
  )
}
