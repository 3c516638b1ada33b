import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { packageRoot } from '../src/kernel/package-root.ts'
import { findFreePort, killDatabase, makeFolder, removeFolder } from '../test/reliability/running-house.ts'

/**
 * From `npm start` to the first page: on a fresh clone of the last commit with npm's cache as it is (installing, building, making the
 * database, loading the sample), a second time, and again after app and database were killed.
 */
const patienceMillis = 300_000
const clone = join(await makeFolder(), 'clone')
const data = await makeFolder()
const port = await findFreePort()

execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${packageRoot}`, clone])

const answers = async (): Promise<boolean> => {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/en`)
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}

interface Started {
  readonly seconds: number
  readonly end: (signal: NodeJS.Signals) => Promise<void>
}

const endOf = (child: ChildProcess) => async (signal: NodeJS.Signals) => {
  const ended = new Promise((resolve) => child.once('close', resolve))
  process.kill(-(child.pid ?? 0), signal)
  await ended
}

const npmStart = async (): Promise<Started> => {
  const { npm_config_prefix: _prefix, NODE_OPTIONS: _options, ...environment } = process.env
  const begun = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...environment, DATA_DIR: data, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said += String(bytes)))
  while (!(await answers())) {
    if (child.exitCode !== null || performance.now() - begun > patienceMillis) throw new Error(`npm start: ${said}`)
    await pause(10)
  }
  return { seconds: Math.round(performance.now() - begun) / 1000, end: endOf(child) }
}

try {
  const fresh = await npmStart()
  await fresh.end('SIGTERM')
  const second = await npmStart()
  await Promise.all([second.end('SIGKILL'), killDatabase(data)])
  const third = await npmStart()
  await third.end('SIGTERM')
  const figures = {
    fresh_seconds: fresh.seconds,
    restart_seconds: second.seconds,
    restart_after_kill_seconds: third.seconds,
  }
  process.stdout.write(`${JSON.stringify({ benchmark: 'starts', ...figures })}\n`)
} finally {
  await removeFolder(data)
  await rm(join(clone, '..'), { recursive: true, force: true })
}
