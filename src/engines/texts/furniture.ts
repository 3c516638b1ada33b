import type { TextLine } from './headings.ts'

type Range = readonly [start: number, end: number]

const journal =
  />REFERENCE TO A FILM>|^[ \t]*(?:EN[ \t]+)?Official Journal of the European (?:Union|Communities)[^\n]{0,60}$/gm
const dashedNumber = /\n[ \t]*[-–—][ \t]*\d{1,4}[ \t]*[-–—][ \t]*(?=\n)/g

/** Furniture known by its wording: the Official Journal's running head, page numbers between dashes, marks left by scanning. */
export const printedFurniture = (source: string): Range[] => {
  const isJournal = source.includes('Official Journal of the') || source.includes('>REFERENCE TO A FILM>')
  const found = [...(isJournal ? source.matchAll(journal) : []), ...source.matchAll(dashedNumber)]
  return found.map((match) => [match.index, match.index + match[0].length] as const).sort((a, b) => a[0] - b[0])
}

const shape = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase()

const pageOf = (pageStarts: readonly number[], offset: number): number => {
  let page = 0
  while (page + 1 < pageStarts.length && pageStarts[page + 1]! <= offset) page += 1
  return page
}

/** Furniture known by repetition: short lines that come back, but for their numbers, on more than half of at least four pages. */
export const repeatedFurniture = (lines: readonly TextLine[], pageStarts: readonly number[]): Range[] => {
  if (pageStarts.length < 4) return []
  const pages = new Map<string, Set<number>>()
  for (const line of lines) {
    const key = shape(line.text)
    if (key === '' || key.length > 120) continue
    const seen = pages.get(key) ?? new Set<number>()
    pages.set(key, seen.add(pageOf(pageStarts, line.start)))
  }
  return lines
    .filter((line) => (pages.get(shape(line.text))?.size ?? 0) > pageStarts.length / 2)
    .map((line) => [line.start, line.end] as const)
}

const capitals = /\p{Lu}/gu
const small = /\p{Ll}/u

/**
 * Where the wording of a stretch ends: before lines in capitals at its foot, which are the heading of what comes next and were
 * left with the article before it. The end as given when there are none, or when the whole stretch is set in capitals.
 */
export const endOfWording = (source: string, start: number, end: number): number => {
  let stop = end
  for (let at = end; at > start; ) {
    const lineStart = Math.max(start, source.lastIndexOf('\n', at - 1) + 1)
    if (small.test(source.slice(lineStart, at)) || end - lineStart > 300) break
    if (lineStart === start) return end
    stop = lineStart
    at = lineStart - 1
  }
  return (source.slice(stop, end).match(capitals)?.length ?? 0) >= 8 ? stop : end
}
