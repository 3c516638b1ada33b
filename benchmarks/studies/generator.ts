import { existsSync, readFileSync, statfsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { random } from '../../src/engines/metrics/index.ts'
import { countryLookup } from '../../src/engines/tables/index.ts'
import { missing, sharedFile } from '../../test/shared-files.ts'

/** How large a made set of plays is: a user has a hundred plays, a catalogue half a million works at most. */
export interface Size {
  readonly plays: number
  readonly users: number
  readonly works: number
}

export const sizeOf = (plays: number): Size => ({
  plays,
  users: Math.max(1000, Math.round(plays / 100)),
  works: Math.max(500, Math.round(Math.min(plays / 200, 500_000))),
})

const parts = (name: string) => ['data', 'lfm2b', name]

/** Lines of a real file without its line ends, cells by tab. */
const rowsOf = (name: string): string[][] =>
  readFileSync(sharedFile(...parts(name)), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))

const knots = 512

/** The inverse of the cumulated shares of a real marginal: entry i is the fraction of kinds, the most used first, that carry i/512 of all. */
const inverseOf = (counts: readonly number[]): number[] => {
  const falling = counts.toSorted((a, b) => b - a)
  const total = falling.reduce((sum, count) => sum + count, 0)
  const inverse = [0]
  let carried = 0
  falling.forEach((count, rank) => {
    while (inverse.length <= knots && carried + count >= (inverse.length / knots) * total) {
      const within = ((inverse.length / knots) * total - carried) / count
      inverse.push((rank + within) / falling.length)
    }
    carried += count
  })
  while (inverse.length <= knots) inverse.push(1)
  return inverse
}

const countBy = (codes: readonly string[]): number[] => {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts.values()]
}

/** A draw from the inverse in SQL: the rank of a uniform number, as a fraction of the kinds. */
const drawn = (inverse: readonly number[], uniform: string): string => {
  const list = `([${inverse.map((value) => value.toFixed(9)).join(', ')}]::DOUBLE[])`
  const at = `floor(${uniform} * ${knots})::INTEGER`
  return `(${list}[${at} + 1] + (${list}[${at} + 2] - ${list}[${at} + 1]) * (${uniform} * ${knots} - floor(${uniform} * ${knots})))`
}

const uniformOf = (salt: number): string => `((hash(row + ${salt}) % 9007199254740992)::DOUBLE / 9007199254740992)`

/** Ranks are spread over the identifiers, so that what is used most does not lie side by side. */
const spread = (rank: string, count: number): string =>
  `((floor(${rank} * ${count - 1})::BIGINT * 7919 + 13) % ${count})::INTEGER`

const writePlays = async (path: string, { plays, users, works }: Size): Promise<void> => {
  const interactions = rowsOf('dataset.inter').slice(1)
  const [user, work] = [0, 1].map((column) => inverseOf(countBy(interactions.map((row) => row[column]!)))) as [
    number[],
    number[],
  ]
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '4GB', threads: '2' })
  const connection = await instance.connect()
  await connection.run(
    `COPY (SELECT ${spread(drawn(user, 'u'), users)} AS user_id, ${spread(drawn(work, 'w'), works)} AS work_id, ` +
      `(1 + least(200, floor(-2 * ln(1 - p))))::SMALLINT AS plays FROM ` +
      `(SELECT ${uniformOf(1)} AS u, ${uniformOf(5_000_000_001)} AS w, ${uniformOf(9_000_000_001)} AS p FROM range(${plays}) t(row))) ` +
      `TO '${path}.part' (FORMAT parquet, ROW_GROUP_SIZE 1000000)`,
  )
  connection.closeSync()
  instance.closeSync()
  await rename(`${path}.part`, path)
}

/** Country codes drawn with the real shares, one per user or work, and the codes they stand for. */
export interface Countries {
  readonly codes: readonly string[]
  readonly ofUsers: Uint16Array
  readonly ofWorks: Uint16Array
}

export const drawCountries = ({ users, works }: Size): Countries => {
  const country = countryLookup()
  const known = (name: string, column: number) => rowsOf(name).map((row) => country(row[column]!) ?? 'XX')
  const [ofUsers, ofWorks] = [known('demographics.tsv', 0), known('tracks.tsv', 2)]
  const codes = [...new Set([...ofUsers, ...ofWorks])].sort()
  const places = new Map(codes.map((code, place) => [code, place]))
  const draw = (seed: string, from: readonly string[], count: number) => {
    const { below } = random(seed)
    return Uint16Array.from({ length: count }, () => places.get(from[below(from.length)]!)!)
  }
  return { codes, ofUsers: draw('users', ofUsers, users), ofWorks: draw('works', ofWorks, works) }
}

/** Bytes on the disk for each play: the made file, and what reading in blocks puts beside it for a while. */
export const bytesPerPlay = { file: 9, blocks: 9 }

/** Where the plays of a made set lie. */
export const playsPath = (root: string, plays: number): string => join(root, `plays-${plays}.parquet`)

/** What of so many plays the disk has room for, in hundreds of millions when not all. */
export const fitting = (root: string, plays: number, perPlay: number): number => {
  const { bavail, bsize } = statfsSync(root)
  const room = Math.floor((0.95 * bavail * bsize) / perPlay)
  return room >= plays ? plays : Math.floor(room / 1e8) * 1e8
}

const realFiles = ['dataset.inter', 'demographics.tsv', 'tracks.tsv']

/** Whether the real files are there whose marginals the made ones have; says so when they are not. */
export const hasRealFiles = (): boolean => !realFiles.some((name) => missing(...parts(name)))

/** The plays of a made set, written once for each size: the same size gives the same rows on every machine. */
export const generatePlays = async (root: string, size: Size): Promise<string> => {
  await mkdir(root, { recursive: true })
  const path = playsPath(root, size.plays)
  if (!existsSync(path)) await writePlays(path, size)
  await writeFile(
    join(root, 'README'),
    'Synthetic plays with the marginals of a real sample; made by benchmarks/studies.\n',
  )
  return path
}

const writeList = async (path: string, id: string, country: string, codes: readonly string[], of: Uint16Array) => {
  if (existsSync(path)) return
  const lines = Array.from(of, (code, at) => `${at},${codes[code]}`)
  await writeFile(path, `${id},${country}\n${lines.join('\n')}\n`)
}

/** The works and users of a made set with their countries, as CSV beside the plays. */
export const generateLists = async (root: string, size: Size): Promise<void> => {
  const { codes, ofUsers, ofWorks } = drawCountries(size)
  await writeList(join(root, `users-${size.plays}.csv`), 'user_id', 'country', codes, ofUsers)
  await writeList(join(root, `works-${size.plays}.csv`), 'work_id', 'origin', codes, ofWorks)
}

/** The same plays as CSV. */
export const generateCsv = async (parquet: string): Promise<string> => {
  const path = parquet.replace(/parquet$/, 'csv')
  if (existsSync(path)) return path
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  await connection.run(`COPY (SELECT * FROM '${parquet}') TO '${path}.part' (FORMAT csv, HEADER)`)
  connection.closeSync()
  instance.closeSync()
  await rename(`${path}.part`, path)
  return path
}
