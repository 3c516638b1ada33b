import { instruments } from '../instruments/index.ts'
import { addParty, createSampleAccounts, findParty, type SampleAccount } from '../people/index.ts'
import { systemClock } from '../platform/clock/clock.ts'
import { withinTransaction } from '../platform/database/index.ts'
import { sampleReport } from '../report/index.ts'
import { sampleRoadmap } from '../roadmap/index.ts'
import type { House } from './open-house.ts'

/** The fictional Party: `XA` is a code ISO 3166 leaves to its users; region 001 is the world, so digits are the language's own. */
const sampleParty = { code: 'XA', region: '001', languages: ['en', 'fr', 'ar'], fictional: true } as const

/**
 * Loads the fictional Party once, all of it in one transaction: accounts with generated passwords, roadmap, instruments,
 * report. Nothing, and no accounts, where any Party is there already.
 */
export const loadSample = async (
  house: Pick<House, 'db' | 'framework' | 'actor'>,
): Promise<readonly SampleAccount[]> => {
  if (await findParty(house.db, sampleParty.code)) return []
  const now = systemClock()
  const given = { party: sampleParty.code, now, framework: house.framework, actor: house.actor }
  return await withinTransaction(
    house.db,
    async (tx) => {
      if (!(await addParty(tx, sampleParty, now))) return []
      const accounts = await createSampleAccounts(tx, { party: sampleParty.code, now })
      await sampleRoadmap(tx, given)
      for (const instrument of instruments) await instrument.sample(tx, given)
      await sampleReport(tx, given)
      return accounts
    },
    { isolation: 'read committed' },
  )
}
