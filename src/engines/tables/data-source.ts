import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import type { Fault } from '../../kernel/fault.ts'

export type Compression = 'none' | 'gzip' | 'zstd'

/** How many bytes a compressed file may become, and how many times its size once it is large: beyond that the reader stops. */
export const unpackingLimits = { bytes: 4 * 1024 ** 3, ratio: 250, freeBytes: 64 * 1024 ** 2 }

const allowedBytes = (packedBytes: number): number => {
  const { bytes, ratio, freeBytes } = unpackingLimits
  return Math.min(bytes, Math.max(freeBytes, packedBytes * ratio))
}

const pieceBytes = 1024 * 1024

/** Thrown inside the reading of a source and caught by its reader: the file is not what it says it is. */
export class UnreadableSource extends Error {
  override readonly name = 'UnreadableSource'
  readonly fault: Fault
  constructor(fault: Fault, cause?: unknown) {
    super(fault.code, { cause })
    this.fault = fault
  }
}

/** The first bytes of a file as it lies on the disk. Rejects as `node:fs` does when there is no such file. */
export const readHead = async (path: string, length = 64): Promise<Buffer> => {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** How a file is compressed, by its first bytes (RFC 1952, RFC 8878), never by its name. */
export const compressionOf = (head: Buffer): Compression => {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  if (head.length >= 4 && head.readUInt32LE(0) === 0xfd2fb528) return 'zstd'
  return 'none'
}

const unpacked = (file: Readable, compression: Compression): Readable => {
  if (compression === 'none') return file
  const unpack =
    compression === 'gzip' ? createGunzip({ chunkSize: pieceBytes }) : createZstdDecompress({ chunkSize: pieceBytes })
  file.on('error', (error) => unpack.destroy(error))
  return file.pipe(unpack)
}

/**
 * The unpacked bytes of a file in pieces of about a megabyte; `told` hears how many bytes of the file itself have been read. Throws
 * UnreadableSource for damaged or oversized packing.
 */
export async function* piecesOf(
  path: string,
  compression: Compression,
  told?: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const limit = compression === 'none' ? Infinity : allowedBytes((await stat(path)).size)
  let total = 0
  const file = createReadStream(path, { highWaterMark: pieceBytes })
  const stream = unpacked(file, compression)
  try {
    for await (const piece of stream) {
      total += (piece as Buffer).length
      if (total > limit)
        throw new UnreadableSource({ code: 'unpacked-too-large', values: { megabytes: Math.floor(limit / 1024 ** 2) } })
      told?.(file.bytesRead)
      yield piece as Buffer
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (/^(Z_|ZSTD|ERR_ZSTD)/.test(code))
      throw new UnreadableSource({ code: 'packing-damaged', values: { compression } }, error)
    throw error
  } finally {
    stream.destroy()
  }
}

/** SHA-256 of a file as it lies on the disk, in hexadecimal. */
export const sha256Of = async (path: string, told?: (bytes: number) => void): Promise<string> => {
  const hash = createHash('sha256')
  const file = createReadStream(path, { highWaterMark: pieceBytes })
  for await (const piece of file) {
    hash.update(piece as Buffer)
    told?.(file.bytesRead)
  }
  return hash.digest('hex')
}
