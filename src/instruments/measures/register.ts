import type { Field, Values } from '../../engines/forms/index.ts'
import { findMoneyRange } from '../../engines/forms/index.ts'
import type { Register } from '../../engines/records/index.ts'
import { words } from './words/words.generated.ts'

const what: readonly Field[] = [
  { name: 'title', kind: 'text', required: true, limit: 600 },
  { name: 'originalTitle', kind: 'text', limit: 600 },
  { name: 'otherTitles', kind: 'texts' },
  { name: 'acronym', kind: 'text', limit: 60 },
  { name: 'type', kind: 'choice', options: 'measure-types' },
  { name: 'level', kind: 'choice', options: 'measure-levels' },
  { name: 'stage', kind: 'choice', options: 'measure-stages' },
  { name: 'legalReference', kind: 'text', limit: 300 },
  { name: 'url', kind: 'url', limit: 2000 },
]

const who: readonly Field[] = [
  { name: 'agencies', kind: 'list', limit: 60 },
  {
    name: 'partners',
    kind: 'groups',
    limit: 60,
    fields: [
      { name: 'name', kind: 'text', required: true, limit: 300 },
      { name: 'type', kind: 'choice', options: 'partner-types' },
    ],
  },
  { name: 'countries', kind: 'list', limit: 60 },
  { name: 'start', kind: 'day', partial: true },
  { name: 'end', kind: 'day', partial: true },
  { name: 'adopted', kind: 'day', partial: true },
]

const content: readonly Field[] = [
  { name: 'mainFeatures', kind: 'long-text' },
  { name: 'objectives', kind: 'long-text' },
  { name: 'expectedResults', kind: 'long-text' },
  { name: 'results', kind: 'long-text' },
  {
    name: 'instruments',
    kind: 'groups',
    limit: 60,
    fields: [
      { name: 'type', kind: 'text', limit: 300 },
      { name: 'category', kind: 'text', limit: 300 },
      { name: 'id', kind: 'text', limit: 300 },
    ],
  },
]

const scope: readonly Field[] = [
  { name: 'domains', kind: 'choices', options: 'cultural-domains' },
  { name: 'sectors', kind: 'choices', options: 'sectors' },
  { name: 'chainStages', kind: 'choices', options: 'value-chain-stages' },
  { name: 'targetGroups', kind: 'choices', options: 'target-groups' },
  { name: 'beneficiaries', kind: 'list', limit: 60 },
  { name: 'themes', kind: 'list', limit: 60 },
]

const money: readonly Field[] = [
  { name: 'financeText', kind: 'long-text', limit: 2000 },
  { name: 'finance', kind: 'money-range' },
  { name: 'financePerYear', kind: 'yes-no' },
  { name: 'ifcd', kind: 'yes-no' },
]

const serves: readonly Field[] = [
  { name: 'goals', kind: 'choices', options: 'convention-goals' },
  { name: 'areas', kind: 'choices', options: 'areas' },
  { name: 'activities', kind: 'choices', options: 'activities' },
]

const paragraphs: readonly Field[] = [{ name: 'paragraphs', kind: 'choices', options: 'paragraphs' }]

const verifications: readonly Field[] = [{ name: 'verifications', kind: 'choices', options: 'verifications' }]

const evaluation: readonly Field[] = [
  { name: 'evaluated', kind: 'yes-no' },
  { name: 'conclusions', kind: 'long-text' },
  { name: 'evaluationLevel', kind: 'choice', options: 'measure-levels' },
  { name: 'evaluationIndicators', kind: 'long-text' },
  { name: 'evaluationUrl', kind: 'url', limit: 2000 },
  { name: 'becauseOfConvention', kind: 'yes-no' },
  { name: 'civilSociety', kind: 'yes-no' },
  { name: 'reportedBy', kind: 'text', limit: 300 },
]

const looksLikeYear = (text: string): boolean => /^\s*(19|20)\d{2}\s*$/.test(text)

/** The range a declared sum of money says, where it says one plainly: the declared text stays beside it. */
export const withParsedFinance = (values: Values): Values => {
  const declared = values['financeText']
  if (typeof declared !== 'string' || values['finance'] !== undefined || looksLikeYear(declared)) return values
  const finance = findMoneyRange(declared)
  return finance === undefined ? values : { ...values, finance }
}

/**
 * The register of policies and measures: every field of the measure entry of the 2019 form and of its older edition, and what ties a
 * measure to the Guidelines, the Open Roadmap and the monitoring framework.
 */
export const register: Register = {
  id: 'measures',
  words,
  title: 'title',
  sections: [
    { key: 'what', fields: what },
    { key: 'who', fields: who },
    { key: 'content', fields: content },
    { key: 'scope', fields: scope },
    { key: 'money', fields: money },
    { key: 'serves', fields: serves },
    { key: 'paragraphs', fields: paragraphs },
    { key: 'verifications', fields: verifications },
    { key: 'evaluation', fields: evaluation },
  ],
  filters: [
    'type',
    'level',
    'stage',
    'sectors',
    'domains',
    'targetGroups',
    'activities',
    'goals',
    'areas',
    'evaluated',
  ],
  searched: [
    'originalTitle',
    'otherTitles',
    'acronym',
    'agencies',
    'partners',
    'countries',
    'mainFeatures',
    'objectives',
    'themes',
    'legalReference',
  ],
  columns: ['type', 'stage', 'agencies', 'start'],
  complete: withParsedFinance,
}

/** The few questions a new measure begins with; the others are answered section by section. */
export const firstQuestions: readonly string[] = [
  'title',
  'type',
  'stage',
  'level',
  'agencies',
  'start',
  'sectors',
  'mainFeatures',
  'url',
]
