import { rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { demand, type Visit } from '../../../people/index.ts'
import { newId } from '../../../platform/random/new-id.ts'
import { readArtefact, type StudyDeclaration } from '../../../studies/index.ts'
import type { FinishedStudy } from '../../../studies/index.ts'
import type { RemunerationDocument } from '../document.ts'

/** The further file of the command that the statements are read from. */
export const statementsOption = 'statements'

const isThere = async (path: string): Promise<boolean> => {
  try {
    await stat(path)
    return true
  } catch {
    return false
  }
}

/**
 * Where the statements of a study lie as a file, so that a page reads only what it shows: a copy of what the study keeps, made the first
 * time somebody asks, in the folder that the installation clears of itself. For the team alone; throws NotThere where there are none.
 */
export const statementsPath = async (
  declaration: StudyDeclaration<RemunerationDocument>,
  visit: Visit,
  study: FinishedStudy,
): Promise<string> => {
  demand(visit.actor, 'remuneration.read', { party: study.party })
  const path = join(visit.files.incoming, `statements-${study.id}`)
  if (await isThere(path)) return path
  const text = await readArtefact(declaration, visit, study, statementsOption)
  const part = join(visit.files.incoming, newId())
  await writeFile(part, text, { mode: 0o600 })
  await rename(part, path)
  return path
}
