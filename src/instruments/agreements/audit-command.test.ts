import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditAgreements } from './audit-command.ts'
import { auditColumns } from './audit-table.ts'
import { clauseTypeNames } from './rules/clause-type.ts'

const text = `CHAPTER 1
Exceptions
Article 1
Cultural Industries
Cultural industries are exempt from the provisions of this Agreement
between the Parties.
Article 2
Scope
The Parties apply Annex B to this Agreement.
`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-'))
  await writeFile(join(folder, 'draft.txt'), text)
  await writeFile(join(folder, 'bomb.xml'), '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
  await writeFile(join(folder, 'notes.doc'), 'passed over')
})
afterAll(async () => rm(folder, { recursive: true }))

const auditFolder = async (format: 'csv' | 'json') => {
  const result = await auditAgreements({ paths: [folder], format })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value
}

it('writes one row per clause found and one per type not found, quotes verbatim and with offsets', async () => {
  const run = await auditFolder('csv')
  const rows = parse<Record<string, string>>(run.text, { columns: true })
  expect(Object.keys(rows[0]!)).toEqual([...auditColumns])
  expect(rows).toHaveLength(clauseTypeNames.length)
  const found = rows.filter(({ present }) => present === '1')
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({
    agreement_id: 'draft',
    clause_type: 'cultural_exception',
    article_id: 'Article 1',
    direction: 'preserves',
    strength: 'binding',
    scope: 'agreement',
    rule: 'cultural-exception.exempt',
  })
  expect(text.slice(Number(found[0]!['start']), Number(found[0]!['end']))).toBe(found[0]!['quote'])
})

it('says “cannot conclude” for what was not found in a text that points to an annex', async () => {
  const rows = parse<Record<string, string>>((await auditFolder('csv')).text, { columns: true })
  expect(new Set(rows.filter(({ present }) => present === '0').map(({ rule }) => rule))).toEqual(
    new Set(['cannot-conclude']),
  )
})

it('names the file it refused and audits the others', async () => {
  const run = await auditFolder('csv')
  expect(run.agreements.map(({ document }) => document.id)).toEqual(['draft'])
  expect(run.refused).toMatchObject([{ code: 'text-doctype', values: { file: 'bomb.xml' } }])
})

it('gives coverage, reasons and policy space as JSON', async () => {
  const { agreements } = JSON.parse((await auditFolder('json')).text) as {
    agreements: {
      coverage: unknown
      clauses: unknown[]
      policy_space: { readings: { measure: string; answer: string }[] }
    }[]
  }
  expect(agreements[0]!.coverage).toMatchObject({ whole: false, missing: [{ kind: 'annex', label: 'B', mentions: 1 }] })
  expect(agreements[0]!.clauses[0]).toMatchObject({ reason: { code: 'reason.cultural-exception.exempt' } })
  expect(agreements[0]!.policy_space.readings[0]).toMatchObject({
    measure: 'discoverability_quota',
    answer: 'preserved',
  })
})

it('refuses a path that is not there, a folder without texts and a file that is no archive', async () => {
  const codeOf = async (path: string): Promise<string | undefined> => {
    const result = await auditAgreements({ paths: [path], format: 'csv' })
    return result.ok ? undefined : result.faults[0]?.code
  }
  expect(await codeOf(join(folder, 'nothing'))).toBe('path-not-there')
  const empty = await mkdtemp(join(tmpdir(), 'audit-'))
  expect(await codeOf(empty)).toBe('folder-without-texts')
  await writeFile(join(empty, 'a.tar.gz'), 'no archive')
  expect(await codeOf(join(empty, 'a.tar.gz'))).toBe('archive-damaged')
  await rm(empty, { recursive: true })
})
