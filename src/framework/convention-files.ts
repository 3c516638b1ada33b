import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The YAML files of a folder such as `convention/`: path within the folder (`roadmap/2019.yaml`) → text, sorted. */
export type ConventionFiles = ReadonlyMap<string, string>

export const readConventionFiles = (directory: string): ConventionFiles => {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yaml'))
    .sort(byName)
  return new Map(paths.map((path) => [path, readFileSync(join(directory, path), 'utf8')]))
}

const byName = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0)
