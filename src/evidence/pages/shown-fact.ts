import type { Visit } from '../../people/index.ts'
import { wordsOfSlice } from '../../platform/languages/words-of-slice.ts'
import type { Fact } from '../fact.ts'

/** The title of an instrument from its own words: the ledger knows it by name only. */
export const instrumentTitle = (visit: Visit, id: string): string =>
  visit.findText(wordsOfSlice(`instruments/${id}`))('title') ?? id

/** The first and last day a fact speaks about, as a reader writes them. */
export const periodOf = (visit: Visit, { period }: Fact): string =>
  period.from === period.to
    ? visit.format.day(period.from)
    : `${visit.format.day(period.from)} – ${visit.format.day(period.to)}`
