import type { DataFile } from '../tables/index.ts'
import type { StudyWatch } from './study-command.ts'

/** One file on its way: how much of it was looked through, and how much was read into columns. Shares from 0 to 1. */
export interface FileMeter {
  readonly surveyed: (bytes: number) => void
  readonly read: (rows: number, share: number) => void
}

/** Tells the watch how far all files together have come. Every byte is met twice: once to know the file, once to read it. */
export class ReadingMeter {
  readonly #watch: StudyWatch | undefined
  readonly #done: { readonly bytes: number; surveyed: number; read: number; rows: number }[] = []

  constructor(watch: StudyWatch | undefined) {
    this.#watch = watch
  }

  /** A further file of so many bytes. All files are named before the first is looked at. */
  add(bytes: number): FileMeter {
    const own = { bytes, surveyed: 0, read: 0, rows: 0 }
    this.#done.push(own)
    return {
      surveyed: (seen) => {
        own.surveyed = bytes === 0 ? 1 : Math.min(1, seen / bytes)
        this.#tell()
      },
      read: (rows, share) => {
        own.surveyed = 1
        own.read = Math.min(1, share)
        own.rows = rows
        this.#tell()
      },
    }
  }

  #tell(): void {
    let [bytes, ofBytes, rows] = [0, 0, 0]
    for (const own of this.#done) {
      bytes += Math.floor((own.bytes * (own.surveyed + own.read)) / 2)
      ofBytes += own.bytes
      rows += own.rows
    }
    this.#watch?.progress({ bytes, ofBytes, rows })
  }
}

/** What part of a text file has been read, from its unpacked bytes. */
export const shareRead = ({ unpackedBytes }: Pick<DataFile, 'unpackedBytes'>, bytes: number): number =>
  unpackedBytes === 0 ? 1 : bytes / unpackedBytes
