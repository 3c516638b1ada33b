import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
)
const text = sources.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')).join('\n')
const codes = [...text.matchAll(/code: (?:[\w. <>=]+ \? )?'([\w-]+)'(?: : '([\w-]+)')?/g)].flatMap((match) => [
  match[1]!,
  match[2] ?? match[1]!,
])
const kinds = [...(/refusedKinds[^[]*\[([^\]]*)\]/.exec(text)?.[1] ?? '').matchAll(/'([\w-]+)'/g)].map(
  (match) => `is-${match[1]}`,
)

describe.each(['en', 'fr', 'ar'])('every fault of a data file has its sentence in %s', (locale) => {
  const words = JSON.parse(readFileSync(join(import.meta.dirname, 'words', `${locale}.json`), 'utf8')) as Record<
    string,
    string
  >

  it.each([...new Set([...codes, ...kinds, 'record-too-long', 'unclosed-quote'])])('%s', (code) => {
    expect(words[`fault.${code}`]).toBeTruthy()
  })
})
