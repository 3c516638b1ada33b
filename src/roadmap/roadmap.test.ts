import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { migrations as historyMigrations, verifyHistory } from '../engines/history/index.ts'
import { loadFramework } from '../framework/index.ts'
import { NotAllowed, NotThere } from '../kernel/refusal.ts'
import { type Actor, actorOf, type Role, visitorOf } from '../people/index.ts'
import { migrations, permissions } from './index.ts'
import { addLine, getLine, listLines, updateLine } from './line-store.ts'
import { type AdoptedRoadmap, differenceOf, type RoadmapLine, totalsOf } from './roadmap.ts'
import type { LineContent } from './rows.ts'
import { adoptRoadmap, chooseSectors, findRoadmap, setPublished } from './store.ts'

const framework = loadFramework()
const { edition } = framework.roadmap
const person = (role: Role, party = 'XA'): Actor =>
  actorOf({ userId: role, name: role, administrator: false, roles: new Map([[party, role]]) }, permissions)
const contact = person('contact-point')
const editor = person('editor')
const observer = person('observer')
const stranger = person('contact-point', 'KR')
const visitor = visitorOf(permissions)
const at = new Date('2026-05-01T00:00:00Z')

const content = (more: Partial<LineContent> = {}): LineContent => ({
  language: 'en',
  status: 'planned',
  gender: 'none',
  youth: 'none',
  ...more,
})

describe('the roadmap of a Party', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase([
      { room: 'history', migrations: historyMigrations },
      { room: 'roadmap', migrations },
    ])
  })
  afterAll(() => database.close())

  const adopted = async (): Promise<AdoptedRoadmap> => {
    const roadmap = await findRoadmap(database.db, contact, 'XA', edition)
    if (!roadmap) throw new Error('not adopted')
    return roadmap
  }
  const lineFor = async (activity: string): Promise<RoadmapLine> => {
    const line = (await listLines(database.db, contact, 'XA', edition)).find(
      (each) => each.activity === `roadmap/${activity}`,
    )
    if (!line) throw new Error(`no line for ${activity}`)
    return line
  }

  it('is adopted by the contact point only, with one line for each of the twenty activities', async () => {
    const sectors = ['music', 'design']
    await expect(
      adoptRoadmap(database.db, { actor: editor, at }, { party: 'XA', sectors, language: 'en', framework }),
    ).rejects.toThrow(NotAllowed)
    await adoptRoadmap(database.db, { actor: contact, at }, { party: 'XA', sectors, language: 'en', framework })
    await adoptRoadmap(
      database.db,
      { actor: contact, at },
      { party: 'XA', sectors: ['games'], language: 'en', framework },
    )
    expect((await adopted()).sectors).toEqual(sectors)
    expect(await listLines(database.db, contact, 'XA', edition)).toHaveLength(20)
  })

  it('is nobody else’s to see until it is published', async () => {
    for (const actor of [visitor, stranger]) {
      expect(await findRoadmap(database.db, actor, 'XA', edition)).toBeUndefined()
      expect(await listLines(database.db, actor, 'XA', edition)).toEqual([])
      await expect(getLine(database.db, actor, 'XA', (await lineFor('1.1')).id)).rejects.toThrow(NotThere)
    }
    expect(await listLines(database.db, observer, 'XA', edition)).toHaveLength(20)
    await setPublished(database.db, { actor: contact, at }, await adopted(), true)
    expect(await listLines(database.db, visitor, 'XA', edition)).toHaveLength(20)
  })

  it('keeps the later of two people from overwriting the earlier unseen', async () => {
    const line = await lineFor('1.4')
    const change = { actor: editor, at }
    expect(await updateLine(database.db, change, line, content({ lead: 'Ministry' }), line.version)).toBe('saved')
    expect(await updateLine(database.db, change, line, content({ lead: 'Agency' }), line.version)).toBe('stale')
    expect((await lineFor('1.4')).lead).toBe('Ministry')
  })

  it('has one line for an activity and a sector', async () => {
    const change = { actor: editor, at }
    const place = { output: 'roadmap/output-2', activity: 'roadmap/2.1' }
    const made = await addLine(database.db, change, await adopted(), place, content({ sector: 'music' }))
    expect(made).not.toBe('taken')
    expect(await addLine(database.db, change, await adopted(), place, content({ sector: 'music' }))).toBe('taken')
    expect(await addLine(database.db, change, await adopted(), place, content())).toBe('taken')
  })

  it('is out of reach for another Party’s people and for those who only read', async () => {
    const line = await lineFor('2.2')
    await expect(updateLine(database.db, { actor: observer, at }, line, content(), line.version)).rejects.toThrow(
      NotAllowed,
    )
    await expect(updateLine(database.db, { actor: stranger, at }, line, content(), line.version)).rejects.toThrow(
      NotThere,
    )
    await expect(chooseSectors(database.db, { actor: observer, at }, await adopted(), ['music'])).rejects.toThrow(
      NotAllowed,
    )
  })

  it('leaves a history that verifies', async () => {
    expect(await verifyHistory(database.db, 'XA')).toMatchObject({ holds: true })
  })
})

describe('the difference from the model', () => {
  const line = (more: Partial<RoadmapLine> = {}): RoadmapLine => ({
    id: '1',
    party: 'XA',
    edition,
    output: 'roadmap/output-1',
    activity: 'roadmap/1.1',
    version: 1,
    ...content(),
    ...more,
  })

  it('names what became of an activity', () => {
    expect(differenceOf([])).toBe('not-taken')
    expect(differenceOf([line()])).toBe('as-model')
    expect(differenceOf([line({ title: 'Ours' })])).toBe('reworded')
    expect(differenceOf([line(), line({ sector: 'music' })])).toBe('by-sector')
    expect(differenceOf([line(), line({ status: 'dropped', sector: 'music' })])).toBe('partly-dropped')
    expect(differenceOf([line({ status: 'dropped' })])).toBe('dropped')
  })

  it('adds budgets up by currency, without what was dropped', () => {
    const budget = (minor: number, currency: string): Partial<RoadmapLine> => ({ budget: { minor, currency } })
    const lines = [
      line(budget(100, 'EUR')),
      line(budget(250, 'XOF')),
      line(budget(50, 'EUR')),
      line({ ...budget(9, 'EUR'), status: 'dropped' }),
    ]
    expect(totalsOf(lines)).toEqual([
      { currency: 'EUR', minor: 150 },
      { currency: 'XOF', minor: 250 },
    ])
  })
})
