import type { ClauseType, RuleExample } from './clause-type.ts'

const exclusionEn = [
  'with the exception of',
  'except for',
  'excluding',
  'other than',
  'shall not apply',
  'does not apply',
  'do not apply',
  'shall not cover',
  'does not cover',
  'exclud',
  'nothing in this (agreement|part|title|chapter|section|article) ..20.. (applies|apply)',
]
const exclusionEs = [
  'con excepcion de',
  'con la excepcion de',
  'a excepcion de',
  'no se aplica',
  'no sera aplicable',
  'excluy',
  'excepto',
]
const exclusionFr = ["a l'exception", "a l'exclusion", "ne s'applique", 'exclu', 'hormis', 'sauf']

/** Audiovisual or broadcasting kept out of services, establishment, digital or procurement rules (the telecom chapter is a type of its own). */
export const audiovisualCarveout: ClauseType = {
  name: 'audiovisual_carveout',
  stems: [
    'audio',
    'broadcast',
    'radiodif',
    'content provider',
    'proveedor de contenido',
    'fournisseur de contenu',
    'programme material',
    'program material',
    'de contenido',
    'de contenu',
    'material de programa',
    'materiales de programa',
    'tiempo de emision',
    'tiempo de difusion',
    'tiempo de transmision',
    'elements de programmes',
    'temps de diffusion',
  ],
  rules: [
    {
      id: 'audiovisual-carveout.scope-list',
      direction: 'preserves',
      strength: 'binding',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: ['audio visual services?!'],
            with: [exclusionEn],
            notUnder: ['telecom'],
            without: ['entertainment services', 'vocational', 'cooperation in the field'],
            clear: 60,
            before: 600,
            after: 60,
          },
        ],
        es: [
          {
            cue: ['servicios? (audiovisuales|audio visuales)'],
            with: [exclusionEs],
            notUnder: ['telecom'],
            before: 600,
            after: 60,
          },
        ],
        fr: [
          {
            cue: ['services? (audiovisuels|audio visuels)'],
            with: [exclusionFr],
            notUnder: ['telecom'],
            before: 600,
            after: 60,
          },
        ],
      },
    },
    {
      id: 'audiovisual-carveout.no-commitments',
      direction: 'preserves',
      strength: 'binding',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: ['audio visual services', 'audio visual sector', 'audio visual'],
            with: [['do not include commitments', 'shall not include', 'no commitments', 'does not include']],
            before: 200,
            after: 60,
          },
        ],
        es: [
          {
            cue: ['servicios audiovisuales', 'sector audiovisual'],
            with: [['no incluy', 'no inclui', 'sin compromisos']],
            before: 200,
            after: 60,
          },
        ],
        fr: [
          {
            cue: ['services audiovisuels', 'secteur audiovisuel'],
            with: [['ne comprennent', "n'inclu", 'aucun engagement']],
            before: 200,
            after: 60,
          },
        ],
      },
    },
    {
      id: 'audiovisual-carveout.linear',
      direction: 'preserves',
      strength: 'binding',
      scope: 'chapter',
      modifiers: ['linear_only'],
      wordings: {
        en: [
          {
            cue: ['scheduled by a content provider', 'scheduled by the content provider', 'content provider'],
            with: [['no choice over the scheduling', 'choice over the scheduling', 'broadcast', 'scheduling']],
            notUnder: ['procurement'],
            after: 300,
            before: 400,
          },
        ],
        es: [
          {
            cue: ['proveedor(es)? de contenido'],
            with: [['programad', 'programacion', 'radiodifusion', 'no tenga opcion']],
            after: 300,
            before: 400,
          },
        ],
        fr: [
          {
            cue: ['fournisseurs? de contenu'],
            with: [['programme', 'radiodiffusion', 'choix']],
            after: 300,
            before: 400,
          },
        ],
      },
    },
    {
      id: 'audiovisual-carveout.digital-savings',
      direction: 'preserves',
      strength: 'binding',
      scope: 'chapter',
      modifiers: ['subject_to_reservations'],
      wordings: {
        en: [
          {
            cue: ['audio visual and broadcasting', 'broadcasting and audio visual', 'audio visual sector'],
            with: [['adopting or maintaining', 'adopt or maintain', 'prevent a party', 'prevent either party']],
            notUnder: ['telecom'],
            before: 250,
            after: 120,
          },
        ],
        es: [
          {
            cue: ['audiovisual(es)? y (de )?radiodifusion', 'radiodifusion y audiovisual'],
            with: [['adopt', 'mantener', 'impedi']],
            notUnder: ['telecom'],
            before: 250,
            after: 120,
          },
        ],
        fr: [
          {
            cue: ['audiovisuel(s)? et (de )?(la )?radiodiffusion'],
            with: [['adopter', 'maintenir', 'empech']],
            notUnder: ['telecom'],
            before: 250,
            after: 120,
          },
        ],
      },
    },
    {
      id: 'audiovisual-carveout.broadcasting-excluded',
      direction: 'preserves',
      strength: 'binding',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: ['broadcasting', 'broadcast services', 'cable distribution of radio'],
            with: [['shall not apply to', 'does not apply to', 'do not apply to', 'shall not cover', 'does not cover']],
            under: [
              'electronic',
              'e commerce',
              'digital',
              'services',
              'investment',
              'establishment',
              'commercial presence',
              'cross border',
            ],
            notUnder: ['telecom', 'intellectual', 'procurement', 'copyright'],
            without: ['broadcasting organi', 'telecommunications? (service|network|transport)', 'phonogram'],
            before: 140,
            after: 30,
            clear: 200,
          },
        ],
        es: [
          {
            cue: ['radiodifusion'],
            with: [['no se aplica', 'no sera aplicable', 'no se aplicara']],
            under: ['electronico', 'digital', 'servicios', 'inversion'],
            notUnder: ['telecom', 'intelectual', 'contratacion'],
            without: ['organismos? de radiodifusion', 'telecomunicaciones'],
            before: 140,
            after: 30,
            clear: 200,
          },
        ],
        fr: [
          {
            cue: ['radiodiffusion'],
            with: [["ne s'applique"]],
            under: ['electronique', 'numerique', 'services', 'investissement'],
            notUnder: ['telecom', 'intellectuelle', 'marches publics'],
            without: ['organismes? de radiodiffusion', 'telecommunications'],
            before: 140,
            after: 60,
            clear: 200,
          },
        ],
      },
    },
    {
      id: 'audiovisual-carveout.procurement',
      direction: 'preserves',
      strength: 'binding',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: ['(programme|program) material by broadcasters', '(programme|program) material', 'broadcasting time'],
            with: [['acquisition, development', 'acquisition', 'production']],
            before: 160,
            after: 120,
          },
        ],
        es: [
          {
            cue: ['material(es)? de programa', 'tiempo de (emision|difusion|transmision)'],
            with: [['adquisicion', 'produccion']],
            before: 200,
            after: 120,
          },
        ],
        fr: [
          {
            cue: ['elements de programmes', 'temps de diffusion'],
            with: [['acquisition', 'production']],
            before: 200,
            after: 120,
          },
        ],
      },
    },
    {
      id: 'audiovisual-carveout.entertainment',
      direction: 'preserves',
      scope: 'chapter',
      counts: 'supporting',
      wordings: {
        en: [{ cue: ['other than audio visual'] }],
        es: [{ cue: ['distintos de los audiovisuales'] }],
        fr: [{ cue: ['autres que audiovisuels'] }],
      },
    },
  ],
}

