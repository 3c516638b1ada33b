import { gunzipSync } from 'node:zlib'

export interface ArchiveEntry {
  readonly name: string
  readonly bytes: Buffer
}

export interface ArchiveLimits {
  readonly entries: number
  readonly unpackedBytes: number
}

/** Bounds against archives that unfold without end: 20 000 entries, 1 GB unpacked. */
export const archiveLimits: ArchiveLimits = { entries: 20_000, unpackedBytes: 1_000_000_000 }

/** The archive is not what it says, or larger than the bounds allow; `code` names the message. */
export class ArchiveRefused extends Error {
  override readonly name = 'ArchiveRefused'
  readonly code: 'archive-damaged' | 'archive-too-large'

  constructor(code: 'archive-damaged' | 'archive-too-large', cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

const unpack = (bytes: Buffer, limit: number): Buffer => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: limit })
  } catch (cause) {
    throw new ArchiveRefused(cause instanceof RangeError ? 'archive-too-large' : 'archive-damaged', cause)
  }
}

const field = (block: Buffer, start: number, length: number): string => {
  const end = block.indexOf(0, start)
  return block.toString('latin1', start, end < 0 || end > start + length ? start + length : end)
}

const isTar = (bytes: Buffer): boolean => bytes.length >= 512 && bytes.toString('latin1', 257, 262) === 'ustar'

/** The regular files of a tar or tar.gz, in order, within the limits. Throws `ArchiveRefused`. */
export const readTar = (archive: Buffer, limits: ArchiveLimits = archiveLimits): ArchiveEntry[] => {
  const bytes = unpack(archive, limits.unpackedBytes)
  if (!isTar(bytes)) throw new ArchiveRefused('archive-damaged')
  const entries: ArchiveEntry[] = []
  for (let at = 0; at + 512 <= bytes.length && bytes[at] !== 0; ) {
    const header = bytes.subarray(at, at + 512)
    const size = Number.parseInt(field(header, 124, 12).trim() || '0', 8)
    if (!Number.isSafeInteger(size) || size < 0 || at + 512 + size > bytes.length)
      throw new ArchiveRefused('archive-damaged')
    const type = field(header, 156, 1)
    if (type === '0' || type === '') {
      const prefix = field(header, 345, 155)
      const name = field(header, 0, 100)
      entries.push({ name: prefix ? `${prefix}/${name}` : name, bytes: bytes.subarray(at + 512, at + 512 + size) })
    }
    if (entries.length > limits.entries) throw new ArchiveRefused('archive-too-large')
    at += 512 + Math.ceil(size / 512) * 512
  }
  return entries
}
