import { usualResampling } from '../engines/studies/index.ts'
import { leastConfidence } from '../engines/tables/index.ts'
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

/** How titles are matched that two files write differently: asked where they are joined by title, folded away. */
const matchingSettings: readonly StudySetting[] = [
  { name: 'match-threshold', kind: 'number', low: leastConfidence, high: 1, isFine: true },
  { name: 'match', kind: 'texts', isFine: true },
  { name: 'no-match', kind: 'texts', isFine: true },
]

type Declared = Pick<StudyDeclaration<StudyDocument>, 'settings' | 'hasIntervals' | 'joinsByTitle'>

/** All settings of a study's form. */
export const settingsOf = ({ settings, hasIntervals = true, joinsByTitle }: Declared): readonly StudySetting[] => [
  ...settings,
  ...(joinsByTitle ? matchingSettings : []),
  ...(hasIntervals ? resamplingSettings : []),
]
