import { createHash, randomBytes } from 'node:crypto'
import { chmod, chown, lstat, mkdir, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join, parse } from 'node:path'
import { DatabaseProblem, findErrorCode } from './database-problem.ts'

/** The account the server runs as when the app is root: PostgreSQL refuses root. 65534 is `nobody` on Linux. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** Where one embedded database lives. `account` is there only when the server must run as somebody else. */
export interface Home {
  readonly folder: string
  readonly cluster: string
  readonly socketFolder: string
  readonly logFolder: string
  readonly account: Account | undefined
}

const fallbackRoot = '/var/lib/open-roadmap'
const longestSocketFolder = 85

const nobody: Account = { uid: 65_534, gid: 65_534 }

const canPass = async (folder: string, { uid, gid }: Account): Promise<boolean> => {
  const { mode, uid: owner, gid: group } = await stat(folder)
  if (owner === uid) return (mode & 0o100) !== 0
  if (group === gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}

const canReach = async (folder: string, account: Account): Promise<boolean> => {
  const root = parse(folder).root
  for (let at = folder; ; at = dirname(at)) {
    if (!(await canPass(at, account))) return false
    if (at === root) return true
  }
}

/** The problem behind an error of the file system, where a person can do something about it; otherwise the error itself. */
const problemOf = (error: unknown, folder: string): unknown => {
  const code = findErrorCode(error) ?? ''
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code))
    return new DatabaseProblem('folder-not-writable', { folder }, error)
  return ['ENOSPC', 'EDQUOT'].includes(code) ? new DatabaseProblem('disk-full', { folder }, error) : error
}

const makeFolder = (folder: string, mode: number): Promise<unknown> => mkdir(folder, { recursive: true, mode })

const makeOwnFolder = async (folder: string, account: Account | undefined): Promise<void> => {
  await makeFolder(folder, 0o700)
  await chmod(folder, 0o700)
  if (account) await chown(folder, account.uid, account.gid)
}

const findText = async (file: string): Promise<string | undefined> => {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

const writeWhole = async (file: string, text: string): Promise<void> => {
  const draft = `${file}.${process.pid}.new`
  await writeFile(draft, `${text}\n`, { mode: 0o644, flush: true })
  await rename(draft, file)
}

const exists = async (path: string): Promise<boolean> => (await findStat(path)) !== undefined

const findStat = async (path: string) => {
  try {
    return await lstat(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(findErrorCode(error) ?? '')) return undefined
    throw error
  }
}

/**
 * A home outside the data folder, for a data folder below somebody's private directory (`/root/…`): nobody's permissions are
 * loosened; the data folder keeps a pointer, and the home keeps the name of the data folder, so that a copy is noticed.
 */
const elsewhere = async (dataDirectory: string, account: Account): Promise<string> => {
  const pointer = join(dataDirectory, 'database.location')
  const known = await findText(pointer)
  const folder = known ?? join(fallbackRoot, randomBytes(8).toString('hex'))
  try {
    await mkdir(folder, { recursive: true, mode: 0o711 })
    if (!(await canReach(folder, account))) throw new Error(`${folder} cannot be entered by uid ${account.uid}`)
  } catch (error) {
    throw new DatabaseProblem('no-reachable-folder', { folder: dataDirectory, fallback: fallbackRoot }, error)
  }
  const ownerFile = join(folder, 'data-folder')
  const owner = await findText(ownerFile)
  if (owner !== undefined && owner !== dataDirectory && (await findText(join(owner, 'database.location'))) === folder)
    throw new DatabaseProblem('folder-shared', { folder: dataDirectory, original: owner, cluster: folder })
  if (owner !== dataDirectory) await writeWhole(ownerFile, dataDirectory)
  if (known === undefined) await writeWhole(pointer, folder)
  return folder
}

const socketFolderFor = async (folder: string, account: Account | undefined): Promise<string> => {
  const beside = join(folder, 'run')
  if (Buffer.byteLength(beside) <= longestSocketFolder) {
    await makeOwnFolder(beside, account)
    return beside
  }
  const short = join('/tmp', `open-roadmap-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`)
  const owner = account?.uid ?? process.getuid?.()
  const found = await findStat(short)
  if (found && (!found.isDirectory() || (found.uid !== owner && found.uid !== process.getuid?.())))
    throw new DatabaseProblem('folder-not-writable', { folder: short })
  await makeOwnFolder(short, account)
  return short
}

/** Who runs the server when the app is root: whoever owns the cluster, so that a first start as somebody else does no harm. */
const accountFor = async (cluster: string): Promise<Account | undefined> => {
  if (process.getuid?.() !== 0) return undefined
  const found = await findStat(cluster)
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : nobody
}

const chooseFolder = async (dataDirectory: string): Promise<string> => {
  const here = join(dataDirectory, 'database')
  if (process.getuid?.() !== 0 || (await exists(join(here, 'cluster')))) return here
  return (await canReach(dataDirectory, nobody)) ? here : elsewhere(dataDirectory, nobody)
}

const layOut = async (dataDirectory: string): Promise<Home> => {
  const passable = process.getuid?.() === 0 ? 0o711 : 0o700
  if (!(await exists(dataDirectory))) await makeFolder(dataDirectory, passable)
  const folder = await chooseFolder(await realpath(dataDirectory))
  await makeFolder(folder, passable)
  const cluster = join(folder, 'cluster')
  const account = await accountFor(cluster)
  const logFolder = join(folder, 'log')
  await makeOwnFolder(logFolder, account)
  return { folder, cluster, socketFolder: await socketFolderFor(folder, account), logFolder, account }
}

/**
 * Finds or makes the folders of the embedded database of a data folder.
 * Throws `folder-not-writable`, `folder-shared`, `no-reachable-folder`, `disk-full`.
 */
export const openHome = async (dataDirectory: string): Promise<Home> => {
  try {
    return await layOut(dataDirectory)
  } catch (error) {
    throw problemOf(error, dataDirectory)
  }
}
