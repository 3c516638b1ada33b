import { rmSync, writeSync } from 'node:fs'
import type { Fault } from '../../../kernel/fault.ts'
import { openLockedDatabase } from './locked-database.ts'
import { sendColumns } from './send-columns.ts'
import { sendPlays } from './send-plays.ts'
import { sendSurvey } from './send-survey.ts'
import { frameHeadBytes, frameKinds, type Wish } from './wish.ts'

/** Sends frames on standard output; waits while the other side does not read. */
export interface Sender {
  readonly json: (value: unknown) => void
  readonly block: (array: ArrayBufferView) => void
}

const wait = new Int32Array(new SharedArrayBuffer(4))

const writeAll = (bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      Atomics.wait(wait, 0, 0, 1)
    }
  }
}

const send = (kind: number, bytes: Uint8Array): void => {
  const head = Buffer.alloc(frameHeadBytes)
  head[0] = kind
  head.writeUInt32LE(bytes.length, 4)
  writeAll(head)
  writeAll(bytes)
}

const sender: Sender = {
  json: (value) => send(frameKinds.json, Buffer.from(JSON.stringify(value))),
  block: (array) => send(frameKinds.block, new Uint8Array(array.buffer, array.byteOffset, array.byteLength)),
}

/** What a message of the database means for a person. */
const faultOf = (error: unknown): Fault => {
  const text = error instanceof Error ? error.message : String(error)
  if (/No space left|max_temp_directory_size|temp_directory_size/i.test(text)) return { code: 'spill-full' }
  if (/Out of Memory|could not allocate/i.test(text)) return { code: 'memory-full' }
  return { code: 'parquet-damaged', values: { detail: text.split('\n')[0]!.slice(0, 200) } }
}

/** Leaves nothing behind when nobody listens any more: whoever asked has ended, or was killed. */
const leave = (): never => {
  const folder = process.cwd()
  process.chdir('/')
  rmSync(folder, { recursive: true, force: true })
  process.exit(1)
}

/** The wish is one line; the input stays open as long as somebody waits for the answer. */
const wished = new Promise<Wish>((resolve) => {
  let text = ''
  process.stdin.setEncoding('utf8')
  process.stdin.on('data', (piece: string) => {
    text += piece
    if (text.endsWith('\n')) resolve(JSON.parse(text) as Wish)
  })
  process.stdin.on('close', leave)
})

try {
  const wish = await wished
  const connection = await openLockedDatabase(wish.files, wish.limits, process.cwd())
  if (wish.kind === 'survey') await sendSurvey(connection, wish, sender)
  else if (wish.kind === 'columns') await sendColumns(connection, wish, sender)
  else await sendPlays(connection, wish, sender)
} catch (error) {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') leave()
  send(frameKinds.fault, Buffer.from(JSON.stringify(faultOf(error))))
}
process.exit(0)
