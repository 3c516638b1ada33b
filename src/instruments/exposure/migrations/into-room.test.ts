import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { openTestDatabase } from '../../../../test/database.ts'
import { migrate } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/random/new-id.ts'
import { migrations } from './index.ts'

const { '0001-studies': first } = migrations
const database = await openTestDatabase([{ room: 'exposure', migrations: { '0001-studies': first! } }])
afterAll(database.close)
const { db } = database

const files = {
  exposures: { name: 'chart.csv', sha256: 'a', bytes: 1, encoding: 'utf-8', header: [], sample: [], notes: [] },
  works: { name: 'works.csv', sha256: 'b', bytes: 1, encoding: 'utf-8', header: [], sample: [], notes: [] },
}
const choices = {
  mappings: { exposures: { title: 'show_title' }, works: { title: 'title' } },
  encodings: { works: 'windows-1252' },
  dates: 'dmy',
  spellings: { Marocco: 'MA' },
  resampling: { replicates: 200 },
}
const document =
  '{"countries":{"MA":{"slots":4}},"method":{"study":"exposure","command":"open-roadmap study exposure","layout":"netflix","join":"by work_id",' +
  '"origin_rule":"1/n","local":"made there","unknown":"bounds","position_weight":"log2","limits":[]}}'
const summary = { share: 0.4, low: 0.3, high: 0.5, weeks: { count: 2, first: '2022-01-02', last: '2022-01-09' } }

it('studies made before the room keep their figures, their title and their publication; drafts begin again', async () => {
  const [done, draft] = [newId(), newId()]
  const common = sql`${JSON.stringify(files)}::jsonb, ${JSON.stringify(choices)}::jsonb`
  await sql`
    insert into exposure_studies (id, party, title, language, country, files, choices, state, summary, document, is_published,
      created_at, finished_at)
    values (${done}, 'MA', 'Kept', 'fr', 'MA', ${common}, 'done', ${JSON.stringify(summary)}::jsonb, ${document}::json, true,
      '2026-01-01', '2026-01-02'),
      (${draft}, 'MA', null, 'fr', null, ${common}, 'country', null, null, false, '2026-01-03', null)`.execute(db)
  await migrate(db, [{ room: 'exposure', migrations }])
  const { rows } = await sql<Record<string, unknown>>`
    select id, title, language, period, headline, state, is_published, choices, document::text as document
    from exposure_studies order by created_at`.execute(db)
  expect(rows[0]).toMatchObject({
    id: done,
    title: 'Kept',
    language: 'fr',
    period: { from: '2022-01-02', to: '2022-01-09' },
    headline: { value: 0.4, low: 0.3, high: 0.5, unit: 'share' },
    state: 'done',
    is_published: true,
    choices: {
      layout: 'netflix',
      encodings: { works: 'windows-1252' },
      spellings: { Marocco: 'MA' },
      settings: { country: ['MA'], dates: ['dmy'], replicates: ['200'] },
    },
  })
  const kept = JSON.parse(String(rows[0]?.['document'])) as { countries: object; method: object }
  expect(kept.countries).toEqual({ MA: { slots: 4 } })
  expect(kept.method).toMatchObject({
    layout: 'netflix',
    rules: { join_id: 'by work_id', origin: '1/n', local: 'made there', unknown: 'bounds', position_weight: 'log2' },
  })
  expect(rows[1]).toMatchObject({ id: draft, state: 'columns', is_published: false })
})
