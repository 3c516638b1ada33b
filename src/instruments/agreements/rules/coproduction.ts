import type { ClauseType, RuleExample } from './clause-type.ts'

const works = ['audio visual', 'film', 'cinema', 'television', 'broadcasting programme', 'animation', 'game']

/** Audiovisual co-production, including pointers to an agreement or annex. Joint industrial production does not count. */
export const coproduction: ClauseType = {
  name: 'coproduction',
  stems: ['co-produc', 'coproduc', 'co produc', 'co- produc'],
  rules: [
    {
      id: 'coproduction.agreement',
      direction: 'supports',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: ['co productions? agreement', 'co production', 'co produced'],
            not: ['(tobacco|~tobacco) productions?'],
            with: [[...works]],
            without: ['acquisition, development', 'programme material', 'petroleum'],
            before: 260,
            after: 260,
          },
        ],
        es: [
          {
            cue: ['co produccion'],
            with: [['audiovisual', 'cine', 'pelicula', 'television', 'radio']],
            without: ['adquisicion, desarrollo', 'material(es)? de programa'],
            before: 260,
            after: 260,
          },
        ],
        fr: [
          {
            cue: ['co production'],
            with: [['audiovisuel', 'cinema', 'film', 'television']],
            without: ['acquisition', 'elements de programmes'],
            before: 260,
            after: 260,
          },
        ],
      },
    },
    {
      id: 'coproduction.cooperation',
      direction: 'supports',
      strength: 'best_endeavour',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: ['co production'],
            under: ['cultur', 'audio', 'film', 'media'],
            without: ['programme material', 'acquisition, development'],
          },
        ],
        es: [
          {
            cue: ['co produccion'],
            under: ['cultur', 'audio', 'cine', 'medios'],
            without: ['material(es)? de programa'],
          },
        ],
        fr: [
          { cue: ['co production'], under: ['cultur', 'audio', 'film', 'media'], without: ['elements de programmes'] },
        ],
      },
    },
  ],
}

export const coproductionExamples: readonly RuleExample[] = [
  {
    language: 'en',
    text: 'The Parties shall negotiate audio-visual co-production agreements.',
    rule: 'coproduction.agreement',
  },
  {
    language: 'en',
    text: 'Annex 4 deals with co-production of broadcasting programmes.',
    rule: 'coproduction.agreement',
  },
  { language: 'fr', text: 'Les Parties encouragent la coproduction de films.', rule: 'coproduction.agreement' },
  { language: 'es', text: 'Las Partes fomentarán la coproducción cinematográfica.', rule: 'coproduction.agreement' },
  {
    language: 'en',
    text: 'the acquisition, development, production or co-production of programme material by broadcasters',
  },
  { language: 'en', text: 'joint co-production of machine parts' },
]
