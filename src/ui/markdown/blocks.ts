import { type Inline, parseInline } from './inline.ts'

/** A block of text as people write it: the allow-list of what Markdown may become. */
export type Block =
  | { readonly kind: 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly parts: readonly Inline[] }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly items: readonly (readonly Block[])[]
    }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }

interface Taken {
  readonly block: Block
  readonly next: number
}

const deepest = 5
const heading = /^(#{1,6})\s+(.*?)\s*#*\s*$/
const rule = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/
const bullet = /^( {0,3})([-*+]|(\d{1,9})[.)])(\s+)(.*)$/
const quote = /^ {0,3}> ?(.*)$/
const fence = /^ {0,3}```/

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === ''
const startsBlock = (line: string): boolean =>
  [heading, rule, bullet, quote, fence].some((pattern) => pattern.test(line))

const takeWhile = (lines: readonly string[], from: number, accepts: (line: string) => boolean): number => {
  let at = from
  while (at < lines.length && accepts(lines[at]!)) at += 1
  return at
}

const takeHeading = (lines: readonly string[], at: number): Taken | undefined => {
  const match = heading.exec(lines[at]!)
  if (!match) return undefined
  const level = Math.min(3, match[1]!.length) as 1 | 2 | 3
  return { block: { kind: 'heading', level, parts: parseInline(match[2]!) }, next: at + 1 }
}

const takeCode = (lines: readonly string[], at: number): Taken | undefined => {
  if (!fence.test(lines[at]!)) return undefined
  const end = takeWhile(lines, at + 1, (line) => !fence.test(line))
  return { block: { kind: 'code', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 }
}

const takeQuote = (lines: readonly string[], at: number, depth: number): Taken | undefined => {
  const end = takeWhile(lines, at, (line) => quote.test(line))
  if (end === at) return undefined
  const inner = lines.slice(at, end).map((line) => quote.exec(line)![1]!)
  return { block: { kind: 'quote', blocks: parseLines(inner, depth + 1) }, next: end }
}

const takeItem = (lines: readonly string[], at: number, match: RegExpExecArray): { lines: string[]; next: number } => {
  const indent = match[1]!.length + match[2]!.length + Math.min(match[4]!.length, 4)
  const own = [match[5]!]
  let next = at + 1
  while (next < lines.length) {
    const line = lines[next]!
    const isIndented = line.startsWith(' '.repeat(Math.min(indent, 2)))
    const continues = isBlank(line)
      ? !isBlank(lines[next + 1]) && /^ {2,}/.test(lines[next + 1]!)
      : isIndented || !(startsBlock(line) || isBlank(own.at(-1)))
    if (!continues) break
    own.push(isIndented ? line.slice(Math.min(indent, line.length - line.trimStart().length)) : line)
    next += 1
  }
  return { lines: own, next }
}

const takeList = (lines: readonly string[], at: number, depth: number): Taken | undefined => {
  const first = rule.test(lines[at]!) ? null : bullet.exec(lines[at]!)
  if (!first) return undefined
  const ordered = first[3] !== undefined
  const items: (readonly Block[])[] = []
  let next = at
  for (;;) {
    const from = isBlank(lines[next]) ? next + 1 : next
    const match = from < lines.length && !rule.test(lines[from]!) ? bullet.exec(lines[from]!) : null
    if (!match || (match[3] !== undefined) !== ordered) break
    const item = takeItem(lines, from, match)
    items.push(parseLines(item.lines, depth + 1))
    next = item.next
  }
  return { block: { kind: 'list', ordered, start: ordered ? Number(first[3]) : 1, items }, next }
}

const takeParagraph = (lines: readonly string[], at: number): Taken => {
  const end = takeWhile(lines, at + 1, (line) => !isBlank(line) && !startsBlock(line))
  return { block: { kind: 'paragraph', parts: parseInline(lines.slice(at, end).join('\n').trim()) }, next: end }
}

const takeBlock = (lines: readonly string[], at: number, depth: number): Taken => {
  if (depth >= deepest) return takeParagraph(lines, at)
  if (rule.test(lines[at]!)) return { block: { kind: 'rule' }, next: at + 1 }
  return (
    takeHeading(lines, at) ??
    takeCode(lines, at) ??
    takeQuote(lines, at, depth) ??
    takeList(lines, at, depth) ??
    takeParagraph(lines, at)
  )
}

const parseLines = (lines: readonly string[], depth: number): readonly Block[] => {
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    if (isBlank(lines[at])) {
      at += 1
      continue
    }
    const { block, next } = takeBlock(lines, at, depth)
    blocks.push(block)
    at = next
  }
  return blocks
}

/** Markdown → blocks. Never fails: what is not on the allow-list (raw HTML, images, footnotes) stays the text that was typed. */
export const parseMarkdown = (text: string): readonly Block[] =>
  parseLines(text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', '    ').split('\n'), 0)
