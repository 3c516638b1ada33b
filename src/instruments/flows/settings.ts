import { countryLists } from '../../engines/studies/index.ts'
import type { StudySetting } from '../../studies/index.ts'
import { mirrorRules } from './mirror.ts'
import { countedThings, creditRules, usualList } from './options.ts'
import { selections } from './product-choice.ts'

/** What a person chooses; settings of one kind of file are folded away and say of which. */
export const settings: readonly StudySetting[] = [
  { name: 'country', kind: 'country', usual: 'party', required: true },
  { name: 'developing', kind: 'choice', options: countryLists.map(({ id }) => id), usual: usualList },
  { name: 'selection', kind: 'choice', options: selections, usual: 'cultural' },
  { name: 'mirror', kind: 'choice', options: mirrorRules, usual: 'importer', isFine: true },
  { name: 'currency', kind: 'currency', isFine: true },
  { name: 'product', kind: 'texts', isFine: true },
  { name: 'count', kind: 'choice', options: countedThings, usual: 'slots', isFine: true },
  { name: 'credit', kind: 'choice', options: creditRules, usual: 'fractional', isFine: true },
  { name: 'unit', kind: 'text', isFine: true },
  { name: 'intervals', kind: 'choice', options: ['votes', 'none'], isFine: true },
  { name: 'dates', kind: 'choice', options: ['dmy', 'mdy'], isFine: true },
]
