import type { ClauseType, RuleExample } from './clause-type.ts'

const industries = ['cultural industr(y|ies)']
const secteurs = ['industries? culturelles?', 'secteurs? culturels?']
const industrias = ['industrias? cultural']

/** The place where the term is defined is not the place where it is exempted. */
const defined = ['cultural industr(y|ies)"? means']

const neverAnException = ['intellectual property', 'plant material', 'illicit']

/** Exclusions and exceptions for culture: of the agreement, of a chapter, of most-favoured-nation treatment, of state-aid rules. */
export const culturalException: ClauseType = {
  name: 'cultural_exception',
  stems: [
    'cultur',
    'creative arts',
    'artes creativas',
    'arts creatifs',
    'co-produc',
    'coproduc',
    'cinemat',
    'arts creatif',
    'co produc',
  ],
  rules: [
    {
      id: 'cultural-exception.exempt',
      direction: 'preserves',
      strength: 'binding',
      scope: 'agreement',
      wordings: {
        en: [
          {
            cue: industries,
            with: [
              [
                'exempt from',
                'does not apply',
                'do not apply',
                'shall not apply',
                'not be construed to apply',
                'nothing in this agreement shall be construed',
                'nothing in this agreement applies',
                'nothing in this (agreement|chapter|treaty|title) ..12.. prevent',
                'not to be construed to apply',
              ],
            ],
            not: defined,
            without: ['most favou?red nation'],
            clear: 160,
            before: 260,
            after: 160,
          },
        ],
        fr: [
          {
            cue: secteurs,
            with: [
              [
                "ne s'applique",
                'sont exempt',
                'est exempt',
                'sont soustrait',
                'ne doit etre interprete',
                'aucune disposition',
              ],
            ],
            before: 260,
            after: 200,
          },
        ],
        es: [
          {
            cue: industrias,
            with: [
              [
                'no se aplica',
                'no sera aplicable',
                'no se interpretara',
                'estan exent',
                'quedan exent',
                'quedan exclui',
                'ninguna disposicion',
              ],
            ],
            before: 260,
            after: 200,
          },
        ],
      },
    },
    {
      id: 'cultural-exception.annex',
      direction: 'preserves',
      scope: 'agreement',
      strength: 'binding',
      modifiers: ['missing_annex'],
      wordings: {
        en: [
          {
            cue: industries,
            with: [['annex ...(applies|apply|shall apply)', 'subject to annex']],
            before: 200,
            after: 120,
          },
        ],
        fr: [{ cue: secteurs, with: [["annexe ...(s'applique|est applicable|regit)"]], before: 200, after: 120 }],
        es: [{ cue: industrias, with: [['anexo ...(se aplica|sera aplicable|aplicara)']], before: 200, after: 120 }],
      },
    },
    {
      id: 'cultural-exception.creative-arts',
      direction: 'preserves',
      strength: 'binding',
      scope: 'agreement',
      wordings: {
        en: [
          {
            cue: ['support creative arts', 'support of creative arts', 'support the creative arts'],
            with: [['national value', 'value']],
            before: 400,
            after: 120,
          },
        ],
        fr: [
          {
            cue: ['arts creatifs', 'arts creatif'],
            with: [
              ['soutenir', 'appuyer', 'soutien'],
              ['valeur nationale', 'interet national'],
            ],
            before: 200,
            after: 120,
          },
        ],
        es: [
          {
            cue: ['artes creativas'],
            with: [
              ['apoyar', 'apoyo', 'fomentar'],
              ['valor nacional', 'interes nacional'],
            ],
            before: 200,
            after: 120,
          },
        ],
      },
    },
    {
      id: 'cultural-exception.mfn',
      direction: 'preserves',
      strength: 'binding',
      scope: 'mfn_only',
      wordings: {
        en: [
          {
            cue: [
              'cultural industr(y|ies)',
              'cultural (activities|sector)',
              'cinematographic',
              'audio visual co production',
              'co production',
            ],
            with: [
              ['reserve', 'differential treatment', 'not apply', 'shall not be construed', 'exception'],
              [
                'most favou?red nation',
                'differential treatment',
                'no less favou?rable',
                'treaties',
                'international agreement',
              ],
            ],
            under: ['most favou?red nation', 'investment', 'services'],
            without: ['deemed to be national production', 'co production of programme material'],
            before: 500,
            after: 400,
          },
        ],
        es: [
          {
            cue: industrias,
            with: [
              ['se reserva', 'trato diferente', 'no se aplica', 'no se aplicara'],
              ['nacion mas favorecida', 'trato diferente', 'tratado', 'acuerdo internacional'],
            ],
            before: 500,
            after: 400,
          },
        ],
        fr: [
          {
            cue: secteurs,
            with: [
              ['se reserve', 'traitement different', "ne s'applique"],
              ['nation la plus favorisee', 'traitement different', 'accord international', 'traite'],
            ],
            before: 500,
            after: 400,
          },
        ],
      },
    },
    {
      id: 'cultural-exception.services-or-measures',
      direction: 'preserves',
      strength: 'binding',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: [
              'cultural (services|activities|goods and services|policy|policies|sector)',
              'measures ..40.. (in relation to|relating to|with respect to|to protect|to promote) (culture|cultural)',
            ],
            with: [
              [
                'shall not apply to',
                'does not apply to',
                'do not apply to',
                'nothing in this (agreement|chapter) shall (prevent|be construed)',
                'with the exception of',
                'shall not cover',
                'does not cover',
              ],
            ],
            without: ['public aid', 'deemed compatible', 'tourism', ...neverAnException],
            before: 220,
            after: 60,
          },
          {
            cue: [
              'exceptions? (applicable|relating|related) to cultur',
              'exceptions? for (culture|cultural)',
              'cultural exception',
            ],
          },
        ],
        fr: [
          {
            cue: [
              'services culturels',
              'activites culturelles',
              'biens et services culturels',
              'politiques? culturelles?',
            ],
            with: [["ne s'applique", "a l'exception des", "a l'exclusion des", 'aucune disposition du present']],
            before: 220,
            after: 100,
          },
          {
            cue: [
              'exceptions? (applicables?|relatives?) a la culture',
              'exception culturelle',
              'exceptions culturelles',
            ],
          },
        ],
        es: [
          {
            cue: [
              'servicios culturales',
              'actividades culturales',
              'bienes y servicios culturales',
              'politicas? cultural',
            ],
            with: [['no se aplica', 'con excepcion de', 'ninguna disposicion del presente', 'a excepcion de']],
            before: 220,
            after: 100,
          },
          { cue: ['excepcion(es)? (aplicables?|relativas?) a la cultura', 'excepcion(es)? cultural'] },
        ],
      },
    },
    {
      id: 'cultural-exception.state-aid',
      direction: 'preserves',
      strength: 'binding',
      scope: 'subsidies',
      wordings: {
        en: [
          {
            cue: [
              'aid to promote culture',
              'aid ..40.. culture and heritage conservation',
              'subsid(y|ies) ..60.. (cultural|culture)',
            ],
            before: 300,
            after: 200,
          },
          { cue: ['cultural services'], with: [['public aid'], ['deemed compatible']], before: 300, after: 300 },
        ],
        fr: [
          {
            cue: ['aides? ..60.. (la culture|culturel|culturelle)'],
            with: [['compatible', 'conservation du patrimoine']],
          },
        ],
        es: [{ cue: ['ayudas? ..60.. (la cultura|cultural)'], with: [['compatible', 'conservacion del patrimonio']] }],
      },
    },
    {
      id: 'cultural-exception.goods-restriction',
      direction: 'preserves',
      strength: 'binding',
      scope: 'agreement',
      wordings: {
        en: [
          {
            cue: [
              'for economic, social, cultural',
              'for (social and )?cultural (or other )?(reasons|purposes|policy objectives)',
              'on cultural grounds',
            ],
            with: [['restrict', 'prohibit', 'exempt', 'limit']],
            notUnder: ['temporary', 'customs', 'duty free', 'tourism', 'rules of origin'],
            before: 260,
            after: 160,
          },
        ],
        fr: [
          {
            cue: ['pour des (raisons|motifs) ..40.. culturel'],
            with: [['restrein', 'restriction', 'interdi', 'limit']],
          },
        ],
        es: [
          { cue: ['por (razones|motivos) ..40.. cultural'], with: [['restring', 'restriccion', 'prohib', 'limit']] },
        ],
      },
    },
    {
      id: 'cultural-exception.definition',
      direction: 'neutral',
      scope: 'agreement',
      modifiers: ['definition_only'],
      counts: 'supporting',
      wordings: {
        en: [
          {
            cue: [
              'cultural industr(y|ies) means',
              'person engaged in a cultural industry means',
              'cultural industr(y|ies) ..20.. has the same meaning',
            ],
            after: 60,
          },
          { cue: ['"?creative arts"? include'], after: 200 },
        ],
        fr: [{ cue: ["industries? culturelles? ..40.. (personnes?|designe|s'entend)"] }],
        es: [{ cue: ['industrias? culturales? ..40.. (personas?|significa)'] }],
      },
    },
    {
      id: 'cultural-exception.mention',
      direction: 'neutral',
      scope: 'chapter',
      counts: 'supporting',
      wordings: {
        en: [{ cue: ['exception ..40.. cultural industries', 'in a cultural industry'] }],
      },
    },
  ],
}

