import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { metadata } from './command.ts'
import { metadataOf } from './small-study.ts'

const folder = mkdtempSync(join(tmpdir(), 'metadata-bad-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const faultsOf = async (name: string, content: string | Buffer, ...words: readonly string[]) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  const outcome = await metadata(['--works', path, ...words])
  return outcome.ok ? [] : outcome.faults.map(({ code }) => code)
}

describe('files that cannot be checked are refused with their reason', () => {
  it.each([
    ['an empty file', 'empty.csv', '', 'empty-file'],
    ['a header alone', 'header.csv', 'title,isbn\n', 'header-only'],
    ['a web page under the name of a table', 'page.csv', '<!doctype html><p>Sign in</p>', 'is-html'],
    ['a PDF under the name of a table', 'paper.csv', '%PDF-1.7\n', 'is-pdf'],
    ['a table without anything to check', 'other.csv', 'a,b\n1,2\n', 'nothing-to-check'],
    [
      'a report of sales that was cut short',
      'report.tsv',
      'HEAD\tdsrf/1.1.2/1.6/1.0\tBasicAudioProfile\n',
      'report-cut-short',
    ],
    ['rows of every length', 'ragged.csv', `title,isbn\n${'a\n'.repeat(20)}b,1\n`, 'ragged-rows'],
  ])('%s', async (_, name, content, code) => {
    expect(await faultsOf(name, content)).toEqual([code])
  })

  it('a column or a sector that is not there', async () => {
    expect(await faultsOf('a.csv', 'title,isbn\nOne,1\n', '--works-column', 'isbn=code')).toEqual(['columns-missing'])
    expect(await faultsOf('b.csv', 'title,isbn\nOne,1\n', '--sector', 'opera')).toEqual(['argument-choice'])
  })
})

describe('rows that are wrong are counted and said, never dropped in silence', () => {
  it('a few rows of another length are left out, with their lines', async () => {
    const rows = Array.from({ length: 60 }, (_, n) => `Title ${n},`)
    const { left_out, rows: kept } = await metadataOf(['title,isbn', ...rows, 'One,Two,Three'].join('\n'))
    expect(kept).toBe(60)
    expect(left_out.rows).toMatchObject([{ reason: 'ragged', rows: 1, lines: [62] }])
  })

  it('the same row twice is a repeated work, and one description under one identifier no conflict', async () => {
    const row = '7,One,Ann,9782070360246'
    const found = await metadataOf(`id,title,author,isbn\n${row}\n${row}\n`)
    expect(found.repeated_work_ids).toBe(1)
    expect(found.identifiers['isbn']!.duplicates).toEqual({ groups: 1, rows: 2, conflicting_groups: 0 })
    expect(found.worklist.problems).toMatchObject({ 'repeated-work-id': 1 })
  })

  it('huge numbers, negative ones and words for nothing are no identifiers', async () => {
    const found = await metadataOf('title,isbn\nA,1000000000\nB,-5\nC,NaN\nD,1e999\nE,null\n')
    expect(found.identifiers['isbn']).toMatchObject({ empty: 2, present: 3, valid: 0, repaired: 0, invalid: 3 })
  })

  it('an unknown country is listed with its rows and not guessed', async () => {
    const found = await metadataOf('title,country\nA,Frnace\nB,France\nC,Atlantis\n')
    expect(found.countries).toMatchObject({ filled: 3, recognised: 1 })
    expect(found.countries!.unrecognised.map(({ spelling }) => spelling).sort()).toEqual(['Atlantis', 'Frnace'])
    expect(found.worklist.problems).toMatchObject({ 'country-not-recognised': 2 })
    expect(found.worklist.first.every(({ proposal }) => proposal === null)).toBe(true)
  })

  it('accents of an old encoding are read as they were meant, and the guess is said', async () => {
    const path = join(folder, 'old.csv')
    writeFileSync(path, Buffer.from('title,artist,isrc\nÉté,Zoé,\nÂme,Noël,\n', 'latin1'))
    const outcome = await metadata(['--works', path])
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
    expect(outcome.value.notes.map(({ code }) => code)).toContain('encoding-guessed')
    expect(outcome.value.text).toContain('Été')
  })
})
