import { actorOf, touchParty } from '../people/index.ts'
import type { Job, JobGiven } from '../platform/jobs/index.ts'
import type { Place } from './asking.tsx'
import { changeDraft, type Doing, finishStudy } from './change-studies.ts'
import { commandWords } from './command-words.ts'
import type { StudyDeclaration, StudyDocument } from './declaration.ts'
import type { Study } from './draft.ts'
import { commandInWorker, surveyInWorker } from './in-worker.ts'
import { studyPermissions } from './permissions.ts'
import { getDraft } from './read-studies.ts'
import type { Progress } from './run-command.ts'
import { stepOf } from './steps.ts'
import { outcomeOf } from './work-out.ts'

/** What the job is told. */
export interface StudyInput {
  readonly studyId: string
  readonly actor: { readonly userId?: string; readonly name: string }
}

/** What a job on a draft is told, from the page that starts it. */
export const inputOf = ({ visit }: Place, { id }: Study): StudyInput => {
  const { userId, name } = visit.actor
  return { studyId: id, actor: userId === undefined ? { name } : { userId, name } }
}

/** The draft of the person who started the job, who held the permission then. */
const draftOf = ({ db, party, input }: JobGiven<StudyInput>, instrument: string): Promise<Study> => {
  const person = { ...input.actor, userId: input.actor.userId ?? '', administrator: false }
  const actor = actorOf({ ...person, roles: new Map([[party, 'editor']]) }, studyPermissions(instrument))
  return getDraft({ db, actor, party, instrument }, input.studyId)
}

const heartbeatMillis = 400

/** Rows read of the rows there will probably be, by the bytes they come from; nothing once all are read and figures are worked out. */
const rowsOf = ({ bytes, ofBytes, rows }: Progress): readonly [done: number, total: number] =>
  bytes <= 0 || bytes >= ofBytes ? [0, 0] : [rows, Math.max(rows, Math.round((rows * ofBytes) / bytes))]

type Watched<Value> = (onProgress: (done: Progress) => void) => Promise<Value>

/** Tells how far the work in a thread is, and asks in every beat whether somebody cancelled. */
const watched = async <Value>(given: JobGiven<StudyInput>, work: Watched<Value>): Promise<Value> => {
  let [done, total] = [0, 0]
  const beat = setInterval(() => void given.progress(done, total).catch(() => undefined), heartbeatMillis)
  try {
    return await work((progress) => {
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

const wordsOf = <Document extends StudyDocument>(
  declaration: StudyDeclaration<Document>,
  study: Study,
  { files }: JobGiven<StudyInput>,
) => commandWords(declaration, study, (sha256) => files.pathOf(sha256))

/** Looks through files that are too large for a page to wait for. */
const look = async <Document extends StudyDocument>(
  declaration: StudyDeclaration<Document>,
  survey: URL,
  given: JobGiven<StudyInput>,
) => {
  const { id } = declaration
  const study = await draftOf(given, id)
  if (study.state !== 'looking') return { href: `/${id}/drafts/${study.id}/settings` }
  const words = wordsOf(declaration, study, given)
  const found = await watched(given, (tell) => surveyInWorker(survey, words, given.signal, tell))
  const state = found.ok ? ('settings' as const) : ('columns' as const)
  const change = found.ok ? { state, survey: found.value } : { state, faults: found.faults }
  await step(given, id, (doing) => changeDraft(doing, study, change))
  return { href: `/${id}/drafts/${study.id}/${state}` }
}

/** Works a study out. What the files do not allow leads back to the form; run again after a stop, it begins anew. */
const run = async <Document extends StudyDocument>(
  declaration: StudyDeclaration<Document>,
  given: JobGiven<StudyInput>,
) => {
  const { id } = declaration
  const study = await draftOf(given, id)
  if (study.state === 'done') return { href: `/${id}/${study.id}` }
  if (study.state !== 'running') return { href: `/${id}/drafts/${study.id}/settings` }
  const words = wordsOf(declaration, study, given)
  const ran = await watched(given, (tell) => commandInWorker(declaration.command, words, given.signal, tell))
  const outcome = ran.ok ? outcomeOf(declaration, study, ran.value) : ran
  if (outcome.ok) {
    await step(given, id, (doing) => finishStudy(doing, declaration, study, outcome.value))
    return { href: `/${id}/${study.id}` }
  }
  const state = stepOf(declaration, outcome.faults)
  await step(given, id, (doing) => changeDraft(doing, study, { state, faults: outcome.faults }))
  return { href: `/${id}/drafts/${study.id}/${state}` }
}

/** The jobs of a study: working it out, and where its declaration wants it looking its files through. */
export const studyJobs = <Document extends StudyDocument>(declaration: StudyDeclaration<Document>): readonly Job[] => {
  const { id, survey } = declaration
  const working: Job<StudyInput> = { name: `${id}.run`, work: (given) => run(declaration, given) }
  if (!survey) return [working]
  const looking: Job<StudyInput> = { name: `${id}.look`, work: (given) => look(declaration, survey, given) }
  return [looking, working]
}
