import { closeSync, constants, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** The disk, or what of it may be used, is full. */
export class SpillFull extends Error {
  override readonly name = 'SpillFull'
}

const isFull = (error: unknown): boolean => /^(ENOSPC|EDQUOT|EFBIG)$/.test((error as NodeJS.ErrnoException).code ?? '')

/**
 * A file for what does not fit into memory. Its name is taken away as soon as it is open, so that its space is free again when the process
 * ends, however it ends; where that is not possible (Windows) the name goes with `close`.
 */
export class SpillFile {
  readonly #path: string
  readonly #file: number
  readonly #mostBytes: number
  #end = 0

  /** Throws SpillFull when the folder's disk has no room even for a name. */
  constructor(folder: string, name: string, mostBytes = Number.POSITIVE_INFINITY) {
    this.#path = join(folder, name)
    this.#mostBytes = mostBytes
    try {
      this.#file = openSync(this.#path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600)
    } catch (error) {
      throw isFull(error) ? new SpillFull('no room for a file', { cause: error }) : error
    }
    this.#unname()
  }

  get bytes(): number {
    return this.#end
  }

  /** Puts bytes behind the others and gives their place. Throws SpillFull. */
  write(bytes: Uint8Array): number {
    const at = this.#end
    if (at + bytes.length > this.#mostBytes) throw new SpillFull(`more than ${this.#mostBytes} bytes`)
    try {
      for (let done = 0; done < bytes.length; )
        done += writeSync(this.#file, bytes, done, bytes.length - done, at + done)
    } catch (error) {
      throw isFull(error) ? new SpillFull('the disk is full', { cause: error }) : error
    }
    this.#end += bytes.length
    return at
  }

  /** Fills `into` with the bytes from `at` on. */
  read(at: number, into: Uint8Array): void {
    for (let done = 0; done < into.length; ) {
      const got = readSync(this.#file, into, done, into.length - done, at + done)
      if (got === 0) throw new Error('a file for what did not fit into memory has become shorter')
      done += got
    }
  }

  close(): void {
    closeSync(this.#file)
    this.#unname()
  }

  #unname(): void {
    try {
      rmSync(this.#path, { force: true })
    } catch {
      // Windows keeps the name of an open file.
    }
  }
}
