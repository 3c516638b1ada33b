import type { Child } from 'hono/jsx'
import type { Kysely } from 'kysely'
import type { Framework } from '../framework/index.ts'
import type { Direction, Locale } from '../kernel/locale.ts'
import type { StoredFiles } from '../platform/files/stored-files.ts'
import type { SubmittedForm } from '../platform/http/submitted-form.ts'
import type { Formats } from '../platform/languages/formats.ts'
import type { FindText, Translate, Words } from '../platform/languages/words.ts'
import type { Log } from '../platform/log/log.ts'
import type { Settings } from '../platform/settings/settings.ts'
import type { Actor, Permission } from './actor.ts'
import type { Party } from './party.ts'

/** One request as pages see it. In a POST `db` is a transaction that the whole answer shares. */
export interface Visit {
  readonly locale: Locale
  readonly direction: Direction
  readonly actor: Actor
  /** The Party in the address; only on pages `under: 'party'`, where it is always there: use `partyOf(visit)`. */
  readonly party?: Party
  readonly url: URL
  readonly parameters: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** What was submitted; empty in a GET. */
  readonly form: SubmittedForm
  readonly db: Kysely<unknown>
  readonly framework: Framework
  readonly files: StoredFiles
  readonly settings: Settings
  readonly log: Log
  readonly now: Date
  /** A new idempotency key for each form on the page. */
  readonly newKey: () => string
  readonly words: <Shape>(words: Words<Shape>) => Translate<Shape>
  readonly findText: <Shape>(words: Words<Shape>) => FindText
  readonly format: Formats
  /** `/fr/xa/measures` for `to('/measures')`; `/fr/account` for `to('/account', 'installation')`. */
  readonly to: (path: string, under?: 'party' | 'installation') => string
  /** Begins long work in this transaction; the id is shown at `to('/jobs/<id>')`. */
  readonly startJob: (tx: Kysely<unknown>, name: string, input: unknown) => Promise<string>
  /** Request headers a page may need (sign-in only): lower-case names. */
  readonly header: (name: string) => string | undefined
  /** Network address of the reader, as far as the server knows it; counts failed sign-ins, and is stored nowhere. */
  readonly address?: string
}

export interface Crumb {
  readonly text: string
  readonly href: string
}

/** What a page answers; the site puts the frame around a view. */
export type Answer =
  | {
      readonly kind: 'view'
      readonly title: string
      readonly body: Child
      /** 422 for input that was not accepted, shown again as typed. */
      readonly status?: 200 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 507
      readonly crumbs?: readonly Crumb[]
      /** Name of the navigation entry to mark, the id of a room: `roadmap`, `measures`, `report` … */
      readonly room?: string
      /** The output of the roadmap this page belongs to: its colour accents the page. */
      readonly line?: 1 | 2 | 3 | 4 | 5
      /** The page asks anew after so many seconds: for progress without a script. */
      readonly refreshSeconds?: number
      readonly cookies?: readonly string[]
    }
  | { readonly kind: 'see-other'; readonly to: string; readonly notice?: string; readonly cookies?: readonly string[] }
  | {
      readonly kind: 'download'
      readonly name: string
      readonly type: string
      readonly body: string | Uint8Array | ReadableStream<Uint8Array>
      /** True for what the browser may show in place, such as a chart; default is to save. */
      readonly inline?: boolean
    }

/** One page: a method and a path, who may come, and what is answered. A change of state is a POST to a resource. */
export interface Page {
  /** Unique: `measures.list`, `measures.create`. */
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly under: 'party' | 'installation'
  /** Below `/<language>` or `/<language>/<party>`: `/measures/:id`. */
  readonly path: string
  /** Checked before `respond`; the store checks rows again. */
  readonly permission: Permission
  readonly respond: (visit: Visit) => Promise<Answer> | Answer
  /** A GET whose answer is the same for every visitor without an account may be kept for them. */
  readonly shared?: boolean
  /**
   * A POST that is answered as often as it is sent, without a receipt and outside a transaction (`visit.db` is the database
   * itself). Only for sign-in: its answer sets cookies that no receipt may hold, and its failures have to be remembered.
   */
  readonly repeatable?: boolean
  /** Accepts file uploads (multipart). */
  readonly uploads?: boolean
}
