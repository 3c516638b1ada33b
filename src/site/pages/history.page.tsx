import { type HistoryLine, listHistory, verifyHistory } from '../../engines/history/index.ts'
import { type Page, partyOf, type Visit } from '../../people/index.ts'
import { Button } from '../../ui/button/button.tsx'
import { Details } from '../../ui/details/details.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import { words } from '../words/words.generated.ts'

const perPage = 50

const longest = 4000

const shown = (value: unknown): string => {
  const text = JSON.stringify(value, undefined, 1) ?? ''
  return text.length > longest ? `${text.slice(0, longest)} …` : text
}

const Change = ({ visit, line }: { visit: Visit; line: HistoryLine }) => {
  const t = visit.words(words)
  if (line.before === undefined && line.after === undefined) return <>–</>
  return (
    <Details summary={t('history.change')}>
      {line.before === undefined ? null : (
        <>
          <p class="govuk-body-s">{t('history.before')}</p>
          <pre class="or-lines" dir="ltr">
            {shown(line.before)}
          </pre>
        </>
      )}
      {line.after === undefined ? null : (
        <>
          <p class="govuk-body-s">{t('history.after')}</p>
          <pre class="or-lines" dir="ltr">
            {shown(line.after)}
          </pre>
        </>
      )}
    </Details>
  )
}

const Verified = async ({ visit, party }: { visit: Visit; party: string }) => {
  const t = visit.words(words)
  const check = await verifyHistory(visit.db, party)
  if (!check.holds) return <p class="govuk-error-message">{t('history.broken', { number: check.number })}</p>
  return (
    <p class="govuk-inset-text">
      {t('history.holds', { count: check.count })} <code class="or-hash">{check.hash}</code>
    </p>
  )
}

/** Every change of a Party: who, when, what before and after; the chain is verified when asked. */
export const historyPage: Page = {
  name: 'site.history',
  method: 'GET',
  under: 'party',
  path: '/history',
  permission: 'history.read',
  respond: async (visit) => {
    const t = visit.words(words)
    const party = partyOf(visit).code
    const before = Number(visit.query.get('before')) || undefined
    const lines = await listHistory(visit.db, { party, limit: perPage, ...(before === undefined ? {} : { before }) })
    const last = lines.at(-1)
    return {
      kind: 'view',
      title: t('history.title'),
      room: 'team',
      body: (
        <>
          <h1 class="govuk-heading-l">{t('history.title')}</h1>
          <p class="govuk-body">{t('history.what')}</p>
          {visit.query.has('verify') ? (
            <Verified visit={visit} party={party} />
          ) : (
            <form method="get" action={visit.to('/history')}>
              <input type="hidden" name="verify" value="1" />
              <Button kind="secondary">{t('history.verify')}</Button>
            </form>
          )}
          <ScrollArea label={t('history.title')}>
            <Table
              caption={t('history.latest')}
              columns={[
                { text: t('history.number'), numeric: true },
                { text: t('history.when') },
                { text: t('history.who') },
                { text: t('history.action') },
                { text: t('history.change') },
              ]}
              rows={lines.map((line) => [
                visit.format.number(line.number),
                visit.format.instant(line.at),
                line.actorName,
                <bdi dir="ltr">{line.action}</bdi>,
                <Change visit={visit} line={line} />,
              ])}
            />
          </ScrollArea>
          {last && last.number > 1 ? (
            <p class="govuk-body">
              <a class="govuk-link" href={visit.to(`/history?before=${last.number}`)}>
                {t('history.earlier')}
              </a>
            </p>
          ) : null}
        </>
      ),
    }
  },
}
