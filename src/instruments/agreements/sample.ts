import type { Transaction } from 'kysely'
import type { SampleGiven } from '../instrument.ts'
import { setPublished } from './change-agreement.ts'
import { keepText } from './keep-text.ts'
import { decide } from './review.ts'
import { sampleTexts } from './sample-texts.ts'
import { type Asking, getAgreement, listClauses } from './store.ts'
import { readText } from './take-texts.ts'

const author = { name: 'Synthetic sample' }

const confirmOne = async (asking: Asking, id: string): Promise<void> => {
  const agreement = await getAgreement(asking, id)
  const [clause] = await listClauses(asking.db, [agreement], { type: 'audiovisual_carveout' })
  if (!clause) return
  const reason = 'Synthetic decision: the list of exclusions names audiovisual services.'
  await decide(asking, agreement, { clause: clause.id, verdict: 'confirm', reason })
}

/** Takes three invented treaties in for the fictional Party, has one clause confirmed, and publishes them. */
export const sample = async (tx: Transaction<unknown>, { party, now, actor }: SampleGiven): Promise<void> => {
  const asking: Asking = { db: tx, actor: { ...actor, name: author.name }, party, at: now }
  for (const { name, text, isOwn, parties } of sampleTexts) {
    const read = await readText({ name, bytes: Buffer.from(text) })
    if (!read.ok) throw new Error(`Sample agreement ${name}: ${read.faults[0]?.code}`)
    const keeping = { db: tx, party, at: now, actor: author, fileName: name, isOwn, parties, isSynthetic: true }
    const { id, isNew } = await keepText(keeping, read.value)
    if (!isNew) continue
    await confirmOne(asking, id)
    await setPublished(asking, await getAgreement(asking, id), true)
  }
}
