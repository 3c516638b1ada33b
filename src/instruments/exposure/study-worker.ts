import { parentPort, workerData } from 'node:worker_threads'
import { runExposureStudy } from './command.ts'
import type { ExposureStudyOptions } from './options.ts'
import { surveyFiles } from './survey.ts'

/** What the worker is told: the files looked through, or the study worked out. */
export type Wish =
  | { readonly kind: 'survey'; readonly options: Omit<ExposureStudyOptions, 'countries'> }
  | { readonly kind: 'study'; readonly options: ExposureStudyOptions }

const wish = workerData as Wish
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread has no origin
parentPort?.postMessage(wish.kind === 'study' ? await runExposureStudy(wish.options) : await surveyFiles(wish.options))
