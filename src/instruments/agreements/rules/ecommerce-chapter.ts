import type { ClauseType, RuleExample } from './clause-type.ts'

const titleEn = ['electronic commerce', 'e commerce', 'digital trade', 'digital economy chapter']
const titleEs = ['comercio electronico', 'comercio digital']
const titleFr = ['commerce electronique', 'commerce numerique']

/** A chapter, section or dedicated article on electronic commerce. Paperless trading alone is not one. */
export const ecommerceChapter: ClauseType = {
  name: 'ecommerce_chapter',
  stems: ['electroni', 'e-commerce', 'e commerce', 'ecommerce', 'digital', 'numerique'],
  rules: [
    {
      id: 'ecommerce-chapter.duties',
      direction: 'restricts',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: ['customs dut', 'less favou?rable treatment', 'deliver(y|ies) by electronic'],
            with: [['electronic', 'digital product']],
            under: titleEn,
            notUnder: ['cooperation', 'co operation', 'definition', 'scope'],
            after: 400,
            before: 400,
          },
        ],
        es: [
          {
            cue: ['derechos aduaneros', 'aranceles', 'trato menos favorable'],
            with: [['electronic', 'digital']],
            under: titleEs,
            notUnder: ['cooperacion', 'definicion', 'ambito'],
            after: 400,
            before: 400,
          },
        ],
        fr: [
          {
            cue: ['droits de douane', 'traitement moins favorable'],
            with: [['electronique', 'numerique']],
            under: titleFr,
            notUnder: ['cooperation'],
            after: 400,
            before: 400,
          },
        ],
      },
    },
    {
      id: 'ecommerce-chapter.objectives',
      direction: 'neutral',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: ['electronic commerce', 'e commerce', 'digital trade', 'trade enabled by electronic means'],
            with: [['recogni', 'promote', 'facilitat', 'apply to', 'applicab', 'encourag', 'affecting', 'barriers']],
            under: titleEn,
            notUnder: [
              'cooperation',
              'co operation',
              'committee',
              'paperless',
              'work(ing)? programme',
              'competition',
              'definition',
            ],
            without: ['act on electronic commerce', 'electronic commerce act', 'paperless trading'],
            clear: 40,
          },
        ],
        es: [
          {
            cue: titleEs,
            with: [['reconoc', 'promov', 'facilit', 'aplica', 'obstaculo', 'barrera']],
            under: titleEs,
            notUnder: ['cooperacion', 'comite', 'sin papel'],
          },
        ],
        fr: [
          {
            cue: titleFr,
            with: [['reconnais', 'promouv', 'facilit', 'applique', 'obstacle', 'entrave']],
            under: titleFr,
            notUnder: ['cooperation', 'comite', 'sans papier'],
          },
        ],
      },
    },
    {
      id: 'ecommerce-chapter.cooperation-article',
      direction: 'neutral',
      strength: 'best_endeavour',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: titleEn,
            with: [['recogni', 'promote', 'importance', 'encourag', 'facilitat']],
            under: [
              'co operation on (electronic commerce|e commerce|digital trade)',
              'electronic commerce (chapter|co operation)',
            ],
            notUnder: ['paperless', 'definition'],
          },
        ],
        es: [
          {
            cue: titleEs,
            with: [['reconoc', 'promov', 'importancia', 'foment']],
            under: ['cooperacion en (materia de )?comercio electronico'],
          },
        ],
        fr: [
          {
            cue: titleFr,
            with: [['reconnais', 'promouv', 'importance', 'encourag']],
            under: ['cooperation en matiere de commerce electronique'],
          },
        ],
      },
    },
    {
      id: 'ecommerce-chapter.supply-of-services',
      direction: 'restricts',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: [
              'digital product',
              'supplied ..40.. electronic',
              'electronic supply of services',
              'delivered electronically',
              'electronic transmission',
              'electronic (signature|authentication|certification)',
              'unsolicited',
              'consumer protection',
              'personal (data|information)',
            ],
            under: titleEn,
            notUnder: ['cooperation', 'co operation', 'computer services', 'data processing'],
          },
        ],
        es: [
          {
            cue: [
              'productos? digital',
              'suministro electronico',
              'por medios electronicos',
              'firma electronica',
              'autenticacion',
              'consumidor',
              'datos personales',
            ],
            under: titleEs,
            notUnder: ['cooperacion'],
          },
        ],
        fr: [
          {
            cue: [
              'produits? numerique',
              'par des moyens electroniques',
              'par voie electronique',
              'signature electronique',
              'consommateur',
              'donnees personnelles',
            ],
            under: titleFr,
            notUnder: ['cooperation'],
          },
        ],
      },
      counts: 'supporting',
    },
  ],
}

export const ecommerceChapterExamples: readonly RuleExample[] = [
  {
    language: 'en',
    headings: 'chapter nine | electronic commerce',
    text: 'The Parties recognise the growth that electronic commerce brings.',
    rule: 'ecommerce-chapter.objectives',
  },
  {
    language: 'en',
    headings: 'chapter nine | digital trade | objective',
    text: 'The aim of this Chapter is to facilitate digital trade and to keep the online world open.',
    rule: 'ecommerce-chapter.objectives',
  },
  {
    language: 'es',
    headings: 'capítulo 9 | comercio electrónico',
    text: 'Las Partes reconocen el crecimiento que permite el comercio electrónico.',
    rule: 'ecommerce-chapter.objectives',
  },
  {
    language: 'fr',
    headings: 'commerce électronique',
    text: 'Les Parties reconnaissent la croissance que permet le commerce électronique.',
    rule: 'ecommerce-chapter.objectives',
  },
  {
    language: 'en',
    headings: 'customs | paperless trading',
    text: 'The Parties shall promote electronic documents in customs.',
  },
  { language: 'en', headings: 'cooperation', text: 'They shall increase electronic commerce among small firms.' },
]
