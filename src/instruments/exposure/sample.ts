import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Transaction } from 'kysely'
import { type DataFile, openDataFile } from '../../engines/tables/index.ts'
import type { SampleGiven } from '../instrument.ts'
import { runExposureStudy } from './command.ts'
import { keptFile } from './kept-file.ts'
import { sampleFiles } from './sample-chart.ts'
import { createStudy, finishStudy, getDraft, getStudy, listStudies, setPublished } from './store.ts'
import { optionsOf } from './study.ts'
import { proposedMappings } from './study-files.ts'

const title = 'Local works in an invented weekly Top 10 (synthetic data)'
const names = { exposures: 'meridia-chart-synthetic.csv', works: 'meridia-works-synthetic.csv' } as const

const open = async (folder: string, name: string, text: string): Promise<DataFile> => {
  const path = join(folder, name)
  await writeFile(path, text)
  const file = await openDataFile(path)
  if (!file.ok) throw new Error(`Sample ${name}: ${file.faults[0]?.code}`)
  return file.value
}

/** Runs a real study over an invented chart of the fictional Party, and publishes it; title, files and facts say what it is. */
export const sample = async (tx: Transaction<unknown>, { party, now, actor }: SampleGiven): Promise<void> => {
  const asking = { db: tx, actor, party, at: now }
  if ((await listStudies(asking)).some(({ isSynthetic }) => isSynthetic)) return
  const folder = await mkdtemp(join(tmpdir(), 'open-roadmap-sample-'))
  try {
    const { chart, works } = sampleFiles()
    const opened = {
      exposures: await open(folder, names.exposures, chart),
      works: await open(folder, names.works, works),
    }
    const files = { exposures: keptFile(opened.exposures), works: keptFile(opened.works) }
    const mappings = proposedMappings(opened, undefined)
    const choices = { mappings, encodings: {}, spellings: { Meridia: 'XA' }, resampling: {} }
    const id = await createStudy(asking, { files, choices, language: 'en', isSynthetic: true })
    const draft = await getDraft(asking, id)
    const pathOf = (sha256: string) => (sha256 === files.works.sha256 ? opened.works.path : opened.exposures.path)
    const study = await runExposureStudy({ ...optionsOf(draft, { pathOf }), countries: ['XA'] })
    if (!study.ok) throw new Error(`Sample study: ${study.faults[0]?.code}`)
    const doing = { db: tx, at: now, actor: { name: 'Synthetic sample' } }
    await finishStudy(doing, { ...draft, title, country: 'XA' }, study.value.document)
    await setPublished(asking, await getStudy(asking, id), true)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
