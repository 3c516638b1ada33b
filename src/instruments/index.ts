import type { Instrument } from './instrument.ts'

/** The list of instruments, in the order of the menu: the only file that names them all. */
export const instruments: readonly Instrument[] = []
