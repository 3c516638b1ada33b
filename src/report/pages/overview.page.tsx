import { can, type Page, type Visit } from '../../people/index.ts'
import { Button } from '../../ui/button/button.tsx'
import { Table } from '../../ui/table/table.tsx'
import { type AssembledReport, assembleReport, countStandings, type Counts, currentEdition } from '../assemble.ts'
import { standings } from '../standing.ts'
import { words } from '../words/words.generated.ts'

/** The report a visit may see; the view to show instead where it may not. */
export const assembledFor = (visit: Visit): Promise<AssembledReport | undefined> =>
  assembleReport(visit.db, visit.actor, visit.framework, visit.party?.code ?? '', currentEdition(visit.framework))

export const notPublishedView = (visit: Visit) => {
  const t = visit.words(words)
  return {
    kind: 'view' as const,
    title: t('report.title'),
    room: 'report',
    body: (
      <>
        <h1 class="govuk-heading-l">{t('report.title')}</h1>
        <p class="govuk-body">{t('report.not-published')}</p>
      </>
    ),
  }
}

const patterns = { proven: '', declared: 'or-bar__part--hatched', contradicted: 'or-bar__part--crossed', empty: 'or-bar__part--empty' } as const

/** One bar of four parts: how much is proven, declared, contradicted, empty. The numbers stand in the table beside it. */
const StandingBar = ({ counts, label }: { counts: Counts; label: string }) => {
  const total = Math.max(1, Object.values(counts).reduce((sum, count) => sum + count, 0))
  let from = 0
  return (
    <svg class="or-bar" viewBox="0 0 1000 40" role="img" aria-label={label} preserveAspectRatio="none">
      {standings.map((standing) => {
        const width = (1000 * counts[standing]) / total
        const x = from
        from += width
        return <rect class={`or-bar__part or-bar__part--${standing} ${patterns[standing]}`} x={x} y="0" width={Math.max(0, width - 2)} height="40" />
      })}
    </svg>
  )
}

const Sections = ({ visit, assembled }: { visit: Visit; assembled: AssembledReport }) => {
  const t = visit.words(words)
  const number = visit.format.number
  return (
    <Table
      caption={t('report.sections')}
      firstCellIsHeader
      columns={[{ text: t('report.section') }, ...standings.map((standing) => ({ text: t(`standing.${standing}`), numeric: true }))]}
      rows={assembled.sections.map(({ section, questions }) => {
        const counts = countStandings(questions)
        return [
          <a class="govuk-link" href={visit.to(`/report/${section.number}`)}>
            {section.number} {visit.framework.titleOf(section.id, visit.locale).text}
          </a>,
          ...standings.map((standing) => number(counts[standing])),
        ]
      })}
    />
  )
}

const Exports = ({ visit }: { visit: Visit }) => {
  const t = visit.words(words)
  return (
    <>
      <h2 class="govuk-heading-m">{t('report.take')}</h2>
      <ul class="govuk-list or-actions">
        {(['docx', 'pdf', 'json'] as const).map((format) => (
          <li>
            <a class="govuk-link" href={visit.to(`/report.${format}`)}>
              {t(`report.take.${format}`)}
            </a>
          </li>
        ))}
        <li>
          <a class="govuk-link" href={visit.to('/report/print')}>
            {t('report.take.print')}
          </a>
        </li>
      </ul>
    </>
  )
}

const Publication = ({ visit, isPublished }: { visit: Visit; isPublished: boolean }) => {
  const t = visit.words(words)
  return (
    <form method="post" action={visit.to(isPublished ? '/report/withdrawal' : '/report/publication')}>
      <input type="hidden" name="key" value={visit.newKey()} />
      <Button kind="secondary">{isPublished ? t('report.withdraw') : t('report.publish')}</Button>
    </form>
  )
}

/** How complete the report is, and the way into each section. */
export const overviewPage: Page = {
  name: 'report.overview',
  method: 'GET',
  under: 'party',
  path: '/report',
  permission: 'report.visit',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const assembled = await assembledFor(visit)
    if (!assembled) return notPublishedView(visit)
    const { period, isPublished, party } = assembled.report
    const counts = countStandings(assembled.sections.flatMap(({ questions }) => questions))
    const label = standings.map((standing) => `${t(`standing.${standing}`)}: ${visit.format.number(counts[standing])}`).join(', ')
    return {
      kind: 'view',
      title: t('report.title'),
      room: 'report',
      body: (
        <>
          <h1 class="govuk-heading-l">{t('report.title')}</h1>
          <p class="govuk-body-l">
            {t('report.period', { edition: assembled.report.edition, from: visit.format.day(period.from), to: visit.format.day(period.to) })}
          </p>
          <StandingBar counts={counts} label={label} />
          <ul class="govuk-list or-legend">
            {standings.map((standing) => (
              <li>
                <span class={`or-legend__mark or-bar__part--${standing}`} aria-hidden="true" /> <strong>{visit.format.number(counts[standing])}</strong>{' '}
                {t(`standing.${standing}`)}: {t(`standing.${standing}.what`)}
              </li>
            ))}
          </ul>
          <Sections visit={visit} assembled={assembled} />
          <Exports visit={visit} />
          <p class="govuk-hint">{t('report.unofficial')}</p>
          {can(visit.actor, 'report.publish', { party }) ? <Publication visit={visit} isPublished={isPublished} /> : null}
        </>
      ),
    }
  },
}
