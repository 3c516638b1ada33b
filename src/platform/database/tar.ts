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

const typeAt = 156
const longNameType = 'L'
const longestName = 100
const longestLongName = 4096

const headerOf = (name: string, size: number, type = '0'): Buffer => {
  const header = Buffer.alloc(block)
  header.write(name.slice(0, longestName), 0, longestName, 'utf8')
  header.write('0000600\0', 100, 'latin1')
  header.write('0000000\0', 108, 'latin1')
  header.write('0000000\0', 116, 'latin1')
  writeSize(header, size)
  header.write('00000000000\0', 136, 'latin1')
  header.write(`${type}\0`, typeAt, 'latin1')
  header.write('ustar\u000000', 257, 'latin1')
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, sumField[0], 'latin1')
  return header
}

function* headersOf({ name, size }: NewEntry): Generator<Uint8Array> {
  const bytes = Buffer.from(`${name}\0`)
  if (bytes.length > longestName) {
    yield headerOf('././@LongLink', bytes.length, longNameType)
    yield bytes
    yield Buffer.alloc(padding(bytes.length))
  }
  yield headerOf(name, size)
}

/** The bytes of a POSIX ustar archive, readable by any `tar`. Names beyond 99 bytes and sizes beyond 8 GB take
 * the form of GNU tar. */
export async function* writeTar(entries: AsyncIterable<NewEntry>): AsyncGenerator<Uint8Array> {
  for await (const entry of entries) {
    yield* headersOf(entry)
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
  let longName: string | undefined
  for (;;) {
    const header = await bytes.read(block)
    if (header.every((byte) => byte === 0)) break
    if (Number.parseInt(textAt(header, ...sumField), 8) !== checksum(header))
      throw new MalformedArchive('an entry has a wrong checksum')
    const size = sizeOf(header)
    const body = bytes.take(size)
    if (textAt(header, typeAt, typeAt + 1) === longNameType) {
      if (size > longestLongName) throw new MalformedArchive('the name of an entry is too long')
      longName = textAt(await bytes.read(size), 0, size)
    } else {
      yield { name: longName ?? textAt(header, 0, longestName), size, body }
      longName = undefined
      for await (const _ of body);
    }
    await bytes.read(padding(size))
  }
  await bytes.readToEnd()
}
