import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { migrationSets } from '../../src/app.ts'
import { words as commandWords } from '../../src/commands/words/words.generated.ts'
import type { Framework } from '../../src/framework/index.ts'
import { instruments } from '../../src/instruments/index.ts'
import { packageRoot } from '../../src/kernel/package-root.ts'
import { type Page, type PermissionMatrix, roles } from '../../src/people/index.ts'
import { migrate } from '../../src/platform/database/index.ts'
import { openLanguages } from '../../src/platform/languages/words.ts'
import { settingList } from '../../src/platform/settings/settings.ts'

const english = openLanguages({ offered: ['en'] })

const cell = (value: unknown): string => String(value).replaceAll('|', String.raw`\|`).replaceAll('\n', ' ')

const table = (head: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

const page = (title: string, ...parts: readonly string[]): string =>
  [
    `# ${title}`,
    '<!-- Written by `node bin/reference.mjs` from the code; a test compares the two. Do not edit. -->',
    ...parts,
  ]
    .join('\n\n')
    .concat('\n')

const code = (text: string): string => (text === '' ? '' : `\`${text}\``)

/** Every setting with its default. */
export const settingsPage = (): string =>
  page(
    'Settings',
    'Read once, at the start, from the environment. All that is wrong is said at once. Secrets are never written to the log.',
    table(
      ['Setting', 'Kind', 'Default', 'What it does'],
      settingList.map((setting) => [
        code(setting.name),
        `${setting.kind}${'secret' in setting && setting.secret ? ', secret' : ''}`,
        code(setting.fallback),
        setting.help,
      ]),
    ),
  )

/** What the command line says about itself. */
export const commandsPage = (): string =>
  page(
    'Commands',
    'Run as `npm run --silent open-roadmap -- <command>`, or as `open-roadmap <command>` where it is installed. Results go to standard output, everything said to a person to standard error. Messages follow `LANG`.',
    `\`\`\`text\n${english.words(commandWords, 'en')('help')}\n\`\`\``,
  )

const grantees = [...roles, 'administrator', 'signed-in', 'visitor'] as const

/** The permission matrix of the whole house. */
export const permissionsPage = (matrix: PermissionMatrix): string =>
  page(
    'Permissions',
    'Who may do what, for the Party he or she belongs to. *signed-in* is everybody with an account, *visitor* everybody. What is not named here is denied. The store asks again for every row: a visitor who may come to a page sees there only what is published.',
    table(
      ['Permission', ...grantees],
      Object.entries(matrix)
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([permission, granted]) => [
          code(permission),
          ...grantees.map((grantee) => (granted.includes(grantee) || granted.includes('visitor') ? 'yes' : '')),
        ]),
    ),
  )

const notesOf = (each: Page): string =>
  [
    each.shared ? 'kept for visitors' : '',
    each.uploads ? 'takes files' : '',
    each.repeatable ? 'without a receipt' : '',
  ]
    .filter((note) => note !== '')
    .join(', ')

/** Every address the installation answers. */
export const routesPage = (pages: readonly Page[]): string => {
  const rows = (under: Page['under']) =>
    pages
      .filter((each) => each.under === under)
      .toSorted((one, other) => (`${one.path} ${one.method}` < `${other.path} ${other.method}` ? -1 : 1))
      .map((each) => [each.method, code(each.path), code(each.name), code(each.permission), notesOf(each)])
  const head = ['Method', 'Path', 'Name', 'Permission', 'Notes']
  return page(
    'Routes',
    'Every POST carries a key and is answered once; a repeat gets the first answer.',
    '## Below `/<language>/<Party>`',
    table(head, rows('party')),
    '## Below `/<language>`',
    table(head, rows('installation')),
  )
}

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly optional: boolean
}

const columnsNow = async (db: Kysely<unknown>): Promise<readonly Column[]> => {
  const { rows } = await sql<Column>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as optional
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`.execute(db)
  return rows
}

/** Every table by the room that owns it, made by running the migrations room by room on an empty database. */
export const tablesPage = async (db: Kysely<unknown>): Promise<string> => {
  const parts: string[] = []
  const seen = new Set((await columnsNow(db)).map(({ table: name }) => name))
  for (const [index, { room }] of migrationSets.entries()) {
    await migrate(db, migrationSets.slice(0, index + 1))
    const fresh = Map.groupBy(
      (await columnsNow(db)).filter(({ table: name }) => !seen.has(name) && name !== 'schema_migration'),
      (column) => column.table,
    )
    if (fresh.size > 0) parts.push(`## ${room}`)
    for (const [name, columns] of fresh) {
      seen.add(name)
      const list = columns.map((column) => [
        code(column.name),
        `${column.type}${column.optional ? ', may be empty' : ''}`,
      ])
      parts.push(`### ${name}`, table(['Column', 'Type'], list))
    }
  }
  return page(
    'Tables',
    'By the room that owns them and alone touches them. `schema_migration` remembers which migrations ran.',
    ...parts,
  )
}

interface Counted {
  readonly verified: boolean
}

const countRow = (what: string, items: Iterable<Counted>): readonly unknown[] => {
  const list = [...items]
  return [what, list.length, list.filter(({ verified }) => !verified).length]
}

