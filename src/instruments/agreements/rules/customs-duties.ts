import type { ClauseType, RuleExample } from './clause-type.ts'

const dutiesEn = ['customs dut(y|ies)', 'import dut(y|ies)', 'custom duties', 'tariff', 'duties']
const deliveriesEn = [
  'electronic(ally)? transmi*',
  'transmitted electronically',
  'transmissions? by electronic',
  'delivered electronically',
  'deliver(y|ies) by electronic',
  'electronic deliver*',
  'electronically delivered',
  'digital product',
  'digitized product',
  'digitised product',
  'deliveries (made )?by electronic',
  'by electronic means',
  'provided by electronic',
]
const bansEn = [
  'not impose',
  'not to impose',
  'not imposing',
  'impose customs',
  'not apply',
  'not be subject',
  'cannot be subject',
  'not levy',
  'refrain',
  'duty free',
  'not subject',
  'exempt',
  'impose',
  'apply',
  'moratorium',
  'free of customs',
  'without customs',
]

/** No customs duties on electronic transmissions, as a ban or as a practice kept up. */
export const customsDuties: ClauseType = {
  name: 'customs_duties_etransmissions',
  stems: ['electroni', 'digital', 'numerique'],
  rules: [
    {
      id: 'customs-duties.not-imposed',
      direction: 'restricts',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: dutiesEn,
            with: [deliveriesEn, bansEn],
            under: ['electronic', 'e commerce', 'digital', 'services', 'general', 'trade', 'technolog', 'customs dut'],
            notUnder: [
              'paperless',
              'customs procedure',
              'customs admin',
              'rules of origin',
              'facilitation',
              'origin procedures',
              'intellectual',
            ],
            without: ['payment of (customs )?duties', 'customs declaration', 'lodge', 'declaration', 'clearance'],
            clear: 200,
            before: 300,
            after: 260,
          },
          {
            cue: [
              'deliver(y|ies) by electronic means',
              'electronic transmissions?',
              'transmitted electronically',
              'delivered electronically',
            ],
            with: [['cannot be subject to customs dut', 'not be subject to customs dut', 'customs duties']],
            before: 400,
            after: 300,
            notUnder: ['customs procedure', 'paperless', 'facilitation'],
          },
        ],
        es: [
          {
            cue: ['derechos aduaneros', 'aranceles aduaneros', 'derechos de aduana', 'aranceles', 'arancel aduanero'],
            with: [
              [
                'transmision(es)? electronica',
                'productos? digital',
                'por medios electronicos',
                'transmitid(o|a)s? electronicamente',
                'entregad(o|a)s? electronicamente',
                'transmision electronica',
                'entregas? electronica',
              ],
              [
                'ninguna parte',
                'no (impondra|aplicara|podra|impondran|aplicaran|podran|estaran sujet)',
                'no imponer',
                'no aplicar',
                'practica',
                'libre',
              ],
            ],
            under: ['electronico', 'electronica', 'digital', 'servicios'],
            notUnder: ['sin papel', 'procedimientos aduaneros', 'facilitacion'],
            before: 300,
            after: 260,
          },
        ],
        fr: [
          {
            cue: ['droits de douane'],
            with: [
              [
                'transmissions? electronique',
                'produits? numerique',
                'par voie electronique',
                'par des moyens electroniques',
                'par moyens? electronique',
                'livraisons? ..30.. electronique',
              ],
              [
                'ne peu',
                "n'impos",
                'ne percoi',
                'pas impos',
                'pas de droits',
                'aucun droit',
                "n'appliqu",
                'pratique',
                'ne sont pas',
                'exempt',
                'franchise',
              ],
            ],
            before: 300,
            after: 260,
          },
        ],
      },
    },
  ],
}

export const customsDutiesExamples: readonly RuleExample[] = [
  {
    language: 'en',
    headings: 'electronic commerce',
    text: 'Neither Party shall impose customs duties on electronic transmissions.',
    rule: 'customs-duties.not-imposed',
  },
  {
    language: 'en',
    headings: 'electronic commerce',
    text: 'Each Party keeps its practice of not imposing customs dutieson electronic transmissions.',
    rule: 'customs-duties.not-imposed',
  },
  {
    language: 'es',
    headings: 'comercio electrónico',
    text: 'Ninguna Parte aplicará aranceles aduaneros a los productos digitales de la otra.',
    rule: 'customs-duties.not-imposed',
  },
  {
    language: 'fr',
    headings: 'commerce électronique',
    text: 'Les Parties n’imposent pas de droits de douane sur les transmissions électroniques.',
    rule: 'customs-duties.not-imposed',
  },
  {
    language: 'fr',
    headings: 'commerce électronique',
    text: 'Les livraisons par voie électronique sont des services et ne peuvent être soumises à des droits de douane.',
    rule: 'customs-duties.not-imposed',
  },
  {
    language: 'en',
    headings: 'customs procedures',
    text: 'Traders may arrange the electronic payment of duties and lodge their declaration by electronic means.',
  },
]
