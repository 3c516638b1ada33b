import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { resolve as absolute, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Fault } from '../../../kernel/fault.ts'
import { makeReadingFolder, sweepReadingFolders } from './reading-folder.ts'
import { frameHeadBytes, frameKinds, type Wish } from './wish.ts'

/** The program of the process lies beside this file, compiled as this file is. */
const program = fileURLToPath(new URL(`./reading-child${extname(import.meta.url)}`, import.meta.url))

/** Cuts a stream of bytes into frames without holding more than one of them. Blocks are handed on in pieces, as they come. */
class FrameCutter {
  readonly #onFrame: (kind: number, bytes: Buffer) => void
  #head = Buffer.alloc(frameHeadBytes)
  #headFilled = 0
  #kind = 0
  #left = 0
  #parts: Buffer[] = []

  constructor(onFrame: (kind: number, bytes: Buffer) => void) {
    this.#onFrame = onFrame
  }

  push(piece: Buffer): void {
    let at = 0
    while (at < piece.length) {
      if (this.#left === 0) {
        const taken = piece.copy(this.#head, this.#headFilled, at, at + frameHeadBytes - this.#headFilled)
        this.#headFilled += taken
        at += taken
        if (this.#headFilled < frameHeadBytes) return
        this.#headFilled = 0
        this.#kind = this.#head[0]!
        this.#left = this.#head.readUInt32LE(4)
        if (this.#left === 0) this.#onFrame(this.#kind, Buffer.alloc(0))
        continue
      }
      const end = Math.min(piece.length, at + this.#left)
      this.#parts.push(piece.subarray(at, end))
      this.#left -= end - at
      at = end
      if (this.#left > 0) continue
      const bytes = this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts)
      this.#parts = []
      this.#onFrame(this.#kind, bytes)
    }
  }
}

/** The folder of one reading: whatever lies in it goes with it. */
export interface ReadingPlace {
  readonly folder: string
}

/** What comes back from the process, in the order it was sent. */
export interface Receiver {
  readonly begin?: (place: ReadingPlace) => void
  readonly json: (value: unknown) => void
  readonly block: (bytes: Buffer) => void
}

/**
 * Reads Parquet files in a process of its own, which has an empty folder, no environment and no files but those of the wish, and which is
 * killed when `signal` says so. Gives the fault it ended with, or nothing when all was well. Nothing of a broken reading is kept by it.
 */
export const readInProcess = async (
  wish: Wish,
  receiver: Receiver,
  { signal, folder: root }: { readonly signal?: AbortSignal | undefined; readonly folder?: string | undefined } = {},
): Promise<Fault | undefined> => {
  if (signal?.aborted) return { code: 'reading-stopped' }
  sweepReadingFolders(root)
  const folder = makeReadingFolder(root)
  receiver.begin?.({ folder })
  try {
    return await new Promise<Fault | undefined>((resolve, reject) => {
      let fault: Fault | undefined
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
        cwd: folder,
        env: {},
        stdio: ['pipe', 'pipe', 'ignore'],
      })
      const stop = () => child.kill('SIGKILL')
      signal?.addEventListener('abort', stop, { once: true })
      const cutter = new FrameCutter((kind, bytes) => {
        if (kind === frameKinds.block) receiver.block(bytes)
        else if (kind === frameKinds.json) receiver.json(JSON.parse(bytes.toString('utf8')))
        else fault = JSON.parse(bytes.toString('utf8')) as Fault
      })
      child.stdout.on('data', (piece: Buffer) => {
        try {
          cutter.push(piece)
        } catch (error) {
          stop()
          reject(error as Error)
        }
      })
      child.on('error', reject)
      child.on('close', (code) => {
        signal?.removeEventListener('abort', stop)
        if (signal?.aborted) resolve({ code: 'reading-stopped' })
        else if (fault || code === 0) resolve(fault)
        else resolve({ code: 'reading-died' })
      })
      child.stdin.on('error', () => undefined)
      child.stdin.write(`${JSON.stringify({ ...wish, files: wish.files.map((file) => absolute(file)) })}\n`)
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