/** What the Convention's data holds, and how much of it was not yet compared with its source. */
export const conventionPage = (framework: Framework): string => {
  const paragraphs = [...framework.guidelines.values()]
  const ofLevel = (level: string) => paragraphs.filter((each) => each.level === level)
  const parties = [...framework.parties.values()]
  return page(
    'The Convention as data',
    'What `convention/` holds. *To be checked* counts what was recalled from memory, or derived, and not yet seen in the source; pages show it as such.',
    table(
      ['What', 'Items', 'To be checked'],
      [
        countRow('Guidelines: paragraphs', ofLevel('paragraph')),
        countRow('Guidelines: numbered sub-paragraphs', ofLevel('sub-paragraph')),
        countRow('Guidelines: bullets', ofLevel('bullet')),
        countRow(`Open Roadmap ${framework.roadmap.edition}: outputs`, framework.roadmap.outputs.values()),
        countRow(`Open Roadmap ${framework.roadmap.edition}: activities`, framework.roadmap.activities.values()),
        ...[...framework.monitoring.values()].flatMap((edition) => [
          countRow(`Monitoring ${edition.edition}: goals`, edition.goals.values()),
          countRow(`Monitoring ${edition.edition}: areas`, edition.areas.values()),
          countRow(`Monitoring ${edition.edition}: indicators`, edition.indicators.values()),
          countRow(`Monitoring ${edition.edition}: means of verification`, edition.verifications.values()),
        ]),
        ...[...framework.reportForms.values()].flatMap((form) => [
          countRow(`Report form ${form.edition}: sections`, form.sections.values()),
          countRow(`Report form ${form.edition}: questions`, form.questions.values()),
        ]),
        countRow('Sustainable Development Goals and targets', framework.sdgTargets.values()),
        countRow('Countries, areas and organisations', parties),
      ],
    ),
    `Of these ${parties.length}, ${parties.filter(({ status }) => status === 'party').length} are known to be Parties, ${parties.filter(({ accession }) => accession).length} with the day they joined. Where nothing is known the data says *unknown*, never *no*.`,
    '## Codelists',
    table(
      ['List', 'Entries', 'To be checked', 'Source', 'Date'],
      [...framework.codelists.values()].map(({ key, items, source, date }) => [
        code(key),
        ...countRow('', items.values()).slice(1),
        code(source),
        date,
      ]),
    ),
    '## Sources',
    table(
      ['Key', 'Title', 'Date', 'Licence'],
      [...framework.sources.values()].map(({ key, title, date, licence = '', address }) => [
        code(key),
        address === undefined ? title : `[${title}](${address})`,
        date,
        licence,
      ]),
    ),
  )
}

/** The instruments and what each gives evidence about. */
export const instrumentsPage = (): string =>
  page(
    'Instruments',
    'How a Party finds something out. Each is one folder under `src/instruments/`; its README says on which legal basis, and whom it could harm.',
    ...instruments.flatMap(({ id, words, serves, tables, jobs, retention, exports }) => {
      const text = english.find(words, 'en')
      const kept = retention.map(
        ({ basis, months, words: own = words }) =>
          `${english.find(own, 'en')(basis) ?? basis} (${months === null ? 'for good' : `${months} months`})`,
      )
      return [
        `## ${text('title') ?? id}`,
        text('purpose') ?? '',
        table(
          ['What', 'Which'],
          [
            ['Activities', serves.activities.map((served) => served.replace('roadmap/', '')).join(', ')],
            ['Paragraphs', serves.paragraphs.map((served) => served.replace('guidelines/', '§')).join(', ')],
            [
              'Means of verification',
              serves.verifications.map((served) => served.replace(/^monitoring-\d+\//, '')).join(', '),
            ],
            ['Tables', tables.map(code).join(', ')],
            ['Jobs', jobs.map(({ name }) => code(name)).join(', ')],
            ['Kept', kept.join(' ')],
            ['Taken away as', exports.join(', ')],
          ],
        ),
      ]
    }),
  )

interface LockedPackage {
  readonly version: string
  readonly license?: string
  readonly dev?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Binaries of one package for many platforms: the lock tells no licence of those made for others, theirs is that of the package. */
const licenceOfPlatforms = (packages: readonly LockedPackage[]): ReadonlyMap<string, string> =>
  new Map(
    packages.flatMap(({ optionalDependencies = {}, license }) =>
      license === undefined ? [] : Object.keys(optionalDependencies).map((name) => [name, license] as const),
    ),
  )

/** What runs in an installation besides our own code: the locked packages, without those only development needs. */
export const runningPackages = (): readonly (LockedPackage & { readonly name: string })[] => {
  const lock = JSON.parse(readFileSync(join(packageRoot, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>
  }
  const { '': _ours, ...others } = lock.packages
  const platforms = licenceOfPlatforms(Object.values(others))
  return Object.entries(others)
    .filter(([, { dev }]) => dev !== true)
    .map(([path, locked]) => {
      const name = nameOf(path)
      const license = locked.license ?? platforms.get(name)
      return { ...locked, name, ...(license === undefined ? {} : { license }) }
    })
    .toSorted((one, other) => (`${one.name} ${one.version}` < `${other.name} ${other.version}` ? -1 : 1))
}

/** The packages an installation runs, with their licences. */
export const packagesPage = (): string =>
  page(
    'Packages',
    'What runs besides our own code. The machine-readable bill of materials comes from `npm sbom --package-lock-only --omit dev --sbom-format cyclonedx`.',
    table(
      ['Package', 'Version', 'Licence'],
      runningPackages().map(({ name, version, license = '' }) => [code(name), version, license]),
    ),
  )
