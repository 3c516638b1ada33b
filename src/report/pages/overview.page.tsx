import { can, type Page, type Visit } from '../../people/index.ts'
import { Button } from '../../ui/button/button.tsx'
import { ShareBar, ShareMark } from '../../ui/share-bar/share-bar.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import { type AssembledReport, assembleReport, countStandings, currentEdition } from '../assemble.ts'
import { sectionTitle } from '../section-title.ts'
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

const tones = { proven: 'good', declared: 'doubtful', contradicted: 'bad', empty: 'none' } as const

const Sections = ({ visit, assembled }: { visit: Visit; assembled: AssembledReport }) => {
  const t = visit.words(words)
  const number = visit.format.number
  return (
    <ScrollArea label={t('report.sections')}>
      <Table
        caption={t('report.sections')}
        firstCellIsHeader
        columns={[
          { text: t('report.section') },
          ...standings.map((standing) => ({ text: t(`standing.${standing}`), numeric: true })),
        ]}
        rows={assembled.sections.map(({ section, questions }) => {
          const counts = countStandings(questions)
          return [
            <a class="govuk-link" href={visit.to(`/report/${section.number}`)}>
              {sectionTitle(visit, section)}
            </a>,
            ...standings.map((standing) => number(counts[standing])),
          ]
        })}
      />
    </ScrollArea>
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
    const label = standings
      .map((standing) => `${t(`standing.${standing}`)}: ${visit.format.number(counts[standing])}`)
      .join(', ')
    return {
      kind: 'view',
      title: t('report.title'),
      room: 'report',
      body: (
        <>
          <h1 class="govuk-heading-l">{t('report.title')}</h1>
          <p class="govuk-body-l">
            {t('report.period', {
              edition: assembled.report.edition,
              from: visit.format.day(period.from),
              to: visit.format.day(period.to),
            })}
          </p>
          <ShareBar
            label={label}
            parts={standings.map((standing) => ({ tone: tones[standing], size: counts[standing] }))}
          />
          <ul class="govuk-list">
            {standings.map((standing) => (
              <li>
                <ShareMark tone={tones[standing]} /> <strong>{visit.format.number(counts[standing])}</strong>{' '}
                {t(`standing.${standing}`)}: {t(`standing.${standing}.what`)}
              </li>
            ))}
          </ul>
          <Sections visit={visit} assembled={assembled} />
          <Exports visit={visit} />
          <p class="govuk-hint">{t('report.unofficial')}</p>
          {can(visit.actor, 'report.publish', { party }) ? (
            <Publication visit={visit} isPublished={isPublished} />
          ) : null}
        </>
      ),
    }
  },
}
