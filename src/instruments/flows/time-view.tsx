import { countryName, shareText } from '../../studies/index.ts'
import { Link } from '../../ui/link/link.tsx'
import type { FlowsProps } from './findings.tsx'
import { words } from './words/words.generated.ts'

/** The share of developing countries in the first and the last period, and the way to the charts over time. */
export const TimeLink = ({ shown, focus }: FlowsProps) => {
  const { visit, study, document } = shown
  const t = visit.words(words)
  const { periods, over_time } = document
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last) return null
  const own = over_time[focus]?.developing_share ?? []
  const [from, to] = [own[0] ?? null, own.at(-1) ?? null]
  const isOwn = from !== null && to !== null
  return (
    <>
      <h2 class="govuk-heading-m" id="time">
        {t('chart.developing')}
      </h2>
      <p class="govuk-body">
        {t('time.change', {
          country: isOwn ? countryName(visit, focus) : t('everywhere'),
          first: first.period,
          last: last.period,
          from: shareText(visit, isOwn ? from : first.developing_share),
          to: shareText(visit, isOwn ? to : last.developing_share),
        })}
      </p>
      <p class="govuk-body">
        <Link href={visit.to(`/flows/${study.id}/time?country=${focus}`)}>{t('time.link')}</Link>
      </p>
    </>
  )
}
