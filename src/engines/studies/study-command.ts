import type { Fault } from '../../kernel/fault.ts'
import type { Result } from '../../kernel/result.ts'
import type { UnrecognisedSpelling } from './country-column.ts'
import type { LeftOutLog } from './left-out.ts'
import type { StudyInputs } from './study-files.ts'

/** What a study on the command line gives: the document as text, where it goes, and what the person should hear at once. */
export interface StudyOutcome {
  readonly text: string
  readonly out: string | undefined
  readonly notes: readonly Fault[]
  /** Further files that were asked for. */
  readonly also?: readonly { readonly path: string; readonly text: string }[]
}

/** Told while files are read: bytes and rows of all files so far. Bytes count half when a file was looked through, whole when it was read. */
export interface StudyWatch {
  readonly progress: (done: { readonly bytes: number; readonly ofBytes: number; readonly rows: number }) => void
}

/** A study run with the words after its name. Needs no database, no clock and no chance: the same words give the same text. */
export type StudyCommand = (words: readonly string[], watch?: StudyWatch) => Promise<Result<StudyOutcome, Fault>>

/** The document as it is written: JSON with two spaces, a line end behind it. */
export const jsonText = (document: unknown): string => `${JSON.stringify(document, undefined, 2)}\n`

/** What a reader of the figures should hear at once; the document has the details. */
export const studyNotes = (
  inputs: StudyInputs,
  leftOut: LeftOutLog,
  unrecognised: readonly UnrecognisedSpelling[],
): Fault[] => {
  const notes = [...inputs.byRole.values()].flatMap(({ parts }) => parts.flatMap(({ file }) => file.notes))
  const of = [...inputs.byRole.values()].reduce((sum, { rows }) => sum + rows, 0)
  if (leftOut.rows > 0) notes.push({ code: 'rows-left-out', values: { rows: leftOut.rows, of } })
  if (unrecognised.length > 0) {
    const spellings = unrecognised.slice(0, 10).map(({ spelling }) => spelling)
    notes.push({
      code: 'spellings-unrecognised',
      values: { count: unrecognised.length, spellings: spellings.join(', ') },
    })
  }
  return notes
}
