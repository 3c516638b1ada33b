import { FormFaults, FormFields, formEntriesOf, readForm } from '../../engines/forms/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { NotThere } from '../../kernel/refusal.ts'
import type { Answer, Page, Visit } from '../../people/index.ts'
import { formOf, type SubmittedForm } from '../../platform/http/submitted-form.ts'
import { Button } from '../../ui/button/button.tsx'
import { citedNumbers, isOutdated } from '../answer.ts'
import type { AssembledQuestion, AssembledReport } from '../assemble.ts'
import { fieldsOf, questionContext, questionReading, saidValues } from '../question-form.ts'
import { sectionTitle } from '../section-title.ts'
import { draftOf } from '../statement.ts'
import { saySo } from '../store.ts'
import { words } from '../words/words.generated.ts'
import { Cited } from './map.tsx'
import { assembledFor } from './overview.page.tsx'
import { Contradictions, FirstFacts, StandingTag } from './shown.tsx'

interface Found {
  readonly assembled: AssembledReport
  readonly asked: AssembledQuestion
  readonly section: string
  readonly sectionText: string
}

const getQuestion = async (visit: Visit): Promise<Found> => {
  const assembled = await assembledFor(visit)
  const section = visit.parameters['section'] ?? ''
  const found = assembled?.sections.find((each) => each.section.number === section)
  const asked = found?.questions.find(({ question }) =>
    question.id.endsWith(`/${section}.${visit.parameters['question']}`),
  )
  if (!assembled || !asked || !found) throw new NotThere('question')
  return { assembled, asked, section, sectionText: sectionTitle(visit, found.section) }
}

const OtherTexts = ({ visit, asked }: { visit: Visit; asked: AssembledQuestion }) => {
  const t = visit.words(words)
  const others = asked.said.texts.filter(({ language }) => language !== visit.locale)
  const own = asked.said.texts.find(({ language }) => language === visit.locale)
  return (
    <>
      {own && isOutdated(asked.said, own) ? <p class="govuk-inset-text">{t('question.outdated')}</p> : null}
      {others.map((other) => (
        <blockquote class="govuk-inset-text" lang={other.language} dir="auto">
          <p class="govuk-hint">{visit.format.languageName(other.language)}</p>
          {other.text}
        </blockquote>
      ))}
    </>
  )
}

const editView = (
  visit: Visit,
  { asked, section, sectionText }: Found,
  form: SubmittedForm,
  faults: readonly Fault[],
): Answer => {
  const t = visit.words(words)
  const { question, said, facts } = asked
  const { framework, locale } = visit
  const title = framework.titleOf(question.id, locale).text
  const context = questionContext(visit, question)
  const answers = framework.answers(question.id)
  return {
    kind: 'view',
    title,
    status: faults.length > 0 ? 422 : 200,
    room: 'report',
    crumbs: [
      { text: t('report.title'), href: visit.to('/report') },
      { text: sectionText, href: visit.to(`/report/${section}`) },
    ],
    body: (
      <>
        <FormFaults faults={faults} context={context} />
        <h1 class="govuk-heading-l">
          {title} <StandingTag visit={visit} standing={asked.standing} />
        </h1>
        {question.verified ? null : <p class="govuk-hint">{t('unverified.question')}</p>}
        {question.maximum ? (
          <p class="govuk-hint">
            {t(question.maximum.verified ? 'question.limit' : 'question.limit-unverified', {
              limit: question.maximum.value,
            })}
          </p>
        ) : null}
        <Contradictions visit={visit} list={asked.contradictions} />
        <h2 class="govuk-heading-m">{t('question.facts')}</h2>
        {facts.length === 0 ? (
          <p class="govuk-body">{t('question.no-facts')}</p>
        ) : (
          <FirstFacts visit={visit} facts={facts} answering={question.id} />
        )}
        <OtherTexts visit={visit} asked={asked} />
        <form method="post" action={visit.to(`/report/${section}/${visit.parameters['question']}`)}>
          <input type="hidden" name="key" value={visit.newKey()} />
          <input type="hidden" name="version" value={String(said.version)} />
          <FormFields fields={fieldsOf(question)} form={form} faults={faults} context={context} />
          <p class="govuk-hint">{t('question.cite-how')}</p>
          <Button>{t('question.save')}</Button>
        </form>
        <h2 class="govuk-heading-s">{t('question.traced')}</h2>
        <Cited
          visit={visit}
          ids={[...answers.activities, ...answers.paragraphs, ...answers.verifications, ...answers.sdg]}
        />
      </>
    ),
  }
}

/** The form opens on what is said; where nothing is, on the draft that the facts make. */
const openForm = (visit: Visit, { question, said, facts }: AssembledQuestion): SubmittedForm => {
  const own = said.texts.find(({ language }) => language === visit.locale)?.text
  const text = own ?? (said.texts.length === 0 ? draftOf(visit, facts) : '')
  return formOf(formEntriesOf(fieldsOf(question), saidValues(said.answer, text)))
}

const edit: Page = {
  name: 'report.question',
  method: 'GET',
  under: 'party',
  path: '/report/:section/:question',
  permission: 'report.edit',
  respond: async (visit) => {
    const found = await getQuestion(visit)
    return editView(visit, found, openForm(visit, found.asked), [])
  },
}

const save: Page = {
  name: 'report.answer',
  method: 'POST',
  under: 'party',
  path: '/report/:section/:question',
  permission: 'report.edit',
  respond: async (visit) => {
    const t = visit.words(words)
    const found = await getQuestion(visit)
    const { assembled, asked, section } = found
    const { values, faults } = readForm(fieldsOf(asked.question), visit.form, questionReading(visit))
    const text = typeof values['text'] === 'string' ? values['text'] : ''
    const unknown = citedNumbers(text).filter((number) => !assembled.facts.has(number))
    const all = [
      ...faults,
      ...unknown.map((number) => ({ code: 'unknown-citation', field: 'text', values: { number } })),
    ]
    if (all.length > 0) return editView(visit, found, visit.form, all)
    const outcome = await saySo(visit.db, { actor: visit.actor, at: visit.now }, assembled.report, {
      question: asked.question.id,
      ...(values['answer'] === undefined ? {} : { answer: values['answer'] }),
      language: visit.locale,
      text,
      version: Number(visit.form.text('version')),
    })
    if (outcome === 'stale') return editView(visit, found, visit.form, [{ code: 'stale' }])
    return {
      kind: 'see-other',
      to: visit.to(`/report/${section}#${visit.parameters['question']}`),
      notice: t('question.saved'),
    }
  },
}

export const questionPages: readonly Page[] = [edit, save]
