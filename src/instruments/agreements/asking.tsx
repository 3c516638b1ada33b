import type { Fault } from '../../kernel/fault.ts'
import { can, type Permission, partyNameOf, partyOf, type Visit } from '../../people/index.ts'
import { wordsOfSlice } from '../../platform/languages/words-of-slice.ts'
import type { Content } from '../../ui/content.ts'
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx'
import { InsetText } from '../../ui/inset-text/inset-text.tsx'
import { Link } from '../../ui/link/link.tsx'
import { Pagination } from '../../ui/pagination/pagination.tsx'
import { type Agreement, type ArticleHeading, headingOf } from './agreement.ts'
import type { Asking } from './store.ts'
import { words } from './words/words.generated.ts'

/** What the store needs, from a page's visit. */
export const askingOf = (visit: Visit): Asking => ({
  db: visit.db,
  actor: visit.actor,
  party: partyOf(visit).code,
  at: visit.now,
})

export const may = (visit: Visit, permission: Permission): boolean =>
  can(visit.actor, permission, { party: partyOf(visit).code })

/** A word whose key is only known now: a clause type, a direction, a reason; the key itself where there is none. */
export const wordOf = (visit: Visit, key: string, values?: Readonly<Record<string, unknown>>): string =>
  visit.findText(words)(key, values) ?? key

/** A Party to an agreement in the reader's language. */
export const partyText = (visit: Visit, code: string): string =>
  visit.framework.parties.has(code) ? partyNameOf(visit, code).text : visit.format.regionName(code)

const partiesShown = 4

/** The Parties to an agreement, long lists cut short. */
export const partiesText = (visit: Visit, { parties }: Pick<Agreement, 'parties'>): string => {
  const names = parties.slice(0, partiesShown).map((code) => partyText(visit, code))
  const left = parties.length - names.length
  return visit.format.list(left > 0 ? [...names, visit.words(words)('parties.more', { count: left })] : names)
}

/** How an article is called, in the words of the text where it has any. */
export const articleText = (visit: Visit, heading: Pick<ArticleHeading, 'kind' | 'label' | 'name'>): string =>
  headingOf(heading, (kind) => wordOf(visit, `kind.${kind}`))

const labelLimit = 80

/** The label of a clause's article; where the text has none, its kind in the reader's words. */
export const labelText = (visit: Visit, { label }: { readonly label: string }): string => {
  const text = visit.findText(words)(`kind.${label}`) ?? label
  return text.length > labelLimit ? `${text.slice(0, labelLimit)}…` : text
}

/** Attributes of wording of an agreement: its own language, and the direction of the languages that are read here. */
export const ofText = (language: string): { readonly lang?: string; readonly dir: 'ltr' } =>
  language === 'und' ? { dir: 'ltr' } : { lang: language, dir: 'ltr' }

interface TitleProps {
  readonly agreement: Pick<Agreement, 'title' | 'language'>
}

/** Title of an agreement in its own language. */
export const Title = ({ agreement }: TitleProps) => (
  <bdi lang={agreement.language === 'und' ? undefined : agreement.language}>{agreement.title}</bdi>
)

const slices = [wordsOfSlice('engines/texts'), wordsOfSlice('engines/tables')]

/** A fault as a sentence. */
export const faultText = (visit: Visit, { code, values }: Fault): string => {
  const found = [words, ...slices].map((own) => visit.findText(own)(`fault.${code}`, values))
  return found.find((text) => text !== undefined) ?? code
}

/** The sentences about one control; nothing when there are none. */
export const errorOf = (visit: Visit, faults: readonly Fault[], field: string): string | undefined => {
  const own = faults.filter((fault) => fault.field === field)
  return own.length === 0 ? undefined : own.map((fault) => faultText(visit, fault)).join(' ')
}

/** What was not accepted, at the top of the page. */
export const Faults = ({ visit, faults }: { readonly visit: Visit; readonly faults: readonly Fault[] }) =>
  faults.length === 0 ? null : (
    <ErrorSummary
      title={visit.words(words)('faults.title')}
      errors={faults.map((fault) => ({
        text: faultText(visit, fault),
        href: fault.field === undefined ? undefined : `#${fault.field}`,
      }))}
    />
  )

export const KeyInput = ({ visit }: { readonly visit: Visit }) => (
  <input type="hidden" name="key" value={visit.newKey()} />
)

/** Said on every page that reads clauses. */
export const NotAdvice = ({ visit }: { readonly visit: Visit }) => (
  <InsetText>{visit.words(words)('policy-space.not-legal-advice')}</InsetText>
)

export const crumbsOf = (visit: Visit, agreement?: Agreement) => [
  { text: visit.words(words)('title'), href: visit.to('/agreements') },
  ...(agreement ? [{ text: agreement.title, href: visit.to(`/agreements/${agreement.id}`) }] : []),
]

/** The page of a list that the address asks for, from 1. */
export const pageIn = (visit: Visit): number => {
  const page = Number(visit.query.get('page'))
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1
}

/** The address of this page with changes in its query; `null` takes a name away. */
export const addressWith = (visit: Visit, path: string, changes: Readonly<Record<string, string | null>>): string => {
  const next = new URLSearchParams([...visit.query].filter(([, value]) => value !== ''))
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  const text = next.toString()
  return text === '' ? visit.to(path) : `${visit.to(path)}?${text}`
}

interface PagesProps {
  readonly visit: Visit
  readonly path: string
  readonly limit: number
  readonly count: number
}

/** Links to the page before and the page after. */
export const Pages = ({ visit, path, limit, count }: PagesProps) => {
  const t = visit.words(words)
  const page = pageIn(visit)
  const last = Math.max(1, Math.ceil(count / limit))
  const to = (wanted: number) => addressWith(visit, path, { page: wanted === 1 ? null : String(wanted) })
  if (last === 1) return null
  return (
    <Pagination
      label={t('pages')}
      previous={page > 1 ? { href: to(page - 1), text: t('pages.previous') } : undefined}
      next={page < last ? { href: to(page + 1), text: t('pages.next') } : undefined}
    />
  )
}

interface Door {
  readonly question: string
  readonly rooms: readonly (readonly [path: string, text: Content])[]
}

/** The three questions this instrument answers, each with the rooms that do. */
export const Rooms = ({ visit }: { readonly visit: Visit }) => {
  const t = visit.words(words)
  const isTeam = may(visit, 'agreements.read')
  const doors: readonly Door[] = [
    {
      question: t('door.ours'),
      rooms: [
        ['/agreements/ours', t('ours.title')],
        ['/agreements?whose=own', t('door.ours.list')],
      ],
    },
    {
      question: t('door.others'),
      rooms: [
        ['/agreements/matrix', t('matrix.title')],
        ['/agreements/wordings', t('wordings.title')],
        ['/agreements/spread', t('spread.title')],
        ['/agreements/comparison', t('comparison.title')],
      ],
    },
    ...(isTeam
      ? [
          {
            question: t('door.draft'),
            rooms: [
              ['/agreements/drafts', t('drafts.title')],
              ['/agreements/brief.docx', t('brief.download')],
              ['/agreements/brief.pdf', t('brief.pdf')],
            ] as const,
          },
        ]
      : []),
  ]
  return (
    <div class="govuk-grid-row">
      {doors.map(({ question, rooms }) => (
        <section class={isTeam ? 'govuk-grid-column-one-third' : 'govuk-grid-column-one-half'}>
          <h2 class="govuk-heading-m">{question}</h2>
          <ul class="govuk-list">
            {rooms.map(([path, text]) => (
              <li>
                <Link href={visit.to(path)}>{text}</Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
