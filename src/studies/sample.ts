import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { openDataFile } from '../engines/tables/index.ts'
import type { Actor } from '../people/index.ts'
import { createStudy, doingOf, finishStudy, setPublished } from './change-studies.ts'
import { commandWords } from './command-words.ts'
import type { StudyDeclaration, StudyDocument } from './declaration.ts'
import { keptFile } from './kept-file.ts'
import { proposalOf } from './match-files.ts'
import { getDone, getDraft, listStudies } from './read-studies.ts'
import { runCommand } from './run-command.ts'
import type { KeptFile } from './study.ts'
import { outcomeOf } from './work-out.ts'

export interface SampleGiven {
  readonly party: string
  readonly now: Date
  readonly actor: Actor
}

/** Writes the invented files of a declaration below `folder`; what they are, and where each lies. */
const writeFiles = async <Document extends StudyDocument>(
  { id, sample }: StudyDeclaration<Document>,
  folder: string,
) => {
  const files: Record<string, KeptFile> = {}
  const paths = new Map<string, string>()
  for (const [role, { name, text }] of Object.entries(sample.files)) {
    const path = join(folder, `${role}-${name}`)
    await writeFile(path, text)
    const opened = await openDataFile(path, { name })
    if (!opened.ok) throw new Error(`Sample ${name} of ${id}: ${opened.faults[0]?.code}`)
    files[role] = keptFile(opened.value)
    paths.set(opened.value.sha256, path)
  }
  return { files, paths }
}

/** What a sample begins with, as if a person had chosen it. */
const choicesOf = <Document extends StudyDocument>(
  { roles, layouts, sample }: StudyDeclaration<Document>,
  files: Readonly<Record<string, KeptFile>>,
) => ({
  ...proposalOf(roles, layouts, files),
  encodings: {},
  separators: {},
  spellings: sample.spellings ?? {},
  settings: sample.settings,
  unrecognised: [],
})

/** Runs the command of a declaration over its invented files, without a database; gives what a study keeps. */
export const runSample = async <Document extends StudyDocument>(declaration: StudyDeclaration<Document>) => {
  const folder = await mkdtemp(join(tmpdir(), 'open-roadmap-sample-'))
  try {
    const { files, paths } = await writeFiles(declaration, folder)
    const choices = choicesOf(declaration, files)
    const words = commandWords(declaration, { files, choices }, (sha256) => paths.get(sha256) ?? '')
    const ran = await runCommand(declaration.command, words)
    const outcome = ran.ok ? outcomeOf(declaration, declaration.sample, ran.value) : ran
    if (!outcome.ok) throw new Error(`Sample of ${declaration.id}: ${JSON.stringify(outcome.faults)}`)
    return { files, choices, outcome: outcome.value }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs a real study over invented files of the fictional Party, and publishes it; title, files and facts say what it is. */
export const studySample =
  <Document extends StudyDocument>(declaration: StudyDeclaration<Document>) =>
  async (tx: Kysely<unknown>, { party, now, actor }: SampleGiven): Promise<void> => {
    const asking = { db: tx, actor, party, at: now, instrument: declaration.id }
    if ((await listStudies(asking)).some(({ isSynthetic }) => isSynthetic)) return
    const { files, choices, outcome } = await runSample(declaration)
    const { title, period } = declaration.sample
    const id = await createStudy(asking, { files, choices, language: 'en', title, period, isSynthetic: true })
    const doing = { ...doingOf(asking), actor: { name: 'Synthetic sample' } }
    await finishStudy(doing, declaration, await getDraft(asking, id), outcome)
    await setPublished(asking, declaration, await getDone(asking, id), true)
  }
