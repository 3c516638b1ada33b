import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../src/kernel/package-root.ts'

const inFolder = (folder: string): readonly string[] =>
  readdirSync(join(packageRoot, folder), { withFileTypes: true, recursive: folder !== '' })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))

const documents = ['', 'docs', 'src', 'benchmarks'].flatMap(inFolder).map((file) => ({
  file,
  path: relative(packageRoot, file).replaceAll('\\', '/'),
  text: readFileSync(file, 'utf8'),
}))

const named = (path: string): string => documents.find((document) => document.path === path)?.text ?? ''

describe('the documents', () => {
  it('are all there that an institution asks for', () => {
    const wanted = [
      'README.md',
      'ARCHITECTURE.md',
      'STYLE.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'CHANGELOG.md',
      'CODE_OF_CONDUCT.md',
      'LICENSE',
      'publiccode.yml',
    ]
    expect(wanted.filter((path) => !existsSync(join(packageRoot, path)))).toEqual([])
  })

  it('link to what is there', () => {
    const dead = documents.flatMap(({ file, path, text }) =>
      [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !existsSync(resolve(dirname(file), target)))
        .map((target) => `${path} → ${target}`),
    )
    expect(dead).toEqual([])
  })

  it('name only files of the code that are there', () => {
    const places = ['', 'src', 'src/people', 'docs']
    const missing = ['ARCHITECTURE.md', 'STYLE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/reliability.md'].flatMap(
      (path) =>
        [...named(path).matchAll(/`([a-z.][\w./-]*\/[\w./-]+\.(?:tsx?|mjs|json|yml))`/g)]
          .map(([, target = '']) => target)
          .filter(
            (target) =>
              !target.startsWith('words/') && !places.some((place) => existsSync(join(packageRoot, place, target))),
          )
          .map((target) => `${path}: ${target}`),
    )
    expect(missing).toEqual([])
  })

  it('keep to the length a person reads', () => {
    const most: Readonly<Record<string, number>> = { 'ARCHITECTURE.md': 150, 'STYLE.md': 200 }
    const long = documents.filter(({ path, text }) => {
      const limit = most[path] ?? (path.startsWith('docs/decisions/') ? 90 : Number.POSITIVE_INFINITY)
      return text.split('\n').length > limit
    })
    expect(long.map(({ path }) => path)).toEqual([])
  })

  it('number each decision once', () => {
    const numbers = documents.flatMap(({ path }) => /^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1] ?? [])
    expect(numbers.length).toBe(documents.filter(({ path }) => path.startsWith('docs/decisions/')).length)
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const { path, text } of documents.filter(({ path: each }) => each.startsWith('docs/decisions/')))
      expect(text, path).toMatch(/\*\*Status:\*\* \w+/)
  })
})
