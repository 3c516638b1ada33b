/** Who may import whom, as data. A room not listed here does not exist; `architecture.test.ts` holds the tree to it. */
const technical = ['kernel', 'platform', 'ui', 'engines'] as const

/** Each room under `src` with the rooms it may know, types included. */
export const layers: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  framework: ['kernel'],
  platform: ['kernel'],
  ui: ['kernel'],
  engines: ['kernel', 'platform', 'ui'],
  people: [...technical, 'framework'],
  roadmap: [...technical, 'framework', 'people'],
  evidence: [...technical, 'framework', 'people'],
  studies: [...technical, 'framework', 'people', 'roadmap', 'evidence'],
  instruments: [...technical, 'framework', 'people', 'roadmap', 'evidence', 'studies'],
  report: [...technical, 'framework', 'people', 'roadmap', 'evidence'],
  exchange: [...technical, 'framework', 'people', 'roadmap', 'evidence', 'report'],
  site: [...technical, 'framework', 'people', 'roadmap', 'evidence', 'report'],
}

/** Rooms of the domain: entered from outside by their `index.ts` only. */
export const domainRooms = [
  'framework',
  'people',
  'roadmap',
  'evidence',
  'studies',
  'report',
  'exchange',
  'site',
] as const

/** Rooms that hold one slice a folder: each slice is a domain room of its own, and slices never know each other. */
export const roomsOfSlices = ['instruments'] as const

/** What composes the rest: it may import anything. Who may import it is said here; nobody else does. */
export const composition: Readonly<Record<string, readonly string[]>> = {
  'app.ts': ['commands'],
  'server.ts': ['commands'],
  'cli.ts': [],
  commands: ['cli.ts'],
}

/** Doors beside the `index.ts`, with the reason each of them is there. */
export const sideDoors: Readonly<Record<string, { readonly for: string; readonly reason: string }>> = {
  'instruments/exposure/command.ts': {
    for: 'commands',
    reason: 'a study on the command line starts at once: it loads neither pages nor database',
  },
  'instruments/metadata/command.ts': {
    for: 'commands',
    reason: 'a study on the command line starts at once: it loads neither pages nor database',
  },
  'instruments/flows/command.ts': {
    for: 'commands',
    reason: 'a study on the command line starts at once: it loads neither pages nor database',
  },
  'instruments/discoverability/command.ts': {
    for: 'commands',
    reason: 'a study on the command line starts at once: it loads neither pages nor database',
  },
  'instruments/workforce/command.ts': {
    for: 'commands',
    reason: 'a study on the command line starts at once: it loads neither pages nor database',
  },
  'instruments/remuneration/command.ts': {
    for: 'commands',
    reason: 'a study on the command line starts at once: it loads neither pages nor database',
  },
  'instruments/agreements/audit-command.ts': {
    for: 'commands',
    reason: 'an audit on the command line starts at once: it loads neither pages nor database',
  },
  'instruments/agreements/accuracy.ts': {
    for: 'commands',
    reason: 'the same audit, compared with a hand-coded set',
  },
}

/** Names no folder has: they say nothing about what is inside. */
export const forbiddenFolders = ['utils', 'util', 'helpers', 'common', 'misc', 'lib', 'shared', 'services'] as const

/** The one room that knows environment, clock and randomness. */
export const outsideWorld = 'platform'

/** Uses of the outside world elsewhere, with the reason. */
export const outsideWorldExceptions: Readonly<Record<string, string>> = {
  'src/commands/speak.ts': 'LANG chooses the language of messages, also of the message that a setting is wrong',
  'src/people/link-tokens.ts': "a secret of a link comes from the sign-in library's own generator",
  'src/people/sample-accounts.ts': "sample passwords come from the sign-in library's own generator",
}

/** Files that import what data name, with the reason. */
export const computedImports: Readonly<Record<string, string>> = {
  'src/studies/run-command.ts': 'a declaration names the module of its command, which a thread loads by this address',
}

/** No source file is longer, unless it is named here with the reason. Tests are held to `longestTest`. */
export const longestSource = 300
export const longestTest = 400

export const longFiles: Readonly<Record<string, string>> = {
  'src/ui/conformance/renderers.tsx':
    'one table: each published fixture of govuk-frontend to the component of ours it is held against',
  'src/instruments/agreements/rules/audiovisual-carveout.ts':
    'one rule: the wordings of one clause in three languages, side by side',
  'src/instruments/agreements/rules/cultural-cooperation.ts':
    'one rule: the wordings of one clause in three languages, side by side',
  'src/instruments/agreements/rules/cultural-exception.ts':
    'one rule: the wordings of one clause in three languages, side by side',
  'test/journeys/exposure.test.ts': 'one house served once: the way of a study from two files to its published result',
}
