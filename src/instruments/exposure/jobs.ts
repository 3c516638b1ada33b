import type { Kysely } from 'kysely'
import { actorOf, touchParty } from '../../people/index.ts'
import type { Job, JobGiven } from '../../platform/jobs/index.ts'
import { runExposureStudy } from './command.ts'
import { permissions } from './permissions.ts'
import { type Study, optionsOf } from './study.ts'
import { changeDraft, finishStudy, getDraft } from './store.ts'
import { surveyFiles } from './survey.ts'

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

const inTransaction = ({ db }: JobGiven<StudyInput>, work: (tx: Kysely<unknown>) => Promise<void>): Promise<void> =>
  db.transaction().execute(work)

/** Looks through files that are too large for a page to wait for. */
const look: Job<StudyInput> = {
  name: 'exposure.look',
  work: async (given) => {
    const study = await draftOf(given)
    if (study.state === 'looking') {
      const survey = await surveyFiles(optionsOf(study, given.files))
      given.signal.throwIfAborted()
      if (!survey.ok) await changeDraft(given.db, study, { state: 'columns', faults: survey.faults })
      else await changeDraft(given.db, study, { state: 'country', survey: survey.value })
      if (!survey.ok) return { href: `/exposure/drafts/${study.id}/columns` }
    }
    return { href: `/exposure/drafts/${study.id}/country` }
  },
}

/** Works a study out. What the files do not allow leads back to the form; run again after a stop, it begins anew. */
const run: Job<StudyInput> = {
  name: 'exposure.run',
  work: async (given) => {
    const study = await draftOf(given)
    const { title, country } = study
    if (study.state === 'running' && title !== undefined && country !== undefined) {
      const done = await runExposureStudy({ ...optionsOf(study, given.files), countries: [country] })
      given.signal.throwIfAborted()
      if (!done.ok) {
        await changeDraft(given.db, study, { state: 'country', faults: done.faults })
        return { href: `/exposure/drafts/${study.id}/country` }
      }
      await inTransaction(given, async (tx) => {
        const doing = { db: tx, at: given.now(), actor: given.input.actor }
        await finishStudy(doing, { ...study, title, country }, done.value.document)
        await touchParty(tx, given.party)
      })
    }
    return { href: `/exposure/${study.id}` }
  },
}

export const jobs: readonly Job[] = [look, run]
