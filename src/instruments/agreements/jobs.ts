import { readFile } from 'node:fs/promises'
import { loadFramework } from '../../framework/index.ts'
import { actorOf, touchParty } from '../../people/index.ts'
import { withinTransaction } from '../../platform/database/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { recordEvidence } from './evidence-store.ts'
import { permissions } from './permissions.ts'
import { finishUpload, getUpload, takeTexts } from './uploads.ts'

/** What the job is told. */
export interface UploadInput {
  readonly uploadId: string
  readonly actor: { readonly userId?: string; readonly name: string }
}

/** Reads and audits an archive of texts, or one too large for a page to wait for. Run again, it passes over what is there. */
const take: Job<UploadInput> = {
  name: 'agreements.take',
  work: async ({ db, party, input, files, now, progress }) => {
    const person = { ...input.actor, administrator: false, userId: input.actor.userId ?? '' }
    const actor = actorOf({ ...person, roles: new Map([[party, 'editor']]) }, permissions)
    const upload = await getUpload({ db, actor, party }, input.uploadId)
    const href = `/agreements/uploads/${upload.id}`
    if (upload.state === 'done') return { href }
    const taken = await takeTexts({
      db,
      party,
      actor: input.actor,
      at: now(),
      framework: loadFramework(),
      name: upload.fileName,
      bytes: await readFile(files.pathOf(upload.file)),
      whose: upload.whose,
      progress,
    })
    await withinTransaction(
      db,
      async (tx) => {
        await finishUpload(tx, upload.id, taken, now())
        await recordEvidence(tx, party, now())
        await touchParty(tx, party)
      },
      { isolation: 'read committed' },
    )
    return { href }
  },
}

export const jobs: readonly Job[] = [take]
