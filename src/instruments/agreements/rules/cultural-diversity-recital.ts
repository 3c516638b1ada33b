import type { ClauseType, RuleExample } from './clause-type.ts'

const falseFriends = ['diversity at work', 'biolog', 'pluralism', 'tourism', 'tolerance']

/** Recitals on cultural policy or diversity, and the clause that cultural-diversity laws are not lowered to attract investment. */
export const culturalDiversityRecital: ClauseType = {
  name: 'cultural_diversity_recital',
  stems: ['cultur'],
  rules: [
    {
      id: 'cultural-diversity.policy-recital',
      direction: 'preserves',
      scope: 'agreement',
      wordings: {
        en: [
          {
            cue: ['cultural policies', 'cultural policy'],
            with: [['preserve', 'maintain', 'develop and implement', 'right']],
            under: ['preamble'],
            before: 200,
            after: 160,
          },
        ],
        fr: [
          {
            cue: ['politiques? culturelles?'],
            with: [['preserver', 'maintenir', 'elaborer', 'droit']],
            under: ['preambule', 'preamble'],
            before: 200,
            after: 160,
          },
        ],
        es: [
          {
            cue: ['politicas? culturales?'],
            with: [['preservar', 'mantener', 'desarrollar', 'derecho']],
            under: ['preambulo', 'preamble'],
            before: 200,
            after: 160,
          },
        ],
      },
    },
    {
      id: 'cultural-diversity.not-lowered',
      direction: 'preserves',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: ['cultural diversity'],
            with: [['lower', 'relax', 'weaken', 'foreign direct investment', 'regulations']],
            without: falseFriends,
            before: 350,
            after: 200,
            clear: 120,
          },
        ],
        fr: [
          {
            cue: ['diversite culturelle'],
            with: [['abaiss', 'assouplir', 'assouplissement', 'investissement']],
            before: 350,
            after: 200,
          },
        ],
        es: [
          {
            cue: ['diversidad cultural'],
            with: [['rebaj', 'relaj', 'flexibiliz', 'inversion']],
            before: 350,
            after: 200,
          },
        ],
      },
    },
    {
      id: 'cultural-diversity.recital',
      direction: 'preserves',
      strength: 'recital',
      scope: 'agreement',
      wordings: {
        en: [
          {
            cue: [
              'cultural diversity',
              'diversity of cultural',
              'cultural and linguistic diversity',
              'linguistic and cultural diversity',
              'cultural identity and diversity',
              'cultural pluralism',
            ],
            under: ['preamble', 'common provisions', 'principles', 'objectives'],
            without: ['diversity at work', 'tolerance to'],
            notUnder: ['political dialogue'],
            clear: 120,
          },
        ],
        fr: [
          {
            cue: [
              'diversite culturelle',
              'diversite des expressions culturelles',
              'diversite culturelle et linguistique',
            ],
            under: ['preambule', 'preamble', 'principes', 'objectifs'],
          },
        ],
        es: [
          {
            cue: [
              'diversidad cultural',
              'diversidad de las expresiones culturales',
              'identidad cultural y de la diversidad',
            ],
            under: ['preambulo', 'preamble', 'principios', 'objetivos'],
          },
        ],
      },
    },
  ],
}

export const culturalDiversityRecitalExamples: readonly RuleExample[] = [
  {
    language: 'en',
    headings: 'preamble',
    text: 'Recognising that States must keep the ability to preserve and develop their cultural policies;',
    rule: 'cultural-diversity.policy-recital',
  },
  {
    language: 'fr',
    headings: 'préambule',
    text: 'Reconnaissant aux États le droit de préserver leurs politiques culturelles ;',
    rule: 'cultural-diversity.policy-recital',
  },
  {
    language: 'es',
    headings: 'preámbulo',
    text: 'Reconociendo que los Estados pueden mantener sus políticas culturales;',
    rule: 'cultural-diversity.policy-recital',
  },
  {
    language: 'en',
    headings: 'commercial presence',
    text: 'Investment is not to be sought by lowering standards or relaxing laws that promote cultural diversity.',
    rule: 'cultural-diversity.not-lowered',
  },
  { language: 'en', headings: 'social cohesion', text: 'measures promoting tolerance to cultural diversity at work' },
  { language: 'en', headings: 'preamble', text: 'recalling the common cultural heritage of their peoples' },
]
