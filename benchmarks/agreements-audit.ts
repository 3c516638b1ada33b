import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { readTar } from '../src/engines/texts/archive.ts'
import { missing, sharedFile } from '../test/shared-files.ts'
import { commandLine, findPeakMegabytes } from '../test/reliability/running-house.ts'

/**
 * Wall time and peak memory of the whole process that audits the 450 agreements from their archive and writes every hit, and how many
 * times a plain scan of the same bytes takes that: the archive unpacked, each text decoded and searched with one regular expression.
 */
const archive = ['data', 'agreements', 'tota-0.5.0.tar.gz'] as const

const plain =
  /cultur|audio-?\s?visual|broadcast|radiodif|digital product|productos digitales|electronic commerce|e-commerce|comercio electr|electronic transmission|transmisiones electr|flows? of information|source code|berne|berna|wipo|co-?produc|treasur|tesoro|tr[eé]sor|archaeolog|arqueol/gi

const scan = async () => {
  const begun = performance.now()
  const entries = readTar(await readFile(sharedFile(...archive))).filter(({ name }) => name.endsWith('.xml'))
  let found = 0
  let bytes = 0
  for (const entry of entries) {
    bytes += entry.bytes.length
    for (const _ of Buffer.from(entry.bytes).toString('utf8').matchAll(plain)) found += 1
  }
  return { seconds: Math.round(performance.now() - begun) / 1000, found, bytes, texts: entries.length }
}

const audit = async () => {
  const { program, parameters, environment } = commandLine('', 0)
  const begun = performance.now()
  const child = spawn(program, [...parameters, 'audit', 'agreements', sharedFile(...archive), '--format', 'csv'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
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
  if (said === '') throw new Error(`${code} ${told}`)
  return { seconds, peak_megabytes: Math.round(peak), hits: [...said.matchAll(/^[^,\r\n]+,[a-z0-9_]+,1,/gm)].length }
}

if (missing(...archive))
  process.stdout.write(`${JSON.stringify({ benchmark: 'agreements-audit', skipped: 'the agreements are not here' })}\n`)
else {
  const [scanned, audited] = [await scan(), await audit()]
  const times_a_scan = Math.round((audited.seconds / scanned.seconds) * 100) / 100
  process.stdout.write(
    `${JSON.stringify({ benchmark: 'agreements-audit', ...audited, times_a_scan, scan: scanned })}\n`,
  )
}
