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

const serverAccount = (): Account | undefined => (process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined)

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

const makeFolder = async (folder: string, mode: number): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true, mode })
  } catch (error) {
    const code = findErrorCode(error) ?? ''
    if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code))
      throw new DatabaseProblem('folder-not-writable', { folder }, error)
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new DatabaseProblem('disk-full', { folder }, error)
    throw error
  }
}

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
    if (['ENOENT', 'ENOTDIR'].includes(findErrorCode(error) ?? '')) return undefined
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

/**
 * Finds or makes the folders of the embedded database of a data folder.
 * Throws `folder-not-writable`, `folder-shared`, `no-reachable-folder`, `disk-full`.
 */
export const openHome = async (dataDirectory: string): Promise<Home> => {
  const account = serverAccount()
  if (!(await exists(dataDirectory))) await makeFolder(dataDirectory, account ? 0o711 : 0o700)
  const folder = await realpath(dataDirectory)
  const here = join(folder, 'database')
  const settledHere = await exists(join(here, 'cluster'))
  const useHere = account === undefined || settledHere || (await canReach(folder, account))
  const home = useHere ? here : await elsewhere(folder, account)
  await makeFolder(home, account ? 0o711 : 0o700)
  const logFolder = join(home, 'log')
  await makeOwnFolder(logFolder, account)
  return {
    folder: home,
    cluster: join(home, 'cluster'),
    socketFolder: await socketFolderFor(home, account),
    logFolder,
    account,
  }
}
