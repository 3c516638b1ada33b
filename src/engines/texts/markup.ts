import { decodeEntities } from './entities.ts'

/** One tag as it stands in the source: `start` is the `<`, `end` the offset after the `>`. */
export interface Tag {
  readonly name: string
  readonly closing: boolean
  readonly empty: boolean
  readonly attributes: string
  readonly start: number
  readonly end: number
}

/** Declarations we never read: a document type or an entity of its own can make a small file unfold without end. */
export const hasForbiddenDeclaration = (source: string): boolean => /<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(source)

const endOfTag = (source: string, from: number): number => {
  for (let at = from; at < source.length; at += 1) {
    const character = source.charCodeAt(at)
    if (character === 62) return at + 1
    if (character === 34 || character === 39) {
      at = source.indexOf(source.charAt(at), at + 1)
      if (at < 0) return source.length
    }
  }
  return source.length
}

const readTag = (source: string, start: number): Tag => {
  const end = endOfTag(source, start + 1)
  const closing = source.charCodeAt(start + 1) === 47
  const from = start + (closing ? 2 : 1)
  let at = from
  while (at < end - 1 && !/[\s/>]/.test(source.charAt(at))) at += 1
  const empty = source.charCodeAt(end - 2) === 47
  return {
    name: source.slice(from, at),
    closing,
    empty,
    attributes: source.slice(at, Math.max(at, end - (empty ? 2 : 1))),
    start,
    end,
  }
}

/** The tags of an XML or HTML source in order; comments, processing instructions and CDATA marks are passed over. */
export function* tagsOf(source: string, from = 0): Generator<Tag> {
  let at = source.indexOf('<', from)
  while (at >= 0) {
    if (source.startsWith('<!--', at)) {
      const close = source.indexOf('-->', at + 4)
      at = close < 0 ? source.length : close + 3
    } else if (/[A-Za-z/_]/.test(source.charAt(at + 1))) {
      const tag = readTag(source, at)
      yield tag
      at = tag.end
    } else {
      at += 1
    }
    at = source.indexOf('<', at)
  }
}

/** The value of an attribute, entities decoded; nothing when it is not there. */
export const findAttribute = (attributes: string, name: string): string | undefined => {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`).exec(attributes)
  const value = match?.[1] ?? match?.[2] ?? match?.[3]
  return value === undefined ? undefined : decodeEntities(value)
}

/** The wording of a stretch of source: without tags and comments, entities decoded, nothing else changed. */
export const withoutMarkup = (source: string): string =>
  decodeEntities(
    source
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
      .replace(/<\/?[A-Za-z][^>]*>/g, ''),
  )
