import type { Fault } from '../../../kernel/fault.ts'
import type { Answer, Page, Visit } from '../../../people/index.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Fieldset } from '../../../ui/fieldset/fieldset.tsx'
import { InsetText } from '../../../ui/inset-text/inset-text.tsx'
import { Radios } from '../../../ui/radios/radios.tsx'
import { TextInput } from '../../../ui/text-input/text-input.tsx'
import type { Agreement } from '../agreement.ts'
import { findAmendmentHint } from '../amendment-hint.ts'
import { askingOf, crumbsOf, errorOf, Faults, KeyInput, NotAdvice, ofText } from '../asking.tsx'
import { describeAgreement, removeAgreement, setPublished, type TypedDetails } from '../change-agreement.ts'
import { findPreamble, getAgreement } from '../store.ts'
import { words } from '../words/words.generated.ts'

const agreementIn = (visit: Visit) => getAgreement(askingOf(visit), visit.parameters['id'] ?? '')

const typedOf = ({ title, year, parties, isOwn, amendedYear, amendment }: Agreement): TypedDetails => ({
  title,
  year: year === undefined ? '' : String(year),
  parties: parties.join(', '),
  whose: isOwn ? 'own' : 'others',
  amendedYear: amendedYear === undefined ? '' : String(amendedYear),
  amendment,
})

interface AmendmentProps {
  readonly visit: Visit
  readonly agreement: Agreement
  readonly typed: TypedDetails
  readonly faults: readonly Fault[]
  /** Words of the text that speak of amending. */
  readonly hint: string | undefined
}

/** Whether it was amended in the spirit of the Convention: asked, and never told from the text. */
const Amendment = ({ visit, agreement, typed, faults, hint }: AmendmentProps) => {
  const t = visit.words(words)
  const errors = (field: string) => ({ error: errorOf(visit, faults, field), errorPrefix: t('error') })
  return (
    <Fieldset legend={t('details.amendment')} legendSize="m" isGroup describedBy="amendment-offer">
      <p class="govuk-hint" id="amendment-offer">
        {t('details.amendment.hint')}
      </p>
      {hint === undefined ? null : (
        <InsetText>
          {t('details.amendment.found')} <q {...ofText(agreement.language)}>{hint}</q>
        </InsetText>
      )}
      <TextInput
        name="amended-year"
        width={4}
        inputmode="numeric"
        label={t('details.amended-year')}
        value={typed.amendedYear}
        {...errors('amended-year')}
      />
      <TextInput
        name="amendment"
        dir="auto"
        label={t('details.amended-what')}
        hint={t('details.amended-what.hint')}
        value={typed.amendment}
        {...errors('amendment')}
      />
    </Fieldset>
  )
}

const detailsView = async (
  visit: Visit,
  agreement: Agreement,
  typed: TypedDetails,
  faults: readonly Fault[] = [],
): Promise<Answer> => {
  const t = visit.words(words)
  const errors = (field: string) => ({ error: errorOf(visit, faults, field), errorPrefix: t('error') })
  const hint = findAmendmentHint(agreement.title, await findPreamble(visit.db, agreement))
  return {
    kind: 'view',
    title: t('details.title'),
    room: 'agreements',
    line: 3,
    crumbs: crumbsOf(visit, agreement),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
    body: (
      <>
        <Faults visit={visit} faults={faults} />
        <h1 class="govuk-heading-l">{t('details.title')}</h1>
        <form method="post" action={visit.to(`/agreements/${agreement.id}/details`)}>
          <KeyInput visit={visit} />
          <TextInput name="title" dir="auto" label={t('details.name')} value={typed.title} {...errors('title')} />
          <TextInput
            name="year"
            width={4}
            inputmode="numeric"
            label={t('details.year')}
            value={typed.year}
            {...errors('year')}
          />
          <TextInput
            name="parties"
            dir="ltr"
            label={t('details.parties')}
            hint={t('details.parties.hint')}
            value={typed.parties}
            {...errors('parties')}
          />
          <Radios
            name="whose"
            label={t('list.whose')}
            value={typed.whose}
            options={[
              { value: 'own', label: t('whose.own') },
              { value: 'others', label: t('whose.others') },
            ]}
          />
          <Amendment visit={visit} agreement={agreement} typed={typed} faults={faults} hint={hint} />
          <Button preventDoubleClick>{t('details.save')}</Button>
        </form>
        <NotAdvice visit={visit} />
      </>
    ),
  }
}

const page = (
  name: string,
  method: Page['method'],
  resource: string,
  permission: string,
  respond: Page['respond'],
): Page => ({
  name: `agreements.${name}`,
  method,
  under: 'party',
  path: `/agreements/:id/${resource}`,
  permission,
  respond,
})

const detailsPage = page('details', 'GET', 'details', 'agreements.edit', async (visit) => {
  const agreement = await agreementIn(visit)
  return detailsView(visit, agreement, typedOf(agreement))
})

const describePage = page('describe', 'POST', 'details', 'agreements.edit', async (visit) => {
  const agreement = await agreementIn(visit)
  const { form } = visit
  const typed = {
    title: form.text('title'),
    year: form.text('year'),
    parties: form.text('parties'),
    whose: form.text('whose'),
    amendedYear: form.text('amended-year'),
    amendment: form.text('amendment'),
  }
  const described = await describeAgreement(askingOf(visit), agreement, typed)
  if (!described.ok) return detailsView(visit, agreement, typed, described.faults)
  const notice = visit.words(words)('notice.described')
  return { kind: 'see-other', to: visit.to(`/agreements/${agreement.id}`), notice }
})

const publication = (name: string, resource: string, isPublished: boolean): Page =>
  page(name, 'POST', resource, 'agreements.publish', async (visit) => {
    const agreement = await agreementIn(visit)
    await setPublished(askingOf(visit), agreement, isPublished)
    const notice = visit.words(words)(isPublished ? 'notice.published' : 'notice.withdrawn')
    return { kind: 'see-other', to: visit.to(`/agreements/${agreement.id}`), notice }
  })

const removalPage = page('remove', 'POST', 'removal', 'agreements.edit', async (visit) => {
  await removeAgreement(askingOf(visit), await agreementIn(visit))
  return { kind: 'see-other', to: visit.to('/agreements'), notice: visit.words(words)('notice.removed') }
})

/** What people say about an agreement, its publication and withdrawal, and its removal while nothing rests on it. */
export const detailsPages: readonly Page[] = [
  detailsPage,
  describePage,
  publication('publish', 'publication', true),
  publication('withdraw', 'withdrawal', false),
  removalPage,
]
