import type { ClauseType, RuleExample } from './clause-type.ts'

const offices = [
  'cultural office',
  'ministry of',
  'educational, scientific and cultural',
  'scientific and cultural organi',
  'unesco" means',
  'joint communique',
]

/** Cooperation on culture: an article, an item of a list with substance, or a pointer to a protocol. */
export const culturalCooperation: ClauseType = {
  name: 'cultural_cooperation',
  stems: ['cultur', 'audio', 'broadcast', 'film', 'cinema', 'performing', 'radio'],
  rules: [
    {
      id: 'cultural-cooperation.article',
      direction: 'supports',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: [
              'cultural co operation',
              'cultural exchange',
              'cultural dialogue',
              'intercultural dialogue',
              'culture',
              'cultural activities',
              'cultural collaboration',
              'cultural heritage',
              'cultural (and|&)',
              'cultural',
            ],
            with: [['co operat', 'promot', 'encourag', 'exchange', 'collaborat']],
            under: ['cultur', 'arts'],
            notUnder: [
              'preamble',
              'exception',
              'industries',
              'agricultur',
              'technical (committee|commission)',
              'tourism',
            ],
            without: offices,
            clear: 60,
          },
        ],
        es: [
          {
            cue: ['cultural', 'cultura'],
            with: [['cooperacion', 'promov', 'intercambio', 'foment']],
            under: ['cultur'],
            notUnder: ['preambulo', 'preamble', 'excepcion', 'industrias', 'agricultur', 'ambiental'],
          },
        ],
        fr: [
          {
            cue: ['culturel', 'culture'],
            with: [['cooperation', 'promouv', 'echange', 'encourag']],
            under: ['cultur'],
            notUnder: ['preambule', 'preamble', 'exception', 'industries', 'agricultur'],
          },
        ],
      },
    },
    {
      id: 'cultural-cooperation.undertaking',
      direction: 'supports',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: [
              'cultural co operation',
              'co operation in cultur',
              'cooperat* in ..40.. culture',
              'co operation in ..60.. cultural',
              'protocol on cultural',
              'promote ..40.. cultural (exchange|cooperation)',
              'cultural exchanges?',
              'exchange of cultural',
              'intercultural dialogue',
              'cooperation in the field of culture',
              'sphere of culture',
              'sector of culture',
            ],
            notUnder: ['preamble', 'intellectual', 'labour', 'labor', 'environment', 'temporary admission'],
            without: [...offices, 'competition culture'],
            clear: 80,
          },
        ],
        es: [
          {
            cue: [
              'cooperacion cultural',
              'intercambios? cultural',
              'cooperacion ..60.. (cultural|cultura)',
              'dialogo intercultural',
            ],
            notUnder: ['preambulo', 'preamble', 'intelectual', 'laboral', 'ambiental'],
            without: ['andres bello', 'en consideracion'],
          },
        ],
        fr: [
          {
            cue: [
              'cooperation culturelle',
              'echanges? culturels?',
              'cooperation ..60.. (culturel|culture)',
              'dialogue interculturel',
            ],
            notUnder: ['preambule', 'preamble', 'intellectuelle', 'travail', 'environnement'],
          },
        ],
      },
    },
    {
      id: 'cultural-cooperation.sector',
      direction: 'supports',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: [
              'audio visual (industry|sector|field|media|content)',
              'audio visual and media',
              'broadcasting',
              'film production',
              'film industr',
              'cinema',
              'performing arts',
              'radio and television',
            ],
            with: [['co operat', 'promote', 'exchange', 'encourage']],
            under: [
              'co operation',
              'cooperation',
              'collaboration',
              'broadcasting',
              'media',
              'audio',
              'film',
              'information',
              'cultur',
            ],
            notUnder: [
              'intellectual',
              'copyright',
              'telecom',
              'telecommunications',
              'information and communication',
              'goods',
              'procurement',
              'temporary',
              'cross border',
              'general obligations',
            ],
            without: ['software and broadcasting', 'equipment', 'integration of broadcasting', 'convergence'],
            clear: 200,
          },
        ],
        es: [
          {
            cue: ['sector audiovisual', 'industria audiovisual', 'cinematograf', 'artes escenicas'],
            with: [['cooperacion', 'promov', 'intercambio']],
            under: ['cooperacion', 'cultur'],
            notUnder: ['intelectual'],
          },
        ],
        fr: [
          {
            cue: ['secteur audiovisuel', 'industrie audiovisuelle', 'cinematograph', 'arts du spectacle'],
            with: [['cooperation', 'promouv', 'echange']],
            under: ['cooperation', 'cultur'],
            notUnder: ['intellectuelle'],
          },
        ],
      },
    },
    {
      id: 'cultural-cooperation.list-item',
      direction: 'supports',
      strength: 'best_endeavour',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: [
              'culture!',
              'cultural areas',
              'cultural aspects',
              'cultural matters',
              'cultural collaboration',
              'cultural affairs',
              'cultural fields?',
              'cultural activities',
              'cultural and social co operation',
              'cultural and educational',
              'education, (and )?culture',
              'cultural identity',
            ],
            with: [['co operat', 'collaborat', 'interchange', 'exchange', 'areas', 'programmes', 'programs']],
            under: [
              'co operation',
              'cooperation',
              'scope',
              'objectives',
              'fields',
              'sectors',
              'undertakings',
              'partnership',
            ],
            notUnder: [
              'preamble',
              'intellectual',
              'labo',
              'environment',
              'competition',
              'committee',
              'commission',
              'tourism',
              'migration',
              'gender',
              'rural',
              'interpretation',
              'definition',
              'agricultur',
              'civil society',
              'cross border',
              'regional development',
            ],
            without: [
              ...offices,
              'culture of',
              'competition culture',
              'having regard',
              'take into account',
              'taking into (account|consideration)',
              'history and culture',
              'social and cultural life',
            ],
            clear: 100,
          },
        ],
        es: [
          {
            cue: ['cultura!', 'ambito cultural', 'materia cultural', 'aspectos culturales'],
            with: [['cooperacion', 'intercambio', 'colaboracion']],
            under: ['cooperacion', 'ambito', 'objetivos'],
            notUnder: ['preambulo', 'preamble', 'intelectual', 'laboral', 'ambiental', 'competencia'],
            without: ['cultura de', 'cultura ambiental', 'en consideracion'],
            clear: 100,
          },
        ],
        fr: [
          {
            cue: ['culture!', 'domaine culturel', 'matiere culturelle'],
            with: [['cooperation', 'echange', 'collaboration']],
            under: ['cooperation', 'objectifs', 'champ'],
            notUnder: ['preambule', 'preamble', 'intellectuelle', 'travail', 'environnement'],
            without: ['culture de la'],
            clear: 100,
          },
        ],
      },
    },
  ],
}

