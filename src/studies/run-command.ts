import { extname } from 'node:path'
import type { StudyCommand, StudyOutcome, StudyWatch } from '../engines/studies/index.ts'
import type { Fault } from '../kernel/fault.ts'
import type { Result } from '../kernel/result.ts'
import type { StudySurveyor, Survey } from './declaration.ts'

/** A command or a survey and its words: what a thread is told. */
export interface Wish {
  readonly kind: 'command' | 'survey'
  /** Address of the module that exports a function of this name. */
  readonly module: string
  readonly words: readonly string[]
}

export type Progress = Parameters<StudyWatch['progress']>[0]

/** What the thread tells: how far it is, and in the end what came out. */
export type WorkerMessage = { readonly done: Progress } | { readonly outcome: Result<unknown, Fault> }

/** The module lies where the declaration says, compiled as this file is. */
export const moduleOf = (address: URL): string => address.href.replace(/\.[jt]s$/, extname(import.meta.url))

type Loaded = { readonly command: StudyCommand; readonly survey: StudySurveyor }

/** Loads what a study exports and runs it in this thread. */
export const runWish = async ({ kind, module, words }: Wish, watch?: StudyWatch) => {
  const loaded = (await import(/* @vite-ignore */ module)) as Loaded
  const run: (words: readonly string[], watch?: StudyWatch) => Promise<Result<StudyOutcome | Survey, Fault>> =
    loaded[kind]
  return run(words, watch)
}

/** A study's command in this thread. */
export const runCommand = async (address: URL, words: readonly string[]) =>
  (await runWish({ kind: 'command', module: moduleOf(address), words })) as Result<StudyOutcome, Fault>
