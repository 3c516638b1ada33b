import type { Kysely, Transaction } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { NewFact } from '../evidence/index.ts'
import type { Framework } from '../framework/index.ts'
import type { Locale } from '../kernel/locale.ts'
import type { Actor, Page, PermissionMatrix } from '../people/index.ts'
import type { Job } from '../platform/jobs/job.ts'
import type { Words } from '../platform/languages/words.ts'

/** Words every instrument has, in every language of the installation. */
export interface InstrumentWords {
  readonly title: Record<never, never>
  readonly purpose: Record<never, never>
}

/** How long an instrument keeps what it holds, and why. */
export interface Retention {
  /** What is kept, as a key of the instrument's words. */
  readonly basis: string
  /** The words `basis` stands in, where they are not the instrument's own. */
  readonly words?: Words<unknown>
  /** Months after which `remove` deletes; `null` keeps for good, with the reason in `basis`. */
  readonly months: number | null
  /** Deletes rows older than `before`; returns how many. */
  readonly remove: (db: Kysely<unknown>, before: Date) => Promise<number>
}

export interface SampleGiven {
  readonly party: string
  readonly now: Date
  readonly framework: Framework
  /** Who loads the sample: the command line. */
  readonly actor: Actor
}

/** Something found by the search of a Party's pages. */
export interface Found {
  readonly title: string
  /** Address below the Party. */
  readonly href: string
  /** Language the title is written in. */
  readonly language?: string
}

export interface SearchGiven {
  readonly db: Kysely<unknown>
  readonly actor: Actor
  readonly party: string
  readonly text: string
  readonly locale: Locale
}

/**
 * One instrument: how a Party finds something out. The declaration is read first and says everything others need;
 * routes, menu, permission matrix, retention job and reference pages come from it.
 */
export interface Instrument {
  /** The noun that is folder, route, table prefix and permission prefix. */
  readonly id: string
  /** Studies stand behind one entry of the navigation; every other instrument has its own. */
  readonly family?: 'studies'
  readonly words: Words<InstrumentWords>
  /** Framework ids it gives evidence about: `roadmap/1.4`, `guidelines/14.2`, `monitoring-2020/5.1`. */
  readonly serves: {
    readonly activities: readonly string[]
    readonly paragraphs: readonly string[]
    readonly verifications: readonly string[]
  }
  /** Tables only this instrument's store touches; each begins with the id (dashes as underscores). */
  readonly tables: readonly string[]
  readonly migrations: Readonly<Record<string, Migration>>
  readonly permissions: PermissionMatrix
  /** First page is the instrument's front page, linked from the menu. */
  readonly pages: readonly Page[]
  readonly jobs: readonly Job[]
  readonly retention: readonly Retention[]
  /** Formats a person can take everything away in. */
  readonly exports: readonly ('csv' | 'xlsx' | 'json' | 'docx' | 'pdf')[]
  /** Finds what the actor may see; at most twenty, best first. */
  readonly search?: (given: SearchGiven) => Promise<readonly Found[]>
  /** Fills the fictional Party: demonstration, tests and screenshots. Says that it is synthetic. */
  readonly sample: (tx: Transaction<unknown>, given: SampleGiven) => Promise<void>
  /** Everything the instrument knows now about a Party, as facts; recorded again it supersedes what changed. */
  readonly evidence: (db: Kysely<unknown>, party: string) => Promise<readonly NewFact[]>
}
