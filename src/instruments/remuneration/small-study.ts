import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { remuneration } from './command.ts'
import type { RemunerationDocument } from './document.ts'

/** Three files whose payouts can be worked out by hand: for the tests of this room. */
export interface SmallFiles {
  readonly plays: string
  readonly works: string
  readonly users: string
}

/** Ann plays one Moroccan song once, Ben one French song nine times; both pay the same. */
export const smallFiles: SmallFiles = {
  plays: 'user_id,work_id,plays\nann,w1,1\nben,w2,9\n',
  works: 'work_id,title,creator,origin\nw1,Atlas,Nadia,Morocco\nw2,Seine,Luc,France\nw3,Silence,Nobody,France\n',
  users: 'user_id,country\nann,MA\nben,MA\n',
}

/** Plays as they are given, all users in Morocco. */
export const manyListeners = (rows: readonly (readonly [user: string, work: string, plays: number])[]) => ({
  plays: ['user_id,work_id,plays', ...rows.map((row) => row.join(','))].join('\n'),
  users: ['user_id,country', ...new Set(rows.map(([user]) => `${user},MA`))].join('\n'),
})

/** Ten users play the Moroccan song once each, ten others the French one nine times each. */
export const twentyListeners = manyListeners([
  ...Array.from({ length: 10 }, (_, at) => [`a${at}`, 'w1', 1] as const),
  ...Array.from({ length: 10 }, (_, at) => [`b${at}`, 'w2', 9] as const),
])

export const runSmall = async (files: Partial<SmallFiles> = {}, ...words: string[]) => {
  const folder = await mkdtemp(join(tmpdir(), 'remuneration-'))
  try {
    const paths = Object.entries({ ...smallFiles, ...files }).flatMap(([role, text]) =>
      text === '' ? [] : [{ role, text, path: join(folder, `${role}.csv`) }],
    )
    for (const { path, text } of paths) await writeFile(path, text)
    const given = paths.flatMap(({ role, path }) => [`--${role}`, path])
    const own = words.includes('--statements') ? [] : ['--statements', 'statements.csv']
    const outcome = await remuneration([...given, '--replicates', '100', ...words, ...own])
    return { outcome, statements: (outcome.ok ? outcome.value.also?.[0]?.text : undefined) ?? '' }
  } finally {
    await rm(folder, { recursive: true })
  }
}

export const documentOf = async (files: Partial<SmallFiles> = {}, ...words: string[]) => {
  const { outcome } = await runSmall(files, ...words)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  return JSON.parse(outcome.value.text) as RemunerationDocument
}

export const faultsOf = async (files: Partial<SmallFiles>, ...words: string[]) => {
  const { outcome } = await runSmall(files, ...words)
  return outcome.ok ? [] : outcome.faults
}
