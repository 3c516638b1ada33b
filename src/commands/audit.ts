import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { auditAgreements } from '../instruments/agreements/audit-command.ts'
import { wordsOfSlice } from '../platform/languages/words-of-slice.ts'
import { refuse, sayFault } from './speak.ts'

const rooms = [wordsOfSlice('instruments/agreements'), wordsOfSlice('engines/texts')]

/**
 * `open-roadmap audit agreements DIR|FILE… [--format csv|json] [--out FILE]`: needs no database. Where some files were refused
 * and others read, the result is written all the same and the exit code is 3, so that a script notices.
 */
export const audit = async ([name, ...rest]: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...rest],
    allowPositionals: true,
    options: { format: { type: 'string', default: 'csv' }, out: { type: 'string' } },
  })
  if (name !== 'agreements' || positionals.length === 0) return refuse([{ code: 'audit.usage' }], [], 2)
  if (values.format !== 'csv' && values.format !== 'json')
    return refuse([{ code: 'study.format', values: { format: values.format } }], [], 2)
  const run = await auditAgreements({ paths: positionals, format: values.format })
  if (!run.ok) return refuse(run.faults, rooms)
  if (values.out === undefined) process.stdout.write(run.value.text)
  else await writeFile(values.out, run.value.text)
  for (const note of run.value.notes) sayFault(note, ...rooms)
  const { refused, agreements } = run.value
  return refused.length === 0
    ? 0
    : refuse(
        [...refused, { code: 'audit.in-part', values: { refused: refused.length, read: agreements.length } }],
        rooms,
      )
}
