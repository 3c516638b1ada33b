import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ExposureStudyOptions, runExposureStudy } from './command.ts'

/** A study of two texts, with a small chart whose figures can be worked out by hand: for the tests of this room. */
export type Choices = Partial<Omit<ExposureStudyOptions, 'exposures' | 'works'>>

export const run = async (chart: string, works: string, choices: Choices = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'exposure-'))
  try {
    const [chartPath, worksPath] = [join(folder, 'chart.csv'), join(folder, 'works.csv')]
    await writeFile(chartPath, chart)
    await writeFile(worksPath, works)
    const files = { exposures: { path: chartPath }, works: { path: worksPath } }
    return await runExposureStudy({ ...files, countries: 'all', resampling: { replicates: 100 }, ...choices })
  } finally {
    await rm(folder, { recursive: true })
  }
}

export const documentOf = async (chart: string, works: string, choices?: Choices) => {
  const study = await run(chart, works, choices)
  if (!study.ok) throw new Error(JSON.stringify(study.faults))
  return study.value.document
}

export const faultOf = async (chart: string, works: string, choices?: Choices) => {
  const study = await run(chart, works, choices)
  return study.ok ? undefined : study.faults[0]
}

export const header = 'territory,week,category,position,title'
export const worksHeader = 'title,category,origin,language'

/** Two weeks in Morocco, positions 1 to 3: every figure below is worked out by hand. */
export const smallChart = [
  header,
  'MA,2022-01-02,Films,1,Wajda',
  'MA,2022-01-02,Films,2,Razzia',
  'MA,2022-01-02,Films,3,Nowhere',
  'MA,2022-01-09,Films,1,Razzia',
  'MA,2022-01-09,Films,2, ADAM ',
  'MA,2022-01-09,Films,3,Wajda',
].join('\n')

export const smallWorks = [
  worksHeader,
  'Wajda,Films,Saudi Arabia,ar',
  "Razzia,Films,\"['Morocco', 'France']\",fr",
  'Adam,Films,Maroc,ar',
  'Adam,TV,France,fr',
].join('\n')
