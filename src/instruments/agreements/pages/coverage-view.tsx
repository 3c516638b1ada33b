import type { Coverage } from '../../../engines/texts/coverage.ts'
import type { Visit } from '../../../people/index.ts'
import { Details } from '../../../ui/details/details.tsx'
import { InsetText } from '../../../ui/inset-text/inset-text.tsx'
import { wordOf } from '../asking.tsx'
import { words } from '../words/words.generated.ts'

const shown = 30

/** Said at once, for the reader should know before reading on. */
const warningsOf = (visit: Visit, { doubts, repeated }: Coverage): readonly string[] => [
  ...doubts.filter((doubt) => doubt !== 'annexes_removed').map((doubt) => wordOf(visit, `doubt.${doubt}`)),
  ...repeated.slice(0, 3).map((label) => wordOf(visit, 'coverage.repeated', { label })),
]

const reasonsOf = (visit: Visit, coverage: Coverage): readonly string[] => [
  ...(coverage.doubts.includes('annexes_removed') ? [wordOf(visit, 'doubt.annexes_removed')] : []),
  ...coverage.gaps.map(({ after, before, missing }) => wordOf(visit, 'coverage.gap', { after, before, missing })),
  ...coverage.missing.map(({ kind, label, mentions }) => wordOf(visit, 'coverage.missing', { kind, label, mentions })),
  ...coverage.repeated.slice(3).map((label) => wordOf(visit, 'coverage.repeated', { label })),
]

/** What of the agreement lies before the reader: said before anything is said to be missing from it. */
export const CoverageView = ({ visit, coverage }: { readonly visit: Visit; readonly coverage: Coverage }) => {
  const t = visit.words(words)
  const reasons = reasonsOf(visit, coverage)
  const warnings = warningsOf(visit, coverage)
  return (
    <>
      <p class="govuk-body">
        {t('coverage.size', { articles: coverage.articles, chapters: coverage.chapters.length })}{' '}
        <strong>{coverage.whole ? t('coverage.whole') : t('coverage.not-whole')}</strong>
      </p>
      {warnings.length > 0 ? (
        <InsetText>
          {warnings.map((warning) => (
            <p class="govuk-body">{warning}</p>
          ))}
        </InsetText>
      ) : null}
      {reasons.length > 0 ? (
        <Details summary={t('coverage.why', { count: reasons.length })}>
          <ul class="govuk-list govuk-list--bullet">
            {reasons.slice(0, shown).map((reason) => (
              <li>{reason}</li>
            ))}
            {reasons.length > shown ? <li>…</li> : null}
          </ul>
        </Details>
      ) : null}
    </>
  )
}
