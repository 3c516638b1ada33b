import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { missing, sharedFile } from '../../test/shared-files.ts'
import { readConventionFiles } from './convention-files.ts'
import { conventionDirectory } from './load-framework.ts'

const longest = 8
const documents = ['operational-guidelines-2017.txt', 'open-roadmap.txt'] as const
const absent = documents.some((name) => missing('sources', name))

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

const runsOf = (text: string): readonly string[] => {
  const words = wordsOf(text)
  return words.slice(longest - 1).map((_, at) => words.slice(at, at + longest).join(' '))
}

describe('our own wording', () => {
  it.skipIf(absent)(`takes no ${longest} words in a row from the source documents`, () => {
    const theirs = new Set(documents.flatMap((name) => runsOf(readFileSync(sharedFile('sources', name), 'utf8'))))
    const files = [...readConventionFiles(conventionDirectory)].filter(([path]) => path !== 'sources.yaml')
    const copied = files.flatMap(([path, text]) =>
      text.split('\n').flatMap((line) =>
        runsOf(line)
          .filter((run) => theirs.has(run))
          .map((run) => `${path}: ${run}`),
      ),
    )
    expect(copied).toEqual([])
  })
})
