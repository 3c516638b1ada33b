import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { missing, sharedFile } from '../../../test/shared-files.ts'
import { countryLists } from './country-lists.ts'

const parts = ['data', 'codelists', 'country-codes.csv']

/** Rows of a CSV whose quoted cells hold no line ends. */
const rowsOf = (text: string): readonly Readonly<Record<string, string>>[] => {
  const [header = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((match) => match[1]!.replaceAll('"', '')))
  return rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])))
}

const listOf = (id: string) => countryLists.find((list) => list.id === id)!

describe.skipIf(missing(...parts))('lists of countries agree with the public-domain table of country codes', () => {
  const rows = rowsOf(readFileSync(sharedFile(...parts), 'utf8')).filter((row) => row['ISO3166-1-Alpha-2'] !== '')
  const codeOf = (row: Readonly<Record<string, string>>) => row['ISO3166-1-Alpha-2']!

  it.each([
    ['ldc', 'Least Developed Countries (LDC)'],
    ['lldc', 'Land Locked Developing Countries (LLDC)'],
    ['sids', 'Small Island Developing States (SIDS)'],
  ])('%s', (id, column) => {
    const list = listOf(id)
    for (const row of rows) expect(list.has(codeOf(row)), codeOf(row)).toBe(row[column]!.trim() === 'x')
  })

  it('developing regions by M49 lie outside Europe, Northern America, Australia and New Zealand', () => {
    const list = listOf('m49')
    const outside = (row: Readonly<Record<string, string>>) =>
      row['Region Name']!.trim() !== '' &&
      row['Region Name'] !== 'Europe' &&
      row['Sub-region Name'] !== 'Northern America' &&
      row['Sub-region Name'] !== 'Australia and New Zealand'
    const differing = rows.filter((row) => list.has(codeOf(row)) !== outside(row)).map(codeOf)
    expect(differing.sort()).toEqual(['CY', 'IL', 'JP', 'TW'])
  })
})

it('every list says its version and source, and what of it is recalled', () => {
  for (const { title, version, source, verified, id } of countryLists) {
    expect([title, version, source].every((text) => text.length > 3)).toBe(true)
    expect(verified, id).toBe(id !== 'unctad')
  }
})
