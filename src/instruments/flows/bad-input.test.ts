import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { flows } from './command.ts'
import type { FlowsDocument } from './document.ts'

const documentOf = async (files: Readonly<Record<string, string>>, ...words: string[]) => {
  const folder = await mkdtemp(join(tmpdir(), 'flows-bad-'))
  try {
    const given: string[] = []
    for (const [role, text] of Object.entries(files)) {
      await writeFile(join(folder, `${role}.csv`), text)
      given.push(`--${role}`, join(folder, `${role}.csv`))
    }
    const outcome = await flows([...given, '--replicates', '100', ...words])
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
    return JSON.parse(outcome.value.text) as FlowsDocument
  } finally {
    await rm(folder, { recursive: true })
  }
}

const users = Array.from({ length: 40 }, (_, at) => `u${at}`)
const plays = {
  plays: ['user_id,work_id,plays', ...users.map((user) => `${user},w1,1`)].join('\n'),
  works: 'work_id,origin\nw1,FR\nw2,SN\n',
  users: ['user_id,country', ...users.map((user, at) => `${user},${at < 20 ? 'FR' : 'SN'}`)].join('\n'),
}

describe('plays that cannot be used are counted and said', () => {
  it.each([
    ['negative plays', 'u1,w2,-1', 'plays_negative'],
    ['plays that are NaN', 'u1,w2,NaN', 'plays_not_a_number'],
    ['a fraction of a play', 'u1,w2,0.5', 'plays_not_whole'],
    ['10⁹ in a cell', 'u1,w2,1000000000', 'plays_too_large'],
    ['a user who is not listed', 'nobody,w1,1', 'user_not_listed'],
    ['no work', 'u1,,1', 'no_work'],
    ['a cell too many', 'u1,w1,1,1', 'ragged'],
  ])('%s', async (_, row, reason) => {
    const { left_out, overall } = await documentOf({ ...plays, plays: `${plays.plays}\n${row}\n` })
    expect(left_out.rows).toMatchObject([{ file: 'plays', reason, rows: 1 }])
    expect(overall.total).toBe(40)
  })

  it('works that are not listed, users without plays and repeated pairs stay, and are counted', async () => {
    const { left_out, overall } = await documentOf({
      ...plays,
      plays: `${plays.plays}\nu1,w1,2\nu2,w9,3\n`,
      users: `${plays.users}\nidle,FR\n`,
    })
    expect(left_out.notes).toMatchObject({
      works_not_listed: 1,
      plays_of_works_not_listed: 3,
      users_without_plays: 1,
      repeated_pairs_added_up: 1,
    })
    expect(overall).toMatchObject({ total: 45, known: 42 })
  })

  it('works listed with different origins are of unknown origin', async () => {
    const { left_out, overall } = await documentOf({ ...plays, works: `${plays.works}w1,MA\n` })
    expect(left_out.notes['works_that_disagree']).toBe(1)
    expect(overall.known).toBe(0)
    expect(overall.local_share).toBeNull()
  })

  it('spellings of countries nobody knows are listed with a proposal and not guessed', async () => {
    const { left_out, by_destination } = await documentOf({
      ...plays,
      users: plays.users.replaceAll(',SN', ',Senegall'),
    })
    expect(left_out.unrecognised_countries).toMatchObject([{ spelling: 'Senegall', rows: 20, suggestion: 'SN' }])
    expect(Object.keys(by_destination)).toEqual(['FR'])
  })
})

const chart = {
  exposures: [
    'territory,week,position,title',
    ...Array.from({ length: 10 }, (_, at) => `FR,2024-01-07,${at + 1},Title ${at}`),
  ].join('\n'),
  works: ['title,origin', ...Array.from({ length: 10 }, (_, at) => `Title ${at},${at < 5 ? 'FR' : 'US'}`)].join('\n'),
}

describe('rows of a chart that cannot be used are counted and said', () => {
  it.each([
    ['a position of 0', 'FR,2024-01-14,0,Title 1', 'position_not_readable'],
    ['a position that is no number', 'FR,2024-01-14,first,Title 1', 'position_not_readable'],
    ['a week that is no day', 'FR,2024-02-30,1,Title 1', 'week_not_readable'],
    ['a territory nobody knows', 'Atlantis,2024-01-14,1,Title 1', 'territory_not_recognised'],
    ['no title', 'FR,2024-01-14,1,', 'no_title'],
    ['a slot said twice', 'FR,2024-01-07,1,Title 0', 'repeated_slot'],
  ])('%s', async (_, row, reason) => {
    const { left_out, overall } = await documentOf({ ...chart, exposures: `${chart.exposures}\n${row}\n` })
    expect(left_out.rows).toMatchObject([{ file: 'exposures', reason, rows: 1 }])
    expect(overall.total).toBe(10)
  })

  it('of a week with three lists no contested slot counts', async () => {
    const again = ['A', 'B'].map((list) => `FR,2024-01-07,1,Title ${list}`).join('\n')
    const { left_out, overall } = await documentOf({ ...chart, exposures: `${chart.exposures}\n${again}\n` })
    expect(left_out.rows).toMatchObject([{ reason: 'conflicting_slot', rows: 3 }])
    expect(overall.total).toBe(9)
  })

  it('titles that no work has are of unknown origin and open the bounds', async () => {
    const { left_out, overall } = await documentOf({
      ...chart,
      exposures: `${chart.exposures}\nFR,2024-01-14,1,Nobody knows me\n`,
    })
    expect(left_out.notes['titles_not_in_works']).toBe(1)
    expect(overall).toMatchObject({ total: 11, known: 10, local_share: 0.5 })
    expect(overall.local_bounds.low).toBeLessThan(overall.local_bounds.high!)
  })
})
