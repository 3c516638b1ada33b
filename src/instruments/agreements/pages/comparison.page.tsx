import type { Page, Visit } from '../../../people/index.ts'
import { Filter } from '../../../ui/filter/filter.tsx'
import { Link } from '../../../ui/link/link.tsx'
import { ScrollArea, Table } from '../../../ui/table/table.tsx'
import { TextInput } from '../../../ui/text-input/text-input.tsx'
import { type Agreement, type Clause, stands } from '../agreement.ts'
import { addressWith, askingOf, crumbsOf, NotAdvice, Pages, pageIn, Title, wordOf } from '../asking.tsx'
import { type ClauseTypeName, clauseTypeNames } from '../rules/clause-type.ts'
import { pairUp } from '../similar.ts'
import { countAgreements, getAgreement, isId, listAgreements, listClauses } from '../store.ts'
import { words } from '../words/words.generated.ts'
import { AllArticles } from './all-articles.tsx'
import { Places } from './policy-space-view.tsx'
import { Bounds, getShown, type Shown, SideBySide } from './side-by-side.tsx'

const path = '/agreements/comparison'

interface Side {
  readonly agreement: Agreement
  readonly clauses: readonly Clause[]
}

interface ComparisonProps {
  readonly visit: Visit
  readonly one: Side
  readonly other: Side
}

const limit = 25

const sameLanguage = (one: Side, other: Side): boolean => one.agreement.language === other.agreement.language

interface PickingProps {
  readonly visit: Visit
  readonly name: 'one' | 'other'
}

/** The agreements to choose one from, found by their title; each a link that puts it into the address. */
const Picking = async ({ visit, name }: PickingProps) => {
  const t = visit.words(words)
  const title = (visit.query.get('find') ?? '').replaceAll('\0', ' ').trim().slice(0, 100)
  const wish = title === '' ? {} : { title }
  const chosen = visit.query.get('one')
  const offset = (pageIn(visit) - 1) * limit
  const agreements = await listAgreements(askingOf(visit), wish, { limit, offset })
  return (
    <>
      <h2 class="govuk-heading-m">{t(`comparison.${name}`)}</h2>
      <Filter
        label={t('filter.label')}
        action={visit.to(path)}
        submit={t('filter.apply')}
        hidden={name === 'other' && chosen !== null ? { one: chosen } : {}}
      >
        <TextInput name="find" type="search" width={20} label={t('comparison.find')} value={title} />
      </Filter>
      <ul class="govuk-list">
        {agreements
          .filter(({ id }) => name === 'one' || id !== chosen)
          .map((agreement) => (
            <li>
              <Link href={addressWith(visit, path, { [name]: agreement.id, find: null, page: null })}>
                <Title agreement={agreement} />
              </Link>{' '}
              {agreement.year ?? ''}
            </li>
          ))}
      </ul>
      <Pages visit={visit} path={path} limit={limit} count={await countAgreements(askingOf(visit), wish)} />
    </>
  )
}

const ofType = ({ clauses }: Side, type: ClauseTypeName): readonly Clause[] =>
  clauses.filter((clause) => clause.type === type && stands(clause))

const Types = ({ visit, one, other }: ComparisonProps) => {
  const t = visit.words(words)
  const cell = (side: Side, type: ClauseTypeName) => {
    const found = ofType(side, type)
    if (found.length > 0) return <Places visit={visit} hits={found} />
    return side.agreement.coverage.whole ? t('clauses.none') : t('answer.cannot_conclude')
  }
  return (
    <ScrollArea label={t('comparison.title')}>
      <Table
        firstCellIsHeader
        columns={[
          { text: t('clauses.type') },
          { text: <Title agreement={one.agreement} /> },
          { text: <Title agreement={other.agreement} /> },
        ]}
        rows={clauseTypeNames.map((type) => [
          ofType(one, type).length + ofType(other, type).length === 0 ? (
            wordOf(visit, `type.${type}`)
          ) : (
            <Link href={`${addressWith(visit, path, { type })}#compared`}>{wordOf(visit, `type.${type}`)}</Link>
          ),
          cell(one, type),
          cell(other, type),
        ])}
      />
    </ScrollArea>
  )
}

