import type { Page, Visit } from '../../../people/index.ts'
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx'
import { Filter } from '../../../ui/filter/filter.tsx'
import { Link } from '../../../ui/link/link.tsx'
import { Select } from '../../../ui/select/select.tsx'
import { ScrollArea, Table } from '../../../ui/table/table.tsx'
import { Tag } from '../../../ui/tag/tag.tsx'
import { type Agreement, policySpaceOf } from '../agreement.ts'
import { askingOf, crumbsOf, NotAdvice, Pages, pageIn, partyText, Title, wordOf } from '../asking.tsx'
import { type PolicyAnswer, type PolicyMeasure, type PolicySpace, policyMeasures } from '../policy-space.ts'
import { listAgreements, listClauses, listPartiesTo } from '../store.ts'
import { words } from '../words/words.generated.ts'
import { answerColours } from './policy-space-view.tsx'

const path = '/agreements/ours'
const limit = 25
const answers: readonly PolicyAnswer[] = ['exposed', 'depends_on', 'cannot_conclude', 'preserved']

interface Read {
  readonly agreement: Agreement
  readonly space: PolicySpace
}

const answerIn = ({ space }: Read, measure: PolicyMeasure): PolicyAnswer =>
  space.readings.find((reading) => reading.measure === measure)?.answer ?? 'cannot_conclude'

const AnswerTag = ({ visit, answer }: { readonly visit: Visit; readonly answer: PolicyAnswer }) => (
  <Tag colour={answerColours[answer]}>{wordOf(visit, `answer.${answer}`)}</Tag>
)

/** In how many agreements each measure is exposed, depends, cannot be concluded on or is preserved. */
const Summary = ({ visit, read }: { readonly visit: Visit; readonly read: readonly Read[] }) => {
  const t = visit.words(words)
  return (
    <ScrollArea label={t('ours.summary')}>
      <Table
        caption={t('space.caption')}
        captionSize="m"
        firstCellIsHeader
        columns={[
          { text: t('space.measure') },
          ...answers.map((answer) => ({ text: <AnswerTag visit={visit} answer={answer} />, numeric: true })),
        ]}
        rows={policyMeasures.map((measure) => [
          wordOf(visit, `measure.${measure}`),
          ...answers.map((answer) =>
            visit.format.number(read.filter((each) => answerIn(each, measure) === answer).length),
          ),
        ])}
      />
    </ScrollArea>
  )
}

const ByAgreement = ({ visit, read }: { readonly visit: Visit; readonly read: readonly Read[] }) => {
  const t = visit.words(words)
  return (
    <ScrollArea label={t('ours.by-agreement')}>
      <Table
        caption={t('ours.by-agreement')}
        captionSize="m"
        firstCellIsHeader
        columns={[
          { text: t('list.agreement'), classes: 'or-table__name' },
          { text: t('list.year') },
          ...policyMeasures.map((measure) => ({ text: wordOf(visit, `measure.${measure}`) })),
        ]}
        rows={read.map((each) => [
          <Link href={visit.to(`/agreements/${each.agreement.id}`)}>
            <Title agreement={each.agreement} />
          </Link>,
          each.agreement.year ?? '–',
          ...policyMeasures.map((measure) => <AnswerTag visit={visit} answer={answerIn(each, measure)} />),
        ])}
      />
    </ScrollArea>
  )
}

interface WhoseProps {
  readonly visit: Visit
  readonly partyTo: string | undefined
  readonly parties: readonly string[]
}

const WhoseFilter = ({ visit, partyTo, parties }: WhoseProps) => {
  const t = visit.words(words)
  const named = parties.map((code) => ({ value: code, text: partyText(visit, code) }))
  return (
    <Filter label={t('filter.label')} action={visit.to(path)} submit={t('filter.apply')}>
      <Select
        name="with"
        label={t('ours.whose')}
        value={partyTo ?? ''}
        options={[
          { value: '', text: t('whose.own') },
          ...named.toSorted((a, b) => a.text.localeCompare(b.text, visit.locale)),
        ]}
      />
    </Filter>
  )
}

/** A Party's agreements at one look: for each measure, which of them leave it open. Our own, or those of a Party chosen. */
export const oursPage: Page = {
  name: 'agreements.ours',
  method: 'GET',
  under: 'party',
  path,
  permission: 'agreements.visit',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const reading = askingOf(visit)
    const parties = await listPartiesTo(reading)
    const partyTo = parties.find((code) => code === visit.query.get('with'))
    const agreements = await listAgreements(reading, partyTo === undefined ? { whose: 'own' } : { partyTo })
    const byAgreement = Map.groupBy(await listClauses(visit.db, agreements), ({ agreementId }) => agreementId)
    const read = agreements.map((agreement) => ({
      agreement,
      space: policySpaceOf(agreement, byAgreement.get(agreement.id) ?? []),
    }))
    const offset = (pageIn(visit) - 1) * limit
    const title = partyTo === undefined ? t('ours.title') : t('ours.title.party', { party: partyText(visit, partyTo) })
    return {
      kind: 'view',
      title,
      room: 'agreements',
      line: 3,
      crumbs: crumbsOf(visit),
      body: (
        <>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body-l">{t('ours.lead')}</p>
          <WhoseFilter visit={visit} partyTo={partyTo} parties={parties} />
          {read.length === 0 ? (
            <EmptyState title={t('ours.empty')}>
              <p class="govuk-body">{t('ours.empty.text')}</p>
            </EmptyState>
          ) : (
            <>
              <p class="govuk-body">
                <strong>{t('list.count', { count: read.length })}</strong>
              </p>
              <Summary visit={visit} read={read} />
              <p class="govuk-hint">{t('ours.hint')}</p>
              <ByAgreement visit={visit} read={read.slice(offset, offset + limit)} />
              <Pages visit={visit} path={path} limit={limit} count={read.length} />
            </>
          )}
          <NotAdvice visit={visit} />
        </>
      ),
    }
  },
}
