import type { Visit } from '../../../people/index.ts'
import { Link } from '../../../ui/link/link.tsx'
import { type Agreement, type Article, wordingOf } from '../agreement.ts'
import { articleText, ofText } from '../asking.tsx'
import { comparedLimit, type WordRun, wordDifferences } from '../similar.ts'
import { getArticle } from '../store.ts'
import { words } from '../words/words.generated.ts'

/** Characters of an article that are read for a comparison. */
const readLimit = 12_000

/** Below this share of common runs of words, marking what differs would mark nearly all. */
const comparedFrom = 0.15

/** An article and its wording on one line. */
export interface Shown {
  readonly article: Article
  readonly wording: string
}

/** One article of an agreement that `getAgreement` gave; throws NotThere. */
export const getShown = async (visit: Visit, agreement: Agreement, position: number): Promise<Shown> => {
  const article = await getArticle(visit.db, agreement, position)
  return { article, wording: wordingOf(article).replaceAll(/\s+/g, ' ').trim().slice(0, readLimit) }
}

const Runs = ({ runs }: { readonly runs: readonly WordRun[] }) => (
  <>{runs.map(({ kind, text }) => (kind === 'only' ? <mark>{text}</mark> : text)).flatMap((part) => [part, ' '])}</>
)

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

interface PairProps {
  readonly visit: Visit
  readonly one: Shown | undefined
  readonly other: Shown | undefined
  /** Share of the runs of three words that both have. */
  readonly alike: number
  readonly isOneLanguage: boolean
}

/** Two articles beside each other, the words that only one has marked where enough is common to both. */
export const SideBySide = ({ visit, one, other, alike, isOneLanguage }: PairProps) => {
  const t = visit.words(words)
  const isPair = isOneLanguage && one !== undefined && other !== undefined
  const isMarked = isPair && alike >= comparedFrom
  const [first, second] = isMarked ? wordDifferences(one.wording, other.wording) : [plain(one), plain(other)]
  return (
    <>
      {isPair ? (
        <p class="govuk-body">
          <strong>{t('comparison.alike', { share: visit.format.percent(alike, 0) })}</strong>
          {isMarked ? '' : ` ${t('comparison.too-different')}`}
        </p>
      ) : null}
      <div class="govuk-grid-row">
        <Half visit={visit} shown={one} runs={first} />
        <Half visit={visit} shown={other} runs={second} />
      </div>
    </>
  )
}

/** What a comparison can and cannot show. */
export const Bounds = ({ visit, isOneLanguage }: Pick<PairProps, 'visit' | 'isOneLanguage'>) => {
  const t = visit.words(words)
  return (
    <p class="govuk-hint">
      {isOneLanguage ? '' : `${t('comparison.languages')} `}
      {t('comparison.cut', { limit: comparedLimit })}
    </p>
  )
}
