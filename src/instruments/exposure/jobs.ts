import { actorOf, touchParty } from '../../people/index.ts'
import type { Job, JobGiven } from '../../platform/jobs/index.ts'
import { studyInWorker, surveyInWorker } from './in-worker.ts'
import { permissions } from './permissions.ts'
import { changeDraft, type Doing, finishStudy, getDraft } from './store.ts'
import { optionsOf, type Study } from './study.ts'

/** What both jobs are told. */
export interface StudyInput {
  readonly studyId: string
  readonly actor: { readonly userId?: string; readonly name: string }
}

/** The draft of the person who started the job, who held the permission then. */
const draftOf = ({ db, party, input }: JobGiven<StudyInput>): Promise<Study> => {
  const person = { ...input.actor, userId: input.actor.userId ?? '', administrator: false }
  const actor = actorOf({ ...person, roles: new Map([[party, 'editor']]) }, permissions)
  return getDraft({ db, actor, party }, input.studyId)
}

/** All of a step or nothing of it: the draft, its history, the facts. */
const step = (given: JobGiven<StudyInput>, work: (doing: Doing) => Promise<void>): Promise<void> => {
  given.signal.throwIfAborted()
  return given.db.transaction().execute(async (tx) => {
    await work({ db: tx, at: given.now(), actor: given.input.actor })
    await touchParty(tx, given.party)
  })
}

/** Looks through files that are too large for a page to wait for. */
const look: Job<StudyInput> = {
  name: 'exposure.look',
  work: async (given) => {
    const study = await draftOf(given)
    if (study.state !== 'looking') return { href: `/exposure/drafts/${study.id}/country` }
    const found = await surveyInWorker(optionsOf(study, given.files), given.signal)
    if (found.ok) {
      await step(given, (doing) => changeDraft(doing, study, { state: 'country', survey: found.value }))
      return { href: `/exposure/drafts/${study.id}/country` }
    }
    await step(given, (doing) => changeDraft(doing, study, { state: 'columns', faults: found.faults }))
    return { href: `/exposure/drafts/${study.id}/columns` }
  },
}

/** Works a study out. What the files do not allow leads back to the form; run again after a stop, it begins anew. */
const run: Job<StudyInput> = {
  name: 'exposure.run',
  work: async (given) => {
    const study = await draftOf(given)
    const { title, country } = study
    if (study.state !== 'running' || title === undefined || country === undefined)
      return { href: study.state === 'done' ? `/exposure/${study.id}` : `/exposure/drafts/${study.id}/country` }
    const done = await studyInWorker({ ...optionsOf(study, given.files), countries: [country] }, given.signal)
    if (done.ok) {
      await step(given, (doing) => finishStudy(doing, { ...study, title, country }, done.value.document))
      return { href: `/exposure/${study.id}` }
    }
    await step(given, (doing) => changeDraft(doing, study, { state: 'country', faults: done.faults }))
    return { href: `/exposure/drafts/${study.id}/country` }
  },
}

export const jobs: readonly Job[] = [look, run]