export const culturalCooperationExamples: readonly RuleExample[] = [
  {
    language: 'en',
    headings: 'cultural cooperation',
    text: 'The Parties undertake to promote cultural exchanges.',
    rule: 'cultural-cooperation.article',
  },
  {
    language: 'fr',
    headings: 'coopération culturelle',
    text: 'Les Parties encouragent les échanges culturels.',
    rule: 'cultural-cooperation.article',
  },
  {
    language: 'es',
    headings: 'cooperación cultural',
    text: 'Las Partes promoverán el intercambio cultural.',
    rule: 'cultural-cooperation.article',
  },
  {
    language: 'en',
    headings: 'cooperation | broadcasting',
    text: 'The Parties shall encourage exchanges in broadcasting between their stations.',
    rule: 'cultural-cooperation.sector',
  },
  {
    language: 'en',
    headings: 'cooperation | scope',
    text: 'Areas of cooperation are: (a) energy; (b) education; (c) culture; and (d) tourism.',
    rule: 'cultural-cooperation.list-item',
  },
  {
    language: 'en',
    headings: 'labour cooperation',
    text: 'Activities shall have regard to each Party’s economy, culture and legal system.',
  },
  { language: 'en', headings: 'cooperation', text: 'through the Taipei Economic and Cultural Office' },
  { language: 'en', headings: 'competition | technical assistance', text: 'the promotion of a competition culture' },
]