export const audiovisualCarveoutExamples: readonly RuleExample[] = [
  {
    language: 'en',
    headings: 'cross-border supply',
    text: 'This Chapter covers all services with the exception of: (a) audio-visual services; (b) cabotage.',
    rule: 'audiovisual-carveout.scope-list',
  },
  {
    language: 'fr',
    headings: 'commerce des services',
    text: 'Le présent titre couvre tous les services, à l’exception des services audiovisuels.',
    rule: 'audiovisual-carveout.scope-list',
  },
  {
    language: 'es',
    headings: 'comercio de servicios',
    text: 'Este capítulo se aplica a los servicios, con excepción de: a) los servicios audiovisuales;',
    rule: 'audiovisual-carveout.scope-list',
  },
  {
    language: 'en',
    headings: 'establishment',
    text: 'the lists of either side do not include commitments on audio-visual services',
    rule: 'audiovisual-carveout.no-commitments',
  },
  {
    language: 'en',
    headings: 'electronic commerce',
    text: 'a series of images scheduled by a content provider for reception, where the user has no choice over the scheduling of the series',
    rule: 'audiovisual-carveout.linear',
  },
  {
    language: 'en',
    headings: 'electronic commerce',
    text: 'The Article does not apply to measures affecting broadcasting.',
    rule: 'audiovisual-carveout.broadcasting-excluded',
  },
  {
    language: 'en',
    headings: 'telecommunications',
    text: 'This Chapter shall not apply to measures affecting the distribution of broadcasting and audio-visual services.',
  },
  {
    language: 'en',
    headings: 'subsidies',
    text: 'Nothing in this Agreement applies to public support given to audiovisual services.',
    rule: 'audiovisual-carveout.scope-list',
  },
  { language: 'en', headings: 'cooperation', text: 'They shall promote cooperation in the audio-visual sector.' },
  {
    language: 'en',
    headings: 'intellectual property',
    text: 'rights of performers in audiovisual works shall not apply to works made before',
  },
]
