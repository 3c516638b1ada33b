import { describe, expect, it } from 'vitest'
import type { FileRole, StudyLayout } from '../engines/studies/index.ts'
import { findExchange, proposalOf } from './match-files.ts'

const role = (name: string, ...columns: readonly string[]): FileRole => ({
  name,
  required: true,
  columns: columns.map((column) => ({ name: column, required: true, usualNames: [] })),
})

const roles = [role('plays', 'user_id', 'work_id'), role('works', 'work_id', 'origin')]
const layouts: readonly StudyLayout[] = [
  {
    id: 'known',
    files: { plays: { columns: { user_id: 'u', work_id: 'w' } }, works: { columns: { work_id: 'w', origin: 'o' } } },
  },
]
const plays = { header: ['user_id', 'work_id'] }
const works = { header: ['work_id', 'origin'] }

describe('files in each other’s places', () => {
  it('are noticed when they fit only the other way round', () => {
    expect(findExchange(roles, layouts, { plays: works, works: plays })).toEqual({ plays, works })
    expect(findExchange(roles, layouts, { plays: { header: ['w', 'o'] }, works: { header: ['u', 'w'] } })).toEqual({
      plays: { header: ['u', 'w'] },
      works: { header: ['w', 'o'] },
    })
  })

  it('are left where they are when they fit, or when no exchange helps', () => {
    expect(findExchange(roles, layouts, { plays, works })).toBeUndefined()
    expect(findExchange(roles, layouts, { plays: { header: ['a'] }, works: plays })).toBeUndefined()
  })
})

it('a known layout is proposed whole, else what the usual names of columns suggest', () => {
  expect(proposalOf(roles, layouts, { plays: { header: ['u', 'w'] }, works: { header: ['w', 'o'] } })).toEqual({
    layout: 'known',
    mappings: { plays: { user_id: 'u', work_id: 'w' }, works: { work_id: 'w', origin: 'o' } },
  })
  expect(proposalOf(roles, layouts, { plays, works: { header: ['work_id'] } })).toEqual({
    layout: 'none',
    mappings: { plays: { user_id: 'user_id', work_id: 'work_id' }, works: { work_id: 'work_id' } },
  })
})
