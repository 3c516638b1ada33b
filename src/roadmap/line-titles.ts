import type { Visit } from '../people/index.ts'
import type { RoadmapLine } from './roadmap.ts'

/** A text with the language it is in. */
export interface Written {
  readonly text: string
  readonly language: string
}

/** The Party's wording of a line, or the model's title. */
export const titleOfLine = (visit: Pick<Visit, 'framework' | 'locale'>, line: RoadmapLine): Written => {
  if (line.title !== undefined) return { text: line.title, language: line.language }
  const shown = visit.framework.titleOf(line.activity ?? line.output, visit.locale)
  return { text: shown.text, language: shown.locale }
}

/** `1.4`, or `1+` for a line of the Party's own under output 1. */
export const codeOfLine = (line: RoadmapLine): string =>
  line.activity === undefined ? `${line.output.replace('roadmap/output-', '')}+` : line.activity.replace('roadmap/', '')

/** Number of the output, 1 to 5: the colour of the line. */
export const outputNumber = (line: Pick<RoadmapLine, 'output'>): 1 | 2 | 3 | 4 | 5 =>
  Number(line.output.replace('roadmap/output-', '')) as 1 | 2 | 3 | 4 | 5
