import { join } from 'node:path'
import type { Words } from './words.ts'

const sources = join(import.meta.dirname, '..', '..')

/** The words of a slice by its name (`instruments/measures`): for texts that were recorded with their slice and key. */
export const wordsOfSlice = (slice: string): Words<unknown> => {
  if (!/^[a-z-]+(\/[a-z-]+)*$/.test(slice)) throw new RangeError(`Not a slice: ${slice}`)
  return { slice, folder: join(sources, ...slice.split('/'), 'words') }
}
