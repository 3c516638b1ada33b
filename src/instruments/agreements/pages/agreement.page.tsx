import type { Page, Visit } from '../../../people/index.ts'
import { Button, ButtonGroup } from '../../../ui/button/button.tsx'
import { InsetText } from '../../../ui/inset-text/inset-text.tsx'
import { Link } from '../../../ui/link/link.tsx'
import { ScrollArea, Table } from '../../../ui/table/table.tsx'
import { type Agreement, type Clause, policySpaceOf, stands } from '../agreement.ts'
import { askingOf, crumbsOf, KeyInput, may, NotAdvice, partyText, Title, wordOf } from '../asking.tsx'
import { canRemove } from '../change-agreement.ts'
import { clauseTypeNames } from '../rules/clause-type.ts'
import { getAgreement, listClauses } from '../store.ts'
import { words } from '../words/words.generated.ts'
import { CoverageView } from './coverage-view.tsx'
import { Places, PolicySpaceTable } from './policy-space-view.tsx'

interface AgreementProps {
  readonly visit: Visit
  readonly agreement: Agreement
  readonly clauses: readonly Clause[]
}

const Found = ({ visit, agreement, clauses }: AgreementProps) => {
  const t = visit.words(words)
  const standing = clauses.filter(stands)
  const nothing = agreement.coverage.whole ? t('clauses.none') : t('answer.cannot_conclude')
  return (
    <ScrollArea label={t('clauses.title')}>
      <Table
        caption={t('clauses.title')}
        captionSize="m"
        firstCellIsHeader
        columns={[{ text: t('clauses.type') }, { text: t('clauses.effect') }, { text: t('clauses.where') }]}
        rows={clauseTypeNames.map((type) => {
          const own = standing.filter((clause) => clause.type === type)
          const effects = [...new Set(own.map(({ direction }) => wordOf(visit, `direction.${direction}`)))]
          return [
            wordOf(visit, `type.${type}`),
            visit.format.list(effects),
            own.length === 0 ? nothing : <Places visit={visit} hits={own} />,
          ]
        })}
      />
    </ScrollArea>
  )
}

/** That it was amended in the spirit of the Convention, as people said. */
const Amended = ({ visit, agreement }: AgreementProps) => {
  const { amendedYear, amendment } = agreement
  if (amendedYear === undefined) return null
  return (
    <p class="govuk-body">
      {visit.words(words)('agreement.amended', { year: String(amendedYear) })}{' '}
      {amendment === '' ? null : <bdi>{amendment}</bdi>}
    </p>
  )
}

const Reviewed = ({ visit, clauses }: AgreementProps) => {
  const t = visit.words(words)
  const count = (verdict: Clause['verdict']) => clauses.filter((clause) => clause.verdict === verdict).length
  return (
    <p class="govuk-body">
      {t('review.count', {
        clauses: clauses.length,
        confirmed: count('confirm'),
        rejected: count('reject'),
        added: clauses.filter(({ isAdded }) => isAdded).length,
      })}
    </p>
  )
}

const Publication = ({ visit, agreement }: AgreementProps) => {
  const t = visit.words(words)
  const isOut = agreement.isPublished
  return may(visit, 'agreements.publish') ? (
    <form method="post" action={visit.to(`/agreements/${agreement.id}/${isOut ? 'withdrawal' : 'publication'}`)}>
      <KeyInput visit={visit} />
      <Button kind={isOut ? 'warning' : 'secondary'} preventDoubleClick>
        {isOut ? t('agreement.withdraw') : t('agreement.publish')}
      </Button>
    </form>
  ) : null
}

const Removal = ({ visit, agreement }: AgreementProps) => (
  <form method="post" action={visit.to(`/agreements/${agreement.id}/removal`)}>
    <KeyInput visit={visit} />
    <Button kind="warning">{visit.words(words)('agreement.remove')}</Button>
  </form>
)

const Actions = ({ visit, agreement }: AgreementProps) => {
  const t = visit.words(words)
  return (
    <>
      <ButtonGroup>
        <Button href={visit.to(`/agreements/${agreement.id}/articles/1`)}>{t('agreement.read')}</Button>
        <Button kind="secondary" href={visit.to(`/agreements/comparison?one=${agreement.id}`)}>
          {t('agreement.compare')}
        </Button>
        {may(visit, 'agreements.edit') ? (
          <Button kind="secondary" href={visit.to(`/agreements/${agreement.id}/details`)}>
            {t('agreement.details')}
          </Button>
        ) : null}
      </ButtonGroup>
      <p class="govuk-body">
        <Link href={visit.to(`/agreements/${agreement.id}/contents`)}>{t('contents.title')}</Link>
      </p>
    </>
  )
}

/** One agreement: what lies before us, what it leaves open, which clauses stand in it, and the way to its text. */
export const agreementPage: Page = {
  name: 'agreements.show',
  method: 'GET',
  under: 'party',
  path: '/agreements/:id',
  permission: 'agreements.visit',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const asking = askingOf(visit)
    const agreement = await getAgreement(asking, visit.parameters['id'] ?? '')
    const clauses = await listClauses(visit.db, [agreement])
    const isRemovable = await canRemove(asking, agreement)
    const props = { visit, agreement, clauses }
    const named = agreement.parties.slice(0, 40).map((code) => partyText(visit, code))
    const caption = [wordOf(visit, `whose.${agreement.isOwn ? 'own' : 'others'}`), agreement.year, ...named]
    return {
      kind: 'view',
      title: agreement.title,
      room: 'agreements',
      line: 3,
      crumbs: crumbsOf(visit),
      body: (
        <>
          <span class="govuk-caption-l">{caption.filter(Boolean).join(' · ')}</span>
          <h1 class="govuk-heading-l">
            <Title agreement={agreement} />
          </h1>
          {agreement.isSynthetic ? <InsetText>{t('agreement.synthetic')}</InsetText> : null}
          <Amended {...props} />
          <CoverageView visit={visit} coverage={agreement.coverage} />
          <Actions {...props} />
          <h2 class="govuk-heading-m">{t('space.title')}</h2>
          <PolicySpaceTable visit={visit} space={policySpaceOf(agreement, clauses)} />
          <NotAdvice visit={visit} />
          <Found {...props} />
          <Reviewed {...props} />
          <ButtonGroup>
            <Publication {...props} />
            {isRemovable && may(visit, 'agreements.edit') ? <Removal {...props} /> : null}
          </ButtonGroup>
        </>
      ),
    }
  },
}
