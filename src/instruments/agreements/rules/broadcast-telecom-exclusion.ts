import type { ClauseType, RuleExample } from './clause-type.ts'

const telecom = [
  'telecom',
  'electronic communication',
  'regulatory framework',
  'comunicaciones electronicas',
  'establishment, trade in services',
  'trade in services and establishment',
]

/** The telecommunications chapter does not cover broadcast or cable programming. Technical: on its own it protects no cultural policy. */
export const broadcastTelecomExclusion: ClauseType = {
  name: 'broadcast_telecom_exclusion',
  stems: ['broadcast', 'radiodif', 'editorial control', ' cable', 'television', 'cablo'],
  rules: [
    {
      id: 'broadcast-telecom.programming',
      direction: 'neutral',
      strength: 'binding',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: [
              '(broadcast|broadcasting|cable|cable, broadcast) (or|and|of) ..40.. distribution of (radio|television)',
              'distribution of (radio or television|radio and television|television or radio|television and radio)',
              'broadcast or cable',
              'cable or broadcast',
              'broadcasting or cable',
              'cable or broadcasting',
              'broadcast and cable',
              'cable and broadcast',
            ],
            with: [['programming', 'programmes', 'programs', 'distribution']],
            under: ['telecom'],
            without: ['spectrum allocated'],
            clear: 80,
          },
        ],
        es: [
          {
            cue: ['radiodifusion', 'distribucion por cable'],
            with: [
              ['programacion', 'programas'],
              ['radio', 'television'],
              [
                'no se aplica',
                'no sera aplicable',
                'no incluye',
                'salvo',
                'excepto',
                'excluye',
                'no se aplicara',
                'no significa',
                'no obligara',
                'interpretara',
                'exclusivamente',
                'como red publica',
              ],
            ],
            under: ['telecom'],
            before: 300,
            after: 300,
          },
          {
            cue: ['estaciones de radiodifusion'],
            with: [['acceso'], ['salvo', 'excepto']],
            under: ['telecom'],
            before: 300,
            after: 300,
          },
        ],
        fr: [
          {
            cue: ['radiodiffusion', 'cablodistribution', 'distribution par cable'],
            with: [
              ['programm', 'emissions'],
              ["ne s'applique", "a l'exclusion", 'sauf', 'exclu'],
            ],
            under: ['telecom'],
            before: 300,
            after: 300,
          },
        ],
      },
    },
    {
      id: 'broadcast-telecom.services-other-than',
      direction: 'neutral',
      strength: 'binding',
      scope: 'chapter',
      wordings: {
        en: [
          {
            cue: ['broadcasting'],
            with: [
              [
                'other than broadcasting',
                'excluding broadcasting',
                'not including broadcasting',
                'exception of broadcasting',
                'not cover broadcasting',
                'exclude broadcasting',
              ],
            ],
            before: 60,
            after: 20,
            under: telecom,
          },
          {
            cue: ['broadcasting'],
            with: [['not apply to', 'not cover', 'excluded from']],
            under: ['telecom'],
            before: 200,
            after: 40,
            without: ['broadcasting organi'],
          },
          {
            cue: ['editorial control'],
            with: [
              ['exclude', 'excluding', 'not include', 'not apply', 'not cover'],
              ['telecommunication', 'electronic communication'],
            ],
            before: 400,
            after: 200,
          },
          {
            cue: ['telecommunications? services?', 'electromagnetic signals'],
            with: [
              [
                'excluding broadcasting',
                'other than broadcasting',
                'not include broadcasting',
                'excluding ..30.. broadcasting',
                'except ..30.. broadcasting',
              ],
            ],
            before: 300,
            after: 200,
          },
        ],
        es: [
          {
            cue: ['radiodifusion'],
            with: [
              [
                'distintos de (la )?radiodifusion',
                'excluida la radiodifusion',
                'con exclusion de la radiodifusion',
                'excepto ..30.. radiodifusion',
                'salvo ..30.. radiodifusion',
                'no se aplica ..120.. radiodifusion',
                'no se aplicara ..120.. radiodifusion',
              ],
            ],
            before: 160,
            after: 20,
            under: ['telecom', 'marco regula'],
          },
        ],
        fr: [
          {
            cue: ['radiodiffusion'],
            with: [
              [
                'autres que la radiodiffusion',
                "a l'exclusion de la radiodiffusion",
                "a l'exception de la radiodiffusion",
                "ne s'applique ..120.. radiodiffusion",
              ],
            ],
            before: 160,
            after: 20,
          },
        ],
      },
    },
  ],
}

export const broadcastTelecomExclusionExamples: readonly RuleExample[] = [
  {
    language: 'en',
    headings: 'telecommunications | scope',
    text: 'This Chapter leaves aside any measure on broadcast or cable distribution of radio or television programming.',
    rule: 'broadcast-telecom.programming',
  },
  {
    language: 'es',
    headings: 'telecomunicaciones',
    text: 'Este capítulo no se aplica a la radiodifusión ni a la distribución por cable de programación de radio o televisión.',
    rule: 'broadcast-telecom.programming',
  },
  {
    language: 'fr',
    headings: 'télécommunications',
    text: 'Le présent chapitre ne s’applique pas à la radiodiffusion ni à la distribution par câble d’émissions de radio.',
    rule: 'broadcast-telecom.programming',
  },
  {
    language: 'en',
    headings: 'telecommunications services',
    text: 'principles for telecommunications services, other than broadcasting, opened under Chapter 2',
    rule: 'broadcast-telecom.services-other-than',
  },
  {
    language: 'en',
    headings: 'telecommunications services',
    text: 'This Section does not apply to services that exercise editorial control over content sent over telecommunications networks.',
    rule: 'broadcast-telecom.services-other-than',
  },
  {
    language: 'en',
    headings: 'intellectual property',
    text: 'rights of broadcasting organisations over broadcast or cable distribution of their programmes',
  },
  { language: 'en', headings: 'cooperation', text: 'programming of joint budgets for telecommunications' },
]
