import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as metrics from './index.ts'

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')

it('every function the README names is there to import, and every function there is named', () => {
  const table = readme.split('\n').filter((line) => line.startsWith('| '))
  const named = new Set<string>()
  for (const [, name, plural] of table.join('\n').matchAll(/`(\w+)(?:\((s|Shares)\))?(?:\(counts, q\))?`/g)) {
    named.add(name!)
    if (plural) named.add(name! + plural)
  }
  const missing = [...named].filter((name) => !(name in metrics))
  expect(missing).toEqual([])
  const functions = Object.entries(metrics).filter(([, value]) => typeof value === 'function')
  const indirect = /^(gini|inverse)?[sS]impsonWithoutReplacement$|^(giniSimpson|inverseSimpson)WithoutReplacement$/
  const support = [
    'acceleration',
    'attentionShares',
    'cellsByCluster',
    'checkPlaysByUser',
    'clusterCount',
    'columnTotals',
  ]
  const more = ['cosineSimilarity', 'distribute', 'frequencies', 'hash32', 'usualBlockLength']
  const unnamed = functions.map(([name]) => name).filter((name) => !named.has(name) && !indirect.test(name))
  expect(unnamed.sort()).toEqual([...support, ...more].sort())
})

it('the example gives what it says', () => {
  const plays = [460, 230, 55, 12, 0]
  expect(metrics.hill(plays, 1)).toBeCloseTo(2.511, 3)
  expect(metrics.gini(plays)).toBeCloseTo(0.6013, 4)
  const byUser = metrics.groupPlaysByUser([0, 0, 1], [0, 1, 1], 2, 2, [9, 1, 1])
  expect(Array.from(metrics.userCentric(byUser, [999, 999]).amounts)).toEqual([899, 1099])
})
