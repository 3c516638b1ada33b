import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { commandLine, findPeakMegabytes } from '../test/reliability/running-house.ts'

/** A command of the program run as a whole process: what it wrote, how it ended, seconds by the clock, peak memory. */
export const timedCommand = async (words: readonly string[]) => {
  const { program, parameters, environment } = commandLine('', 0)
  const begun = performance.now()
  const child = spawn(program, [...parameters, ...words], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let told = ''
  child.stdout.on('data', (bytes) => (said += String(bytes)))
  child.stderr.on('data', (bytes) => (told += String(bytes)))
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  let peak = 0
  while (child.exitCode === null && child.signalCode === null) {
    peak = Math.max(peak, (await findPeakMegabytes(child.pid ?? 0)) ?? 0)
    await Promise.race([pause(15), closed])
  }
  const code = await closed
  const seconds = Math.round(performance.now() - begun) / 1000
  return { said, told, code, seconds, peak_megabytes: Math.round(peak) }
}
