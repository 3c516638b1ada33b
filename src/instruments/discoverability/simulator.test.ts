import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { discoverability } from './command.ts'
import { type CompactLists, readCompactLists, type TerritoryLists } from './compact-lists.ts'
import type { DiscoverabilityDocument } from './document.ts'
import { sample } from './sample.ts'
import { findMostChanged, ruleNames, simulate } from './simulation.ts'
import { addressOf, readSimulatorQuery, repeatingSimulation, usualQuery } from './simulator-query.ts'

const compact: CompactLists = {
  study: 'discoverability',
  credit: 'fractional',
  labels: 'catalogue',
  territories: { MA: { titles: [], local: [], lists: [] }, FR: { titles: [], local: [], lists: [] } },
}

describe('what is asked of the simulator stands in the address', () => {
  it('and is read from it again', () => {
    const query = { rule: 'xquad', share: 0.45, depth: 7, lambda: 0.2, territory: 'FR' } as const
    expect(readSimulatorQuery(new URLSearchParams(addressOf(query)), compact, 'MA')).toEqual(query)
  })

  it('what is missing or cannot be is as usual, for the country of the study', () => {
    const wrong = new URLSearchParams('rule=luck&share=2&depth=-1&lambda=x&territory=XX')
    expect(readSimulatorQuery(wrong, compact, 'FR')).toEqual({ ...usualQuery, territory: 'FR' })
    expect(readSimulatorQuery(new URLSearchParams(), compact, undefined).territory).toBe('MA')
  })

  it('only lists that the study wrote are read', () => {
    expect(readCompactLists(JSON.stringify(compact))).toEqual(compact)
    for (const text of ['', 'null', '[]', '{"study":"flows"}', '{']) expect(readCompactLists(text)).toBeUndefined()
  })
})

const someLists = fc
  .array(fc.option(fc.constantFrom(0, 0.5, 1), { nil: null }), { minLength: 1, maxLength: 30 })
  .map((local): TerritoryLists => {
    const titles = local.map((_, at) => `t${at}`)
    return { titles, local, lists: [{ week: '2022-01-02', name: '', titles: local.map((_, at) => at) }] }
  })
const someChoice = fc.record({
  rule: fc.constantFrom(...ruleNames),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  depth: fc.integer({ min: 1, max: 40 }),
  lambda: fc.double({ min: 0, max: 1, noNaN: true }),
})

describe('every rule on any list', () => {
  it('keeps shares, relevance and likeness within their ranges, and the titles those of the list', () => {
    fc.assert(
      fc.property(someLists, someChoice, (lists, { rule, ...options }) => {
        const found = simulate(rule, [lists], options)
        for (const share of [found.share_before!, found.share_after!, found.rbo!]) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1 + 1e-12)
        }
        expect(found.relevance_lost!).toBeGreaterThanOrEqual(-1e-12)
        const example = findMostChanged(rule, lists, options)
        expect(example === undefined).toBe(found.lists_changed === 0)
        if (!example) return
        const places = example.after.map(({ from }) => from)
        expect(new Set(places).size).toBe(places.length)
        for (const { title, from } of example.after) expect(title).toBe(`t${from - 1}`)
      }),
      { numRuns: 400 },
    )
  })

  it('a floor, a quota and FA*IR never take from local works', () => {
    fc.assert(
      fc.property(someLists, someChoice, (lists, options) => {
        for (const rule of ['floor', 'quota', 'fair-star'] as const) {
          const isWhole = lists.local.every((credit) => credit !== 0.5)
          const found = simulate(rule, [lists], options)
          if (isWhole) expect(found.share_gained!).toBeGreaterThanOrEqual(-1e-12)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('a sceptic repeats a simulation of the page with the command beside it', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'discoverability-'))
    for (const { name, text } of Object.values(sample.files)) await writeFile(join(folder, name), text)
  })
  afterAll(() => rm(folder, { recursive: true }))

  const run = async (words: readonly string[]) => {
    const names: readonly string[] = Object.values(sample.files).map(({ name }) => name)
    const outcome = await discoverability(words.map((word) => (names.includes(word) ? join(folder, word) : word)))
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
    return outcome.value
  }

  it('to the last digit', { timeout: 30_000 }, async () => {
    const files = Object.entries(sample.files).flatMap(([role, { name }]) => [`--${role}`, name])
    const words = ['--country', 'XA', '--spelling', 'Meridia=XA', '--replicates', '100', '--simulate', 'mmr']
    const first = await run([...files, ...words, '--lists', 'lists.json'])
    const { method } = JSON.parse(first.text) as DiscoverabilityDocument
    const lists = readCompactLists(first.also!.find(({ path }) => path === 'lists.json')!.text)!
    const query = { rule: 'calibrate', share: 0.4, depth: 8, lambda: 0.35, territory: 'FR' } as const
    const command = repeatingSimulation(method.command, query)
    const again = JSON.parse((await run(command.split(' ').slice(3))).text) as DiscoverabilityDocument
    expect(again.countries['FR']!.lists!.simulations['calibrate']).toEqual(
      simulate('calibrate', [lists.territories['FR']!], query),
    )
  })
})
