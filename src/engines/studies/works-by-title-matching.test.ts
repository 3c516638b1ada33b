import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  CountryPlaces,
  exposuresRole,
  LeftOutLog,
  matchingOptions,
  matchingWords,
  matchSlots,
  openStudy,
  proposalsCsv,
  readMatchingRules,
  readSlots,
  readStudyCall,
  readWorksByTitle,
  worksRole,
} from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'matching-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const chart = write(
  'chart.csv',
  [
    'country,week,rank,title,category',
    'FR,2023-01-05,1,Squid Games,TV',
    'FR,2023-01-05,2,Elite,TV',
    'FR,2023-01-05,3,Sweet Hom,TV',
    'FR,2023-01-05,4,Lupin,TV',
    'FR,2023-01-05,5,Le Bureau,TV',
    'FR,2023-01-12,1,Squid Game,TV',
    'FR,2023-01-12,2,A=B,TV',
  ].join('\n'),
)
const works = write(
  'works.csv',
  [
    'work_id,title,country,category',
    '1,Squid Game,KR,TV',
    '2,Élite,ES,TV',
    '3,Sweet Home,KR,TV',
    '4,Sweet Homes,US,TV',
    '5,Lupin,FR,TV',
    '6,Le Bureau des légendes,FR,TV',
    '7,Squid Games,XX,Film',
    '8,A = B,MA,TV',
  ].join('\n'),
)

const roles = [exposuresRole, { ...worksRole, columns: [...worksRole.columns, ...exposuresRole.columns.slice(4, 5)] }]

const match = async (...words: readonly string[]) => {
  const call = readStudyCall(['--exposures', chart, '--works', works, ...words], roles, matchingOptions)
  if (!call.ok) throw new Error(JSON.stringify(call.faults))
  const rules = await readMatchingRules(call.value.own)
  if (!rules.ok) return rules
  const inputs = await openStudy(roles, [], call.value.files, undefined)
  if (!inputs.ok) throw new Error(JSON.stringify(inputs.faults))
  const [places, log] = [new CountryPlaces(), new LeftOutLog()]
  const slots = readSlots(inputs.value.byRole.get('exposures')!, {}, places, log, { hasCategory: true })
  const list = readWorksByTitle(inputs.value.byRole.get('works')!, {}, places, true)
  const matched = matchSlots(slots, [list], rules.value)
  const originOf = (name: string) =>
    list.byKey.get(matched.slots.keys[matched.slots.names.indexOf(name)] ?? '')?.origins.map((at) => places.codes[at])
  return { ok: true as const, ...matched, originOf, rules: rules.value }
}

const done = async (...words: readonly string[]) => {
  const outcome = await match(...words)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  return outcome
}

describe('titles that the list of works writes otherwise', () => {
  it('count only where they are exact, unless somebody says more; the others are proposed with their confidence', async () => {
    const { matching, originOf } = await done()
    expect(matching).toMatchObject({ threshold: null, titles: 7, exact: 2, without: 1 })
    expect(matching.standings).toEqual({ accepted: 0, applied: 0, ambiguous: 0, proposed: 4, refused: 0 })
    expect(matching.list.find(({ title }) => title === 'Elite')).toMatchObject({ work: 'Élite', confidence: 1 })
    expect(originOf('Elite')).toBeUndefined()
    expect(originOf('Lupin')).toEqual(['FR'])
  })

  it('are joined by a threshold where it leaves no choice, and never across categories', async () => {
    const { matching, originOf, slots } = await done('--match-threshold', '0.86')
    expect(matching.standings).toMatchObject({ applied: 3, ambiguous: 1 })
    expect(matching.list.find(({ title }) => title === 'Sweet Hom')).toMatchObject({ standing: 'ambiguous' })
    expect(originOf('Elite')).toEqual(['ES'])
    expect(originOf('Squid Game')).toEqual(['KR'])
    expect(slots.keys).toHaveLength(6)
    expect(matching.list.every(({ category }) => category === 'tv')).toBe(true)
  })

  it('are joined or kept apart as a person decided, whatever the confidence', async () => {
    const words = ['--match', 'Le Bureau=Le Bureau des légendes', '--no-match', 'Squid Games=Squid Game']
    const { matching, originOf, rules } = await done(...words, '--match-threshold', '0.86')
    expect(originOf('Le Bureau')).toEqual(['FR'])
    expect(matching.standings).toMatchObject({ accepted: 1, applied: 2, refused: 1 })
    expect(matchingWords(rules)).toMatchObject({ match: [words[1]], 'no-match': [words[3]], 'match-threshold': 0.86 })
  })

  it('a pair with a sign of equality in its titles is understood from the files', async () => {
    const { originOf } = await done('--match', 'A=B=A = B')
    expect(originOf('A=B')).toEqual(['MA'])
  })

  it('the same title of different works is kept apart when a person says so', async () => {
    expect((await done('--no-match', 'Lupin=Lupin')).originOf('Lupin')).toBeUndefined()
  })

  it('proposals come as a table that is decided and given back', async () => {
    const { all } = await done()
    const table = proposalsCsv(all).split('\r\n')
    expect(table[0]).toBe('title,work,decision,category,confidence,standing,slots')
    const answered = table.map((line) => line.replace(/^Elite,Élite,,/, 'Elite,Élite,oui,')).join('\r\n')
    const { originOf, matching } = await done('--matches', write('answered.csv', answered))
    expect(originOf('Elite')).toEqual(['ES'])
    expect(matching.decisions).toMatchObject({ given: 1, unused: 0, file: { name: 'answered.csv' } })
  })

  it('decisions about other files are counted as unused; what is no decision is refused with its line', async () => {
    expect((await done('--match', 'Nothing=Nowhere')).matching.decisions).toMatchObject({ given: 1, unused: 1 })
    expect(await match('--matches', write('odd.csv', 'title,work_id,decision\nElite,Élite,perhaps\n'))).toMatchObject({
      ok: false,
      faults: [{ code: 'match-decision-unknown', row: 2, field: 'matches' }],
    })
    expect(await match('--match', 'no sign')).toMatchObject({ ok: false, faults: [{ code: 'argument-pair' }] })
    expect(await match('--match-threshold', '0.2')).toMatchObject({ ok: false, faults: [{ code: 'argument-range' }] })
  })
})
