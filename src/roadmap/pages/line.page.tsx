import {
  FormFaults,
  FormFields,
  formEntriesOf,
  type Reading,
  readForm,
  summaryRows,
} from '../../engines/forms/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { NotThere } from '../../kernel/refusal.ts'
import { type Answer, can, type Page, type Visit } from '../../people/index.ts'
import { formOf, type SubmittedForm } from '../../platform/http/submitted-form.ts'
import { Button } from '../../ui/button/button.tsx'
import { Select } from '../../ui/select/select.tsx'
import { SummaryList } from '../../ui/summary-list/summary-list.tsx'
import { contentOf, formContextOf, furtherFaults, lineFields, valuesOf } from '../line-fields.ts'
import { addLine, getLine, updateLine } from '../line-store.ts'
import { codeOfLine, outputNumber, titleOfLine } from '../line-titles.ts'
import type { AdoptedRoadmap, RoadmapLine } from '../roadmap.ts'
import { findRoadmap } from '../store.ts'
import { words } from '../words/words.generated.ts'

const partyOf = (visit: Visit): string => visit.party?.code ?? ''

const getRoadmap = async (visit: Visit): Promise<AdoptedRoadmap> => {
  const roadmap = await findRoadmap(visit.db, visit.actor, partyOf(visit), visit.framework.roadmap.edition)
  if (!roadmap) throw new NotThere('roadmap')
  return roadmap
}

const readingOf = (visit: Visit, roadmap: AdoptedRoadmap): Reading => ({
  optionsOf: formContextOf(visit, roadmap).optionsOf,
  decimal: visit.format.number(0.5, 1).includes(',') || visit.format.number(0.5, 1).includes('٫') ? ',' : '.',
})

const crumbsOf = (visit: Visit) => [
  { text: visit.words(words)('title'), href: visit.to('/roadmap') },
  { text: visit.words(words)('lines.title'), href: visit.to('/roadmap/lines') },
]

const show: Page = {
  name: 'roadmap.line',
  method: 'GET',
  under: 'party',
  path: '/roadmap/lines/:id',
  permission: 'roadmap.visit',
  respond: async (visit) => {
    const t = visit.words(words)
    const line = await getLine(visit.db, visit.actor, partyOf(visit), visit.parameters['id'] ?? '')
    const roadmap = await getRoadmap(visit)
    const title = titleOfLine(visit, line)
    const model = line.activity === undefined ? undefined : visit.framework.titleOf(line.activity, visit.locale)
    return {
      kind: 'view',
      title: `${codeOfLine(line)} ${title.text}`,
      room: 'roadmap',
      line: outputNumber(line),
      crumbs: crumbsOf(visit),
      body: (
        <>
          <span class="govuk-caption-l">{t('line.caption', { code: codeOfLine(line) })}</span>
          <h1 class="govuk-heading-l" lang={title.language} dir="auto">
            {title.text}
          </h1>
          {line.title !== undefined && model ? (
            <p class="govuk-body">{t('line.model', { title: model.text })}</p>
          ) : null}
          <div lang={line.language}>
            <SummaryList
              rows={summaryRows(
                formContextOf(visit, roadmap),
                lineFields.filter(({ name }) => name !== 'title'),
                valuesOf(line),
              )}
            />
          </div>
          {line.activity === undefined ? null : (
            <p class="govuk-body">
              <a class="govuk-link" href={visit.to(`/roadmap/${codeOfLine(line)}`)}>
                {t('line.activity')}
              </a>
            </p>
          )}
          {can(visit.actor, 'roadmap.edit', { party: line.party }) ? (
            <Button href={visit.to(`/roadmap/lines/${line.id}/edit`)}>{t('line.edit')}</Button>
          ) : null}
        </>
      ),
    }
  },
}

interface FormGiven {
  readonly title: string
  readonly action: string
  readonly form: SubmittedForm
  readonly faults: readonly Fault[]
  readonly version?: number
  readonly place?: string
}

const PlaceChoice = ({ visit, chosen }: { visit: Visit; chosen: string }) => {
  const { framework, locale } = visit
  const t = visit.words(words)
  const options = [...framework.roadmap.outputs.values()].flatMap((output) => [
    ...output.activities.map((id) => ({
      value: id,
      text: `${framework.cite(id)} ${framework.titleOf(id, locale).text}`,
    })),
    { value: output.id, text: t('line.own-under', { output: framework.titleOf(output.id, locale).text }) },
  ])
  return <Select name="place" label={t('line.place')} hint={t('line.place.hint')} options={options} value={chosen} />
}

