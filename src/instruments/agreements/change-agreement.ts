import type { Fault } from '../../kernel/fault.ts'
import { NotAllowed } from '../../kernel/refusal.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { demand } from '../../people/index.ts'
import type { Agreement } from './agreement.ts'
import { recordEvidence } from './evidence-store.ts'
import { type Asking, note, tablesOf } from './store.ts'

/** What people say about an agreement; as typed. */
export interface TypedDetails {
  readonly title: string
  readonly year: string
  /** Codes, separated by commas or spaces. */
  readonly parties: string
  readonly whose: string
  /** Year of an amendment in the spirit of the Convention, and in short what it changed; empty where there is none. */
  readonly amendedYear: string
  readonly amendment: string
}

interface Details {
  readonly title: string
  readonly year: number | null
  readonly parties: string[]
  readonly is_own: boolean
  readonly amended_year: number | null
  readonly amendment: string
}

const yearTyped = (text: string): number | null => (text.trim() === '' ? null : Number(text.trim()))

const isYear = (year: number | null): boolean =>
  year === null || (Number.isInteger(year) && year >= 1000 && year <= 9999)

const amendmentFaults = ({ year, amended_year: amended, amendment }: Details): Fault[] => [
  ...(isYear(amended) ? [] : [{ code: 'amended-year-off', field: 'amended-year' }]),
  ...(amended === null && amendment !== '' ? [{ code: 'amended-year-missing', field: 'amended-year' }] : []),
  ...(amended !== null && year !== null && amended < year
    ? [{ code: 'amended-before-signed', field: 'amended-year', values: { year: String(year) } }]
    : []),
  ...(amendment.length > 300 ? [{ code: 'amendment-long', field: 'amendment' }] : []),
]

const readDetails = (typed: TypedDetails): Result<Details, Fault> => {
  const title = typed.title.trim()
  const year = yearTyped(typed.year)
  const codes = typed.parties
    .toUpperCase()
    .split(/[\s,;،]+/)
    .filter((code) => code !== '')
  const odd = codes.find((code) => !/^[A-Z]{2,3}$/.test(code))
  const faults: Fault[] = [
    ...(title === '' ? [{ code: 'title-missing', field: 'title' }] : []),
    ...(title.length > 300 ? [{ code: 'title-long', field: 'title' }] : []),
    ...(isYear(year) ? [] : [{ code: 'year-off', field: 'year' }]),
    ...(odd === undefined ? [] : [{ code: 'party-code-off', field: 'parties', values: { code: odd } }]),
  ]
  const details: Details = {
    title,
    year,
    parties: [...new Set(codes)].slice(0, 200),
    is_own: typed.whose === 'own',
    amended_year: yearTyped(typed.amendedYear),
    amendment: typed.amendment.replaceAll(/\s+/g, ' ').trim(),
  }
  faults.push(...amendmentFaults(details))
  return faults.length > 0 ? notAccepted(...faults) : accepted(details)
}

/**
 * Corrects title, year, Parties and whose it is, and says whether it was amended. Faults: `title-missing`, `title-long`,
 * `year-off`, `party-code-off`, `amended-year-off`, `amended-year-missing`, `amended-before-signed`, `amendment-long`.
 */
export const describeAgreement = async (
  asking: Asking,
  agreement: Agreement,
  typed: TypedDetails,
): Promise<Result<undefined, Fault>> => {
  demand(asking.actor, 'agreements.edit', { party: asking.party })
  const details = readDetails(typed)
  if (!details.ok) return details
  const query = tablesOf(asking.db)
    .updateTable('agreements')
    .set({ ...details.value, updated_at: asking.at })
  await query.where('id', '=', agreement.id).execute()
  const { title, year, parties, isOwn, amendedYear, amendment } = agreement
  const before = { title, year, parties, is_own: isOwn, amended_year: amendedYear ?? null, amendment }
  await note(asking, 'describe', agreement.id, details.value, before)
  await recordEvidence(asking.db, asking.party, asking.at)
  return accepted(undefined)
}

/** Publishes an agreement or takes it back; the facts it gave follow at once. */
export const setPublished = async (asking: Asking, agreement: Agreement, isPublished: boolean): Promise<void> => {
  demand(asking.actor, 'agreements.publish', { party: asking.party })
  if (agreement.isPublished === isPublished) return
  const query = tablesOf(asking.db).updateTable('agreements').set({ is_published: isPublished, updated_at: asking.at })
  await query.where('id', '=', agreement.id).execute()
  await note(asking, isPublished ? 'publish' : 'withdraw', agreement.id, { isPublished }, { isPublished: !isPublished })
  await recordEvidence(asking.db, asking.party, asking.at)
}

/** Whether an agreement may go: nothing that was published, and nothing a reviewer has decided about. */
export const canRemove = async ({ db }: Pick<Asking, 'db'>, { id, isPublished }: Agreement): Promise<boolean> => {
  if (isPublished) return false
  const query = tablesOf(db).selectFrom('agreements_decisions').select('id').where('agreement_id', '=', id)
  return (await query.limit(1).executeTakeFirst()) === undefined
}

/** Removes a text that was taken in by mistake. */
export const removeAgreement = async (asking: Asking, agreement: Agreement): Promise<void> => {
  demand(asking.actor, 'agreements.edit', { party: asking.party })
  if (!(await canRemove(asking, agreement))) throw new NotAllowed('a reviewed or published agreement stays')
  await tablesOf(asking.db).deleteFrom('agreements').where('id', '=', agreement.id).execute()
  const { title, fileName, hash } = agreement
  await note(asking, 'remove', agreement.id, undefined, { title, file: fileName, sha256: hash })
  await recordEvidence(asking.db, asking.party, asking.at)
}
