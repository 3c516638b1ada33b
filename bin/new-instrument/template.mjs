// The files of a new instrument, by path below its folder. What is here compiles, works and passes the contract of instruments.
import { pageFiles } from './template-pages.mjs'
import { wordFiles } from './template-words.mjs'

const list = (ids) => `[${ids.map((id) => `'${id}'`).join(', ')}]`

const declaration = ({ noun, camel, table, serves }) => `import type { Instrument } from '../instrument.ts'
import { findEvidence } from './evidence.ts'
import { migrations } from './migrations/index.ts'
import { pages } from './pages/index.ts'
import { permissions } from './permissions.ts'
import { sample } from './sample.ts'
import { serves } from './serves.ts'
import { words } from './words/words.generated.ts'

/** A register of ${noun.replaceAll('-', ' ')}: evidence about ${serves.join(', ')}. */
export const ${camel}: Instrument = {
  id: '${noun}',
  words,
  serves,
  tables: ['${table}'],
  migrations,
  permissions,
  pages,
  jobs: [],
  retention: [{ basis: 'retention.entries', months: null, remove: () => Promise.resolve(0) }],
  exports: ['csv'],
  sample,
  evidence: findEvidence,
}
`

const servesFile = ({ serves }) => `/** What this instrument gives evidence about. */
export const serves = {
  activities: ${list(serves.filter((id) => id.startsWith('roadmap/')))},
  paragraphs: ${list(serves.filter((id) => id.startsWith('guidelines/')))},
  verifications: ${list(serves.filter((id) => id.startsWith('monitoring-')))},
} as const
`

const permissionsFile = ({ noun }) => `import type { PermissionMatrix } from '../../people/index.ts'

/** The register is public; editors write. */
export const permissions: PermissionMatrix = {
  '${noun}.visit': ['visitor'],
  '${noun}.edit': ['contact-point', 'editor'],
}
`

const rules = ({ noun }) => `import { type Field, type Reading, readForm } from '../../engines/forms/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import type { SubmittedForm } from '../../platform/http/submitted-form.ts'

/** One entry of the register, as a person writes it. \`startedOn\` is a calendar day. */
export interface NewEntry {
  readonly title: string
  readonly startedOn: string
}

export interface Entry extends NewEntry {
  readonly id: string
  readonly party: string
}

/** What is asked of a person, in the order of the form. */
export const fields: readonly Field[] = [
  { name: 'title', kind: 'text', required: true, limit: 200 },
  { name: 'startedOn', kind: 'day', required: true },
]

const reading: Reading = { optionsOf: () => [], decimal: '.' }

/** Reads a form of ${noun.replaceAll('-', ' ')}; every fault at once. */
export const readEntry = (form: SubmittedForm): Result<NewEntry, Fault> => {
  const { values, faults } = readForm(fields, form, reading)
  const { title, startedOn } = values
  if (typeof title !== 'string' || typeof startedOn !== 'string') return notAccepted(...faults)
  return accepted({ title, startedOn })
}
`

const rulesTest = ({ noun }) => `import { describe, expect, it } from 'vitest'
import { formOf } from '../../platform/http/submitted-form.ts'
import { readEntry } from './${noun}.ts'

describe('an entry of the register', () => {
  it('is taken with a title and a day', () => {
    const read = readEntry(formOf([['title', 'First of its kind'], ['startedOn', '2026-03-01']]))
    expect(read).toEqual({ ok: true, value: { title: 'First of its kind', startedOn: '2026-03-01' } })
  })

  it('says everything that is missing at once', () => {
    const read = readEntry(formOf([]))
    expect(read.ok ? [] : read.faults.map(({ field }) => field)).toEqual(['title', 'startedOn'])
  })

  it('does not take a day the calendar lacks', () => {
    expect(readEntry(formOf([['title', 'Leap'], ['startedOn', '2026-02-30']])).ok).toBe(false)
  })
})
`

