import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { CountryPlaces, exposuresRole, LeftOutLog, openStudy, readSlots } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'known-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const chart = [
  'rank,uri,artist_names,track_name,source,peak_rank,previous_rank,weeks_on_chart,streams',
  '1,spotify:track:1,"Ann, Ben",One,Invented Label,1,2,7,1000',
  '2,spotify:track:2,Cleo,Two,Invented Label,1,1,9,900',
].join('\n')

const slotsOf = async (...names: readonly string[]) => {
  const paths = names.map((name, at) => {
    const path = join(folder, name)
    writeFileSync(path, `${chart}\n3,spotify:track:${at + 3},Dora,Three,Invented Label,3,3,1,${at}\n`)
    return path
  })
  const [path, ...further] = paths
  const file = { path: path!, further: further.map((path) => ({ path })) }
  const inputs = await openStudy([exposuresRole], [], { exposures: file }, undefined)
  if (!inputs.ok) throw new Error(JSON.stringify(inputs.faults))
  const [places, log] = [new CountryPlaces(), new LeftOutLog()]
  const input = inputs.value.byRole.get('exposures')!
  return { places, log, mapping: input.mapping, slots: readSlots(input, {}, places, log, { hasCategory: false }) }
}

describe('a chart as Spotify offers it', () => {
  it('is recognised by its columns, territory and week by its name', async () => {
    const { slots, mapping, places } = await slotsOf('regional-fr-weekly-2023-01-05.csv')
    expect(mapping).toMatchObject({ territory: '#territory', week: '#week', position: 'rank', title: 'track_name' })
    expect([slots.length, places.codes, slots.weeks, slots.names]).toEqual([
      3,
      ['FR'],
      ['2023-01-05'],
      ['One', 'Three', 'Two'],
    ])
  })

  it('several of them are one chart of several territories and weeks', async () => {
    const { slots, places } = await slotsOf('regional-ma-weekly-2023-01-05.csv', 'regional-tn-weekly-2023-01-12.csv')
    expect([slots.length, slots.lists, places.codes, slots.weeks]).toEqual([
      6,
      2,
      ['MA', 'TN'],
      ['2023-01-05', '2023-01-12'],
    ])
  })

  it('the chart of the whole world has no territory, and is left out with that reason', async () => {
    const { slots, log } = await slotsOf('regional-global-weekly-2023-01-05.csv')
    expect(slots.length).toBe(0)
    expect(log.list()).toMatchObject([{ reason: 'territory_not_recognised', rows: 3, found: ['global'] }])
  })
})
