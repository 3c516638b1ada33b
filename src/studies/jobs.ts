import { actorOf, touchParty } from '../people/index.ts'
import type { Job, JobGiven } from '../platform/jobs/index.ts'
import { changeDraft, type Doing, finishStudy } from './change-studies.ts'
import { commandWords } from './command-words.ts'
import type { StudyDeclaration, StudyDocument } from './declaration.ts'
import type { Study } from './draft.ts'
import { runInWorker } from './in-worker.ts'
import { studyPermissions } from './permissions.ts'
import { getDraft } from './read-studies.ts'
import { moduleOf, type Progress } from './run-command.ts'
import { stepOf } from './steps.ts'
import { outcomeOf } from './work-out.ts'

/** What the job is told. */
export interface StudyInput {
  readonly studyId: string
  readonly actor: { readonly userId?: string; readonly name: string }
}

/** The draft of the person who started the job, who held the permission then. */
const draftOf = ({ db, party, input }: JobGiven<StudyInput>, instrument: string): Promise<Study> => {
  const person = { ...input.actor, userId: input.actor.userId ?? '', administrator: false }
  const actor = actorOf({ ...person, roles: new Map([[party, 'editor']]) }, studyPermissions(instrument))
  return getDraft({ db, actor, party, instrument }, input.studyId)
}

const heartbeatMillis = 400

/** Rows read of the rows there will probably be, by the bytes they come from. */
const rowsOf = ({ bytes, ofBytes, rows }: Progress): readonly [done: number, total: number] =>
  bytes <= 0 || ofBytes <= 0 ? [0, 0] : [rows, Math.max(rows, Math.round((rows * ofBytes) / bytes))]

/** Runs the command in a thread; tells how far it is, and asks in every beat whether somebody cancelled. */
const workOut = async (given: JobGiven<StudyInput>, module: string, words: readonly string[]) => {
  let [done, total] = [0, 0]
  const beat = setInterval(() => void given.progress(done, total).catch(() => undefined), heartbeatMillis)
  try {
    return await runInWorker({ module, words }, given.signal, (progress) => {
      ;[done, total] = rowsOf(progress)
    })
  } finally {
    clearInterval(beat)
  }
}

/** All of a step or nothing of it: the draft, its history, the facts. */
const step = (
  given: JobGiven<StudyInput>,
  instrument: string,
  work: (doing: Doing) => Promise<void>,
): Promise<void> => {
  given.signal.throwIfAborted()
  return given.db.transaction().execute(async (tx) => {
    await work({ db: tx, instrument, at: given.now(), actor: given.input.actor })
    await touchParty(tx, given.party)
  })
}

/** Works a study out. What the files do not allow leads back to the form; run again after a stop, it begins anew. */
const run = async <Document extends StudyDocument>(
  declaration: StudyDeclaration<Document>,
  given: JobGiven<StudyInput>,
) => {
  const { id } = declaration
  const study = await draftOf(given, id)
  if (study.state === 'done') return { href: `/${id}/${study.id}` }
  if (study.state !== 'running') return { href: `/${id}/drafts/${study.id}/${study.state}` }
  const words = commandWords(declaration, study, (sha256) => given.files.pathOf(sha256))
  const ran = await workOut(given, moduleOf(declaration.command), words)
  const outcome = ran.ok ? outcomeOf(declaration, study, ran.value) : ran
  if (outcome.ok) {
    await step(given, id, (doing) => finishStudy(doing, declaration, study, outcome.value))
    return { href: `/${id}/${study.id}` }
  }
  const state = stepOf(declaration, outcome.faults)
  await step(given, id, (doing) => changeDraft(doing, study, { state, faults: outcome.faults }))
  return { href: `/${id}/drafts/${study.id}/${state}` }
}

/** The one job of a study. */
export const studyJobs = <Document extends StudyDocument>(declaration: StudyDeclaration<Document>): readonly Job[] => {
  const job: Job<StudyInput> = { name: `${declaration.id}.run`, work: (given) => run(declaration, given) }
  return [job]
}
