import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { Writable } from 'node:stream'

/** A file on its way in, written as it comes. */
export interface IncomingFile {
  readonly sink: Writable
  readonly bytes: () => number
  /** SHA-256 in hexadecimal; asked once, at the end. */
  readonly sha256: () => string
  /** Why the file could not be written (ENOSPC …). The rest is read and dropped then, so that the sender hears why. */
  readonly findFailure: () => Error | undefined
  /** Once nothing is written any more, however it ended. */
  readonly closed: Promise<void>
}

/** Writes what is piped into `sink` to a new file at `path`; a failure to write never breaks the pipe. */
export const incomingFile = (path: string): IncomingFile => {
  const hash = createHash('sha256')
  let handle: FileHandle | undefined
  let failure: Error | undefined
  let bytes = 0
  const { promise: closed, resolve: tellClosed } = Promise.withResolvers<void>()
  const settle = (work: Promise<unknown>, done: () => void): void => {
    work
      .catch((cause: unknown) => {
        failure ??= cause as Error
      })
      .finally(done)
  }
  const close = async (): Promise<void> => {
    const open = handle
    handle = undefined
    await open?.close()
  }
  const sink = new Writable({
    construct: (done) => {
      const opening = open(path, 'wx', 0o600).then((opened) => {
        handle = opened
      })
      settle(opening, done)
    },
    write: (chunk: Buffer, _encoding, done) => {
      if (failure || !handle) return done()
      hash.update(chunk)
      bytes += chunk.length
      settle(handle.writeFile(chunk), done)
    },
    final: (done) => settle(close(), done),
    destroy: (cause, done) =>
      settle(close(), () => {
        tellClosed()
        done(cause)
      }),
  })
  return { sink, bytes: () => bytes, sha256: () => hash.digest('hex'), findFailure: () => failure, closed }
}