/** The articles of a side that hold a clause of a type, each once; few, so that a page stays small. */
const articlesOf = async (visit: Visit, side: Side, type: ClauseTypeName): Promise<readonly Shown[]> => {
  const positions = [...new Set(ofType(side, type).map(({ articlePosition }) => articlePosition))].slice(0, 6)
  const shown: Shown[] = []
  for (const position of positions) shown.push(await getShown(visit, side.agreement, position))
  return shown
}

const OfType = async ({ visit, one, other, type }: ComparisonProps & { readonly type: ClauseTypeName }) => {
  const [left, right] = [await articlesOf(visit, one, type), await articlesOf(visit, other, type)]
  const isOneLanguage = sameLanguage(one, other)
  const pairs = pairUp(left, right, ({ wording }) => wording, isOneLanguage ? undefined : 0)
  return (
    <>
      <h2 class="govuk-heading-m" id="compared">
        {wordOf(visit, `type.${type}`)}
      </h2>
      <Bounds visit={visit} isOneLanguage={isOneLanguage} />
      {pairs.map((pair) => (
        <SideBySide visit={visit} one={pair.one} other={pair.other} alike={pair.alike} isOneLanguage={isOneLanguage} />
      ))}
    </>
  )
}

const sideIn = async (visit: Visit, name: string): Promise<Side | undefined> => {
  const id = visit.query.get(name) ?? ''
  if (!isId(id)) return undefined
  const agreement = await getAgreement(askingOf(visit), id)
  return { agreement, clauses: await listClauses(visit.db, [agreement]) }
}

const Result = async ({ visit }: { readonly visit: Visit }) => {
  const [one, other] = [await sideIn(visit, 'one'), await sideIn(visit, 'other')]
  if (!one) return await Picking({ visit, name: 'one' })
  if (!other)
    return (
      <>
        <p class="govuk-body">
          {visit.words(words)('comparison.one')}: <Title agreement={one.agreement} />
        </p>
        {await Picking({ visit, name: 'other' })}
      </>
    )
  const t = visit.words(words)
  const isWhole = visit.query.get('articles') === 'all'
  const type = isWhole ? undefined : clauseTypeNames.find((each) => each === visit.query.get('type'))
  return (
    <>
      <p class="govuk-body">
        <Link href={visit.to('/agreements/comparison')}>{t('comparison.anew')}</Link>
        {' · '}
        {isWhole ? (
          <Link href={addressWith(visit, path, { articles: null, left: null, right: null, page: null })}>
            {t('comparison.by-type')}
          </Link>
        ) : (
          <Link href={addressWith(visit, path, { articles: 'all', type: null, page: null })}>
            {t('comparison.by-article')}
          </Link>
        )}
      </p>
      {isWhole ? null : <Types visit={visit} one={one} other={other} />}
      {isWhole ? await AllArticles({ visit, one, other }) : null}
      {type === undefined ? null : await OfType({ visit, one, other, type })}
    </>
  )
}

/** Two agreements by type of clause, and for a type their articles side by side with the words only one of them has. */
export const comparisonPage: Page = {
  name: 'agreements.comparison',
  method: 'GET',
  under: 'party',
  path: '/agreements/comparison',
  permission: 'agreements.visit',
  respond: async (visit) => {
    const t = visit.words(words)
    return {
      kind: 'view',
      title: t('comparison.title'),
      room: 'agreements',
      line: 3,
      crumbs: crumbsOf(visit),
      body: (
        <>
          <h1 class="govuk-heading-l">{t('comparison.title')}</h1>
          <p class="govuk-body-l">{t('comparison.lead')}</p>
          {await Result({ visit })}
          <NotAdvice visit={visit} />
        </>
      ),
    }
  },
}
