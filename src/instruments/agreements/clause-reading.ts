import type { NodeKind } from '../../engines/texts/document.ts'
import { type Phrase, phrasesPattern } from '../../engines/texts/phrases.ts'
import type { ClauseModifier, ClauseRule, ClauseStrength } from './rules/clause-type.ts'

const soft: readonly Phrase[] = [
  'endeavo',
  'shall seek',
  'seek to',
  'may!',
  'could!',
  'should',
  'encourag',
  'as appropriate',
  'where appropriate',
  'recogni',
  'importance of',
  'work to',
  'working to',
  'consider',
  'aim(s)? (of|to|at)',
  'shall aim',
  'promote',
  'to the extent possible',
  'best effort',
  'reasonable effort',
  'intend',
  'procurar',
  'podran',
  'podra ',
  'trabajar',
  'promov',
  'reconoc',
  'importancia',
  'foment',
  'considerar',
  'esforzar',
  "s'efforc",
  'peuvent',
  'encourag',
  'reconnai',
  'favoris',
  'promouv',
  'envisag',
]
const hard: readonly Phrase[] = [
  'shall not',
  'neither party',
  'no party shall',
  'each party shall',
  'parties shall (accede|ratify|comply|allow|give|ensure)',
  'does not apply',
  'do not apply',
  'shall apply',
  'cannot be',
  'shall be deemed',
  'exempt',
  'agree not to',
  'undertake',
  'nothing in this',
  'with the exception of',
  'shall implement',
  'ninguna parte',
  'no se aplica',
  'no otorgara',
  'cada parte (otorgara|permitira|ratificara|adherira)',
  'se comprometen',
  'aplicaran',
  'aucune partie',
  "ne s'applique",
  "s'engagent",
  'chaque partie (accorde|autorise|adhere|ratifie)',
  "n'imposent pas",
]

const softWords = phrasesPattern(soft, '')
const hardWords = phrasesPattern(hard, '')

/** How firmly a sentence binds, from its verbs: a recital by its place; a hard verb before a soft one. Folded text. */
export const strengthOf = (sentence: string, kind: NodeKind): ClauseStrength => {
  if (kind === 'preamble') return 'recital'
  if (hardWords.test(sentence)) return 'binding'
  return softWords.test(sentence) ? 'best_endeavour' : 'binding'
}

const retaliation = phrasesPattern(
  ['equivalent commercial effect', 'efecto comercial equivalente', 'effet commercial equivalent'],
  '',
)
const annex = phrasesPattern(
  ['annex(es)? ([a-z0-9]|[ivx])', 'anexo ([a-z0-9])', 'annexe ([a-z0-9])', 'in (its|their) schedules?', 'protocol on'],
  '',
)
const reservations = phrasesPattern(
  [
    'reservations?',
    'non conforming measures',
    'medidas disconformes',
    'mesures non conformes',
    'its schedule',
    'reservas',
    'list of commitments',
    'subject to ..40.. (annex|schedule)',
  ],
  '',
)
const linear = phrasesPattern(
  ['scheduled by', 'no choice over the scheduling', 'programad(o|a)s? por (un|el) proveedor'],
  '',
)

const onDemand = phrasesPattern(['on demand', 'webcast', 'a la demande', 'a la carta', 'a pedido'], '')
const internalTaxes = phrasesPattern(
  [
    'internal tax',
    'internal charge',
    'impuestos internos',
    'cargas internas',
    'taxes interieures',
    'taxes internes',
    'imposition interieure',
  ],
  '',
)
const subsidies = phrasesPattern(
  ['subsid(y|ies) or grants', 'not apply to ..60.. subsid', 'subvenciones', "ne s'applique ..60.. subventions"],
  '',
)

/** What weakens or narrows a clause: read in its own sentence; retaliation, taxes and subsidies anywhere in the article. Folded text. */
export const modifiersOf = (rule: ClauseRule, sentence: string, article: string): readonly ClauseModifier[] => {
  const read: [ClauseModifier, boolean][] = [
    ['retaliation', rule.id.startsWith('cultural-exception') && retaliation.test(article)],
    ['missing_annex', annex.test(sentence)],
    ['subject_to_reservations', reservations.test(sentence)],
    ['linear_only', linear.test(sentence)],
    ['on_demand_included', rule.id.startsWith('audiovisual-carveout') && onDemand.test(sentence)],
    ['internal_taxes_kept', rule.id.startsWith('customs-duties') && internalTaxes.test(article)],
    ['subsidies_excluded', rule.id.startsWith('digital-products') && subsidies.test(article)],
  ]
  const found = read.filter(([, is]) => is).map(([modifier]) => modifier)
  return [...new Set([...(rule.modifiers ?? []), ...found])]
}
