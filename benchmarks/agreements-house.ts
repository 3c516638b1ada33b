import { readFile } from 'node:fs/promises'
import { takeTexts } from '../src/instruments/agreements/uploads.ts'
import { sharedFile } from '../test/shared-files.ts'
import { openBenchmarkHouse } from './measures-house.ts'

export const archive = ['data', 'agreements', 'tota-0.5.0.tar.gz'] as const

/** A house whose Party has taken in the 450 agreements of the archive, published, a third of them its own. */
export const openAgreementsHouse = async () => {
  const house = await openBenchmarkHouse()
  const begun = performance.now()
  const taken = await takeTexts({
    db: house.db,
    party: house.party,
    actor: { name: 'Benchmark' },
    at: house.at,
    framework: house.framework,
    name: 'tota-0.5.0.tar.gz',
    bytes: await readFile(sharedFile(...archive)),
    whose: 'others',
  })
  const seconds = Math.round(performance.now() - begun) / 1000
  await house.pool.query(
    'update agreements set is_published = true, is_own = id::text < (select id::text from agreements order by id limit 1 offset 150)',
  )
  await house.pool.query('vacuum analyze agreements, agreements_articles, agreements_clauses')
  return { ...house, taken: { texts: taken.added, seconds } }
}
