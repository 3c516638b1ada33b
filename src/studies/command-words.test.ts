import { describe, expect, it } from 'vitest'
import type { StudyLayout } from '../engines/studies/index.ts'
import { commandWords } from './command-words.ts'
import type { StudyChoices } from './draft.ts'
import type { KeptFile } from './study.ts'

const file = (name: string, sha256: string): KeptFile => ({
  name,
  sha256,
  bytes: 1,
  encoding: 'utf-8',
  header: [],
  sample: [],
  notes: [],
})

const layouts: readonly StudyLayout[] = [
  { id: 'known', files: { plays: { columns: { user_id: 'user', plays: 'count' } } } },
  { id: 'bare', files: { plays: { columns: { user_id: 'first' }, names: ['first', 'second'] } } },
]

const artefacts = [{ option: 'statements', file: 'statements.csv', type: 'text/csv', audience: 'team' }] as const

const wordsOf = (choices: Partial<StudyChoices>) =>
  commandWords(
    { layouts, artefacts },
    {
      files: { plays: file("people's plays.csv", 'a') },
      choices: {
        layout: 'none',
        mappings: { plays: { user_id: 'user' } },
        encodings: {},
        separators: {},
        spellings: {},
        settings: {},
        unrecognised: [],
        ...choices,
      },
    },
    (sha256) => `/store/${sha256}`,
  )

describe('the words of the command', () => {
  it('take the stored file by the name its owner gave it, and everything that was chosen', () => {
    expect(
      wordsOf({
        encodings: { plays: 'windows-1256' },
        separators: { plays: ';' },
        spellings: { 'Côte = Ivoire': 'CI' },
        settings: { fee: ['9.99'], models: ['pro-rata', 'user-centric'] },
      }),
    ).toEqual([
      '--plays=/store/a',
      "--plays-name=people's plays.csv",
      '--plays-column=user_id=user',
      '--plays-encoding=windows-1256',
      '--plays-separator=semicolon',
      '--layout=none',
      '--spelling=Côte = Ivoire=CI',
      '--fee=9.99',
      '--models=pro-rata',
      '--models=user-centric',
      '--statements=statements.csv',
      '--format=json',
    ])
  })

  it('name a layout only when every column is as it says: what a person took out stays out', () => {
    const whole = wordsOf({ layout: 'known', mappings: { plays: { user_id: 'user', plays: 'count' } } })
    expect(whole).toContain('--layout=known')
    expect(whole.some((word) => word.startsWith('--plays-column'))).toBe(false)
    const fewer = wordsOf({ layout: 'known' })
    expect(fewer).toContain('--layout=none')
    expect(fewer).toContain('--plays-column=user_id=user')
  })

  it('keep the layout of a file without a header line, whose columns have no other names', () => {
    const words = wordsOf({ layout: 'bare', mappings: { plays: { user_id: 'second' } } })
    expect(words).toContain('--layout=bare')
    expect(words).toContain('--plays-column=user_id=second')
  })
})
