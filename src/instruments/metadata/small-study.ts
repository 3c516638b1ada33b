import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { metadata } from './command.ts'
import type { MetadataDocument } from './document.ts'

/** The document of a list given as text, for tests: the command as anybody runs it. Throws on faults. */
export const metadataOf = async (text: string, ...words: readonly string[]): Promise<MetadataDocument> => {
  const folder = await mkdtemp(join(tmpdir(), 'metadata-'))
  try {
    const path = join(folder, 'works.csv')
    await writeFile(path, text)
    const outcome = await metadata(['--works', path, ...words])
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
    return JSON.parse(outcome.value.text) as MetadataDocument
  } finally {
    await rm(folder, { recursive: true })
  }
}
