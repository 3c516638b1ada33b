import type { StudyCommand } from '../../src/engines/studies/index.ts'
import type { Size } from './generator.ts'
import { figures, timed } from './measuring.ts'

const modules = {
  flows: async () => (await import('../../src/instruments/flows/command.ts')).command,
  discoverability: async () => (await import('../../src/instruments/discoverability/command.ts')).command,
  remuneration: async () => (await import('../../src/instruments/remuneration/command.ts')).command,
} satisfies Readonly<Record<string, () => Promise<StudyCommand>>>

/** A whole command with its usual 1 000 replicates, from the files to the document; `after reading` begins with the last row. */
export const command =
  (study: keyof typeof modules) =>
  async (path: string, size: Size): Promise<void> => {
    const run = await modules[study]()
    const list = (name: string) => path.replace(/plays-\d+\.\w+$/, `${name}-${size.plays}.csv`)
    const works = study === 'discoverability' ? 'catalogue' : 'works'
    const words = ['--plays', path, `--${works}`, list('works'), '--users', list('users')]
    if (study === 'remuneration') words.push('--fee', '9.99', '--currency', 'EUR')
    const start = performance.now()
    let lastRow = start
    const watch = { progress: () => void (lastRow = performance.now()) }
    const outcome = await timed('whole', () => run(words, watch))
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
    figures['reading'] = (lastRow - start) / 1000
    figures['after reading'] = (performance.now() - lastRow) / 1000
    figures['characters'] = outcome.value.text.length
  }
