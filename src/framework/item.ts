/** A short title of ours in the languages of the interface; others of the six UN languages may be there too. */
export interface Title {
  readonly en: string
  readonly fr: string
  readonly ar: string
  readonly [locale: string]: string | undefined
}

/**
 * What every entry of `convention/` carries. `id` is the string used on every floor (`guidelines/14.2`, `roadmap/1.4` …),
 * `source` a key of `sources`, `verified` true only when the fact was seen in that source and not recalled from memory.
 */
export interface Item {
  readonly id: string
  readonly title: Title
  readonly source: string
  readonly verified: boolean
}

/** Where a fact comes from. `date` is the day or year of the document, `seen` the day it was read, where known. */
export interface Source {
  readonly key: string
  readonly title: string
  readonly date: string
  readonly address?: string
  readonly licence?: string
}

/** A paragraph (`14`), numbered sub-paragraph (`14.2`) or bullet (`14.6.a`) of the Operational Guidelines. */
export interface Paragraph extends Item {
  readonly number: string
  readonly level: 'paragraph' | 'sub-paragraph' | 'bullet'
  readonly parent?: string
  readonly part: string
  readonly actors: readonly string[]
  readonly stages: readonly string[]
}

/** A heading of the Guidelines under which paragraphs stand. */
export interface Part extends Item {
  readonly paragraphs: readonly string[]
}

export type LinePattern = 'solid' | 'dashed' | 'dotted' | 'dash-dot' | 'double'

/** One of the five lines of the Open Roadmap; `colour` is `#rrggbb`, told apart in grey by `pattern`. */
export interface Output extends Item {
  readonly number: string
  readonly colour: string
  readonly pattern: LinePattern
  readonly goal: string
  readonly sdg: readonly string[]
  readonly activities: readonly string[]
}

/** One of the twenty activities; `paragraphs` are the guidelines it carries out, never empty. */
export interface Activity extends Item {
  readonly number: string
  readonly output: string
  readonly paragraphs: readonly string[]
  readonly sdg: readonly string[]
}

export interface RoadmapEdition {
  readonly edition: string
  readonly outputs: ReadonlyMap<string, Output>
  readonly activities: ReadonlyMap<string, Activity>
}

export interface Goal extends Item {
  readonly number: string
}

/** An area of monitoring; its `goal` is that of its edition only, `successor` the area of a later edition. */
export interface Area extends Item {
  readonly goal: string
  readonly successor?: string
}

/** A core indicator; `sdg` are targets, `successors` the indicators of a later edition that took its place. */
export interface Indicator extends Item {
  readonly number: string
  readonly area: string
  readonly sdg: readonly string[]
  readonly successors: readonly string[]
}

/** A numbered means of verification of an indicator (`5.1`). */
export interface Verification extends Item {
  readonly number: string
  readonly indicator: string
}

export interface MonitoringEdition {
  readonly edition: string
  readonly goals: ReadonlyMap<string, Goal>
  readonly areas: ReadonlyMap<string, Area>
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly verifications: ReadonlyMap<string, Verification>
}

export type QuestionKind =
  | 'yes-no'
  | 'text'
  | 'long-text'
  | 'number'
  | 'percent'
  | 'money'
  | 'year'
  | 'day'
  | 'email'
  | 'address'
  | 'choice'
  | 'choices'
  | 'ranking'
  | 'file'
  | 'repeat'

/** The greatest length of an answer, in characters, or the greatest number of entries of a repeat; `verified` per limit. */
export interface Limit {
  readonly value: number
  readonly verified: boolean
}

/** What a question and a field inside a repeated entry have in common. */
export interface Asked {
  readonly kind: QuestionKind
  readonly required: boolean
  readonly options?: string
  readonly maximum?: Limit
  readonly unit?: string
  readonly by: readonly string[]
  readonly fields: readonly Field[]
}

/** One column of a repeated entry (a measure's title, a partner's name). */
export interface Field extends Asked {
  readonly key: string
  readonly title: Title
}

/**
 * One question of the periodic report in our words. `role` tells whether it asks for facts (`question`), a statistic,
 * or the introduction and form-keeping around them; `options` is the key of a codelist; `by` the breakdowns asked for.
 */
export interface Question extends Item, Asked {
  readonly section: string
  readonly role: 'question' | 'statistic' | 'measures' | 'administrative'
  readonly hint?: Title
}

/** A screen of the form; `goal` and `area` where it belongs to one. */
export interface ReportSection extends Item {
  readonly number: string
  readonly goal?: string
  readonly area?: string
  readonly questions: readonly string[]
}

export interface ReportForm {
  readonly edition: string
  readonly title: Title
  readonly sections: ReadonlyMap<string, ReportSection>
  readonly questions: ReadonlyMap<string, Question>
}

/** A goal (`sdg/8`) or target (`sdg/8.3`) of the 2030 Agenda. */
export interface SdgEntry extends Item {
  readonly code: string
  readonly level: 'goal' | 'target'
}

/** An entry of a codelist: `code` within its list, `broader` the entry above it. */
export interface CodelistItem extends Item {
  readonly code: string
  readonly broader?: string
  readonly maps: readonly string[]
}

export interface Codelist {
  readonly key: string
  readonly title: Title
  readonly source: string
  readonly date: string
  readonly items: ReadonlyMap<string, CodelistItem>
}

/** How and when a Party joined; days as `YYYY-MM-DD`. An entry into force worked out by rule has `derived: true`. */
export interface Accession {
  readonly instrument: 'ratification' | 'acceptance' | 'approval' | 'accession'
  readonly deposited: string
  readonly inForce: string
  readonly source: string
  readonly verified: { readonly instrument: boolean; readonly deposited: boolean; readonly inForce: boolean }
}

/**
 * A country, area, regional organisation or fictional Party. `status` is `unknown` where this data does not know
 * whether it joined: never read as "no". `statusSource` tells where it was seen to be a Party; `accession` is absent
 * where the day is not known.
 */
export interface Party extends Item {
  readonly code: string
  readonly kind: 'state' | 'area' | 'organisation' | 'fictional'
  readonly status: 'party' | 'unknown'
  readonly statusSource?: string
  readonly alpha3?: string
  readonly m49?: string
  readonly regions: readonly string[]
  readonly leastDeveloped: boolean
  readonly landlockedDeveloping: boolean
  readonly smallIslandDeveloping: boolean
  readonly currency?: string
  readonly accession?: Accession
}

/** A paragraph that no activity carries out, and the part of the product that serves it instead. */
export interface BeyondActivities {
  readonly paragraph: string
  readonly servedBy: readonly string[]
}

/** What a question answers, written down by hand in `convention/spine/`. */
export interface QuestionLinks {
  readonly question: string
  readonly activities: readonly string[]
  readonly paragraphs: readonly string[]
  readonly verifications: readonly string[]
  readonly sdg: readonly string[]
}

/** One thing that a full answer to a question covers: our own, finer than the form, never part of it. */
export interface Aspect {
  readonly key: string
  readonly question: string
  readonly title: Title
  readonly activities: readonly string[]
  readonly paragraphs: readonly string[]
}
