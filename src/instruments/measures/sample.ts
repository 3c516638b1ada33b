import type { Transaction } from 'kysely'
import { createRecord } from '../../engines/records/index.ts'
import type { SampleGiven } from '../instrument.ts'
import { register } from './register.ts'
import { sampleLaws } from './sample-laws.ts'
import { sampleProgrammes } from './sample-programmes.ts'
import { recordEvidence } from './store.ts'

/** Gives the fictional Party its twelve measures, and the ledger what they say. */
export const sample = async (tx: Transaction<unknown>, { party, now, framework }: SampleGiven): Promise<void> => {
  const change = { actor: { name: 'Synthetic sample' }, at: now }
  for (const given of [...sampleLaws, ...sampleProgrammes]) {
    const created = await createRecord(tx, register, { ...given, party }, change)
    if (!created.ok)
      throw new Error(`Sample measure ${given.key}: ${created.faults.map(({ code }) => code).join(', ')}`)
  }
  await recordEvidence({ db: tx, party, at: now, framework })
}
