import { usualResampling } from '../engines/studies/index.ts'
import type { StudyDeclaration, StudyDocument, StudySetting } from './declaration.ts'

/** How intervals are drawn: asked of every study that has some, folded away. */
const resamplingSettings: readonly StudySetting[] = [
  {
    name: 'replicates',
    kind: 'number',
    usual: String(usualResampling.replicates),
    low: 100,
    high: 100_000,
    isFine: true,
  },
  { name: 'seed', kind: 'number', usual: String(usualResampling.seed), low: 0, high: 4_294_967_295, isFine: true },
  { name: 'level', kind: 'number', usual: String(usualResampling.level), low: 0.5, high: 1, isFine: true },
]

type Declared = Pick<StudyDeclaration<StudyDocument>, 'settings' | 'hasIntervals'>

/** All settings of a study's form. */
export const settingsOf = ({ settings, hasIntervals = true }: Declared): readonly StudySetting[] =>
  hasIntervals ? [...settings, ...resamplingSettings] : settings
