import { writeFileSync } from 'node:fs'
import { type PlaysByUser, type PlaysBlocks, packCredits, type WorkCredits } from '../../src/engines/metrics/index.ts'
import { type Countries, drawCountries, type Size } from './generator.ts'
import type { Sums } from './sums.ts'

export const feePerUser = 999

/** Plays as one of our readers gives them. */
export interface MadePlays<Plays = PlaysByUser | PlaysBlocks> {
  readonly plays: Plays
  readonly userIds: readonly string[]
  readonly workIds: readonly string[]
}

/** Countries of the users and works that occur, in the order of the columns. */
export const countriesOf = ({ userIds, workIds }: MadePlays, size: Size) => {
  const countries: Countries = drawCountries(size)
  const n = countries.codes.length
  const users = Uint16Array.from(userIds, (id) => countries.ofUsers[Number(id)]!)
  const credits: WorkCredits = packCredits(
    workIds.map((id) => new Map([[countries.ofWorks[Number(id)]!, 1]])),
    n,
  )
  return { users, credits, n }
}

/** Sums by the identifiers of the made set, so that engines can be compared. */
export const byIdentifier = (workIds: readonly string[], amounts: Float64Array, works: number): Float64Array => {
  const out = new Float64Array(works)
  workIds.forEach((id, work) => {
    out[Number(id)] = amounts[work]!
  })
  return out
}

export const save = (path: string | undefined, { flow, proRata, userCentric }: Sums): void => {
  if (path === undefined) return
  for (const [name, values] of Object.entries({ flow, proRata, userCentric }))
    writeFileSync(`${path}.${name}`, new Uint8Array(values.buffer))
}
