import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DatabaseProblem, databaseWordsFolder } from './database-problem.ts'

const words = (file: string): Record<string, string> =>
  JSON.parse(readFileSync(join(databaseWordsFolder, file), 'utf8'))

const argumentsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort()

describe('what the database says when something is wrong', () => {
  it.each(readdirSync(databaseWordsFolder).filter((name) => name.endsWith('.json')))(
    'is said in %s for every problem, with the same facts as in English',
    (file) => {
      const english = words('en.json')
      const other = words(file)
      expect(Object.keys(other)).toEqual(Object.keys(english))
      for (const [key, text] of Object.entries(english)) expect(argumentsOf(other[key]!)).toEqual(argumentsOf(text))
    },
  )

  it('names the thing and says what to do', () => {
    const problem = new DatabaseProblem('disk-full', { folder: '/srv/data' })
    expect(problem.message).toBe(
      'The disk that holds /srv/data is full, so the database cannot start. Nothing that was saved is lost: free some space and start again.',
    )
  })
})
