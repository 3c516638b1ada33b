import type { ClauseType, RuleExample } from './clause-type.ts'

const sectoral = [
  'telecom',
  'financial',
  'financier',
  'insurance',
  'maritim',
  'tourism',
  'sanitary',
  'transport',
  'intellectual',
  'customs',
]

/** Flows of data in general, or where data must be kept. Movement of data inside telecommunications or finance does not count. */
export const dataFlows: ClauseType = {
  name: 'data_flows',
  stems: [
    'flow of',
    'flows of',
    'data flow',
    'information flow',
    'flow of data',
    'flujo',
    'flux ',
    'information by electronic',
    'cross-border transfer',
    'computing facilit',
    'instalaciones informatic',
    'installations informatiq',
    'data locali',
    'locate servers',
    'personal data',
    'datos personales',
    'transferencia transfronteriza',
    'libre circulacion de',
    'data by electronic',
    'transfert transf',
    'transferts transf',
    'localizacion de datos',
    'localisation des donnees',
    'libre circulation d',
    'flux transf',
  ],
  rules: [
    {
      id: 'data-flows.must-allow',
      direction: 'restricts',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: [
              'cross border transfers? of (information|data)',
              'transfer of (information|data) by electronic',
              'cross border (electronic )?information flows?',
              'cross border data flows?',
            ],
            with: [
              [
                'allow',
                'permit',
                'not prevent',
                'not restrict',
                'not prohibit',
                'not be (restricted|prohibited|prevented)',
                '(no|neither) party ..20.. (prevent|restrict|prohibit)',
              ],
            ],
            before: 80,
            after: 80,
            under: ['electronic', 'e commerce', 'digital', 'data'],
            notUnder: ['dispute', 'scope', 'definition', 'cooperation'],
          },
        ],
        es: [
          {
            cue: ['transferencia transfronteriza de (informacion|datos)'],
            under: ['electronico', 'digital', 'datos'],
            notUnder: ['controversias', 'ambito', 'definicion', 'cooperacion'],
          },
        ],
        fr: [
          {
            cue: [
              "transferts? transfrontaliers? (de |des |d')(renseignements|informations?|donnees)",
              "transferts? transfrontieres? (de |des |d')(renseignements|informations?|donnees)",
            ],
          },
        ],
      },
    },
    {
      id: 'data-flows.localisation',
      direction: 'restricts',
      strength: 'binding',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: ['computing facilities', 'data locali(s|z)ation', 'locate servers'],
            with: [['shall require', 'condition for', 'not require', 'may require', 'requiring the use', 'prohibit']],
            notUnder: ['definition', 'scope', 'dispute'],
          },
        ],
        es: [
          {
            cue: ['instalaciones informaticas', 'localizacion de datos'],
            with: [['exigir', 'condicion', 'requerir']],
            notUnder: ['definicion', 'ambito', 'controversias'],
          },
        ],
        fr: [
          {
            cue: ['installations informatiques', 'localisation des donnees'],
            with: [['exige', 'condition', 'exiger']],
          },
        ],
      },
    },
    {
      id: 'data-flows.work-to-maintain',
      direction: 'neutral',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: [
              'cross border flows? of information',
              'cross border flows? of data',
              'cross border data flows?',
              'trans border flows? of information',
              'free flow of information',
              'cross border information flow',
              'cross border flow of (electronic )?(information|data)',
              'free flow of data',
              'flow of information across',
              'flows? of information',
            ],
            under: ['electronic', 'e commerce', 'digital', 'information and communication', 'ict'],
            notUnder: sectoral,
          },
        ],
        es: [
          {
            cue: [
              'flujos? transfronterizos? (de )?(informacion|datos)',
              'flujo de informacion',
              'libre flujo de (informacion|datos)',
            ],
            under: ['electronico', 'digital'],
            notUnder: ['maritimo', 'financier', 'telecom'],
          },
        ],
        fr: [
          {
            cue: [
              "flux transfrontieres? (de |des |d')?(donnees|informations?|renseignements)",
              "flux transfrontaliers? (de |des |d')?(donnees|informations?|renseignements)",
              'libre circulation des (donnees|informations)',
            ],
            notUnder: ['financier', 'telecom'],
          },
        ],
      },
    },
    {
      id: 'data-flows.personal-data',
      direction: 'neutral',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: [
              '(cross border|trans border) flows? of personal data',
              'free movement of personal data',
              'free flow of personal data',
              'obstacles to trade that requires? transfers? of personal data',
            ],
            notUnder: [...sectoral, 'conclusion', 'data processing'],
            without: ['guidelines (on|concerning|governing) ..80.. flows'],
          },
          {
            cue: ['free (movement|flow|circulation) of (such|these|those) data'],
            with: [['personal data']],
            notUnder: [...sectoral, 'conclusion', 'data processing', 'foreign', 'security', 'justice'],
          },
        ],
        es: [
          {
            cue: ['libre circulacion de (esos|estos|dichos|tales) datos'],
            with: [['datos personales']],
            notUnder: ['financier', 'telecom'],
          },
          {
            cue: ['(libre circulacion|flujos? transfronterizos?) de (los )?datos personales'],
            notUnder: ['financier', 'telecom'],
          },
        ],
        fr: [
          {
            cue: ['libre circulation de ces donnees', 'libre circulation desdites donnees'],
            with: [['donnees (a caractere personnel|personnelles)']],
            notUnder: ['financier', 'telecom'],
          },
          {
            cue: [
              '(libre circulation|flux transfrontieres?|flux transfrontaliers?) (des|de) donnees (a caractere personnel|personnelles)',
            ],
            notUnder: ['financier', 'telecom'],
          },
        ],
      },
    },
  ],
}

