import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { actorOf, type PermissionMatrix, visitorOf } from '../people/index.ts'
import { listFacts, migrations, type NewFact, permissions, recordFacts } from './index.ts'

const matrix: PermissionMatrix = permissions
const member = actorOf(
  { userId: 'u', name: 'Amina', administrator: false, roles: new Map([['XA', 'observer']]) },
  matrix,
)
const visitor = visitorOf(matrix)
const at = (day: number): Date => new Date(Date.UTC(2026, 0, day))

const fact = (subject: string, value: number, more: Partial<NewFact> = {}): NewFact => ({
  party: 'XA',
  subject,
  period: { from: '2026-01-01', to: '2026-01-31' },
  statement: { slice: 'evidence', key: 'title', values: {} },
  value,
  unit: 'count',
  standing: 'observed',
  source: { instrument: 'measures', href: '/measures', version: '0.1.0' },
  traces: ['roadmap/1.4'],
  audience: 'public',
  ...more,
})

describe('the ledger of facts', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase([{ room: 'evidence', migrations }])
  })
  afterAll(() => database.close())

  const record = (facts: readonly NewFact[], day: number, scope?: string) =>
    recordFacts(database.db, {
      party: 'XA',
      instrument: 'measures',
      at: at(day),
      facts,
      ...(scope === undefined ? {} : { scope }),
    })
  const current = () => listFacts(database.db, member, { party: 'XA' })

  it('numbers facts from 1 within a Party and leaves alone what did not change', async () => {
    await record([fact('a/count', 3), fact('b/count', 5)], 1)
    await record(
      [
        fact('a/count', 3, { source: { instrument: 'measures', href: '/measures', version: '0.2.0' } }),
        fact('b/count', 5),
      ],
      2,
    )
    expect((await current()).map(({ number, value }) => [number, value])).toEqual([
      [1, 3],
      [2, 5],
    ])
  })

  it('lets a corrected fact take the place of the earlier one, which stays to be read', async () => {
    await record([fact('a/count', 4), fact('b/count', 5)], 3)
    const facts = await listFacts(database.db, member, { party: 'XA', ended: true })
    const [earlier, later] = [facts.find(({ number }) => number === 1), facts.find(({ value }) => value === 4)]
    expect(later?.supersedes).toBe(earlier?.id)
    expect(earlier?.endedAt).toEqual(at(3))
    expect((await current()).map(({ value }) => value)).toEqual([5, 4])
  })

  it('ends what is no longer said, but only inside the scope given', async () => {
    await record([], 4, 'a/')
    expect((await current()).map(({ subject }) => subject)).toEqual(['b/count'])
  })

  it('shows the world only what is public', async () => {
    await record([fact('c/count', 1, { audience: 'team' })], 5, 'c/')
    expect((await listFacts(database.db, visitor, { party: 'XA' })).map(({ subject }) => subject)).toEqual(['b/count'])
    expect((await current()).map(({ subject }) => subject)).toEqual(['b/count', 'c/count'])
  })

  it('refuses facts of another Party, two facts about one subject, and subjects outside the scope', async () => {
    await expect(record([fact('x/count', 1, { party: 'KR' })], 6)).rejects.toThrow(RangeError)
    await expect(record([fact('x/count', 1), fact('x/count', 2)], 6)).rejects.toThrow(RangeError)
    await expect(record([fact('x/count', 1)], 6, 'y/')).rejects.toThrow(RangeError)
  })

  it('cannot be rewritten behind its back', async () => {
    await expect(database.pool.query("update facts set value = 9 where subject = 'b/count'")).rejects.toThrow(
      /never changed/,
    )
    await expect(database.pool.query('delete from facts')).rejects.toThrow(/only grows/)
  })

  it('is written by two at once without a fact lost or a number given twice', async () => {
    await Promise.all(
      [1, 2, 3, 4].map((run) =>
        database.db.transaction().execute((tx) =>
          recordFacts(tx, {
            party: 'XB',
            instrument: 'measures',
            scope: `${run}/`,
            at: at(7),
            facts: Array.from({ length: 5 }, (_, index) => fact(`${run}/${index}`, index, { party: 'XB' })),
          }),
        ),
      ),
    )
    const facts = await listFacts(database.db, visitor, { party: 'XB' })
    expect(facts.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })
})
