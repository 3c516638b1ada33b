import { unzipSync } from 'fflate'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'

/** Bounds that a ZIP archive must keep before anything of it is unpacked. */
export interface ArchiveLimits {
  readonly entries: number
  /** All entries together, unpacked. */
  readonly unpackedBytes: number
  /** Unpacked bytes per packed byte, for entries above one megabyte. */
  readonly ratio: number
}

export const archiveLimits: ArchiveLimits = { entries: 2_000, unpackedBytes: 400 * 1024 * 1024, ratio: 250 }

interface Entry {
  readonly name: string
  readonly size: number
  readonly originalSize: number
}

const listEntries = (bytes: Uint8Array): readonly Entry[] => {
  const entries: Entry[] = []
  unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      entries.push({ name, size, originalSize })
      return false
    },
  })
  return entries
}

const faultOf = (entries: readonly Entry[], limits: ArchiveLimits): Fault | undefined => {
  if (entries.length > limits.entries) return { code: 'archive-too-many-entries', values: { limit: limits.entries } }
  const unpacked = entries.reduce((sum, { originalSize }) => sum + originalSize, 0)
  if (unpacked > limits.unpackedBytes)
    return { code: 'archive-too-large', values: { megabytes: Math.round(limits.unpackedBytes / 1024 / 1024) } }
  const isBomb = ({ size, originalSize }: Entry) =>
    originalSize > 1024 * 1024 && originalSize > limits.ratio * Math.max(1, size)
  return entries.some(isBomb) ? { code: 'archive-bomb', values: { ratio: limits.ratio } } : undefined
}

/** An archive whose entries are unpacked one by one, on demand. */
export interface Archive {
  readonly names: readonly string[]
  /** The bytes of one entry, or nothing when it has none of that name. Throws when the entry is damaged. */
  readonly find: (name: string) => Uint8Array | undefined
}

/**
 * Opens a ZIP archive after its table of contents has passed the limits. An entry that holds more than the table says is never
 * unpacked beyond it. Faults: `archive-damaged`, `archive-too-many-entries`, `archive-too-large`, `archive-bomb`.
 */
export const openArchive = (bytes: Uint8Array, limits: ArchiveLimits = archiveLimits): Result<Archive, Fault> => {
  let entries: readonly Entry[]
  try {
    entries = listEntries(bytes)
  } catch {
    return notAccepted({ code: 'archive-damaged' })
  }
  const fault = faultOf(entries, limits)
  if (fault) return notAccepted(fault)
  return accepted({
    names: entries.map(({ name }) => name),
    find: (name) => unzipSync(bytes, { filter: (entry) => entry.name === name })[name],
  })
}
