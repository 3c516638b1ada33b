import type { Direction, Locale } from '../../kernel/locale.ts'
import type { ChartData } from './chart-data.ts'

/** A piece of running text: plain, or with weight, slant or an address; or a footnote with its own text. */
export type Run =
  | string
  | {
      readonly text: string
      readonly strong?: boolean | undefined
      readonly emphasis?: boolean | undefined
      readonly href?: string | undefined
    }
  | { readonly note: readonly Run[] }

/** Language and direction of a passage that differs from its document's. */
export interface Passage {
  readonly locale?: Locale | undefined
  readonly dir?: Direction | undefined
}

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | ({ readonly kind: 'paragraph'; readonly runs: readonly Run[] } & Passage)
  | { readonly kind: 'list'; readonly ordered?: boolean | undefined; readonly items: readonly (readonly Run[])[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly { readonly text: string; readonly numeric?: boolean | undefined }[]
      readonly rows: readonly (readonly string[])[]
    }
  /** Keys with their values, as a table of two columns without headings. */
  | { readonly kind: 'pairs'; readonly pairs: readonly { readonly key: string; readonly value: readonly Run[] }[] }
  /** A drawing; `description` says it in words for those who cannot see it. With its `data`, Word draws the chart itself. */
  | {
      readonly kind: 'figure'
      readonly svg: string
      readonly caption: string
      readonly description: string
      readonly data?: ChartData | undefined
    }
  | { readonly kind: 'page-break' }

/**
 * A document before it is a file. All words come translated. Headings start at level 1 and go down one level at a time; the title
 * is not among them.
 */
export interface DocumentToWrite {
  readonly locale: Locale
  readonly dir?: Direction | undefined
  readonly title: string
  readonly subtitle?: string | undefined
  readonly author: string
  /** The translated heading of the table of contents; without it there is none. */
  readonly contentsHeading?: string | undefined
  readonly blocks: readonly DocumentBlock[]
}

/** Whether the headings go down one level at a time, as accessible PDF requires. */
export const hasOrderedHeadings = (blocks: readonly DocumentBlock[]): boolean => {
  let level = 0
  return blocks.every((block) => {
    if (block.kind !== 'heading') return true
    const isNext = block.level <= level + 1
    level = block.level
    return isNext
  })
}

/** A drawing made for a page, fit for a document: its text colour spelt out, since a document has no surrounding text to take it from. */
export const drawingForDocument = (svg: string): string => svg.replaceAll('currentColor', '#1b2430')

/** Width and height of a drawing in its own units, from its viewBox. Throws when it has none. */
export const drawingSize = (svg: string): { readonly width: number; readonly height: number } => {
  const match = /viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(svg)
  if (!match) throw new Error('a drawing in a document needs a viewBox')
  return { width: Number(match[1]), height: Number(match[2]) }
}
