import type { ClauseType, RuleExample } from './clause-type.ts'

const digitalEn = [
  'electronic commerce',
  'e commerce',
  'information society',
  'information and communications? technolog',
  'ict!',
  'information technolog',
]
const helpEn = [
  'technical assistance',
  'capacity building',
  'training',
  'technology transfer',
  'transfer of technology',
  'human capacities',
  'research and training',
  'dissemination of new information',
  'diffusion of new',
  'joint research',
]

/** Technology transfer and know-how for electronic commerce: helped by cooperation, or restricted by a ban on source-code disclosure. */
export const technologyTransfer: ClauseType = {
  name: 'ecommerce_technology_transfer',
  stems: [
    'electronic commerce',
    'e-commerce',
    'comercio electronico',
    'commerce electronique',
    'information society',
    'information and comm',
    'information tech',
    'information infra',
    ' ict',
    'source code',
    'codigo fuente',
    'code source',
    'tecnologias de la informacion',
    'sociedad de la informacion',
    "societe de l'information",
    "technologies de l'information",
  ],
  rules: [
    {
      id: 'technology-transfer.source-code',
      direction: 'restricts',
      strength: 'binding',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: ['source code'],
            with: [['shall require', 'not require', 'transfer of, or access', 'transfer of or access'], ['software']],
            notUnder: ['definition', 'scope', 'dispute', 'patent'],
          },
        ],
        es: [
          {
            cue: ['codigo fuente'],
            with: [
              ['requerira', 'exigira', 'transferencia de'],
              ['programa', 'software'],
            ],
            notUnder: ['definicion', 'ambito', 'controversias'],
          },
        ],
        fr: [
          {
            cue: ['code source'],
            with: [['exige', 'transfert', 'acces'], ['logiciel']],
            notUnder: ['definition', 'champ', 'differends'],
          },
        ],
      },
    },
    {
      id: 'technology-transfer.ecommerce-cooperation',
      direction: 'supports',
      strength: 'best_endeavour',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: helpEn,
            with: [['electronic commerce', 'e commerce']],
            under: ['electronic', 'e commerce', 'digital'],
            notUnder: ['intellectual', 'customs', 'paperless', 'procurement', 'dispute', 'definition', 'preamble'],
            without: ['codes of conduct'],
            before: 300,
            after: 300,
            clear: 80,
          },
        ],
        es: [
          {
            cue: ['asistencia tecnica', 'capacitacion', 'transferencia de tecnologia', 'creacion de capacidades'],
            with: [['comercio electronico']],
            under: ['electronico', 'digital', 'cooperacion'],
            notUnder: ['intelectual', 'aduan'],
            before: 300,
            after: 300,
          },
        ],
        fr: [
          {
            cue: ['assistance technique', 'renforcement des capacites', 'transfert de technologie', 'formation'],
            with: [['commerce electronique']],
            under: ['electronique', 'numerique', 'cooperation'],
            notUnder: ['intellectuelle', 'douan'],
            before: 300,
            after: 300,
          },
        ],
      },
    },
    {
      id: 'technology-transfer.information-society',
      direction: 'supports',
      strength: 'best_endeavour',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: helpEn,
            with: [digitalEn],
            under: [
              'information society',
              'information and communication',
              'electronic commerce',
              'e commerce',
              'information technolog',
              'information infrastructure',
            ],
            notUnder: ['financial', 'paperless'],
            before: 800,
            after: 800,
          },
        ],
        es: [
          {
            cue: ['asistencia tecnica', 'capacitacion', 'transferencia de tecnologia', 'formacion'],
            with: [['sociedad de la informacion', 'tecnologias de la informacion']],
            under: ['sociedad de la informacion', 'tecnologias de la informacion', 'electronico'],
            before: 600,
            after: 600,
          },
        ],
        fr: [
          {
            cue: ['assistance technique', 'formation', 'transfert de technologie'],
            with: [["societe de l'information", "technologies de l'information"]],
            under: ["societe de l'information", "technologies de l'information", 'electronique'],
            before: 600,
            after: 600,
          },
        ],
      },
    },
  ],
}

export const technologyTransferExamples: readonly RuleExample[] = [
  {
    language: 'en',
    headings: 'electronic commerce | source code',
    text: 'No Party shall require the transfer of, or access to, source code of software as a condition of sale.',
    rule: 'technology-transfer.source-code',
  },
  {
    language: 'es',
    headings: 'comercio electrónico',
    text: 'Ninguna Parte requerirá la transferencia del código fuente del programa informático.',
    rule: 'technology-transfer.source-code',
  },
  {
    language: 'en',
    headings: 'electronic commerce | cooperation',
    text: 'encourage research and training activities that help electronic commerce',
    rule: 'technology-transfer.ecommerce-cooperation',
  },
  {
    language: 'en',
    headings: 'information society',
    text: 'technical assistance on regulation of information technologies',
    rule: 'technology-transfer.information-society',
  },
  {
    language: 'en',
    headings: 'intellectual property | objectives',
    text: 'the transfer of technology to the advantage of users',
  },
]
