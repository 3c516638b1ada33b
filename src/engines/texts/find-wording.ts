import { type Phrase, phrasesPattern } from './phrases.ts'

/** How one kind of clause is worded in one language: an anchored cue, what must stand near it, and what must not. */
export interface Wording {
  /** Any of these starts the search. */
  readonly cue: readonly Phrase[]
  /** Each group must be met by one of its phrases within the window. */
  readonly with?: readonly (readonly Phrase[])[]
  /** None of these may stand within the window. */
  readonly without?: readonly Phrase[]
  /** None of these may overlap the cue itself: the false friends that contain it. */
  readonly not?: readonly Phrase[]
  /** Characters of the window before and after the cue; 300 each unless stated. */
  readonly before?: number
  readonly after?: number
  /** Characters around the cue in which `without` is looked for; the window unless stated. */
  readonly clear?: number
  /** The headings above the place (chapter and article names) must contain one of these. */
  readonly under?: readonly Phrase[]
  /** The headings above the place must contain none of these. */
  readonly notUnder?: readonly Phrase[]
}

/** A wording found in folded text; offsets are into the folded text. */
export interface WordingMatch {
  readonly cueStart: number
  readonly cueEnd: number
  /** The cue together with everything that was required near it. */
  readonly start: number
  readonly end: number
}

export interface CompiledWording {
  readonly find: (text: string, headings: string) => WordingMatch | undefined
}

const span = (text: string, pattern: RegExp, from: number, to: number, near: number): [number, number] | undefined => {
  const window = text.slice(from, to)
  let best: [number, number] | undefined
  pattern.lastIndex = 0
  for (let match = pattern.exec(window); match; match = pattern.exec(window)) {
    const found: [number, number] = [from + match.index, from + match.index + match[0].length]
    if (!best || Math.abs(found[0] - near) < Math.abs(best[0] - near)) best = found
    if (match[0].length === 0) pattern.lastIndex += 1
  }
  return best
}

const contains = (text: string, pattern: RegExp): boolean => {
  pattern.lastIndex = 0
  return pattern.test(text)
}

const optional = (phrases: readonly Phrase[] | undefined): RegExp | undefined =>
  phrases && phrases.length > 0 ? phrasesPattern(phrases) : undefined

/** Prepares a wording once for many texts. */
export const compileWording = (wording: Wording): CompiledWording => {
  const cue = phrasesPattern(wording.cue)
  const groups = (wording.with ?? []).map((group) => phrasesPattern(group))
  const without = optional(wording.without)
  const not = optional(wording.not)
  const under = optional(wording.under)
  const notUnder = optional(wording.notUnder)
  const before = wording.before ?? 300
  const after = wording.after ?? 300

  const refused = (text: string, start: number, end: number): boolean => {
    if (not) {
      const around = span(text, not, Math.max(0, start - 80), Math.min(text.length, end + 80), start)
      if (around && around[0] < end && around[1] > start) return true
    }
    const clearBefore = wording.clear ?? before
    const clearAfter = wording.clear ?? after
    return without !== undefined && contains(text.slice(Math.max(0, start - clearBefore), end + clearAfter), without)
  }

  const complete = (text: string, cueStart: number, cueEnd: number): WordingMatch | undefined => {
    let [start, end] = [cueStart, cueEnd]
    for (const group of groups) {
      const found = span(text, group, Math.max(0, cueStart - before), Math.min(text.length, cueEnd + after), cueStart)
      if (!found) return undefined
      start = Math.min(start, found[0])
      end = Math.max(end, found[1])
    }
    return { cueStart, cueEnd, start, end }
  }

  return {
    find: (text, headings) => {
      if (under && !contains(headings, under)) return undefined
      if (notUnder && contains(headings, notUnder)) return undefined
      cue.lastIndex = 0
      for (let match = cue.exec(text); match; match = cue.exec(text)) {
        const [start, end] = [match.index, match.index + match[0].length]
        const whole = refused(text, start, end) ? undefined : complete(text, start, end)
        if (whole) return whole
        if (match[0].length === 0) cue.lastIndex += 1
      }
      return undefined
    },
  }
}

const sentenceEnd = /[.;:](?=\s|$)/g

/** Widens a match to the sentence or list item it stands in, at most `limit` characters further on each side. */
export const sentenceAround = (text: string, start: number, end: number, limit = 260): [number, number] => {
  const from = Math.max(0, start - limit)
  const to = Math.min(text.length, end + limit)
  let left = from
  sentenceEnd.lastIndex = 0
  const head = text.slice(from, start)
  for (let match = sentenceEnd.exec(head); match; match = sentenceEnd.exec(head)) {
    const isNumber = /(?:^|\s)(?:\d+|[a-z]|no|art)$/.test(head.slice(0, match.index))
    if (!isNumber) left = from + match.index + 1
  }
  sentenceEnd.lastIndex = 0
  const stop = sentenceEnd.exec(text.slice(end, to))
  let right = stop ? end + stop.index + 1 : to
  while (left < start && text.charAt(left) === ' ') left += 1
  if (!stop && right < text.length) {
    const space = text.lastIndexOf(' ', right)
    if (space > end) right = space
  }
  if (left === from && from > 0) {
    const space = text.indexOf(' ', left)
    if (space >= 0 && space < start) left = space + 1
  }
  return [left, right]
}