export const dataFlowsExamples: readonly RuleExample[] = [
  {
    language: 'en',
    headings: 'electronic commerce',
    text: 'Each Party shall allow the cross-border transfer of information by electronic means.',
    rule: 'data-flows.must-allow',
  },
  {
    language: 'en',
    headings: 'electronic commerce',
    text: 'No Party may require the use of computing facilities on its soil as a condition for business.',
    rule: 'data-flows.localisation',
  },
  {
    language: 'en',
    headings: 'electronic commerce | cooperation',
    text: 'working to maintain cross-border flows of information',
    rule: 'data-flows.work-to-maintain',
  },
  {
    language: 'es',
    headings: 'comercio electrónico',
    text: 'trabajar para mantener flujos transfronterizos de información',
    rule: 'data-flows.work-to-maintain',
  },
  {
    language: 'fr',
    headings: 'commerce électronique',
    text: 'favoriser les flux transfrontières de données',
    rule: 'data-flows.work-to-maintain',
  },
  {
    language: 'en',
    headings: 'digital trade',
    text: 'No Party shall prohibit or restrict the cross-border transfer of information by electronic means.',
    rule: 'data-flows.must-allow',
  },
  {
    language: 'en',
    headings: 'digital trade',
    text: 'Cross-border data flows shall not be restricted by requiring the use of computing facilities on its soil.',
    rule: 'data-flows.must-allow',
  },
  {
    language: 'en',
    headings: 'economic provisions',
    text: 'measures that protect personal data, so that barriers to the free movement of such data fall away',
    rule: 'data-flows.personal-data',
  },
  {
    language: 'fr',
    headings: 'dispositions économiques',
    text: 'protéger les données à caractère personnel afin d’éliminer les entraves à la libre circulation de ces données',
    rule: 'data-flows.personal-data',
  },
  {
    language: 'en',
    headings: 'financial services',
    text: 'cross-border transfers of data for the processing of banking orders',
  },
  { language: 'en', headings: 'tourism', text: 'strengthening the flow of information on tourism' },
]
