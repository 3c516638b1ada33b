import { randomFillSync } from 'node:crypto'

const bytes = new Uint8Array(16)
let lastMillis = 0
let sequence = 0

/** 12 bits in the place RFC 9562 calls rand_a: a random start below half each millisecond, then counting up. */
const nextTick = (): void => {
  const now = Date.now()
  randomFillSync(bytes)
  if (now > lastMillis) {
    lastMillis = now
    sequence = ((bytes[6]! << 8) | bytes[7]!) & 0x7ff
    return
  }
  sequence += 1
  if (sequence <= 0xfff) return
  sequence = 0
  lastMillis += 1
}

/**
 * A new UUID of version 7 (RFC 9562) in lower case: sorts by time of making, and strictly upwards within one process, even when
 * the clock stands still or jumps back. 62 random bits: not to be used as a secret.
 */
export const newId = (): string => {
  nextTick()
  const view = new DataView(bytes.buffer)
  view.setUint32(0, Math.floor(lastMillis / 0x1_0000))
  view.setUint16(4, lastMillis % 0x1_0000)
  view.setUint16(6, 0x7000 | sequence)
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Buffer.from(bytes.buffer).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
