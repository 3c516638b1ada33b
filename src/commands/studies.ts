import { rename, rm, writeFile } from 'node:fs/promises'
import type { StudyCommand } from '../engines/studies/index.ts'
import { wordsOfSlice } from '../platform/languages/words-of-slice.ts'
import { refuse, sayFault } from './speak.ts'

/** The studies by their word on the command line. Each is loaded only when it is asked for. */
const studies: Readonly<Record<string, () => Promise<StudyCommand>>> = {
  exposure: async () => (await import('../instruments/exposure/command.ts')).command,
  remuneration: async () => (await import('../instruments/remuneration/command.ts')).remuneration,
  discoverability: async () => (await import('../instruments/discoverability/command.ts')).discoverability,
  flows: async () => (await import('../instruments/flows/command.ts')).flows,
  metadata: async () => (await import('../instruments/metadata/command.ts')).metadata,
  workforce: async () => (await import('../instruments/workforce/command.ts')).workforce,
}

export const studyNames: readonly string[] = Object.keys(studies)

/** Why a result could not be written where it was wanted: what the person can mend. */
const reasons: ReadonlySet<string> = new Set([
  'ENOSPC',
  'EDQUOT',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
])

/** Writes a result whole or not at all: who is killed halfway leaves the earlier file as it was. */
const writeWhole = async (path: string, text: string, rooms: Parameters<typeof refuse>[1]): Promise<void> => {
  const part = `${path}.part`
  try {
    await writeFile(part, text)
    await rename(part, path)
  } catch (cause) {
    await rm(part, { force: true })
    const reason = (cause as NodeJS.ErrnoException).code ?? ''
    if (!reasons.has(reason)) throw cause
    refuse([{ code: 'result-not-written', values: { file: path, reason } }], rooms)
  }
}

/** The options a study takes, one a line: those it names to whoever asks for one it does not have. */
const tellOptions = async (command: StudyCommand): Promise<number> => {
  const asked = await command(['--help'])
  const known = asked.ok ? undefined : asked.faults.find(({ code }) => code === 'argument-unknown')?.values?.['known']
  process.stdout.write(`${String(known ?? '').replaceAll(' ', '\n')}\n`)
  return 0
}

/** Runs a study of the table with the words after its name; nothing when the table has no such study. */
export const runStudy = async (name: string, words: readonly string[]): Promise<number | undefined> => {
  const load = Object.hasOwn(studies, name) ? studies[name] : undefined
  if (!load) return undefined
  const rooms = [`instruments/${name}`, 'engines/studies', 'engines/tables'].map(wordsOfSlice)
  const command = await load()
  if (words.includes('--help')) return tellOptions(command)
  const outcome = await command(words)
  if (!outcome.ok) {
    const isWrongCall = outcome.faults.every(({ code }) => code.startsWith('argument-'))
    return refuse(outcome.faults, rooms, isWrongCall ? 2 : 3)
  }
  const { text, out, notes, also = [] } = outcome.value
  for (const note of notes) sayFault(note, ...rooms)
  for (const file of also) await writeWhole(file.path, file.text, rooms)
  if (out === undefined) process.stdout.write(text)
  else await writeWhole(out, text, rooms)
  return 0
}
