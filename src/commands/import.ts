import { parseArgs } from 'node:util'
import { describeImport, importMeasures, importWords, withLabel } from '../instruments/measures/index.ts'
import { findParty } from '../people/index.ts'
import { systemClock } from '../platform/clock/clock.ts'
import { silentLog } from '../platform/log/log.ts'
import { openHouse } from './open-house.ts'
import { refuse, speak, terminalLanguage } from './speak.ts'

/**
 * `open-roadmap import measures FILE --party XA [--language en]`: by the rules of the pages, in one transaction. What was done is said
 * on standard error; rows that were not accepted do not fail the command, a file that could not be read does (3).
 */
export const importCommand = async (words: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { party: { type: 'string' }, language: { type: 'string' } },
  })
  const [what, path] = positionals
  if (what !== 'measures' || path === undefined || values.party === undefined)
    return refuse([{ code: 'import.usage' }], [], 2)
  const house = await openHouse({ log: silentLog })
  try {
    const party = values.party.toUpperCase()
    if (!(await findParty(house.db, party))) return refuse([{ code: 'no-party', values: { party } }], [], 5)
    const { db, framework, actor } = house
    const language = values.language ?? terminalLanguage()
    const imported = await importMeasures({ db, framework, actor, party, path, language, at: systemClock() })
    if (!imported.ok)
      return refuse(
        imported.faults.map((fault) => withLabel(fault, terminalLanguage())),
        importWords,
      )
    for (const line of describeImport(imported.value, terminalLanguage())) speak.say(line)
    return 0
  } finally {
    await house.close()
  }
}
