import { type Cell, csvText } from '../../engines/studies/index.ts'
import { divisions, type RemunerationDocument } from './document.ts'
import type { Statements } from './statements.ts'

const header = ['model', 'statistic', 'key', 'value', 'low', 'high']

/** The figures of the study as one long table: a line per model, statistic and key. */
export const remunerationCsv = ({ models, changes, pool }: RemunerationDocument): string => {
  const rows: Cell[][] = [['', 'pool', '', pool]]
  for (const [model, found] of Object.entries(models)) {
    rows.push([model, 'local', '', found.local, found.local_interval.low, found.local_interval.high])
    rows.push([model, 'local_bounds', '', null, found.local_bounds.low, found.local_bounds.high])
    rows.push([model, 'gini', '', found.gini, found.gini_interval?.low, found.gini_interval?.high])
    rows.push([model, 'top_1_percent_share', '', found.top_1_percent_share])
    rows.push([model, 'kept_aside', '', found.kept_aside])
    for (const [origin, amount] of Object.entries(found.by_origin)) {
      const interval = found.by_origin_interval[origin]
      rows.push([model, 'by_origin', origin, amount, interval?.low, interval?.high])
    }
    for (const [origin, amount] of Object.entries(found.by_origin_settled))
      rows.push([model, 'by_origin_settled', origin, amount])
    for (const name of ['by_size_band', 'by_genre', 'by_gender'] as const)
      for (const [key, amount] of Object.entries(found[name] ?? {})) {
        const interval = found[`${name}_interval`]?.[key]
        rows.push([model, name, key, amount, interval?.low, interval?.high])
      }
    found.lorenz.forEach((share, step) => rows.push([model, 'lorenz', String(step * 5), share]))
  }
  for (const [model, change] of Object.entries(changes)) {
    const { local, creators, share_moved } = change
    rows.push([model, 'change_local', '', local.difference, local.low, local.high])
    rows.push([model, 'share_moved', '', share_moved])
    for (const [key, count] of Object.entries(creators)) rows.push([model, 'creators', key, count])
    for (const name of divisions)
      for (const [key, { amount, low, high }] of Object.entries(change[name] ?? {}))
        rows.push([model, `change_${name}`, key, amount, low, high])
  }
  return csvText(header, rows)
}

/** One line per creator: what was played, by how many, and what each model pays, to the cent. */
export const statementsCsv = ({ count, models, at }: Statements): string => {
  const rows = Array.from({ length: count }, (_, place): Cell[] => {
    const { creator, works, plays, listeners, paid } = at(place)
    return [creator, works, plays, listeners ?? '<10', ...models.map((model) => paid[model])]
  })
  return csvText(['creator', 'works', 'plays', 'listeners', ...models], rows)
}
