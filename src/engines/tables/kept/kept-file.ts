import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'

/** Bytes that are put one behind the other and read again from their places. */
export interface Storage {
  /** Gives the place of what was put. */
  readonly write: (bytes: Uint8Array) => number
  readonly read: (at: number, into: Uint8Array) => void
  readonly close: () => void
}

/** Where something lies, and the check sum (CRC-32) of its bytes. */
export interface Section {
  readonly at: number
  readonly bytes: number
  readonly crc: number
}

/** A kept file is not what was written: cut short, changed, or of another version. */
export class DamagedKeep extends Error {
  override readonly name = 'DamagedKeep'
}

const bytesOf = (view: ArrayBufferView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength)

/** Puts an array away. */
export const putSection = (storage: Storage, view: ArrayBufferView): Section => {
  const bytes = bytesOf(view)
  return { at: storage.write(bytes), bytes: bytes.length, crc: crc32(bytes) }
}

/** Fills an array of the section's own length. Throws DamagedKeep. */
export const takeSection = (storage: Storage, { at, bytes, crc }: Section, into: ArrayBufferView): void => {
  const target = bytesOf(into)
  if (target.length !== bytes) throw new DamagedKeep('a part has another length')
  storage.read(at, target)
  if (crc32(target) !== crc) throw new DamagedKeep('a part has changed')
}

const textsPerSection = 50_000

/** Puts texts away, some ten thousand in a part. */
export const putTexts = (storage: Storage, texts: readonly string[]): readonly Section[] => {
  const sections: Section[] = []
  for (let at = 0; at < texts.length; at += textsPerSection)
    sections.push(putSection(storage, Buffer.from(JSON.stringify(texts.slice(at, at + textsPerSection)))))
  return sections
}

export const takeTexts = (storage: Storage, sections: readonly Section[]): string[] => {
  const texts: string[] = []
  for (const section of sections) {
    const bytes = Buffer.alloc(section.bytes)
    takeSection(storage, section, bytes)
    for (const text of JSON.parse(bytes.toString('utf8')) as string[]) texts.push(text)
  }
  return texts
}

/** A file of this machine as storage, new (it must not exist) or as it lies there. */
export const fileStorage = (path: string, isNew: boolean): Storage & { readonly size: () => number } => {
  const flags = isNew ? constants.O_RDWR | constants.O_CREAT | constants.O_EXCL : constants.O_RDONLY
  const file = openSync(path, flags, 0o600)
  let end = 0
  return {
    write: (bytes) => {
      const at = end
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, at + done)
      end += bytes.length
      return at
    },
    read: (at, into) => {
      for (let done = 0; done < into.length; ) {
        const got = readSync(file, into, done, into.length - done, at + done)
        if (got === 0) throw new DamagedKeep('the file is cut short')
        done += got
      }
    },
    size: () => end,
    close: () => closeSync(file),
  }
}

const mark = 'OR-KEPT1'
const tailBytes = 32

/** Ends a kept file: the description of its parts, and where that lies. */
export const putDescription = (storage: Storage, description: unknown): void => {
  const { at, bytes, crc } = putSection(storage, Buffer.from(JSON.stringify(description)))
  const tail = Buffer.alloc(tailBytes)
  tail.writeDoubleLE(at, 0)
  tail.writeUInt32LE(bytes, 8)
  tail.writeUInt32LE(crc, 12)
  tail.write(mark, 16, 'latin1')
  storage.write(tail)
}

/** The description of a kept file of so many bytes. Throws DamagedKeep. */
export const takeDescription = (storage: Storage, size: number): unknown => {
  if (size < tailBytes) throw new DamagedKeep('the file is cut short')
  const tail = Buffer.alloc(tailBytes)
  storage.read(size - tailBytes, tail)
  if (tail.toString('latin1', 16, 16 + mark.length) !== mark) throw new DamagedKeep('the file has no end')
  const section = { at: tail.readDoubleLE(0), bytes: tail.readUInt32LE(8), crc: tail.readUInt32LE(12) }
  if (!(section.at >= 0 && section.at + section.bytes <= size)) throw new DamagedKeep('the end is damaged')
  const bytes = Buffer.alloc(section.bytes)
  takeSection(storage, section, bytes)
  return JSON.parse(bytes.toString('utf8'))
}
