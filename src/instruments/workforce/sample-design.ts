import { equalGroups, random } from '../../engines/metrics/index.ts'
import { findColumn, type StudyInput } from '../../engines/studies/index.ts'
import type { CodedColumn } from '../../engines/tables/index.ts'
import type { LoneUnitRule } from './options.ts'

/** How the sample was drawn, as far as the file tells, and what is resampled. */
export interface SampleDesign {
  /** Units in the order of their strata (`StratifiedUnits`); units of certainty come behind the last stratum and are never drawn. */
  readonly starts: Uint32Array
  /** The unit of each row of the file, of people out of work too: a unit without anybody in employment was drawn all the same. */
  readonly unitOf: Uint32Array
  readonly unitCount: number
  readonly strata: number
  /** Units of the file: clusters, or persons where it has none. */
  readonly units: number
  readonly unitsAre: 'clusters' | 'persons'
  readonly loneStrata: number
  readonly without: { readonly stratum: number; readonly cluster: number }
  /** Random groups of units that are resampled in place of very many units; the number of units otherwise. */
  readonly resampled: number
}

/** More units than this are resampled as so many random groups of equal size within their strata. */
export const mostUnits = 4000

const textAt = (column: CodedColumn | undefined, row: number): string =>
  column ? column.dictionary[column.codes[row]!]!.trim() : ''

/** Strata and units in the order of their names, so that the order of the rows decides nothing that has a name. */
const clustersOf = (rows: number, stratum: CodedColumn | undefined, cluster: CodedColumn) => {
  const found = new Map<string, Map<string, number[]>>()
  const without = { stratum: 0, cluster: 0 }
  for (let row = 0; row < rows; row++) {
    const [layer, unit] = [textAt(stratum, row), textAt(cluster, row)]
    if (stratum && layer === '') without.stratum++
    if (unit === '') without.cluster++
    const key = unit === '' ? `\uffff${row}` : unit
    let units = found.get(layer)
    if (!units) found.set(layer, (units = new Map()))
    const inside = units.get(key)
    if (inside) inside.push(row)
    else units.set(key, [row])
  }
  return { found, without }
}

/** Persons drawn one by one: a row is a unit. */
const personsOf = (rows: number, stratum: CodedColumn | undefined) => {
  const places = new Map<string, number[][]>()
  let missing = 0
  for (let row = 0; row < rows; row++) {
    const layer = textAt(stratum, row)
    if (stratum && layer === '') missing++
    const inside = places.get(layer)
    if (inside) inside.push([row])
    else places.set(layer, [[row]])
  }
  return { places, missing }
}

const byName = <Value>(map: ReadonlyMap<string, Value>): [string, Value][] =>
  [...map].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))

/** Each stratum as lists of rows per unit. */
const layersOf = (rows: number, stratum: CodedColumn | undefined, cluster: CodedColumn | undefined) => {
  if (!cluster) {
    const { places, missing } = personsOf(rows, stratum)
    return { layers: byName(places).map(([, units]) => units), without: { stratum: missing, cluster: 0 } }
  }
  const { found, without } = clustersOf(rows, stratum, cluster)
  return { layers: byName(found).map(([, units]) => byName(units).map(([, inside]) => inside)), without }
}

type Layer = readonly (readonly number[])[]

/** Strata of one unit show no variance: put together with each other (one alone with the smallest other), or taken as certain. */
const settleLone = (
  layers: readonly Layer[],
  rule: LoneUnitRule,
): { readonly layers: Layer[]; readonly certain: Layer } => {
  const lone = layers.filter((units) => units.length === 1)
  const rest = layers.filter((units) => units.length > 1)
  if (rule === 'certain') return { layers: rest, certain: lone.flat() }
  if (lone.length === 0) return { layers: rest, certain: [] }
  if (lone.length > 1) return { layers: [...rest, lone.flat()], certain: [] }
  const smallest = rest.reduce((best, units, at) => (units.length < (rest[best]?.length ?? Infinity) ? at : best), 0)
  if (rest.length === 0) return { layers: [lone[0]!], certain: [] }
  return { layers: rest.map((units, at) => (at === smallest ? [...units, ...lone[0]!] : units)), certain: [] }
}

/** Reads the design: strata, clusters, what is resampled. `seed` decides the random groups of very many units. */
export const sampleDesignOf = (input: StudyInput, rule: LoneUnitRule, seed: number): SampleDesign => {
  const { rows } = input.table
  const [stratum, cluster] = [findColumn(input, 'stratum'), findColumn(input, 'cluster')]
  const { layers: found, without } = layersOf(rows, stratum, cluster)
  const units = found.reduce((sum, layer) => sum + layer.length, 0)
  const { layers, certain } = settleLone(found, rule)
  const drawn = units - certain.length
  const unitOf = new Uint32Array(rows)
  const starts = [0]
  let next = 0
  layers.forEach((layer, h) => {
    const wanted = drawn > mostUnits ? Math.max(2, Math.round((mostUnits * layer.length) / drawn)) : layer.length
    const groups = Math.min(layer.length, wanted)
    const group = groups < layer.length ? equalGroups(layer.length, groups, random(`${seed} groups`, h)) : undefined
    layer.forEach((inside, at) => {
      for (const row of inside) unitOf[row] = next + (group ? group[at]! : at)
    })
    next += groups
    starts.push(next)
  })
  certain.forEach((inside, at) => {
    for (const row of inside) unitOf[row] = next + at
  })
  return {
    starts: Uint32Array.from(starts),
    unitOf,
    unitCount: next + certain.length,
    strata: found.length,
    units,
    unitsAre: cluster ? 'clusters' : 'persons',
    loneStrata: found.filter((layer) => layer.length === 1).length,
    without,
    resampled: next,
  }
}
