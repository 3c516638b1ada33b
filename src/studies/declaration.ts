import type { Child } from 'hono/jsx'
import type { Chart } from '../engines/charts/index.ts'
import type { FileRole, MatchingRecord, StudyLayout, StudyRecord, StudyWatch } from '../engines/studies/index.ts'
import type { NewFact, Standing } from '../evidence/index.ts'
import type { Fault } from '../kernel/fault.ts'
import type { Result } from '../kernel/result.ts'
import type { Page, Visit } from '../people/index.ts'
import type { Words } from '../platform/languages/words.ts'
import type { FinishedStudy, Headline, NotUsed, Period } from './study.ts'

/**
 * One choice of a study: an option of its command (`--fee 9.99`) and a field of its form in one. Words by convention:
 * `setting.<name>` (label), `setting.<name>.hint` (optional), `setting.<name>.<option>`.
 */
export interface StudySetting {
  readonly name: string
  /** `choices`, `countries` and `texts` give the option several times. */
  readonly kind: 'number' | 'text' | 'texts' | 'choice' | 'choices' | 'country' | 'countries' | 'currency'
  readonly options?: readonly string[]
  /** What the form begins with; `party` is the Party's own country. Without one the field begins empty and the option is left out. */
  readonly usual?: string | readonly string[]
  readonly required?: boolean
  readonly low?: number
  readonly high?: number
  /** Folded away under "finer settings". */
  readonly isFine?: boolean
  /** How the files are to be read (`dates`): asked beside their columns. */
  readonly isOfFiles?: boolean
}

/** What is known of the files once they were looked through, before the settings are asked. */
export interface Survey {
  readonly rows: number
  /** Rows that cannot be used, told in time; spellings to settle. */
  readonly notUsed: NotUsed
  /** Of the instrument's words `survey.found`, what the files hold, and `survey.title`, a name for the study. */
  readonly values: Readonly<Record<string, string | number>>
  /** The answers the files allow, by setting; `setting.<name>.answer` says one (`name`, `amount`). */
  readonly answers: Readonly<Record<string, readonly { readonly value: string; readonly amount: number }[]>>
}

/** Looks the files through, with the words of the command as far as they are chosen. */
export type StudySurveyor = (words: readonly string[], watch?: StudyWatch) => Promise<Result<Survey, Fault>>

/** What every document of a study has. */
export interface StudyDocument {
  readonly method: StudyRecord
  /** Of a study that joins a chart to a list by titles: what became of those written differently. The room shows it and lets a person decide. */
  readonly matching?: MatchingRecord
}

/** A finished study as it is shown: who looks, the study, and what it found. */
export interface Shown<Document extends StudyDocument> {
  readonly visit: Visit
  readonly study: FinishedStudy
  readonly document: Document
  /** Whose study it is; the room gives it, so that `<StudyFigure>` finds charts and words. */
  readonly declaration?: StudyDeclaration<Document>
}

/** One statement for the ledger of evidence; the room adds Party, source, audience and the mark of synthetic data. */
export interface Saying {
  /** Names the statement within its study: `local-share`. */
  readonly aspect: string
  /** Of the instrument's words: `fact.local-share`; every saying may use `{from}` and `{to}`, the days of the period. */
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
  readonly standing: Standing
  readonly unit: string
  readonly value?: number
  readonly interval?: NewFact['interval']
  readonly dimensions?: Readonly<Record<string, string>>
  /** Framework ids this statement answers. */
  readonly traces: readonly string[]
}

/** A further file that the command writes when it is asked (`--statements FILE`): kept with the study, offered for download. */
export interface Artefact {
  /** Of the command. */
  readonly option: string
  readonly file: string
  readonly type: string
  /** `team` where it has rows about persons, else everybody who sees the study. */
  readonly audience: 'team' | 'readers'
}

/**
 * A study as an instrument: files in, one command, one document out, shown and traced. The room gives it a list, upload, matching of
 * columns, settings, the job, the result's frame, downloads, publication, facts, search, retention; the declaration says the rest.
 *
 * Words of the instrument, by convention: `title`, `purpose`, `list.lead`, `new.lead`, `headline` (what the headline figure is; may name
 * settings, as rules may),
 * `role.<role>` and `role.<role>.hint`, `column.<name>` (optional `column.<role>.<name>.hint`), `setting.…`, `chart.<name>` and
 * `chart.<name>.what` for each chart, `left-out.<reason>`, `artefact.<option>`, `rule.<name>` for each rule of the record, `fact.…`,
 * `fault.…`; where they help `layout.<id>` (what a known layout is), `limit.<n>` (the nth limit of the record, from 1; without it the
 * record's English stands there), `method.resampling` (how intervals are drawn), `page-fault.<code>` (a fault said otherwise in a form).
 */
export interface StudyDeclaration<Document extends StudyDocument> {
  /** Folder, route, table prefix, permission prefix and word of the command line. */
  readonly id: string
  readonly words: Words<Readonly<Record<'title' | 'purpose', Record<never, never>>>>
  /** Output of the roadmap whose colour its pages carry. */
  readonly line: 1 | 2 | 3 | 4 | 5
  readonly serves: {
    readonly activities: readonly string[]
    readonly paragraphs: readonly string[]
    readonly verifications: readonly string[]
  }
  readonly roles: readonly FileRole[]
  readonly layouts: readonly StudyLayout[]
  readonly settings: readonly StudySetting[]
  /** False for a study that draws none: its form does not ask for replicates, seed and level. */
  readonly hasIntervals?: boolean
  /** True for a study whose command takes `matchingOptions`: its form asks for threshold and pairs, and a Party’s decisions are kept. */
  readonly joinsByTitle?: boolean
  /** The module that exports `command: StudyCommand`, as a URL beside the declaration: it runs in a thread of its own. */
  readonly command: URL
  /** The module that exports `survey: StudySurveyor`, where files have to be looked through before they can be asked about. */
  readonly survey?: URL
  readonly artefacts: readonly Artefact[]
  readonly headline: (document: Document, study: Pick<FinishedStudy, 'settings' | 'party'>) => Headline | undefined
  /** The period found in the files. Without it the form asks for one. */
  readonly periodOf?: (document: Document) => Period | undefined
  readonly notUsed: (document: Document) => NotUsed
  /** What follows the headline on the page of the result. */
  readonly Findings: (shown: Shown<Document>) => Child
  /**
   * Drawn by `<StudyFigure>` and offered as CSV under `/<id>/<study>/<chart>.csv`; nothing where there is nothing to draw. `isWhole`: for
   * the CSV, which has every point where the page draws only some.
   */
  readonly charts: Readonly<Record<string, (shown: Shown<Document>, isWhole?: boolean) => Chart | undefined>>
  /** All figures, one a line. */
  readonly csv: (document: Document) => string
  readonly sayings: (document: Document, study: FinishedStudy) => readonly Saying[]
  /** Pages beside the usual ones: a simulator, a statement. Their permissions are the study's own (`<id>.visit` …). */
  readonly pages?: readonly Page[]
  /** Invented files for the fictional Party, run through the command like any other. */
  readonly sample: {
    readonly title: string
    readonly period: Period
    readonly files: Readonly<Record<string, { readonly name: string; readonly text: string }>>
    readonly settings: Readonly<Record<string, readonly string[]>>
    readonly spellings?: Readonly<Record<string, string>>
  }
}
