import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The secret that signs sessions: the one given, or one made at the first start and kept, readable by its owner only. */
export const keepSecret = async (given: string | undefined, dataDirectory: string): Promise<string> => {
  if (given !== undefined) return given
  const file = join(dataDirectory, 'secret')
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  const made = randomBytes(48).toString('base64url')
  try {
    await writeFile(file, `${made}\n`, { mode: 0o600, flag: 'wx' })
    await chmod(file, 0o600)
    return made
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
    return (await readFile(file, 'utf8')).trim()
  }
}
