import {
  payGap,
  randomStreams,
  rescaledFactors,
  risingOrder,
  weightedQuantileOfRising,
} from '../../engines/metrics/index.ts'
import type { Resampling } from '../../engines/studies/index.ts'
import { men, women } from './categories.ts'
import { shownRows } from './disclosure.ts'
import { amountOf, type Drawn, type Estimate, figureOf, ratioOf } from './estimates.ts'
import type { PayPeriod, WorkforceOptions } from './options.ts'
import type { Persons } from './persons.ts'
import type { SampleDesign } from './sample-design.ts'
import { payColumn, payGroupOf, payGroups, type Tallies } from './tallies.ts'

/** Pay of women and men of one group, in minor units of the currency. */
export interface PayRow {
  readonly group: string
  readonly mean_women: Estimate
  readonly mean_men: Estimate
  readonly median_women: Estimate
  readonly median_men: Estimate
  /** (men − women)/men of the means, and of the medians. */
  readonly gap_mean: Estimate
  readonly gap_median: Estimate
  /** False where the pay of women or that of men is unreliable. */
  readonly reliable: boolean | null
}

export interface PayFindings {
  readonly currency: string
  readonly per: PayPeriod
  readonly groups: readonly PayRow[]
  /** Groups with too few women or men to be shown. */
  readonly groups_hidden: readonly string[]
  readonly not_used: Readonly<Record<string, number>>
}

/** Pay of one group and sex in rising order, with weight and unit of each person. */
interface Rising {
  readonly values: Float64Array
  readonly weights: Float64Array
  readonly units: Uint32Array
}

const risingOf = (persons: Persons, design: SampleDesign, parts: Float64Array, places: readonly number[]): Rising => {
  const order = risingOrder(Float64Array.from(places, (person) => persons.pay[person]!))
  const pick = (value: (person: number) => number) => Float64Array.from(order, (at) => value(places[at]!))
  return {
    values: pick((person) => persons.pay[person]!),
    weights: pick((person) => persons.weight[person]! * parts[person]!),
    units: Uint32Array.from(order, (at) => design.unitOf[persons.rows[places[at]!]!]!),
  }
}

const partsOf = (persons: Persons): Float64Array =>
  Float64Array.from({ length: persons.count }, (_, person) => {
    const a = persons.occupation[persons.occupationOf[person]!]!.value
    const b = persons.industry[persons.industryOf[person]!]!.value
    return a + b - a * b
  })

/** Who is in which pay group: the same rule as in the tallies, by the group of the occupation. */
const peopleOf = (persons: Persons, parts: Float64Array, groupOf: (person: number) => number | undefined) => {
  const people = payGroups.map(() => [[], []] as [number[], number[]])
  for (let person = 0; person < persons.count; person++) {
    if (parts[person] === 0) continue
    const group = groupOf(person)
    if (group === undefined) continue
    for (const one of group === 0 ? [0] : [0, group]) people[one]![persons.sex[person]!]!.push(person)
  }
  return people
}

/** Medians of each group that is asked for, of the data (first) and of every replicate. */
const mediansOf = (
  groups: readonly Rising[],
  design: SampleDesign,
  { replicates, seed }: Resampling,
  hasReplicates: boolean,
): readonly { readonly value: number; readonly replicates: Float64Array }[] => {
  const median = ({ values }: Rising, weights: Float64Array, total: number) =>
    weightedQuantileOfRising(values, weights, 0.5, total)
  const found = groups.map((group) => ({
    value: median(
      group,
      group.weights,
      group.weights.reduce((sum, weight) => sum + weight, 0),
    ),
    replicates: new Float64Array(hasReplicates ? replicates : 0),
  }))
  if (!hasReplicates) return found
  const streams = randomStreams(seed)
  const factors = new Float64Array(design.unitCount)
  const drawn = factors.subarray(0, design.resampled)
  const scratch = groups.map(({ values }) => new Float64Array(values.length))
  for (let r = 0; r < replicates; r++) {
    rescaledFactors(design, streams(r), drawn)
    factors.fill(1, design.resampled)
    groups.forEach((group, at) => {
      const weights = scratch[at]!
      let total = 0
      for (let i = 0; i < weights.length; i++) total += weights[i] = group.weights[i]! * factors[group.units[i]!]!
      found[at]!.replicates[r] = median(group, weights, total)
    })
  }
  return found
}

const isReliable = (...estimates: readonly Estimate[]): boolean | null =>
  estimates.some(({ reliable }) => reliable === null) ? null : estimates.every(({ reliable }) => reliable)

/** Pay by sex and group of occupation: means and medians with intervals, and the gaps between them. Nothing without a column of pay. */
export const payOf = (
  persons: Persons,
  tallies: Tallies,
  design: SampleDesign,
  drawn: Drawn,
  resampling: Resampling,
  options: WorkforceOptions,
): PayFindings | undefined => {
  if (!persons.hasPay) return undefined
  const parts = partsOf(persons)
  const people = peopleOf(persons, parts, (person) =>
    payGroupOf(persons, person, tallies.occupationGroup[person]!, tallies.untoldOccupation),
  )
  const counts = (sex: number) => people.map((of) => of[sex as 0 | 1].length)
  const [ofWomen, ofMen] = [counts(women), counts(men)]
  const shownGroups = shownRows({ women: ofWomen.slice(1), men: ofMen.slice(1) }).cells
  const isShown = payGroups.map((_, at) =>
    at === 0 ? ofWomen[0]! >= 10 && ofMen[0]! >= 10 : shownGroups[at - 1]! && ofWomen[at]! > 0 && ofMen[at]! > 0,
  )
  const wanted = payGroups.map((_, at) => at).filter((at) => isShown[at])
  const rising = wanted.flatMap((at) => people[at]!.map((places) => risingOf(persons, design, parts, places)))
  const medians = mediansOf(rising, design, resampling, drawn.freedom > 0)
  const groups = wanted.map((at, place): PayRow => {
    const column = (sex: number) => payColumn(tallies.columns, at, sex)
    const mean = (sex: number) => (read: (column: number) => number) => read(column(sex) + 1) / read(column(sex))
    const [mw, mm] = [medians[2 * place]!, medians[2 * place + 1]!]
    const [meanWomen, meanMen] = [amountOf(drawn, mean(women)), amountOf(drawn, mean(men))]
    const [medianWomen, medianMen] = [
      figureOf(drawn, mw.value, mw.replicates),
      figureOf(drawn, mm.value, mm.replicates),
    ]
    const gaps = mw.replicates.map((ofWomen, r) => payGap(ofWomen, mm.replicates[r]!))
    return {
      group: payGroups[at]!,
      mean_women: meanWomen,
      mean_men: meanMen,
      median_women: medianWomen,
      median_men: medianMen,
      gap_mean: unflagged(ratioOf(drawn, (read) => payGap(mean(women)(read), mean(men)(read)))),
      gap_median: unflagged(figureOf(drawn, payGap(mw.value, mm.value), gaps)),
      reliable: isReliable(meanWomen, meanMen),
    }
  })
  return {
    currency: options.currency,
    per: persons.payPer,
    groups,
    groups_hidden: payGroups.filter((_, at) => !isShown[at] && ofWomen[at]! + ofMen[at]! > 0),
    not_used: persons.payNotUsed,
  }
}

/** A gap may be near nothing and sure: its coefficient of variation says nothing about it. */
const unflagged = (estimate: Estimate): Estimate => ({ ...estimate, cv: null, reliable: null })
