import { countStates, KeyInput, RecordSections, type RegisterRecord } from '../../../engines/records/index.ts'
import { type Answer, type Page, partyOf, type Visit } from '../../../people/index.ts'
import { Button } from '../../../ui/button/button.tsx'
import { askingOf, viewOf } from '../asking.ts'
import { register } from '../register.ts'
import { getMeasure, publishDrafts, setMeasureState } from '../store.ts'
import { words } from '../words/words.generated.ts'

const changedView = (visit: Visit, current: RegisterRecord): Answer => {
  const view = viewOf(visit)
  return {
    kind: 'view',
    status: 409,
    title: view.t('conflict.title'),
    room: 'measures',
    body: (
      <>
        <h1 class="govuk-heading-l">{view.t('conflict.title')}</h1>
        <RecordSections view={view} record={current} canEdit />
      </>
    ),
  }
}

const setState = async (visit: Visit, state: 'published' | 'withdrawn'): Promise<Answer> => {
  const asking = askingOf(visit)
  const record = await getMeasure(asking, visit.parameters['id'] ?? '')
  if (Number(visit.form.text('version')) !== record.version) return changedView(visit, record)
  const saved = await setMeasureState(asking, record, state)
  if (saved.kind === 'changed') return changedView(visit, saved.current)
  return { kind: 'see-other', to: visit.to(`/measures/${record.id}`), notice: visit.words(words)(`notice.${state}`) }
}

export const publicationPage: Page = {
  name: 'measures.publish',
  method: 'POST',
  under: 'party',
  path: '/measures/:id/publication',
  permission: 'measures.publish',
  respond: (visit) => setState(visit, 'published'),
}

export const withdrawalPage: Page = {
  name: 'measures.withdraw',
  method: 'POST',
  under: 'party',
  path: '/measures/:id/withdrawal',
  permission: 'measures.publish',
  respond: (visit) => setState(visit, 'withdrawn'),
}

/** Asks before every draft is published at once. */
export const draftsPage: Page = {
  name: 'measures.drafts',
  method: 'GET',
  under: 'party',
  path: '/measures/publications',
  permission: 'measures.publish',
  respond: async (visit) => {
    const t = visit.words(words)
    const { draft } = await countStates(visit.db, register, partyOf(visit).code)
    return {
      kind: 'view',
      title: t('drafts.title'),
      room: 'measures',
      crumbs: [{ text: t('title'), href: visit.to('/measures') }],
      body: (
        <>
          <h1 class="govuk-heading-l">{t('drafts.title')}</h1>
          <p class="govuk-body">{draft === 0 ? t('drafts.none') : t('drafts.lead', { count: draft })}</p>
          {draft === 0 ? null : (
            <form method="post" action={visit.to('/measures/publications')}>
              <KeyInput view={viewOf(visit)} />
              <Button preventDoubleClick>{t('drafts.confirm')}</Button>
            </form>
          )}
        </>
      ),
    }
  },
}

export const draftsPublicationPage: Page = {
  name: 'measures.publish-drafts',
  method: 'POST',
  under: 'party',
  path: '/measures/publications',
  permission: 'measures.publish',
  respond: async (visit) => {
    const count = await publishDrafts(askingOf(visit))
    return {
      kind: 'see-other',
      to: visit.to('/measures'),
      notice: visit.words(words)('notice.drafts-published', { count }),
    }
  },
}
