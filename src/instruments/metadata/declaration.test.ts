import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadFramework } from '../../framework/index.ts'
import type { Visit } from '../../people/index.ts'
import { formatsFor } from '../../platform/languages/formats.ts'
import { openLanguages, type Words } from '../../platform/languages/words.ts'
import type { FinishedStudy } from '../../studies/index.ts'
import { charts } from './charts.ts'
import { expectedFields } from './columns.ts'
import type { MetadataDocument } from './document.ts'
import { sample } from './sample.ts'
import { sayings, serves } from './sayings.ts'
import { metadataOf } from './small-study.ts'
import { words } from './words/words.generated.ts'
import { problems, type WorkItem, worklistCsv } from './worklist.ts'
import { worklistItems } from './worklist-file.ts'
import { itemsOnPage, partOf, queryOf, readFilter } from './worklist-filter.ts'

const framework = loadFramework()
const locales = ['en', 'fr', 'ar'] as const
const languages = openLanguages({ offered: locales })
const [from, to] = [Date.parse('2025-01-01T12:00:00Z'), Date.parse('2025-12-31T12:00:00Z')]

const visitIn = (locale: string) =>
  ({
    locale,
    direction: locale === 'ar' ? 'rtl' : 'ltr',
    words: <Shape>(of: Words<Shape>) => languages.words(of, locale),
    findText: <Shape>(of: Words<Shape>) => languages.find(of, locale),
    format: formatsFor(locale),
  }) as unknown as Visit

const creators = 'Artist,MusicBrainz ID,Gender\nAnn,57652bf8-cfe8-42e7-b9a7-5572a7080d8d,Female\nBen,none,\n'
const clean = 'title,author,isbn\nOne,Ann,9782070360246\n'

describe('what a finished study says', () => {
  let document: MetadataDocument
  beforeAll(async () => {
    document = await metadataOf(sample.files.works.text, '--sector', 'music', '--spelling', 'Meridia=XA')
  })

  it('is how far works are reached, the whole way, damage, and what is missing', () => {
    expect(sayings(document).map(({ aspect, value }) => [aspect, value! >= 0 && value! <= 1])).toEqual([
      ['reach', true],
      ['whole-way', true],
      ['damaged', true],
      ['completeness', true],
    ])
    expect(new Set(sayings(document).map(({ standing }) => standing))).toEqual(new Set(['observed']))
  })

  it('answers what the Convention has, all that the study declares and no more', () => {
    const declared: readonly string[] = [...serves.activities, ...serves.paragraphs, ...serves.verifications]
    const answered = new Set(sayings(document).flatMap(({ traces }) => traces))
    for (const trace of answered) expect(framework.find(trace), trace).toBeDefined()
    expect([...answered].filter((trace) => !trace.startsWith('report-')).sort()).toEqual(declared.toSorted())
  })

  it.each(locales)('reads as sentences in %s, of works and of creators, damaged or not', async (locale) => {
    const find = languages.find(words, locale)
    for (const list of [document, await metadataOf(creators), await metadataOf(clean)])
      for (const { key, values } of sayings(list)) {
        const text = find(key, { from, to, ...values })
        expect(text, key).toBeTruthy()
        expect(text).not.toMatch(/[{}]|undefined|NaN/)
      }
  })

  it('of a list of creators alone nothing is said about works', async () => {
    const list = await metadataOf(creators)
    expect(list.reach).toEqual({ subject: 'creators', rows: 2, as_it_stands: 1, after_repair: 1 })
    expect(sayings(list).map(({ aspect }) => aspect)).not.toContain('whole-way')
  })

  it.each(locales)('is drawn in %s, with every field named', (locale) => {
    const shown = { visit: visitIn(locale), study: {} as FinishedStudy, document }
    for (const draw of Object.values(charts)) {
      const chart = draw(shown)!
      expect(chart.svg).toContain('<svg')
      expect(chart.table.rows.flat().join()).not.toMatch(/undefined|NaN/)
    }
    const find = languages.find(words, locale)
    const fields = new Set([...Object.values(expectedFields).flat(), ...Object.keys(document.identifiers)])
    for (const field of fields) expect(find(`column.${field}`), field).toBeTruthy()
    for (const problem of problems)
      expect([find(`problem.${problem}`), find(`todo.${problem}`)]).not.toContain(undefined)
  })

  it('the chain never widens: what is lost on the way stays lost', () => {
    const rows = charts
      .chain({ visit: visitIn('en'), study: {} as FinishedStudy, document })!
      .csv.trim()
      .split('\r\n')
    const shares = rows.slice(1).map((row) => Number(row.split(',').at(-1)))
    expect(shares).toEqual(shares.toSorted((a, b) => b - a))
    expect(shares[0]).toBe(1)
  })
})

describe('the worklist as a file', () => {
  const text = fc.string({ unit: fc.constantFrom(...`ab"',=+\r\n012é`), maxLength: 8 })
  const item: fc.Arbitrary<WorkItem> = fc.record({
    line: fc.integer({ min: 1, max: 1_000_000 }),
    work_id: fc.option(fc.stringMatching(/^[A-Z0-9]{1,8}$/)),
    title: fc.option(text.filter((value) => value !== '' && !value.startsWith("'"))),
    field: fc.constantFrom('isrc', 'isbn-13', 'title'),
    found: text.filter((value) => !value.startsWith("'")),
    problem: fc.constantFrom(...problems),
    proposal: fc.option(fc.stringMatching(/^\d{8,13}$/)),
  })

  it('is read back as it was written, whatever stands in its cells', () => {
    fc.assert(
      fc.property(fc.array(item), (items) => {
        expect([...worklistItems(worklistCsv(items))]).toEqual(items)
      }),
    )
  })

  it('is shown page by page; behind the last page comes the last', () => {
    const items = Array.from(
      { length: itemsOnPage + 3 },
      (_, line): WorkItem => ({
        line,
        work_id: null,
        title: null,
        field: 'isrc',
        found: '',
        problem: 'length',
        proposal: null,
      }),
    )
    const linesOf = (page: string) =>
      partOf(items, readFilter(new URLSearchParams({ page }))).shown.map(({ line }) => line)
    expect(linesOf('1')).toEqual(items.slice(0, itemsOnPage).map(({ line }) => line))
    expect(linesOf('2')).toEqual([itemsOnPage, itemsOnPage + 1, itemsOnPage + 2])
    expect(linesOf('9')).toEqual(linesOf('2'))
  })

  it('is filtered by problem, field and proposal, as its address says', () => {
    const base = { work_id: null, title: 'One', found: '' }
    const items: WorkItem[] = [
      { ...base, line: 2, field: 'isrc', problem: 'length', proposal: null },
      { ...base, line: 2, field: 'title', problem: 'missing', proposal: null },
      { ...base, line: 3, field: 'isbn-13', problem: 'missing', proposal: '9782070360246' },
    ]
    const filter = readFilter(new URLSearchParams('problem=missing&proposal=yes&page=2'))
    expect(partOf(items, filter)).toMatchObject({ left: 1, shown: [items[2]], page: 1, pages: 1 })
    expect(queryOf(filter)).toBe('?problem=missing&proposal=yes&page=2')
    const all = partOf(items, readFilter(new URLSearchParams('problem=nonsense&page=-1')))
    expect(all).toMatchObject({ shown: items, fields: ['isrc', 'isbn-13', 'title'], problems: ['length', 'missing'] })
  })
})
