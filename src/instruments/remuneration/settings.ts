import type { StudySetting } from '../../studies/index.ts'
import { creditRules, modelNames } from './options.ts'

const plays = { kind: 'number', low: 0, high: 1e9, isFine: true } as const
const factor = { kind: 'number', low: 1, high: 1024, usual: '2', isFine: true } as const

/** What a person chooses: which rules, what users pay, and folded away the parameters of the rules. */
export const settings: readonly StudySetting[] = [
  { name: 'models', kind: 'choices', options: modelNames, usual: ['pro-rata', 'user-centric'], required: true },
  { name: 'fee', kind: 'text', usual: '1', required: true },
  { name: 'currency', kind: 'currency', required: true },
  { name: 'without', kind: 'choice', options: ['by-plays', 'by-model', 'kept-aside'], usual: 'by-plays' },
  { name: 'credit', kind: 'choice', options: creditRules, usual: 'fractional' },
  { name: 'lambda', kind: 'number', low: 0, high: 1, usual: '0.5', isFine: true },
  { name: 'threshold-plays', ...plays, usual: '1000' },
  { name: 'threshold-listeners', ...plays, usual: '0' },
  { name: 'activity-plays', ...plays, usual: '1000' },
  { name: 'activity-listeners', ...plays, usual: '500' },
  { name: 'activity-factor', ...factor },
  { name: 'engagement-factor', ...factor },
  { name: 'cap', kind: 'number', low: 1, high: 1e9, usual: '1000', isFine: true },
]
