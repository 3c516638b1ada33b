import type { Page, Visit } from '../../../people/index.ts'
import { Filter } from '../../../ui/filter/filter.tsx'
import { Select } from '../../../ui/select/select.tsx'
import { askingOf, crumbsOf, NotAdvice, Pages, pageIn, wordOf } from '../asking.tsx'
import { type ClauseDirection, type ClauseTypeName, clauseTypeNames } from '../rules/clause-type.ts'
import { listWordings } from '../store.ts'
import { words } from '../words/words.generated.ts'
import { DirectionTag, qualitiesOf } from './clause-card.tsx'
import { Quote, WordingSource } from './wording.tsx'

const limit = 10
const directions: readonly ClauseDirection[] = ['preserves', 'restricts', 'supports', 'neutral']

const typeIn = (visit: Visit): ClauseTypeName =>
  clauseTypeNames.find((type) => type === visit.query.get('type')) ?? clauseTypeNames[0]

interface WordingsProps {
  readonly visit: Visit
  readonly type: ClauseTypeName
  readonly direction: ClauseDirection | undefined
}

const WordingsFilter = ({ visit, type, direction }: WordingsProps) => {
  const t = visit.words(words)
  return (
    <Filter label={t('filter.label')} action={visit.to('/agreements/wordings')} submit={t('filter.apply')}>
      <Select
        name="type"
        label={t('wordings.type')}
        value={type}
        options={clauseTypeNames.map((each) => ({ value: each, text: wordOf(visit, `type.${each}`) }))}
      />
      <Select
        name="direction"
        label={t('wordings.direction')}
        value={direction ?? ''}
        options={[
          { value: '', text: t('filter.any') },
          ...directions.map((each) => ({ value: each, text: wordOf(visit, `direction.${each}`) })),
        ]}
      />
    </Filter>
  )
}

/** The library of wordings: how clauses of one type are worded, each with its place. */
export const wordingsPage: Page = {
  name: 'agreements.wordings',
  method: 'GET',
  under: 'party',
  path: '/agreements/wordings',
  permission: 'agreements.visit',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const type = typeIn(visit)
    const direction = directions.find((each) => each === visit.query.get('direction'))
    const { wordings, count } = await listWordings(
      askingOf(visit),
      { type, ...(direction === undefined ? {} : { direction }) },
      { limit, offset: (pageIn(visit) - 1) * limit },
    )
    return {
      kind: 'view',
      title: t('wordings.title'),
      room: 'agreements',
      line: 3,
      crumbs: crumbsOf(visit),
      body: (
        <>
          <h1 class="govuk-heading-l">{t('wordings.title')}</h1>
          <p class="govuk-body-l">{t('wordings.lead')}</p>
          <WordingsFilter visit={visit} type={type} direction={direction} />
          <h2 class="govuk-heading-m">{wordOf(visit, `type.${type}`)}</h2>
          <p class="govuk-body">
            <strong>{t('wordings.count', { count })}</strong>
          </p>
          <ol class="govuk-list">
            {wordings.map(({ clause, agreement }) => (
              <li>
                <p class="govuk-body govuk-!-margin-bottom-1">
                  <DirectionTag visit={visit} hit={clause} />{' '}
                  <WordingSource visit={visit} clause={clause} agreement={agreement} />
                </p>
                <Quote hit={clause} />
                <p class="govuk-body-s govuk-!-margin-bottom-6">{qualitiesOf(visit, clause)}</p>
              </li>
            ))}
          </ol>
          <Pages visit={visit} path="/agreements/wordings" limit={limit} count={count} />
          <NotAdvice visit={visit} />
        </>
      ),
    }
  },
}
