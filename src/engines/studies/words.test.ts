import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../kernel/package-root.ts'

const studies = 'src/engines/studies'
const rooms = [
  studies,
  ...['remuneration', 'metadata', 'flows', 'discoverability', 'workforce'].map((name) => `src/instruments/${name}`),
]

const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8')

const sourcesOf = (room: string) =>
  readdirSync(join(packageRoot, room))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => read(`${room}/${name}`))
    .join('\n')

const codesOf = (room: string) => [
  ...new Set([...sourcesOf(room).matchAll(/(?:code: |refuse\()'([a-z-]+)'/g)].map((match) => match[1]!)),
]

describe.each(rooms)('every fault of %s has its sentence', (room) => {
  it.each(['en', 'fr', 'ar'])('in %s', (locale) => {
    const words = [room, studies, 'src/engines/tables'].map((own) => JSON.parse(read(`${own}/words/${locale}.json`)))
    const silent = codesOf(room).filter((code) => !words.some((own) => own[`fault.${code}`]))
    expect(silent).toEqual([])
  })
})
