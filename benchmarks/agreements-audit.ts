import { readFile } from 'node:fs/promises'
import { readTar } from '../src/engines/texts/archive.ts'
import { missing, sharedFile } from '../test/shared-files.ts'
import { timedCommand } from './timed-command.ts'

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
  const { said, told, code, ...figures } = await timedCommand([
    'audit',
    'agreements',
    sharedFile(...archive),
    '--format',
    'csv',
  ])
  if (said === '') throw new Error(`${code} ${told}`)
  return { ...figures, hits: [...said.matchAll(/^[^,\r\n]+,[a-z0-9_]+,1,/gm)].length }
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
