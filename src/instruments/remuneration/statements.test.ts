import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf, runSmall, smallFiles, twentyListeners as twenty } from './small-study.ts'
import { statementFileText } from './statement-file.ts'
import { type StatementReader, withStatements } from './statement-reader.ts'
import type { Statements } from './statements.ts'

const reading = async <Value>(text: string, use: (reader: StatementReader) => Promise<Value>): Promise<Value> => {
  const folder = await mkdtemp(join(tmpdir(), 'statements-'))
  try {
    const path = join(folder, 'statements.jsonl')
    await writeFile(path, text)
    return await withStatements(path, use)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const invented = (names: readonly string[], worksOf: (place: number) => number): Statements => ({
  currency: 'EUR',
  models: ['pro-rata', 'user-centric'],
  count: names.length,
  workCount: names.reduce((sum, _, place) => sum + worksOf(place), 0),
  at: (place) => ({
    creator: names[place]!,
    works: worksOf(place),
    plays: place,
    listeners: null,
    paid: { 'pro-rata': `${place}.00`, 'user-centric': `${place}.50` },
  }),
  worksAt: (place) =>
    Array.from({ length: worksOf(place) }, (_, at) => ({
      work: `w${place}-${at}`,
      title: at === 0 ? null : `“${names[place]}” ${at}`,
      plays: at,
      listeners: 10 + at,
      paid: { 'pro-rata': '1.00', 'user-centric': '0.50' },
    })),
})

describe('a file of statements', () => {
  const name = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('Zoé\nLuc', '"Émile"', 'نادية'))

  it('gives back every statement with its works, whatever the names', async () => {
    const anything = fc.tuple(fc.array(name, { minLength: 1, maxLength: 12 }), fc.nat(7))
    await fc.assert(
      fc.asyncProperty(anything, async ([names, most]) => {
        const statements = invented(names, (place) => (place * 3) % (most + 1))
        await reading(statementFileText(statements), async ({ end, page, find }) => {
          expect([end.creators, end.works]).toEqual([statements.count, statements.workCount])
          const listed = await page(0, 100)
          expect(listed.map(({ creator, place }) => [creator, place])).toEqual(names.map((text, at) => [text, at]))
          for (const place of names.keys()) {
            const found = await find(place, 0, 100)
            expect(found!.statement.paid).toEqual([`${place}.00`, `${place}.50`])
            expect(found!.works.map(({ work, title }) => [work, title])).toEqual(
              statements.worksAt(place).map(({ work, title }) => [work, title]),
            )
          }
        })
      }),
      { numRuns: 60 },
    )
  })

  it('gives a page from the middle, and nothing past the end', async () => {
    const names = Array.from({ length: 5000 }, (_, at) => `Creator ${String(at).padStart(5, '0')}`)
    await reading(statementFileText(invented(names, () => 2)), async ({ page, find }) => {
      expect((await page(4321, 3)).map(({ creator }) => creator)).toEqual(names.slice(4321, 4324))
      expect(await page(4999, 50)).toHaveLength(1)
      expect(await page(5000, 50)).toEqual([])
      expect(await find(5000, 0, 10)).toBeUndefined()
      expect(await find(Number.NaN, 0, 10)).toBeUndefined()
      expect((await find(17, 1, 10))!.works.map(({ work }) => work)).toEqual(['w17-1'])
    })
  })

  it('finds a name by a part of it, whatever case and accents, and by nothing else of the line', async () => {
    const text = statementFileText(invented(['Émile Zola', 'Zoé', 'Ézra "user-centric"'], () => 1))
    await reading(text, async ({ search }) => {
      const namesOf = async (wanted: string, most = 10) => {
        const { statements, isCut } = await search(wanted, most)
        return [...statements.map(({ creator }) => creator), ...(isCut ? ['…'] : [])]
      }
      expect(await namesOf('ZO')).toEqual(['Émile Zola', 'Zoé'])
      expect(await namesOf('e', 2)).toEqual(['Émile Zola', 'Zoé', '…'])
      expect(await namesOf('creator')).toEqual([])
      expect(await namesOf('"')).toEqual([])
    })
  })
})

describe('a statement', () => {
  it('has the works that were played, with what each rule pays for them, adding up to the cent', async () => {
    const works = `${smallFiles.works}w4,Loire,Luc,France\nw5,Rhone,Luc,France\n`
    const plays = `${twenty.plays}\na0,w4,1\na1,w4,1\na2,w5,2\n`
    const words = [
      '--fee',
      '0.97',
      '--currency',
      'EUR',
      '--statement',
      'Luc',
      '--models',
      'pro-rata,user-centric,mixture',
    ]
    const { statements } = await documentOf({ ...twenty, works, plays }, ...words)
    const [luc] = statements
    expect(luc!.played.map(({ work, title, plays: count }) => [work, title, count])).toEqual([
      ['w2', 'Seine', 90],
      ['w4', 'Loire', 2],
      ['w5', 'Rhone', 2],
    ])
    for (const [model, whole] of Object.entries(luc!.paid)) {
      const cents = luc!.played.reduce((sum, { paid }) => sum + Math.round(Number(paid[model]) * 100), 0)
      expect(cents).toBe(Math.round(Number(whole) * 100))
    }
  })

  it('tells the listeners of a work from ten on', async () => {
    const plays = `${twenty.plays}\na0,w3,1\n`
    const { statements } = await documentOf({ ...twenty, plays }, '--statement', 'Nobody', '--statement', 'Luc')
    expect(statements.map(({ played }) => played[0]!.listeners)).toEqual([10, null])
  })

  it('is written for all creators, with their works where the file is to be JSON lines', async () => {
    const { outcome } = await runSmall(twenty, '--statements', 'all.jsonl')
    const [file] = outcome.ok ? outcome.value.also! : []
    expect(file!.path).toBe('all.jsonl')
    const lines = file!.text.trim().split('\n')
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ creators: 3, works: 3, currency: 'XXX' })
    expect(JSON.parse(lines[0]!)).toMatchObject({
      creator: 'Luc',
      work: 'w2',
      title: 'Seine',
      plays: 90,
      listeners: 10,
    })
  })
})
