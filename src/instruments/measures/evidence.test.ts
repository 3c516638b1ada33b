import { describe, expect, test } from 'vitest'
import type { Values } from '../../engines/forms/index.ts'
import type { RegisterRecord } from '../../engines/records/index.ts'
import { loadFramework } from '../../framework/index.ts'
import { factsOf, hasProof, periodOf, tracesOf } from './evidence.ts'
import { register } from './register.ts'
import { serves } from './serves.ts'

const framework = loadFramework()

const measure = (values: Values, change: Partial<RegisterRecord> = {}): RegisterRecord => ({
  id: '01890000-0000-7000-8000-000000000001',
  party: 'XA',
  key: 'a',
  state: 'published',
  title: 'A law',
  values: { title: 'A law', ...values },
  language: 'en',
  version: 1,
  createdAt: new Date('2027-01-01T00:00:00Z'),
  updatedAt: new Date('2027-01-15T00:00:00Z'),
  ...change,
})

test('serves everything the Convention has, and nothing else', () => {
  expect([...serves.activities]).toEqual([...framework.roadmap.activities.keys()])
  expect([...serves.paragraphs]).toEqual([...framework.guidelines.keys()])
  expect([...serves.verifications]).toEqual([...(framework.monitoring.get('2020')?.verifications.keys() ?? [])])
})

test('every field of the measure entry of the report has its place here', () => {
  const names = new Set(register.sections.flatMap(({ fields }) => fields.map(({ name }) => name)))
  const places: Readonly<Record<string, string>> = {
    title: 'title',
    year: 'start',
    agency: 'agencies',
    domains: 'domains',
    'main-features': 'mainFeatures',
    results: 'results',
    resources: 'finance',
    evaluated: 'evaluated',
    evaluation: 'conclusions',
    goals: 'goals',
    partners: 'partners',
    youth: 'targetGroups',
    fund: 'ifcd',
  }
  const asked =
    framework.reportForms
      .get('2019')
      ?.questions.get('report-2019/1c.measures')
      ?.fields.map(({ key }) => key) ?? []
  expect(asked.length).toBeGreaterThan(10)
  for (const key of asked) expect(names.has(places[key] ?? `no place for ${key}`)).toBe(true)
})

describe('proof', () => {
  test.each([
    [{}, 'declared'],
    [{ legalReference: 'Act 3 of 2020' }, 'declared'],
    [{ url: 'https://example.org/law' }, 'observed'],
    [{ adopted: '2020-05' }, 'observed'],
  ] as const)('a measure that says %o is %s', (values, standing) => {
    const [fact] = factsOf('XA', [measure(values)], framework)
    expect(fact?.standing).toBe(standing)
    expect(hasProof(measure(values))).toBe(standing === 'observed')
  })

  test('a count is observed only when something in it is', () => {
    const counted = (values: Values) =>
      factsOf('XA', [measure(values)], framework).find(({ subject }) => subject === 'count/roadmap/1.4')
    expect(counted({})).toMatchObject({ standing: 'declared', value: 1, statement: { values: { proven: 0 } } })
    expect(counted({ adopted: '2020' })).toMatchObject({ standing: 'observed', statement: { values: { proven: 1 } } })
  })
})

describe('what a measure answers', () => {
  test('what it names, 1.4 because it is a policy, 5.2 when it addresses women', () => {
    const record = measure({ activities: ['roadmap/2.4'], paragraphs: ['guidelines/16.1'], targetGroups: ['women'] })
    expect(tracesOf(record, framework)).toEqual(['roadmap/1.4', 'roadmap/5.2', 'roadmap/2.4', 'guidelines/16.1'])
  })

  test('the questions that ask for the measures of its areas', () => {
    const record = measure({ areas: ['monitoring-2020/area-digital-environment'] })
    expect(tracesOf(record, framework)).toContain('report-2019/1c.measures')
  })

  test('what civil society reports goes to its own part of the report', () => {
    const record = measure({ areas: ['monitoring-2020/area-digital-environment'], goals: ['1'], civilSociety: true })
    const traces = tracesOf(record, framework)
    expect(traces).toContain('report-2019/cso.goal-1')
    expect(traces).not.toContain('report-2019/1c.measures')
  })

  test('ids the Convention does not have are left out', () => {
    expect(tracesOf(measure({ paragraphs: ['guidelines/99'] }), framework)).toEqual(['roadmap/1.4'])
  })
})

describe('the time a measure speaks about', () => {
  test.each([
    [{ start: '2016', end: '2021' }, '2016-01-01', '2021-12-31'],
    [{ start: '2024-02', end: '2024-02' }, '2024-02-01', '2024-02-29'],
    [{ start: '2020-05-06' }, '2020-05-06', '2027-01-15'],
    [{ adopted: '2019' }, '2019-01-01', '2027-01-15'],
    [{}, '2027-01-15', '2027-01-15'],
    [{ start: '2030' }, '2030-01-01', '2030-01-01'],
  ] as const)('%o is from %s to %s', (values, from, to) => {
    expect(periodOf(measure(values))).toEqual({ from, to })
  })
})

test('drafts and withdrawn measures say nothing', () => {
  expect(factsOf('XA', [measure({}, { state: 'draft' }), measure({}, { state: 'withdrawn' })], framework)).toEqual([])
})

test('no two facts are about the same', () => {
  const many = Array.from({ length: 5 }, (_, at) =>
    measure({ targetGroups: ['women'], evaluated: true }, { id: `id-${at}` }),
  )
  const subjects = factsOf('XA', many, framework).map(({ subject }) => subject)
  expect(new Set(subjects).size).toBe(subjects.length)
})
