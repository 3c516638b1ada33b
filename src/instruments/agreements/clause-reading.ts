import type { NodeKind } from '../../engines/texts/document.ts'
import { type Phrase, phrasesPattern } from '../../engines/texts/phrases.ts'
import type { ClauseModifier, ClauseRule, ClauseStrength } from './rules/clause-type.ts'

/** Verbs that oblige to an effort only, though “shall” or “undertake” stands before them. */
const efforts =
  '(endeavo*|seek|encourage|promote|consider|aim|strive|cooperate|co operate|work|facilitate|explore|foster|support|recogni*|take into|strengthen|develop|exchange|make ..20.. efforts|contribute)'
const effortClauses: readonly Phrase[] = [
  `shall( also| hereby| as appropriate| closely| further| jointly)? ${efforts}`,
  `shall undertake( to| ..80.. to) ${efforts}`,
  `shall, ..40.., ${efforts}`,
  `shall aim`,
  `shall contribute`,
  `(undertake|agree|commit|resolve)( themselves)? to ${efforts}`,
  'shall be encouraged',
  'se comprometen a (promover|cooperar|fomentar|procurar)',
  "s'engagent a (promouvoir|cooperer|encourager|favoriser)",
  '(procuraran|promoveran|fomentaran|cooperaran|trabajaran)',
  "(s'efforcent|encouragent|promeuvent|cooperent|favorisent)",
]
const obligations: readonly Phrase[] = [
  'shall!',
  'must!',
  'may not!',
  '(no|neither) party (may|will|shall)',
  'will (maintain|ensure|apply|provide)',
  'each party will',
  'cannot be',
  'do(es)? not apply',
  'exempt',
  'undertake',
  'agree (not )?to!',
  'reaffirm',
  'affirm',
  'with the exception of',
  'nothing in this',
  'ninguna parte',
  'no se (aplica|aplicara)!',
  'cada parte',
  'se comprometen',
  '(aplicaran|otorgaran|ratificaran)',
  'aucune partie',
  "ne s'applique",
  "s'engagent",
  'chaque partie',
  "n'imposent pas",
]
const wishes: readonly Phrase[] = [
  'endeavo',
  'seek to',
  'may!',
  'could!',
  'should',
  'will!',
  'encourag',
  'appropriate',
  'recogni',
  'importance of',
  'work(ing)? to',
  'consider',
  'aim',
  'promot',
  'cooperat',
  'co operat',
  'effort',
  'intend',
  'procurar',
  'podran',
  'trabajar',
  'promov',
  'reconoc',
  'foment',
  'cooperacion',
  'peuvent',
  'reconnai',
  'favoris',
  'promouv',
  'cooperation',
]

const effortWords = phrasesPattern(effortClauses)
const obligationWords = phrasesPattern(obligations, '')
const wishWords = phrasesPattern(wishes, '')

/**
 * How firmly a sentence binds, from its verbs: a recital by its place, an effort where only efforts are owed, otherwise binding.
 * Folded text.
 */
export const strengthOf = (sentence: string, kind: NodeKind): ClauseStrength => {
  if (kind === 'preamble') return 'recital'
  const withoutEfforts = sentence.replace(effortWords, ' ')
  if (obligationWords.test(withoutEfforts)) return 'binding'
  return withoutEfforts !== sentence || wishWords.test(sentence) ? 'best_endeavour' : 'binding'
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
