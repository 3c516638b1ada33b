import type { ClauseType, RuleExample } from './clause-type.ts'

/** National treatment and most-favoured-nation treatment for digital products. */
export const digitalProducts: ClauseType = {
  name: 'digital_products_nondiscrimination',
  stems: ['digital', 'numerique'],
  rules: [
    {
      id: 'digital-products.no-less-favourable',
      direction: 'restricts',
      strength: 'binding',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: [
              'less favou?rable treatment',
              'treatment less favou?rable',
              'treatment no less favou?rable',
              'no less favou?rable',
            ],
            with: [['digital product']],
            not: ['not be required to accord'],
            before: 200,
            after: 300,
          },
        ],
        es: [
          {
            cue: ['tra(to|tamiento) menos favorable', 'tra(to|tamiento) no menos favorable'],
            with: [['productos? digital']],
            before: 200,
            after: 300,
          },
        ],
        fr: [{ cue: ['traitement (non )?moins favorable'], with: [['produits? numerique']], before: 200, after: 300 }],
      },
    },
    {
      id: 'digital-products.non-discriminatory',
      direction: 'restricts',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: ['non discriminatory treatment', 'national treatment', 'discriminate'],
            with: [['digital product']],
            under: ['electronic', 'e commerce', 'digital'],
            without: ['considering', 'future', 'work programme', 'customs value'],
            before: 200,
            after: 200,
          },
        ],
        es: [
          {
            cue: ['trato no discriminatorio', 'trato nacional'],
            with: [['productos? digital']],
            under: ['electronico', 'digital'],
            without: ['a futuro'],
            before: 160,
            after: 200,
          },
        ],
        fr: [
          {
            cue: ['traitement non discriminatoire', 'traitement national'],
            with: [['produits? numerique']],
            under: ['electronique', 'numerique'],
            before: 160,
            after: 200,
          },
        ],
      },
      counts: 'supporting',
    },
  ],
}

export const digitalProductsExamples: readonly RuleExample[] = [
  {
    language: 'en',
    text: 'A Party shall give no less favourable treatment to the digital products of the other Party.',
    rule: 'digital-products.no-less-favourable',
  },
  {
    language: 'es',
    text: 'Una Parte no otorgará trato menos favorable a los productos digitales de la otra Parte.',
    rule: 'digital-products.no-less-favourable',
  },
  {
    language: 'fr',
    text: 'Une Partie n’accorde pas un traitement moins favorable aux produits numériques de l’autre.',
    rule: 'digital-products.no-less-favourable',
  },
  { language: 'en', text: 'No customs duties are charged on digital products sent by electronic means.' },
  { language: 'en', text: 'treatment no less favourable for like goods' },
]
