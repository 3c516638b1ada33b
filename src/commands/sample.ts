import { instruments } from '../instruments/index.ts'
import { addParty, createSampleAccounts, findParty, type SampleAccount } from '../people/index.ts'
import { systemClock } from '../platform/clock/clock.ts'
import { withinTransaction } from '../platform/database/index.ts'
import { sampleReport } from '../report/index.ts'
import { sampleRoadmap } from '../roadmap/index.ts'
import type { House } from './open-house.ts'

/** Code of the fictional Party: user-assigned in ISO 3166-1, so no country ever has it. */
export const samplePartyCode = 'XA'

/**
 * Loads the fictional Party once, all of it in one transaction: accounts with generated passwords, roadmap, instruments,
 * report. Nothing, and no accounts, where any Party is there already.
 */
export const loadSample = async (house: House, secret: string): Promise<readonly SampleAccount[]> => {
  if (await findParty(house.db, samplePartyCode)) return []
  const now = systemClock()
  const given = { party: samplePartyCode, now, framework: house.framework, actor: house.actor }
  return await withinTransaction(
    house.db,
    async (tx) => {
      const isFirst = await addParty(tx, { code: samplePartyCode, region: 'MA', languages: ['en', 'fr', 'ar'], fictional: true }, now)
      if (!isFirst) return []
      const accounts = await createSampleAccounts(tx, { party: samplePartyCode, secret, origin: house.settings.origin, now })
      await sampleRoadmap(tx, given)
      for (const instrument of instruments) await instrument.sample(tx, given)
      await sampleReport(tx, given)
      return accounts
    },
    { isolation: 'read committed' },
  )
}
