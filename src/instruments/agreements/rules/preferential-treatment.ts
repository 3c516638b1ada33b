import type { ClauseType, RuleExample } from './clause-type.ts'

/** Mobility of artists, market access, national-production status and marketing help for cultural goods, services and professionals. */
export const preferentialTreatment: ClauseType = {
  name: 'preferential_treatment_culture',
  stems: [
    ' arts',
    'oeuvres nationale',
    'cultur',
    'artist',
    'national production',
    'domestic film',
    'national film',
    'domestic production',
    'entertainment',
    'produccion nacional',
    'producciones nacional',
    'production nationale',
    'productions nationale',
    'oeuvre nationale',
    'obras nacional',
    'obra nacional',
    'related to arts',
  ],
  rules: [
    {
      id: 'preferential-treatment.national-production',
      direction: 'supports',
      strength: 'binding',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: [
              'deemed to be (a )?national production',
              'treated as (a )?national production',
              'considered (as )?(a )?national production',
              'accorded to (domestic|national) (films?|productions?)',
              'recognition as a (domestic|national) film',
              'benefits ..80.. (domestic|national) (films?|productions?)',
            ],
          },
          {
            cue: [
              '(promotion|promoting) of (local|regional|national)( or regional| and regional| or national)? cultural content',
              '(promotion|promoting) of local (or|and) regional cultural content',
            ],
            with: [
              ['co produc', 'audio visual'],
              ['entitled', 'benefit', 'qualify', 'eligible'],
            ],
          },
        ],
        es: [
          {
            cue: ['promocion de(l)? contenidos? cultural(es)? (local|regional|nacional)'],
            with: [
              ['coproduc', 'co produc', 'audiovisual'],
              ['benefici', 'derecho a', 'acoger'],
            ],
          },
          {
            cue: ['produccion(es)? nacional(es)?', 'obras? nacional(es)?'],
            with: [
              ['considerad(a|o)s? como', 'se consideraran', 'se considerara'],
              ['audiovisual', 'cine', 'pelicula', 'coproduc', 'co produc'],
            ],
          },
        ],
        fr: [
          {
            cue: [
              'promotion du contenu culturel (local|regional|national)',
              'promotion de contenus culturels (locaux|regionaux)',
            ],
            with: [
              ['coproduc', 'co produc', 'audiovisuel'],
              ['beneficie', 'benefice', 'admissible'],
            ],
          },
          {
            cue: ['productions? nationales?', 'oeuvres? nationales?'],
            with: [
              ['consideree(s)? comme', 'reputee'],
              ['audiovisuel', 'cinema', 'film', 'coproduc', 'co produc'],
            ],
          },
        ],
      },
    },
    {
      id: 'preferential-treatment.mobility',
      direction: 'supports',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: ['artists?!', 'cultural professionals', 'cultural practitioners', 'art and artists'],
            with: [['mobility', 'circulation', 'entry and stay', 'temporary entry', 'temporary stay', 'movement of']],
            notUnder: ['intellectual', 'copyright'],
            before: 160,
            after: 120,
          },
        ],
        es: [
          {
            cue: ['artistas', 'profesionales de la cultura'],
            with: [
              ['movilidad', 'circulacion', 'entrada temporal', '(entrada|ingreso) y (la )?(estancia|permanencia)'],
            ],
            notUnder: ['intelectual', 'autor'],
            before: 160,
            after: 120,
          },
        ],
        fr: [
          {
            cue: ['artistes', 'professionnels de la culture'],
            with: [['mobilite', 'circulation', 'entree et (le )?sejour', 'sejour temporaire']],
            notUnder: ['intellectuelle', 'auteur'],
            before: 160,
            after: 120,
          },
        ],
      },
    },
    {
      id: 'preferential-treatment.market',
      direction: 'supports',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: [
              'cultural (goods|services|products|property and services)',
              'goods and services related to (arts|culture)',
              'goods and services ..30.. (arts|cultural)',
              'cultural activities, goods and services',
              'cultural and creative (goods|services|products)',
              'cultural goods and services',
            ],
            with: [
              [
                'marketing',
                'exchange of goods',
                'circulation',
                'distribution',
                'dissemination',
                'market access',
                'export',
                'access to',
                'promot',
              ],
            ],
            without: ['illicit', 'trafficking', 'public aid', 'tourism development', 'fair trade', 'deemed compatible'],
            notUnder: ['import', 'restriction', 'temporary admission'],
            before: 160,
            after: 160,
          },
        ],
        es: [
          {
            cue: ['(bienes|productos|servicios)( y servicios)? culturales'],
            with: [['comercializacion', 'circulacion', 'distribucion', 'difusion', 'exportacion', 'acceso']],
            notUnder: ['admision temporal'],
            before: 160,
            after: 160,
          },
        ],
        fr: [
          {
            cue: ['(biens|produits|services)( et (des )?services)? culturels'],
            with: [['commercialisation', 'circulation', 'distribution', 'diffusion', 'exportation', 'acces']],
            before: 160,
            after: 160,
          },
        ],
      },
    },
    {
      id: 'preferential-treatment.entertainment-entry',
      direction: 'supports',
      strength: 'binding',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: ['entertainment services'],
            with: [['allow the supply', 'other than audio visual']],
            before: 3000,
            after: 300,
          },
        ],
      },
      counts: 'supporting',
    },
  ],
}

export const preferentialTreatmentExamples: readonly RuleExample[] = [
  {
    language: 'en',
    text: 'Works made under the agreement shall be deemed to be national productions of either Party.',
    rule: 'preferential-treatment.national-production',
  },
  {
    language: 'en',
    text: 'Co-produced audiovisual works may benefit from schemes for the promotion of local or regional cultural content.',
    rule: 'preferential-treatment.national-production',
  },
  {
    language: 'en',
    text: 'They shall help the mobility of art and artists of both sides.',
    rule: 'preferential-treatment.mobility',
  },
  { language: 'fr', text: 'Les Parties facilitent la mobilité des artistes.', rule: 'preferential-treatment.mobility' },
  {
    language: 'es',
    text: 'Las Partes facilitarán la movilidad de los artistas.',
    rule: 'preferential-treatment.mobility',
  },
  {
    language: 'es',
    text: 'Las Partes facilitarán la entrada y la estancia de los artistas de la otra.',
    rule: 'preferential-treatment.mobility',
  },
  {
    language: 'en',
    text: 'help with the marketing of cultural services abroad',
    rule: 'preferential-treatment.market',
  },
  { language: 'en', headings: 'intellectual property', text: 'the circulation of recordings by performing artists' },
  { language: 'en', text: 'Preferential tariff treatment shall be granted to originating goods.' },
]
