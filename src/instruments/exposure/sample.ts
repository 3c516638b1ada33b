import type { StudyDeclaration } from '../../studies/index.ts'
import type { ExposureDocument } from './document.ts'
import { sampleFiles } from './sample-chart.ts'

const { chart, works } = sampleFiles()

/** An invented chart of the fictional Party, and its works; title and file names say what they are. */
export const sample: StudyDeclaration<ExposureDocument>['sample'] = {
  title: 'Local works in an invented weekly Top 10 (synthetic data)',
  period: { from: '2026-01-04', to: '2026-06-28' },
  files: {
    exposures: { name: 'meridia-chart-synthetic.csv', text: chart },
    works: { name: 'meridia-works-synthetic.csv', text: works },
  },
  settings: { country: ['XA'] },
  spellings: { Meridia: 'XA' },
}
