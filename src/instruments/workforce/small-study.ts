import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { workforce } from './command.ts'
import type { WorkforceDocument } from './document.ts'
import type { ListName } from './roles.ts'

/** Files of a study by their role: for the tests of this room. */
export type Files = Readonly<Partial<Record<ListName | 'persons' | 'codes', string>>>

/** Runs the command over files that are written for it and taken away again. */
export const runStudy = async (files: Files, ...words: string[]) => {
  const folder = await mkdtemp(join(tmpdir(), 'workforce-'))
  try {
    const given: string[] = []
    for (const [role, text] of Object.entries(files)) {
      await writeFile(join(folder, `${role}.csv`), text)
      given.push(`--${role}`, join(folder, `${role}.csv`))
    }
    return await workforce([...given, '--replicates', '200', ...words])
  } finally {
    await rm(folder, { recursive: true })
  }
}

export const documentOf = async (files: Files, ...words: string[]): Promise<WorkforceDocument> => {
  const outcome = await runStudy(files, ...words)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  return JSON.parse(outcome.value.text) as WorkforceDocument
}

export const faultsOf = async (files: Files, ...words: string[]) => {
  const outcome = await runStudy(files, ...words)
  return outcome.ok ? [] : outcome.faults
}

/** A line for each of `number` persons. */
export const lines = (number: number, line: string): string[] => Array.from({ length: number }, () => line)

export const csv = (header: string, ...rows: readonly (readonly string[])[]): string =>
  [header, ...rows.flat()].join('\n')
