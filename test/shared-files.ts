import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { packageRoot } from '../src/kernel/package-root.ts'

const sharedDirectory = resolve(process.env['SHARED_DIR'] ?? join(packageRoot, '..', 'shared'))

/** The path of a real data or reference file that lies beside the checkout and never inside it. */
export const sharedFile = (...parts: string[]): string => join(sharedDirectory, ...parts)

/**
 * True when a test must be skipped because the file is not on this machine; says so aloud. In CI a missing file is a failure.
 * Use as `it.skipIf(missing('data', 'netflix', 'x.tsv'))(…)`.
 */
export const missing = (...parts: string[]): boolean => {
  if (existsSync(sharedFile(...parts))) return false
  if (process.env['CI'] === 'true') throw new Error(`CI needs ${sharedFile(...parts)}`)
  console.warn(`skipped: ${sharedFile(...parts)} is not on this machine (set SHARED_DIR)`)
  return true
}
