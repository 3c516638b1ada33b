import { type Kysely, sql } from 'kysely'
import { barChart, type Chart } from '../../engines/charts/index.ts'
import { countStates } from '../../engines/records/index.ts'
import type { Framework } from '../../framework/index.ts'
import type { Direction, Locale } from '../../kernel/locale.ts'
import type { Translate } from '../../platform/languages/words.ts'
import { policies } from './evidence.ts'
import { lineNumberOf } from './line-number.ts'
import { register } from './register.ts'
import type { Shape } from './words/words.generated.ts'

/** How many published measures name each id, and how many name an activity of each output. */
export interface Coverage {
  readonly activities: ReadonlyMap<string, number>
  readonly paragraphs: ReadonlyMap<string, number>
  readonly outputs: ReadonlyMap<string, number>
}

const countsOf = async (
  db: Kysely<unknown>,
  party: string,
  field: 'activities' | 'paragraphs',
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ id: string; count: number }>`
    select named.id, count(*) as count
    from measures, jsonb_array_elements_text(measures.values -> ${sql.lit(field)}) as named (id)
    where party = ${party} and state = 'published' group by named.id`.execute(db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

const outputCounts = async (db: Kysely<unknown>, party: string): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ output: string; count: number }>`
    select substring(named.id from '^roadmap/(\\d)') as output, count(distinct measures.id) as count
    from measures, jsonb_array_elements_text(measures.values -> 'activities') as named (id)
    where party = ${party} and state = 'published' group by 1`.execute(db)
  return new Map(rows.map(({ output, count }) => [`roadmap/output-${output}`, count]))
}

/** What the published measures of a Party say they carry out. */
export const findCoverage = async (db: Kysely<unknown>, party: string): Promise<Coverage> => {
  const named = await countsOf(db, party, 'activities')
  const { published } = await countStates(db, register, party)
  return {
    activities: published === 0 ? named : new Map([...named, [policies, published]]),
    paragraphs: await countsOf(db, party, 'paragraphs'),
    outputs: await outputCounts(db, party),
  }
}

/** Published measures by output, in the colours of the map's lines; outputs without any stay as empty rows. */
export const coverageChart = (
  coverage: Coverage,
  given: {
    readonly framework: Framework
    readonly locale: Locale
    readonly dir: Direction
    readonly t: Translate<Shape>
  },
): Chart => {
  const { framework, locale, dir, t } = given
  return barChart({
    id: 'coverage',
    locale,
    dir,
    title: t('coverage.chart'),
    description: t('coverage.chart.description'),
    numbers: { kind: 'number' },
    nameHeading: t('coverage.output'),
    valueHeading: t('title'),
    rows: [...framework.roadmap.outputs.values()].map((output) => ({
      name: `${output.number} ${framework.titleOf(output.id, locale).text}`,
      value: coverage.outputs.get(output.id) ?? 0,
      line: lineNumberOf(output.number),
    })),
  })
}
