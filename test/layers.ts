/** Who may import whom, as data. A room not listed here does not exist; `architecture.test.ts` holds the tree to it. */
const technical = ['kernel', 'platform', 'ui', 'engines'] as const

export const layers: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  framework: ['kernel'],
  platform: ['kernel'],
  ui: ['kernel'],
  engines: ['kernel', 'platform', 'ui'],
  people: [...technical, 'framework'],
  roadmap: [...technical, 'framework', 'people'],
  evidence: [...technical, 'framework', 'people'],
  instruments: [...technical, 'framework', 'people', 'roadmap', 'evidence'],
  report: [...technical, 'framework', 'people', 'roadmap', 'evidence'],
  exchange: [...technical, 'framework', 'people', 'roadmap', 'evidence', 'report'],
  site: [...technical, 'framework', 'people', 'roadmap', 'evidence', 'report'],
}

/** Rooms of the domain: entered from outside by their `index.ts` only. */
export const domainRooms = ['framework', 'people', 'roadmap', 'evidence', 'report', 'exchange', 'site'] as const

/** Files at the top of `src` that compose the rest: they may import anything, and nothing imports them. */
export const compositionFiles = ['app.ts', 'server.ts', 'cli.ts'] as const
