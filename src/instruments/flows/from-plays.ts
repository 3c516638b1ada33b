import { type CoProductionRule, originCredits } from '../../engines/metrics/index.ts'
import { readUsage, type StudyInputs } from '../../engines/studies/index.ts'
import { type Observations, packCredits, sortedCodes } from './observations.ts'

/** Plays by user and work: what flows is plays, from the country of the work to that of the user. Users are the clusters. */
export const observationsOfPlays = (
  inputs: StudyInputs,
  spellings: Readonly<Record<string, string>>,
  rule: CoProductionRule,
): Observations => {
  const usage = readUsage(inputs, spellings)
  const { countries, rank } = sortedCodes(usage.places.codes)
  const { starts, payees, plays, userCount } = usage.plays
  const user = new Int32Array(payees.length)
  const destination = new Int32Array(payees.length)
  for (let place = 0; place < userCount; place++) {
    const home = usage.home[place]!
    user.fill(place, starts[place], starts[place + 1])
    destination.fill(home < 0 ? -1 : rank[home]!, starts[place], starts[place + 1])
  }
  const origins = usage.origins.map((places) => places.map((place) => rank[place]!))
  const credits = packCredits(origins.map((places) => originCredits(places, rule)))
  const catalogue = new Float64Array(countries.length)
  for (let at = 0; at < credits.groups.length; at++) catalogue[credits.groups[at]!]! += credits.credits[at]!
  return {
    unit: 'plays',
    countries,
    destination,
    work: new Int32Array(payees),
    amount: new Float64Array(plays),
    period: new Int32Array(payees.length),
    periods: [''],
    credits,
    clusters: { kind: 'users', first: user, count: userCount },
    catalogue,
    leftOut: usage.leftOut,
    unrecognised: usage.unrecognised,
    notes: {
      users_without_plays: Array.from({ length: userCount }, (_, at) => starts[at] === starts[at + 1]).filter(Boolean)
        .length,
      works_not_listed: usage.unmatched.works,
      plays_of_works_not_listed: usage.unmatched.plays,
      works_that_disagree: usage.worksThatDisagree,
      repeated_pairs_added_up: usage.repeatedPairs,
    },
  }
}
