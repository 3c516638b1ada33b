import { extname } from 'node:path'
import type { StudyCommand, StudyOutcome, StudyWatch } from '../engines/studies/index.ts'
import type { Fault } from '../kernel/fault.ts'
import type { Result } from '../kernel/result.ts'

/** A command and its words: what a thread is told. */
export interface CommandWish {
  /** Address of the module that exports `command`. */
  readonly module: string
  readonly words: readonly string[]
}

export type Progress = Parameters<StudyWatch['progress']>[0]

/** What the thread tells: how far it is, and in the end what came out. */
export type WorkerMessage = { readonly done: Progress } | { readonly outcome: Result<StudyOutcome, Fault> }

/** The module lies where the declaration says, compiled as this file is. */
export const moduleOf = (command: URL): string => command.href.replace(/\.[jt]s$/, extname(import.meta.url))

/** Loads a study's command and runs it in this thread. */
export const runCommand = async ({ module, words }: CommandWish, watch?: StudyWatch) => {
  const { command } = (await import(/* @vite-ignore */ module)) as { readonly command: StudyCommand }
  return command(words, watch)
}
