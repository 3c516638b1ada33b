/** Turns a run of bytes into text, in the encoding of its file. */
export type DecodeBytes = (bytes: Buffer, start: number, end: number) => string

const hashOf = (bytes: Uint8Array, start: number, end: number): number => {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
  return hash ^ (hash >>> 15)
}

/**
 * Gives each distinct run of bytes a code, 0 upwards in order of first appearance, without making a string until the end:
 * open addressing over FNV-1a hashes, the bytes of every entry kept one after another in an arena.
 */
export class ByteDictionary {
  #arena: Buffer = Buffer.allocUnsafe(4096)
  #ends = new Int32Array(256)
  #hashes = new Int32Array(256)
  #slots = new Int32Array(512).fill(-1)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** The code of `bytes[start, end)`, a new one when it was not met before. */
  codeOf(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end)
    const mask = this.#slots.length - 1
    let slot = hash & mask
    for (let code = this.#slots[slot]!; code >= 0; code = this.#slots[slot]!) {
      if (this.#hashes[code] === hash && this.#holds(code, bytes, start, end)) return code
      slot = (slot + 1) & mask
    }
    return this.#add(bytes, start, end, hash, slot)
  }

  /** Every entry as text, in the order of the codes. */
  texts(decode: DecodeBytes): string[] {
    return Array.from({ length: this.#size }, (_, code) =>
      decode(this.#arena, code === 0 ? 0 : this.#ends[code - 1]!, this.#ends[code]!),
    )
  }

  #holds(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = code === 0 ? 0 : this.#ends[code - 1]!
    if (this.#ends[code]! - from !== end - start) return false
    for (let at = start, own = from; at < end; at++, own++) if (bytes[at] !== this.#arena[own]) return false
    return true
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const code = this.#size++
    if (code === this.#ends.length) this.#widen()
    const from = code === 0 ? 0 : this.#ends[code - 1]!
    const to = from + end - start
    if (to > this.#arena.length) {
      const wider = Buffer.allocUnsafe(Math.max(to, this.#arena.length * 2))
      wider.set(this.#arena.subarray(0, from))
      this.#arena = wider
    }
    this.#arena.set(bytes.subarray(start, end), from)
    this.#ends[code] = to
    this.#hashes[code] = hash
    this.#slots[slot] = code
    if (this.#size * 2 > this.#slots.length) this.#rehash()
    return code
  }

  #widen(): void {
    const ends = new Int32Array(this.#ends.length * 2)
    ends.set(this.#ends)
    this.#ends = ends
    const hashes = new Int32Array(this.#hashes.length * 2)
    hashes.set(this.#hashes)
    this.#hashes = hashes
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1)
    const mask = slots.length - 1
    for (let code = 0; code < this.#size; code++) {
      let slot = this.#hashes[code]! & mask
      while (slots[slot]! >= 0) slot = (slot + 1) & mask
      slots[slot] = code
    }
    this.#slots = slots
  }
}