const store = ({ noun, table }) => `import type { Kysely } from 'kysely'
import { appendHistory } from '../../engines/history/index.ts'
import { recordFacts } from '../../evidence/index.ts'
import { type Actor, demand } from '../../people/index.ts'
import { newId } from '../../platform/random/new-id.ts'
import { factsOf } from './evidence-of.ts'
import type { Entry, NewEntry } from './${noun}.ts'

type Tables = {
  readonly ${table}: { id: string; party: string; title: string; started_on: string; created_at: Date }
}

/** Who asks, for which Party, and when. */
export interface Asking {
  readonly db: Kysely<unknown>
  readonly actor: Actor
  readonly party: string
  readonly at: Date
}

/** Every entry of a Party, the latest first. */
export const readEntries = async (db: Kysely<unknown>, party: string): Promise<readonly Entry[]> => {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('${table}')
    .selectAll()
    .where('party', '=', party)
    .orderBy('started_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, title, started_on: startedOn }) => ({ id, party, title, startedOn }))
}

/** The entries this actor may see. */
export const listEntries = ({ db, actor, party }: Omit<Asking, 'at'>): Promise<readonly Entry[]> => {
  demand(actor, '${noun}.visit', { party })
  return readEntries(db, party)
}

/** Adds an entry; history and evidence follow in the same transaction. */
export const addEntry = async ({ db, actor, party, at }: Asking, entry: NewEntry): Promise<string> => {
  demand(actor, '${noun}.edit', { party })
  const id = newId()
  const row = { id, party, title: entry.title, started_on: entry.startedOn, created_at: at }
  await db.withTables<Tables>().insertInto('${table}').values(row).execute()
  const doer = actor.userId === undefined ? { name: actor.name } : { userId: actor.userId, name: actor.name }
  await appendHistory(db, { party, actor: doer, at, action: '${noun}.create', object: id, after: entry })
  await recordFacts(db, { party, instrument: '${noun}', at, facts: factsOf(party, await readEntries(db, party)) })
  return id
}
`

const evidenceOf = ({ noun }) => `import type { NewFact } from '../../evidence/index.ts'
import { version } from '../../kernel/version.ts'
import type { Entry } from './${noun}.ts'
import { serves } from './serves.ts'

/** What the register says: how many entries there are. They are declared: nothing beside the register proves them yet. */
export const factsOf = (party: string, entries: readonly Entry[]): readonly NewFact[] => {
  const days = entries.map(({ startedOn }) => startedOn).toSorted()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) return []
  return [
    {
      party,
      subject: 'count',
      period: { from, to },
      statement: { slice: 'instruments/${noun}', key: 'fact.count', values: { count: entries.length } },
      value: entries.length,
      unit: 'count',
      standing: 'declared',
      source: { instrument: '${noun}', href: '/${noun}', version },
      traces: [...serves.activities, ...serves.paragraphs, ...serves.verifications],
      audience: 'public',
    },
  ]
}
`

const evidence = () => `import type { Kysely } from 'kysely'
import type { NewFact } from '../../evidence/index.ts'
import { factsOf } from './evidence-of.ts'
import { readEntries } from './store.ts'

/** Everything the register knows now about a Party. */
export const findEvidence = async (db: Kysely<unknown>, party: string): Promise<readonly NewFact[]> =>
  factsOf(party, await readEntries(db, party))
`

const migrations = ({ table }) => `import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Expand, then contract: a published migration is never edited, the next one is written. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-entries': {
    up: async (db) => {
      await sql\`create table ${table} (
        id uuid primary key,
        party text not null,
        title text not null,
        started_on text not null,
        created_at timestamptz not null,
        unique (party, title)
      )\`.execute(db)
      await sql\`create index ${table}_newest on ${table} (party, started_on desc, id desc)\`.execute(db)
    },
  },
}
`

const sample = () => `import type { Transaction } from 'kysely'
import type { SampleGiven } from '../instrument.ts'
import { addEntry } from './store.ts'

/** Synthetic: what the fictional Party has. */
const entries = [
  { title: 'First synthetic entry', startedOn: '2025-02-01' },
  { title: 'Second synthetic entry', startedOn: '2026-05-15' },
]

export const sample = async (tx: Transaction<unknown>, { party, now, actor }: SampleGiven): Promise<void> => {
  for (const entry of entries) await addEntry({ db: tx, actor, party, at: now }, entry)
}
`

const readme = ({ titles, serves }) => `# ${titles.en}

**What for.** A register that gives evidence about ${serves.join(', ')}.

**Legal basis.** The Convention asks Parties to share information on what they do (Article 9); the paragraphs and activities
named above say about what. Name the law of your country here where the register rests on one.

**Whom it could harm.** An entry has a title and a day, and is public at once: nobody is described. Whoever adds a field about
persons says here what could happen to them, and declares in \`index.ts\` how long it is kept.
`

/** Path below the instrument's folder → text. */
export const instrumentFiles = (given) => ({
  'index.ts': declaration(given),
  'README.md': readme(given),
  'serves.ts': servesFile(given),
  'permissions.ts': permissionsFile(given),
  [`${given.noun}.ts`]: rules(given),
  [`${given.noun}.test.ts`]: rulesTest(given),
  'store.ts': store(given),
  'evidence.ts': evidence(given),
  'evidence-of.ts': evidenceOf(given),
  'migrations/index.ts': migrations(given),
  'sample.ts': sample(given),
  ...pageFiles(given),
  ...wordFiles(given),
})
