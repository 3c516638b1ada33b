import type { ClauseType, RuleExample } from './clause-type.ts'

const phrase = {
  en: ['diversity of cultural expressions'],
  fr: ['diversite des expressions culturelles'],
  es: ['diversidad de (las )?expresiones culturales'],
}

/** The 2005 Convention named, with the strength of the verb that names it. The phrase without the Convention does not count. */
export const conventionReference: ClauseType = {
  name: 'convention_2005_reference',
  stems: ['cultur', 'unesco'],
  rules: [
    {
      id: 'convention-reference.named',
      direction: 'preserves',
      scope: 'agreement',
      wordings: {
        en: [{ cue: phrase.en, with: [['convention', 'treaty']], before: 200, after: 200 }],
        fr: [{ cue: phrase.fr, with: [['convention']], before: 200, after: 200 }],
        es: [{ cue: phrase.es, with: [['convencion']], before: 200, after: 200 }],
      },
    },
    {
      id: 'convention-reference.by-year',
      direction: 'preserves',
      scope: 'agreement',
      wordings: {
        en: [
          {
            cue: ['unesco convention', '2005 convention', 'convention of 2005'],
            with: [['2005'], ['cultur']],
            without: ['1970', 'hague', 'illicit'],
            before: 120,
            after: 200,
          },
        ],
        fr: [
          {
            cue: ["convention de l'unesco", 'convention de 2005'],
            with: [['2005'], ['cultur']],
            before: 120,
            after: 200,
          },
        ],
        es: [
          {
            cue: ['convencion de la unesco', 'convencion de 2005'],
            with: [['2005'], ['cultur']],
            before: 120,
            after: 200,
          },
        ],
      },
    },
  ],
}

export const conventionReferenceExamples: readonly RuleExample[] = [
  {
    language: 'en',
    text: 'bearing in mind the Convention on the Protection and Promotion of the Diversity of Cultural Expressions',
    rule: 'convention-reference.named',
  },
  {
    language: 'fr',
    text: 'la Convention sur la protection et la promotion de la diversité des expressions culturelles',
    rule: 'convention-reference.named',
  },
  {
    language: 'es',
    text: 'la Convención sobre la Protección y Promoción de la Diversidad de las Expresiones Culturales',
    rule: 'convention-reference.named',
  },
  {
    language: 'en',
    text: 'to support their cultural policies so as to strengthen the diversity of cultural expressions',
  },
  { language: 'en', text: 'the UNESCO Convention of 1970 on the illicit import of cultural property' },
]
