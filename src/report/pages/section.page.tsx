import { shownValue } from '../../engines/forms/index.ts'
import { NotThere } from '../../kernel/refusal.ts'
import { can, type Page, type Visit } from '../../people/index.ts'
import { textFor } from '../answer.ts'
import type { AssembledQuestion, AssembledReport } from '../assemble.ts'
import { fieldsOf, questionContext } from '../question-form.ts'
import { sectionTitle } from '../section-title.ts'
import { draftOf } from '../statement.ts'
import { words } from '../words/words.generated.ts'
import { assembledFor, notPublishedView } from './overview.page.tsx'
import { CitedText, Contradictions, DraftText, FactDetails, StandingTag } from './shown.tsx'

/** `discoverability` of `report-2019/1c.discoverability`. */
export const slugOf = (questionId: string): string => questionId.slice(questionId.indexOf('.') + 1)

/** The answer of a question as the reader sees it: figure or choice, text, or the draft made of its facts. */
export const QuestionAnswer = ({
  visit,
  asked,
  assembled,
}: {
  visit: Visit
  asked: AssembledQuestion
  assembled: AssembledReport
}) => {
  const t = visit.words(words)
  const { question, said, facts } = asked
  const [field] = fieldsOf(question)
  const written = textFor(said, visit.locale)
  const draft = written ? undefined : draftOf(visit, facts)
  return (
    <>
      {said.answer !== undefined && field?.name === 'answer' ? (
        <div class="govuk-body">
          <strong>{shownValue(questionContext(visit, question), field, said.answer)}</strong>
          {question.kind === 'percent' ? ' %' : ''}
        </div>
      ) : null}
      {written ? <CitedText visit={visit} written={written} facts={assembled.facts} /> : null}
      {draft ? <DraftText visit={visit} text={draft} facts={assembled.facts} /> : null}
      {said.answer === undefined && !written && !draft ? (
        <p class="govuk-body govuk-hint">{t('question.nothing')}</p>
      ) : null}
    </>
  )
}

const QuestionBlock = ({
  visit,
  asked,
  assembled,
  section,
}: {
  visit: Visit
  asked: AssembledQuestion
  assembled: AssembledReport
  section: string
}) => {
  const t = visit.words(words)
  const title = visit.framework.titleOf(asked.question.id, visit.locale)
  const slug = slugOf(asked.question.id)
  return (
    <section class="or-question" id={slug}>
      <h2 class="govuk-heading-m" lang={title.locale}>
        {title.text} <StandingTag visit={visit} standing={asked.standing} />
      </h2>
      <Contradictions visit={visit} list={asked.contradictions} />
      <QuestionAnswer visit={visit} asked={asked} assembled={assembled} />
      <FactDetails visit={visit} facts={asked.facts} answering={asked.question.id} />
      {can(visit.actor, 'report.edit', { party: assembled.report.party }) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={visit.to(`/report/${section}/${slug}`)}>
            {t('question.edit')}
            <span class="govuk-visually-hidden">: {title.text}</span>
          </a>
        </p>
      ) : null}
    </section>
  )
}

/** One section of the report: its questions, what is said to each, and the facts behind it. */
export const sectionPage: Page = {
  name: 'report.section',
  method: 'GET',
  under: 'party',
  path: '/report/:section',
  permission: 'report.visit',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const assembled = await assembledFor(visit)
    if (!assembled) return notPublishedView(visit)
    const number = visit.parameters['section'] ?? ''
    const found = assembled.sections.find(({ section }) => section.number === number)
    if (!found) throw new NotThere('section')
    const title = sectionTitle(visit, found.section)
    const next = assembled.sections[assembled.sections.indexOf(found) + 1]
    return {
      kind: 'view',
      title,
      room: 'report',
      crumbs: [{ text: t('report.title'), href: visit.to('/report') }],
      body: (
        <>
          <h1 class="govuk-heading-l">{title}</h1>
          {found.questions.some(({ question }) => !question.verified) ? (
            <p class="govuk-hint">{t('unverified.section')}</p>
          ) : null}
          {found.questions.map((asked) => (
            <QuestionBlock visit={visit} asked={asked} assembled={assembled} section={number} />
          ))}
          {next ? (
            <p class="govuk-body">
              <a class="govuk-link" href={visit.to(`/report/${next.section.number}`)}>
                {t('section.next', { section: sectionTitle(visit, next.section) })}
              </a>
            </p>
          ) : null}
        </>
      ),
    }
  },
}

/** The whole report on one page, for paper: everything unfolded. */
export const printPage: Page = {
  name: 'report.print',
  method: 'GET',
  under: 'party',
  path: '/report/print',
  permission: 'report.visit',
  respond: async (visit) => {
    const t = visit.words(words)
    const assembled = await assembledFor(visit)
    if (!assembled) return notPublishedView(visit)
    return {
      kind: 'view',
      title: t('report.title'),
      room: 'report',
      crumbs: [{ text: t('report.title'), href: visit.to('/report') }],
      body: (
        <>
          <h1 class="govuk-heading-xl">{t('report.title')}</h1>
          {assembled.sections.map(({ section, questions }) => (
            <>
              <h2 class="govuk-heading-l">{sectionTitle(visit, section)}</h2>
              {questions.map((asked) => (
                <>
                  <h3 class="govuk-heading-s">
                    {visit.framework.titleOf(asked.question.id, visit.locale).text} ({t(`standing.${asked.standing}`)})
                  </h3>
                  <QuestionAnswer visit={visit} asked={asked} assembled={assembled} />
                </>
              ))}
            </>
          ))}
        </>
      ),
    }
  },
}
