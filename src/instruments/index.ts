import { agreements } from './agreements/index.ts'
import { discoverability } from './discoverability/index.ts'
import { exposure } from './exposure/index.ts'
import { flows } from './flows/index.ts'
import type { Instrument } from './instrument.ts'
import { measures } from './measures/index.ts'
import { metadata } from './metadata/index.ts'
import { remuneration } from './remuneration/index.ts'
import { workforce } from './workforce/index.ts'

/** The list of instruments, in the order of the menu: the only file that names them all. */
export const instruments: readonly Instrument[] = [
  measures,
  exposure,
  discoverability,
  flows,
  metadata,
  remuneration,
  workforce,
  agreements,
]