const formView = (visit: Visit, roadmap: AdoptedRoadmap, given: FormGiven): Answer => {
  const t = visit.words(words)
  const context = formContextOf(visit, roadmap)
  return {
    kind: 'view',
    title: given.title,
    status: given.faults.length > 0 ? 422 : 200,
    room: 'roadmap',
    crumbs: crumbsOf(visit),
    body: (
      <>
        <FormFaults faults={given.faults} context={context} />
        <h1 class="govuk-heading-l">{given.title}</h1>
        <form method="post" action={given.action}>
          <input type="hidden" name="key" value={visit.newKey()} />
          {given.version === undefined ? (
            <PlaceChoice visit={visit} chosen={given.place ?? ''} />
          ) : (
            <input type="hidden" name="version" value={String(given.version)} />
          )}
          <FormFields fields={lineFields} form={given.form} faults={given.faults} context={context} />
          <Button>{t('line.save')}</Button>
        </form>
      </>
    ),
  }
}

const edit: Page = {
  name: 'roadmap.edit-line',
  method: 'GET',
  under: 'party',
  path: '/roadmap/lines/:id/edit',
  permission: 'roadmap.edit',
  respond: async (visit) => {
    const roadmap = await getRoadmap(visit)
    const line = await getLine(visit.db, visit.actor, partyOf(visit), visit.parameters['id'] ?? '')
    return formView(
      visit,
      roadmap,
      editGiven(visit, line, formOf(formEntriesOf(lineFields, valuesOf(line))), [], line.version),
    )
  },
}

const editGiven = (
  visit: Visit,
  line: RoadmapLine,
  form: SubmittedForm,
  faults: readonly Fault[],
  version: number,
): FormGiven => ({
  title: visit.words(words)('line.edit-title', { code: codeOfLine(line), title: titleOfLine(visit, line).text }),
  action: visit.to(`/roadmap/lines/${line.id}`),
  form,
  faults,
  version,
})

const update: Page = {
  name: 'roadmap.update-line',
  method: 'POST',
  under: 'party',
  path: '/roadmap/lines/:id',
  permission: 'roadmap.edit',
  respond: async (visit) => {
    const t = visit.words(words)
    const roadmap = await getRoadmap(visit)
    const line = await getLine(visit.db, visit.actor, partyOf(visit), visit.parameters['id'] ?? '')
    const { values, faults } = readForm(lineFields, visit.form, readingOf(visit, roadmap))
    const all = [...faults, ...furtherFaults(values, line.activity === undefined)]
    const again = (more: readonly Fault[]): Answer =>
      formView(visit, roadmap, editGiven(visit, line, visit.form, more, line.version))
    if (all.length > 0) return again(all)
    const outcome = await updateLine(
      visit.db,
      { actor: visit.actor, at: visit.now },
      line,
      contentOf(values),
      Number(visit.form.text('version')),
    )
    if (outcome === 'stale') return again([{ code: 'stale' }])
    if (outcome === 'taken') return again([{ code: 'sector-taken', field: 'sector' }])
    return { kind: 'see-other', to: visit.to(`/roadmap/lines/${line.id}`), notice: t('line.saved') }
  },
}

const blank = (visit: Visit): SubmittedForm =>
  formOf([
    ['status', 'planned'],
    ['gender', 'none'],
    ['youth', 'none'],
    ['language', visit.locale],
  ])

const newGiven = (visit: Visit, form: SubmittedForm, faults: readonly Fault[], place: string): FormGiven => ({
  title: visit.words(words)('line.new'),
  action: visit.to('/roadmap/lines'),
  form,
  faults,
  place,
})

const start: Page = {
  name: 'roadmap.new-line',
  method: 'GET',
  under: 'party',
  path: '/roadmap/lines/new',
  permission: 'roadmap.edit',
  respond: async (visit) =>
    formView(visit, await getRoadmap(visit), newGiven(visit, blank(visit), [], visit.query.get('place') ?? '')),
}

const create: Page = {
  name: 'roadmap.add-line',
  method: 'POST',
  under: 'party',
  path: '/roadmap/lines',
  permission: 'roadmap.edit',
  respond: async (visit) => {
    const t = visit.words(words)
    const roadmap = await getRoadmap(visit)
    const { activities, outputs } = visit.framework.roadmap
    const chosen = visit.form.text('place')
    const activity = activities.get(chosen)
    const output = activity?.output ?? outputs.get(chosen)?.id
    const { values, faults } = readForm(lineFields, visit.form, readingOf(visit, roadmap))
    const all = [
      ...(output === undefined ? [{ code: 'no-place', field: 'place' }] : []),
      ...faults,
      ...furtherFaults(values, activity === undefined),
    ]
    const again = (more: readonly Fault[]): Answer =>
      formView(visit, roadmap, newGiven(visit, visit.form, more, chosen))
    if (all.length > 0 || output === undefined) return again(all)
    const place = activity ? { output, activity: activity.id } : { output }
    const made = await addLine(visit.db, { actor: visit.actor, at: visit.now }, roadmap, place, contentOf(values))
    if (made === 'taken') return again([{ code: 'sector-taken', field: 'sector' }])
    return { kind: 'see-other', to: visit.to(`/roadmap/lines/${made.id}`), notice: t('line.saved') }
  },
}

export const linePages: readonly Page[] = [start, show, edit, update, create]
