import {
  KeyInput,
  RecordSections,
  StateTag,
  type RegisterRecord,
  type RegisterView,
} from '../../../engines/records/index.ts'
import { can, type Page, partyOf, type Visit } from '../../../people/index.ts'
import { Button } from '../../../ui/button/button.tsx'
import { InsetText } from '../../../ui/inset-text/inset-text.tsx'
import { Link } from '../../../ui/link/link.tsx'
import { askingOf, mayEdit, mayPublish, viewOf } from '../asking.ts'
import { hasProof } from '../evidence.ts'
import { getMeasure } from '../store.ts'
import { words } from '../words/words.generated.ts'

const StateForm = ({ view, record }: { readonly view: RegisterView; readonly record: RegisterRecord }) => {
  const isOut = record.state === 'published'
  const text = isOut
    ? view.t('record.withdraw')
    : record.state === 'withdrawn'
      ? view.t('record.restore')
      : view.t('record.publish')
  return (
    <form method="post" action={`${view.base}/${record.id}/${isOut ? 'withdrawal' : 'publication'}`}>
      <KeyInput view={view} />
      <input type="hidden" name="version" value={String(record.version)} />
      <Button kind={isOut ? 'warning' : 'primary'} preventDoubleClick>
        {text}
      </Button>
    </form>
  )
}

const Proof = ({ visit, record }: { readonly visit: Visit; readonly record: RegisterRecord }) => {
  const t = visit.words(words)
  return <InsetText>{hasProof(record) ? t('proof.some') : t('proof.none')}</InsetText>
}

const Meta = ({
  visit,
  view,
  record,
}: {
  readonly visit: Visit
  readonly view: RegisterView
  readonly record: RegisterRecord
}) => (
  <p class="govuk-body">
    <StateTag view={view} state={record.state} /> {view.t('record.key-is', { key: record.key })}
    <br />
    {view.t('record.updated', { at: visit.format.instant(record.updatedAt) })}
    {can(visit.actor, 'measures.read', { party: partyOf(visit).code }) ? (
      <>
        {' · '}
        <Link href={`${view.base}/${record.id}/history`}>{view.t('record.history')}</Link>
      </>
    ) : null}
    {record.language === visit.locale ? null : (
      <>
        <br />
        {view.t('record.in-language', { language: visit.format.languageName(record.language) })}
      </>
    )}
  </p>
)

/** One measure: everything it says, and what may be done with it. */
export const measurePage: Page = {
  name: 'measures.show',
  method: 'GET',
  under: 'party',
  path: '/measures/:id',
  permission: 'measures.visit',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const view = viewOf(visit)
    const record = await getMeasure(askingOf(visit), visit.parameters['id'] ?? '')
    return {
      kind: 'view',
      title: record.title,
      room: 'measures',
      crumbs: [{ text: t('title'), href: visit.to('/measures') }],
      body: (
        <>
          <h1 class="govuk-heading-l" lang={record.language} dir="auto">
            {record.title}
          </h1>
          <Meta visit={visit} view={view} record={record} />
          {mayEdit(visit) ? <Proof visit={visit} record={record} /> : null}
          {mayPublish(visit) ? <StateForm view={view} record={record} /> : null}
          <RecordSections view={view} record={record} canEdit={mayEdit(visit)} />
        </>
      ),
    }
  },
}
