import type { Page, Visit } from '../../../people/index.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Link } from '../../../ui/link/link.tsx'
import { SummaryList } from '../../../ui/summary-list/summary-list.tsx'
import { askingOf, crumbsOf, faultText, NotAdvice, wordOf } from '../asking.tsx'
import { getUpload, type Upload } from '../uploads.ts'
import { words } from '../words/words.generated.ts'

const faultsShown = 100

const Outcome = ({ visit, upload }: { readonly visit: Visit; readonly upload: Upload }) => {
  const t = visit.words(words)
  const { texts, added, known, open, faults } = upload.outcome
  const number = visit.format.number
  return (
    <>
      <SummaryList
        rows={[
          { key: t('upload.file'), value: <bdi>{upload.fileName}</bdi> },
          { key: t('list.whose'), value: wordOf(visit, `new.whose.${upload.whose}`) },
          { key: t('upload.texts'), value: number(texts) },
          { key: t('upload.added'), value: number(added) },
          { key: t('upload.known'), value: number(known) },
          { key: t('upload.open'), value: number(open) },
          { key: t('upload.refused'), value: number(faults.length) },
        ]}
      />
      {open > 0 ? <p class="govuk-body">{t('uploaded.not-whole', { open, of: added })}</p> : null}
      {faults.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">{t('upload.refused.title')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {faults.slice(0, faultsShown).map((fault) => (
              <li>{faultText(visit, fault)}</li>
            ))}
          </ul>
        </>
      ) : null}
      <Button href={visit.to('/agreements')}>{t('upload.on')}</Button>
    </>
  )
}

/** What came of a file that was handed in. */
export const uploadedPage: Page = {
  name: 'agreements.uploaded',
  method: 'GET',
  under: 'party',
  path: '/agreements/uploads/:id',
  permission: 'agreements.read',
  respond: async (visit) => {
    const t = visit.words(words)
    const upload = await getUpload(askingOf(visit), visit.parameters['id'] ?? '')
    return {
      kind: 'view',
      title: t('upload.title'),
      room: 'agreements',
      line: 3,
      crumbs: crumbsOf(visit),
      body: (
        <>
          <h1 class="govuk-heading-l">{t('upload.title')}</h1>
          {upload.state === 'done' ? (
            <Outcome visit={visit} upload={upload} />
          ) : (
            <p class="govuk-body">
              {upload.job === undefined ? null : (
                <Link href={visit.to(`/jobs/${upload.job}`)}>{t('upload.waiting')}</Link>
              )}
            </p>
          )}
          <NotAdvice visit={visit} />
        </>
      ),
    }
  },
}
