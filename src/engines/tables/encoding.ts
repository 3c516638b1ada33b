import { isUtf8 } from 'node:buffer'
import type { DecodeBytes } from './byte-dictionary.ts'

/** Encodings that people's files come in. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1256', 'windows-1251'] as const

export type Encoding = (typeof encodings)[number]

/** What the bytes of a whole file say about their encoding. `certain` is false for a guess from the frequency of bytes. */
export interface EncodingFinding {
  readonly encoding: Encoding
  readonly certain: boolean
  /** Bytes of a byte order mark to pass over. */
  readonly markBytes: number
  /** Offset of the first NUL in a text that is not UTF-16, or of the first damaged character of a UTF-8 text; -1 for none. */
  readonly nulAt: number
  readonly damagedAt: number
}

const markOf = (head: Buffer): [Encoding, number] | undefined => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return ['utf-8', 3]
  if (head[0] === 0xff && head[1] === 0xfe) return ['utf-16le', 2]
  if (head[0] === 0xfe && head[1] === 0xff) return ['utf-16be', 2]
  return undefined
}

/** UTF-16 without a mark: in a table nearly every second byte of the head is NUL (separators, digits, line ends). */
const bareUtf16 = (head: Buffer): Encoding | undefined => {
  const sample = head.subarray(0, head.length & ~1)
  const nuls = [0, 0]
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) nuls[at & 1]!++
  if (nuls[0]! + nuls[1]! < 8) return undefined
  const [even, odd] = [nuls[0]! / (sample.length / 2), nuls[1]! / (sample.length / 2)]
  if (odd > 0.2 && even < 0.02) return 'utf-16le'
  if (even > 0.2 && odd < 0.02) return 'utf-16be'
  return undefined
}

/** Bytes at the end of a piece that begin a UTF-8 character whose rest lies in the next piece: 0 to 3. */
const unfinishedTail = (bytes: Buffer): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0
  }
  return 0
}

/** Letters of French that stand among the Arabic ones in Windows-1256, and are the commonest Russian ones in 1251. */
const frenchIn1256 = new Set([0xe0, 0xe2, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xee, 0xef])

/**
 * Looks through a file, piece by piece, for its encoding. A text that is valid UTF-8 to its last byte is UTF-8. Otherwise,
 * when most of its non-ASCII bytes are valid UTF-8 it is damaged UTF-8; when they stand alone among ASCII letters it is
 * Windows-1252; when they stand in runs it is Arabic (1256) or, by its commonest letters, Cyrillic (1251).
 */
export class EncodingProbe {
  #start: EncodingFinding | undefined
  #offset = 0
  #carry: Buffer = Buffer.alloc(0)
  #nulAt = -1
  #damagedAt = -1
  #high = 0
  #paired = 0
  #frenchPaired = 0
  #validMultibyte = 0

  push(piece: Buffer): void {
    this.#start ??= this.#look(piece)
    if (this.#start.encoding.startsWith('utf-16')) return
    if (this.#nulAt < 0) {
      const at = piece.indexOf(0)
      if (at >= 0) this.#nulAt = this.#offset + at
    }
    this.#check(piece)
    this.#offset += piece.length
  }

  end(): EncodingFinding {
    const start = this.#start ?? { encoding: 'utf-8', certain: true, markBytes: 0, nulAt: -1, damagedAt: -1 }
    if (start.encoding.startsWith('utf-16')) return start
    const cut = this.#carry.length > 0 && this.#damagedAt < 0
    if (cut) this.#damagedAt = this.#offset - this.#carry.length
    const utf8 = { ...start, nulAt: this.#nulAt, damagedAt: this.#damagedAt }
    if (cut || this.#damagedAt < 0 || start.markBytes > 0 || this.#validMultibyte * 2 > this.#high) return utf8
    return { ...utf8, encoding: this.#guess(), certain: false, damagedAt: -1 }
  }

  #look(head: Buffer): EncodingFinding {
    const mark = markOf(head)
    const encoding = mark?.[0] ?? bareUtf16(head.subarray(0, 4096)) ?? 'utf-8'
    return { encoding, certain: true, markBytes: mark?.[1] ?? 0, nulAt: -1, damagedAt: -1 }
  }

  #check(piece: Buffer): void {
    const bytes = this.#carry.length === 0 ? piece : Buffer.concat([this.#carry, piece])
    const tail = unfinishedTail(bytes)
    const whole = bytes.subarray(0, bytes.length - tail)
    if (this.#damagedAt >= 0 || !isUtf8(whole)) this.#count(whole, this.#offset - this.#carry.length)
    this.#carry = Buffer.from(bytes.subarray(bytes.length - tail))
  }

  #count(bytes: Buffer, offset: number): void {
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (byte < 0x80) continue
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1
      if (length > 1 && isUtf8(bytes.subarray(at, at + length))) this.#validMultibyte += length
      else if (this.#damagedAt < 0 && (byte >= 0xc0 || !this.#continues(bytes, at))) this.#damagedAt = offset + at
      this.#high++
      if ((bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80) continue
      this.#paired++
      if (frenchIn1256.has(byte)) this.#frenchPaired++
    }
  }

  /** Whether a continuation byte belongs to a valid character that began before it. */
  #continues(bytes: Buffer, at: number): boolean {
    for (let back = 1; back <= 3 && at - back >= 0; back++) {
      const byte = bytes[at - back]!
      if (byte < 0x80) return false
      if (byte < 0xc0) continue
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back && isUtf8(bytes.subarray(at - back, at - back + length))
    }
    return false
  }

  #guess(): Encoding {
    if (this.#paired * 2 < this.#high) return 'windows-1252'
    return this.#frenchPaired > this.#paired * 0.15 ? 'windows-1251' : 'windows-1256'
  }
}

/** How the bytes of a cell become text. UTF-16 is turned into UTF-8 before it is read, so it is decoded as UTF-8. */
export const decoderOf = (encoding: Encoding): DecodeBytes => {
  if (!encoding.startsWith('windows')) return (bytes, start, end) => bytes.toString('utf8', start, end)
  const decoder = new TextDecoder(encoding)
  return (bytes, start, end) => decoder.decode(bytes.subarray(start, end))
}

/** The pieces of a file without its byte order mark, in an encoding whose ASCII bytes stand for themselves. */
export async function* readablePieces(pieces: AsyncIterable<Buffer>, finding: EncodingFinding): AsyncGenerator<Buffer> {
  const decoder = finding.encoding.startsWith('utf-16') ? new TextDecoder(finding.encoding) : undefined
  let skip = decoder ? 0 : finding.markBytes
  for await (const piece of pieces) {
    if (decoder) yield Buffer.from(decoder.decode(piece, { stream: true }), 'utf8')
    else yield skip > 0 ? piece.subarray(skip) : piece
    skip = 0
  }
  if (decoder) yield Buffer.from(decoder.decode(), 'utf8')
}
