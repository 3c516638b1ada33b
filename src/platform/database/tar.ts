/** One entry of an archive that is being written; `size` in bytes must be what `body` yields. */
export interface NewEntry {
  readonly name: string
  readonly size: number
  readonly body: Iterable<Uint8Array> | AsyncIterable<Uint8Array>
}

/** One entry of an archive that is being read: its body must be read, or passed over, before the next entry is asked for. */
export interface Entry {
  readonly name: string
  readonly size: number
  readonly body: AsyncIterable<Uint8Array>
}

/** The bytes are no archive, or end too early. */
export class MalformedArchive extends Error {
  override readonly name = 'MalformedArchive'
}

const block = 512
const largestOctalSize = 0o77777777777
const sizeField = [124, 136] as const
const sumField = [148, 156] as const

const padding = (size: number): number => (block - (size % block)) % block

const checksum = (header: Uint8Array): number =>
  header.reduce((sum, byte, at) => sum + (at >= sumField[0] && at < sumField[1] ? 32 : byte), 0)

const writeSize = (header: Buffer, size: number): void => {
  if (size <= largestOctalSize) {
    header.write(size.toString(8).padStart(11, '0'), sizeField[0], 'latin1')
    return
  }
  header[sizeField[0]] = 0x80
  header.writeBigUInt64BE(BigInt(size), sizeField[1] - 8)
}

const headerOf = ({ name, size }: NewEntry): Buffer => {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`The name ${name} is too long for an archive (100 bytes)`)
  const header = Buffer.alloc(block)
  header.write(name, 0, 'utf8')
  header.write('0000600\0', 100, 'latin1')
  header.write('0000000\0', 108, 'latin1')
  header.write('0000000\0', 116, 'latin1')
  writeSize(header, size)
  header.write('00000000000\0', 136, 'latin1')
  header.write('0ustar\u000000', 156, 'latin1')
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, sumField[0], 'latin1')
  return header
}

/** The bytes of a POSIX ustar archive, readable by any `tar`. Sizes beyond 8 GB use the base-256 form of GNU tar. */
export async function* writeTar(entries: AsyncIterable<NewEntry>): AsyncGenerator<Uint8Array> {
  for await (const entry of entries) {
    yield headerOf(entry)
    let written = 0
    for await (const part of entry.body) {
      written += part.length
      yield part
    }
    if (written !== entry.size) throw new RangeError(`${entry.name} has ${written} bytes, not ${entry.size}`)
    yield Buffer.alloc(padding(entry.size))
  }
  yield Buffer.alloc(2 * block)
}

/** Reads a byte stream in pieces of a wanted length. */
const openBytes = (source: AsyncIterable<Uint8Array>) => {
  const parts = source[Symbol.asyncIterator]()
  let rest: Uint8Array = new Uint8Array()
  const upTo = async (most: number): Promise<Uint8Array> => {
    while (rest.length === 0) {
      const next = await parts.next()
      if (next.done === true) throw new MalformedArchive('the end is missing')
      rest = next.value
    }
    const taken = rest.subarray(0, most)
    rest = rest.subarray(taken.length)
    return taken
  }
  async function* take(length: number): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0; ) {
      const part = await upTo(left)
      left -= part.length
      yield part
    }
  }
  const read = async (length: number): Promise<Buffer> => {
    const collected: Uint8Array[] = []
    for await (const part of take(length)) collected.push(part)
    return Buffer.concat(collected)
  }
  const readToEnd = async (): Promise<void> => {
    while ((await parts.next()).done !== true);
  }
  return { take, read, readToEnd }
}

const textAt = (header: Buffer, from: number, to: number): string => {
  const text = header.toString('utf8', from, to)
  const end = text.indexOf('\0')
  return (end === -1 ? text : text.slice(0, end)).trim()
}

const sizeOf = (header: Buffer): number => {
  const isBinary = (header[sizeField[0]]! & 0x80) !== 0
  const size = isBinary
    ? Number(header.readBigUInt64BE(sizeField[1] - 8))
    : Number.parseInt(textAt(header, ...sizeField), 8)
  if (!Number.isSafeInteger(size) || size < 0) throw new MalformedArchive('an entry has no size')
  return size
}

/** The entries of an archive written by `writeTar`, in order. Throws MalformedArchive; reads on to the very end of the source. */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const bytes = openBytes(source)
  for (;;) {
    const header = await bytes.read(block)
    if (header.every((byte) => byte === 0)) break
    if (Number.parseInt(textAt(header, ...sumField), 8) !== checksum(header))
      throw new MalformedArchive('an entry has a wrong checksum')
    const size = sizeOf(header)
    const body = bytes.take(size)
    yield { name: textAt(header, 0, 100), size, body }
    for await (const _ of body);
    await bytes.read(padding(size))
  }
  await bytes.readToEnd()
}
