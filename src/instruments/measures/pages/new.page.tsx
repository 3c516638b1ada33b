import { readForm } from '../../../engines/forms/index.ts'
import { decimalOf, fieldsNamed, RecordFaults, RecordForm } from '../../../engines/records/index.ts'
import type { Fault } from '../../../kernel/fault.ts'
import type { Answer, Page, Visit } from '../../../people/index.ts'
import { askingOf, languagesOf, viewOf } from '../asking.ts'
import { firstQuestions } from '../register.ts'
import { createMeasure } from '../store.ts'
import { words } from '../words/words.generated.ts'

const formView = (visit: Visit, faults: readonly Fault[], status?: 422): Answer => {
  const t = visit.words(words)
  const view = viewOf(visit)
  return {
    kind: 'view',
    title: t('new.title'),
    room: 'measures',
    ...(status === undefined ? {} : { status }),
    crumbs: [{ text: t('title'), href: visit.to('/measures') }],
    body: (
      <>
        <RecordFaults view={view} faults={faults} />
        <h1 class="govuk-heading-l">{t('new.title')}</h1>
        <p class="govuk-body">{t('new.lead')}</p>
        <RecordForm
          view={view}
          fields={fieldsNamed(view, firstQuestions)}
          form={visit.form}
          faults={faults}
          action={visit.to('/measures/new')}
          cancel={visit.to('/measures')}
          submit={view.t('record.save')}
          languages={languagesOf(visit)}
        />
      </>
    ),
  }
}

/** The nine questions a measure begins with. */
export const newPage: Page = {
  name: 'measures.new',
  method: 'GET',
  under: 'party',
  path: '/measures/new',
  permission: 'measures.edit',
  respond: (visit) => formView(visit, []),
}

export const createPage: Page = {
  name: 'measures.create',
  method: 'POST',
  under: 'party',
  path: '/measures/new',
  permission: 'measures.edit',
  respond: async (visit) => {
    const view = viewOf(visit)
    const reading = { optionsOf: view.form.optionsOf, decimal: decimalOf(view) }
    const { values, faults } = readForm(fieldsNamed(view, firstQuestions), visit.form, reading)
    if (faults.length > 0) return formView(visit, faults, 422)
    const wanted = visit.form.text('language')
    const language = languagesOf(visit).includes(wanted) ? wanted : visit.locale
    const created = await createMeasure(askingOf(visit), { values, language })
    if (!created.ok) return formView(visit, created.faults, 422)
    return {
      kind: 'see-other',
      to: visit.to(`/measures/${created.value.id}`),
      notice: visit.words(words)('notice.created'),
    }
  },
}
