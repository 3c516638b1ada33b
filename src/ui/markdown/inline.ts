/** A piece of running text. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'emphasis'; readonly parts: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly parts: readonly Inline[] }

interface Found {
  readonly inline: Inline
  readonly end: number
}

const deepest = 6
const special = /[\\`*_[<\n]|https?:\/\//g
const bareAddress = /https?:\/\/[^\s<>"')\]]+/y
const angleAddress = /<((?:https?:\/\/|mailto:)[^\s<>]+)>/y
const linkTarget = /\]\(\s*([^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\s*\)/y

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const isWordAt = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text[at] ?? '')

const findDelimited = (text: string, at: number, depth: number): Found | undefined => {
  const mark = text.startsWith('**', at) || text.startsWith('__', at) ? text.slice(at, at + 2) : text[at]!
  const start = at + mark.length
  if (/\s|^$/.test(text[start] ?? '') || (mark.startsWith('_') && isWordAt(text, at - 1))) return undefined
  const close = text.indexOf(mark, start + 1)
  if (close < 0 || /\s/.test(text[close - 1]!) || (mark.startsWith('_') && isWordAt(text, close + mark.length)))
    return undefined
  const parts = parseInline(text.slice(start, close), depth + 1)
  return { inline: { kind: mark.length === 2 ? 'strong' : 'emphasis', parts }, end: close + mark.length }
}

const findLink = (text: string, at: number, depth: number): Found | undefined => {
  const close = text.indexOf(']', at)
  const target = close < 0 ? null : matchAt(linkTarget, text, close)
  if (!target?.[1]) return undefined
  const parts = parseInline(text.slice(at + 1, close), depth + 1)
  return { inline: { kind: 'link', href: target[1], parts }, end: close + target[0].length }
}

const findCode = (text: string, at: number): Found | undefined => {
  const close = text.indexOf('`', at + 1)
  return close < 0 ? undefined : { inline: { kind: 'code', text: text.slice(at + 1, close) }, end: close + 1 }
}

const findAddress = (text: string, at: number): Found | undefined => {
  const angle = text[at] === '<'
  const match = matchAt(angle ? angleAddress : bareAddress, text, at)
  if (!match) return undefined
  const href = angle ? match[1]! : match[0].replace(/[.,;:!?]+$/, '')
  return {
    inline: { kind: 'link', href, parts: [{ kind: 'text', text: href }] },
    end: at + (angle ? match[0].length : href.length),
  }
}

const findBreak = (text: string, at: number): Found => {
  const isHard = text.slice(0, at).endsWith('  ') || text[at - 1] === '\\'
  return { inline: isHard ? { kind: 'break' } : { kind: 'text', text: ' ' }, end: at + 1 }
}

const findAt = (text: string, at: number, depth: number): Found | undefined => {
  switch (text[at]) {
    case '\\':
      return /[\p{P}\p{S}]/u.test(text[at + 1] ?? '')
        ? { inline: { kind: 'text', text: text[at + 1]! }, end: at + 2 }
        : undefined
    case '`':
      return findCode(text, at)
    case '*':
    case '_':
      return depth < deepest ? findDelimited(text, at, depth) : undefined
    case '[':
      return depth < deepest ? findLink(text, at, depth) : undefined
    case '\n':
      return findBreak(text, at)
    default:
      return findAddress(text, at)
  }
}

/** Running text → pieces: strong, emphasis, code, links, line breaks. Everything else stays text. */
export const parseInline = (text: string, depth = 0): readonly Inline[] => {
  const pieces: Inline[] = []
  let from = 0
  special.lastIndex = 0
  for (let match = special.exec(text); match; match = special.exec(text)) {
    const at = match.index
    const found = findAt(text, at, depth)
    special.lastIndex = found ? found.end : at + 1
    if (!found) continue
    if (at > from) pieces.push({ kind: 'text', text: text.slice(from, at) })
    pieces.push(found.inline)
    from = found.end
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  return pieces
}