export const culturalExceptionExamples: readonly RuleExample[] = [
  {
    language: 'en',
    text: 'Measures of either side affecting cultural industries are exempt from the rules of this Agreement.',
    rule: 'cultural-exception.exempt',
  },
  {
    language: 'en',
    text: 'This Agreement does not apply to a measure kept by a Party with respect to a person in a cultural industry.',
    rule: 'cultural-exception.exempt',
  },
  {
    language: 'fr',
    text: 'Le présent accord ne s’applique pas aux mesures touchant les industries culturelles.',
    rule: 'cultural-exception.exempt',
  },
  {
    language: 'es',
    text: 'El presente Tratado no se aplica a las medidas relativas a las industrias culturales.',
    rule: 'cultural-exception.exempt',
  },
  {
    language: 'en',
    text: 'Annex 7 applies between the Parties named in it with respect to cultural industries.',
    rule: 'cultural-exception.annex',
  },
  {
    language: 'fr',
    text: 'L’annexe 7 s’applique en ce qui concerne les industries culturelles.',
    rule: 'cultural-exception.annex',
  },
  {
    language: 'en',
    text: 'measures needed to protect works of historical value, or to support creative arts of national value',
    rule: 'cultural-exception.creative-arts',
  },
  {
    language: 'en',
    headings: 'investment | most-favoured-nation treatment',
    text: 'Each Party reserves the right to any measure that accords differential treatment involving cultural industries.',
    rule: 'cultural-exception.mfn',
  },
  {
    language: 'en',
    text: 'Cultural industry means a person engaged in publishing. This Agreement does not apply to measures with respect to a cultural industry.',
    rule: 'cultural-exception.exempt',
  },
  {
    language: 'es',
    text: 'El Acuerdo no se aplica a una medida que una Parte mantenga con respecto a una industria cultural.',
    rule: 'cultural-exception.exempt',
  },
  {
    language: 'en',
    text: 'The two sides recall the exceptions applicable to culture in the chapters on services and on procurement.',
    rule: 'cultural-exception.services-or-measures',
  },
  {
    language: 'fr',
    text: 'Sont rappelées les exceptions applicables à la culture que prévoient les chapitres sur les services.',
    rule: 'cultural-exception.services-or-measures',
  },
  {
    language: 'es',
    text: 'Se recuerdan las excepciones aplicables a la cultura previstas en los capítulos de servicios.',
    rule: 'cultural-exception.services-or-measures',
  },
  {
    language: 'en',
    text: 'Nothing in this Treaty prevents measures by which a Party promotes its cultural industries.',
    rule: 'cultural-exception.exempt',
  },
  { language: 'en', text: 'cultural industries means persons engaged in publishing of books' },
  { language: 'en', text: 'Farming of agricultural industries shall not apply to fisheries.' },
  { language: 'en', text: 'They shall cooperate for the growth of cultural industries.' },
]
