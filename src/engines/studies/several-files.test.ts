import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import {
  openStudy,
  readStudyCall,
  readUsage,
  repeatingCommand,
  studyRecord,
  usageLayouts,
  usageRoles,
} from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'several-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const january = 'user_id,work_id,count\nu1,w1,2\nu2,w2,-1\n'
const february = 'user_id,work_id,count\nu1,w3,4\nu3,w1,1\nu3,w1,x\n'
const works = write('works.csv', 'work_id,country\nw1,SN\nw2,FR\nw3,FR\n')

const open = async (...words: string[]) => {
  const call = readStudyCall(words, usageRoles, {})
  if (!call.ok) throw new Error(JSON.stringify(call.faults))
  return { call: call.value, inputs: await openStudy(usageRoles, usageLayouts, call.value.files, undefined) }
}

const usageOf = async (...words: string[]) => {
  const { call, inputs } = await open(...words, '--works', works)
  if (!inputs.ok) throw new Error(JSON.stringify(inputs.faults))
  return { call, inputs: inputs.value, usage: readUsage(inputs.value, {}) }
}

describe('Several files of one table', () => {
  test('are read as one, whatever packing each of them has', async () => {
    const parts = [
      write('january.csv', january),
      write('february.csv.gz', gzipSync(february)),
      write('march.csv.zst', zstdCompressSync(Buffer.from('count,work_id,user_id\n7,w2,u1\n'))),
    ]
    const { usage } = await usageOf(...parts.flatMap((part) => ['--plays', part]))
    expect(usage.totalPlays).toBe(2 + 4 + 1 + 7)
    expect(usage.userIds).toEqual(['u1', 'u2', 'u3'])
  })

  test('give the same figures as their rows in one file', async () => {
    const whole = write('whole.csv', january + february.slice(february.indexOf('\n') + 1))
    const [one, two] = [
      await usageOf('--plays', whole),
      await usageOf('--plays', write('a.csv', january), '--plays', write('b.csv', february)),
    ]
    expect(two.usage.plays).toEqual(one.usage.plays)
    expect(two.usage.workIds).toEqual(one.usage.workIds)
    const reasons = ({ usage }: typeof one) => usage.leftOut.list().map(({ reason, rows }) => [reason, rows])
    expect(reasons(two)).toEqual(reasons(one))
  })

  test('stand in the record one by one, with their hashes, and in the command that repeats the study', async () => {
    const { call, inputs, usage } = await usageOf(
      '--plays',
      write('a.csv', january),
      '--plays-name',
      'January.csv',
      '--plays',
      write('b.csv', february),
      '--plays-name',
      'February.csv',
    )
    const command = repeatingCommand('flows', call, inputs, {})
    expect(command).toContain('--plays January.csv --plays February.csv')
    const { plays } = studyRecord('flows', command, call, inputs, { rules: {}, limits: [], resampling: null }).inputs
    expect(plays).toMatchObject({
      file: 'January.csv',
      rows: 2,
      further: [{ file: 'February.csv', rows: 3, lines_before: 3 }],
    })
    expect(plays!.further![0]!.sha256).toMatch(/^[\da-f]{64}$/)
    expect(plays!.further![0]!.sha256).not.toBe(plays!.sha256)
    const unreadable = usage.leftOut.list().find(({ reason }) => reason === 'plays_not_a_number')
    expect(unreadable?.lines).toEqual([3 + 4])
  })

  test('are refused when one of them lacks a column, by its name', async () => {
    const { inputs } = await open(
      '--plays',
      write('a.csv', january),
      '--plays',
      write('other.csv', 'user_id,track_number\nu1,w1\n'),
      '--works',
      works,
    )
    expect(inputs.ok || inputs.faults).toMatchObject([
      { code: 'columns-missing', field: 'plays', values: { name: 'other.csv' } },
    ])
  })

  test('are refused when the same file is given twice: its rows would count twice', async () => {
    const { inputs } = await open(
      '--plays',
      write('a.csv', january),
      '--plays',
      write('copy.csv', january),
      '--works',
      works,
    )
    expect(inputs.ok || inputs.faults).toEqual([
      { code: 'same-file-twice', field: 'plays', values: { name: 'copy.csv', other: 'a.csv' } },
    ])
  })
})

describe('Who waits for the files to be read', () => {
  test('hears bytes and rows, rising to all of them', async () => {
    const call = readStudyCall(['--plays', write('a.csv', january), '--works', works], usageRoles, {})
    if (!call.ok) throw new Error('call')
    const told: { bytes: number; ofBytes: number; rows: number }[] = []
    await openStudy(usageRoles, usageLayouts, call.value.files, undefined, {
      watch: { progress: (done) => told.push(done) },
    })
    const last = told.at(-1)!
    expect(last.bytes).toBe(last.ofBytes)
    expect(last.rows).toBe(2 + 3)
    expect(told.every(({ bytes }, at) => at === 0 || bytes >= told[at - 1]!.bytes)).toBe(true)
  })
})
