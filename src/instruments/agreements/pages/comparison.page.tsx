import type { Page, Visit } from '../../../people/index.ts'
import { Filter } from '../../../ui/filter/filter.tsx'
import { Link } from '../../../ui/link/link.tsx'
import { ScrollArea, Table } from '../../../ui/table/table.tsx'
import { TextInput } from '../../../ui/text-input/text-input.tsx'
import { type Agreement, type Article, type Clause, stands, wordingOf } from '../agreement.ts'
import {
  addressWith,
  articleText,
  askingOf,
  crumbsOf,
  NotAdvice,
  ofText,
  Pages,
  pageIn,
  Title,
  wordOf,
} from '../asking.tsx'
import { type ClauseTypeName, clauseTypeNames } from '../rules/clause-type.ts'
import { comparedLimit, pairUp, type WordRun, wordDifferences } from '../similar.ts'
import { countAgreements, getAgreement, getArticle, isId, listAgreements, listClauses } from '../store.ts'
import { words } from '../words/words.generated.ts'
import { Places } from './policy-space-view.tsx'

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

interface PickingProps {
  readonly visit: Visit
  readonly name: 'one' | 'other'
}

/** The agreements to choose one from, found by their title; each a link that puts it into the address. */
const Picking = async ({ visit, name }: PickingProps) => {
  const t = visit.words(words)
  const path = '/agreements/comparison'
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
            <Link href={addressWith(visit, '/agreements/comparison', { type })}>{wordOf(visit, `type.${type}`)}</Link>
          ),
          cell(one, type),
          cell(other, type),
        ])}
      />
    </ScrollArea>
  )
}

const Runs = ({ runs }: { readonly runs: readonly WordRun[] }) => (
  <>{runs.map(({ kind, text }) => (kind === 'only' ? <mark>{text}</mark> : text)).flatMap((part) => [part, ' '])}</>
)

interface Shown {
  readonly article: Article
  readonly wording: string
}

/** The articles of a side that hold a clause of a type, each once; few, so that a page stays small. */
const articlesOf = async (visit: Visit, side: Side, type: ClauseTypeName): Promise<readonly Shown[]> => {
  const positions = [...new Set(ofType(side, type).map(({ articlePosition }) => articlePosition))].slice(0, 6)
  const shown: Shown[] = []
  for (const position of positions) {
    const article = await getArticle(visit.db, side.agreement, position)
    shown.push({ article, wording: wordingOf(article).replaceAll(/\s+/g, ' ').trim().slice(0, 12_000) })
  }
  return shown
}

interface HalfProps {
  readonly visit: Visit
  readonly shown: Shown | undefined
  readonly runs: readonly WordRun[]
}

const Half = ({ visit, shown, runs }: HalfProps) => (
  <div class="govuk-grid-column-one-half">
    {shown === undefined ? (
      <p class="govuk-hint">{visit.words(words)('comparison.alone')}</p>
    ) : (
      <>
        <h3 class="govuk-heading-s">
          <Link href={visit.to(`/agreements/${shown.article.agreementId}/articles/${shown.article.position}`)}>
            <bdi>{articleText(visit, shown.article)}</bdi>
          </Link>
        </h3>
        <p class="govuk-body" {...ofText(shown.article.language)}>
          <Runs runs={runs} />
        </p>
      </>
    )}
  </div>
)

const plain = (shown: Shown | undefined): readonly WordRun[] =>
  shown === undefined ? [] : [{ kind: 'same', text: shown.wording.split(' ').slice(0, comparedLimit).join(' ') }]

const SideBySide = async ({ visit, one, other, type }: ComparisonProps & { readonly type: ClauseTypeName }) => {
  const t = visit.words(words)
  const [left, right] = [await articlesOf(visit, one, type), await articlesOf(visit, other, type)]
  const isOneLanguage = one.agreement.language === other.agreement.language
  const pairs = pairUp(left, right, ({ wording }) => wording, isOneLanguage ? undefined : 0)
  return (
    <>
      <h2 class="govuk-heading-m">{wordOf(visit, `type.${type}`)}</h2>
      <p class="govuk-hint">
        {isOneLanguage ? t('comparison.cut', { limit: comparedLimit }) : t('comparison.languages')}
      </p>
      {pairs.map((pair) => {
        const isCompared = isOneLanguage && pair.one !== undefined && pair.other !== undefined
        const [first, second] = isCompared
          ? wordDifferences(pair.one!.wording, pair.other!.wording)
          : [plain(pair.one), plain(pair.other)]
        return (
          <>
            {isCompared ? (
              <p class="govuk-body">
                <strong>{t('comparison.alike', { share: visit.format.percent(pair.alike, 0) })}</strong>
              </p>
            ) : null}
            <div class="govuk-grid-row">
              <Half visit={visit} shown={pair.one} runs={first} />
              <Half visit={visit} shown={pair.other} runs={second} />
            </div>
          </>
        )
      })}
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
  const type = clauseTypeNames.find((each) => each === visit.query.get('type'))
  return (
    <>
      <p class="govuk-body">
        <Link href={visit.to('/agreements/comparison')}>{visit.words(words)('comparison.anew')}</Link>
      </p>
      <Types visit={visit} one={one} other={other} />
      {type === undefined ? null : await SideBySide({ visit, one, other, type })}
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
