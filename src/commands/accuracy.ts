import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureAccuracy } from '../instruments/agreements/accuracy.ts'
import { packageRoot } from '../kernel/package-root.ts'
import { wordsOfSlice } from '../platform/languages/words-of-slice.ts'
import { refuse, speak } from './speak.ts'

const data = join(packageRoot, '..', 'shared', 'data', 'agreements')

const options = {
  gold: { type: 'string', default: join(data, 'gold-dev.csv') },
  texts: { type: 'string', multiple: true },
} as const

const measure = async (words: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...words], options })
  const measured = await measureAccuracy({
    gold: values.gold,
    texts: values.texts ?? [join(data, 'tota-0.5.0.tar.gz')],
  })
  if (!measured.ok) return refuse(measured.faults, [wordsOfSlice('instruments/agreements')])
  process.stdout.write(measured.value.text)
  return 0
}

/** `open-roadmap accuracy [--gold FILE] [--texts DIR|FILE]…`: the audit of clauses against a hand-coded set; needs no database. */
export const accuracy = async (words: readonly string[]): Promise<number> => {
  try {
    return await measure(words)
  } catch (cause) {
    if (!(cause as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) throw cause
    speak.say((cause as Error).message)
    return 2
  }
}
