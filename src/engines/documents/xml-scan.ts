/** What a scan reports. Names come without their namespace prefix; attributes as they stand, for `attributeOf`. */
export interface XmlVisitor {
  readonly open?: (name: string, attributes: string) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Thrown for markup that is refused: document types and entities of one's own, or tags that never end. */
export class RefusedMarkup extends Error {
  override readonly name = 'RefusedMarkup'
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const entity = (whole: string, body: string): string => {
  if (body in named) return named[body]!
  const code = body.startsWith('#x')
    ? Number.parseInt(body.slice(2), 16)
    : body.startsWith('#')
      ? Number.parseInt(body.slice(1), 10)
      : Number.NaN
  if (!(code > 0 && code <= 0x10ffff)) throw new RefusedMarkup(whole)
  return String.fromCodePoint(code)
}

/** Text with the five entities of XML and character references resolved; any other entity is refused. */
export const unescapeXml = (text: string): string =>
  text.includes('&') ? text.replaceAll(/&([^;&\s]{1,10});/g, entity) : text

const patterns = new Map<string, RegExp>()

const patternOf = (name: string): RegExp => {
  const known = patterns.get(name)
  if (known) return known
  const pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  patterns.set(name, pattern)
  return pattern
}

/** One attribute of a tag by its name (without prefix), unescaped. */
export const attributeOf = (attributes: string, name: string): string | undefined => {
  const match = patternOf(name).exec(attributes)
  return match ? unescapeXml(match[1] ?? match[2] ?? '') : undefined
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const endOfTag = (xml: string, from: number): number => {
  let end = xml.indexOf('>', from)
  const first = /["']/.exec(xml.slice(from, end < 0 ? undefined : end))
  if (!first) return end
  let at = from + first.index
  for (;;) {
    const quote = xml.indexOf(xml[at]!, at + 1)
    if (quote < 0) return -1
    end = xml.indexOf('>', quote)
    const next = /["']/.exec(xml.slice(quote + 1, end < 0 ? undefined : end))
    if (!next) return end
    at = quote + 1 + next.index
  }
}

const visitTag = (tag: string, visitor: XmlVisitor): void => {
  if (tag.startsWith('/')) {
    visitor.close?.(localName(tag.slice(1).trim()))
    return
  }
  const isEmpty = tag.endsWith('/')
  const body = isEmpty ? tag.slice(0, -1) : tag
  const blank = body.search(/\s/)
  const name = localName(blank < 0 ? body : body.slice(0, blank))
  visitor.open?.(name, blank < 0 ? '' : body.slice(blank))
  if (isEmpty) visitor.close?.(name)
}

const endOf = (xml: string, mark: string, from: number): number => {
  const at = xml.indexOf(mark, from)
  if (at < 0) throw new RefusedMarkup(`unfinished markup at ${from}`)
  return at
}

/** Walks through an XML document from its first tag to its last. Throws RefusedMarkup. */
export const scanXml = (xml: string, visitor: XmlVisitor): void => {
  let at = 0
  for (let open = xml.indexOf('<'); open >= 0; open = xml.indexOf('<', at)) {
    if (open > at) visitor.text?.(unescapeXml(xml.slice(at, open)))
    if (xml.startsWith('<!--', open)) at = endOf(xml, '-->', open) + 3
    else if (xml.startsWith('<![CDATA[', open)) {
      const end = endOf(xml, ']]>', open)
      visitor.text?.(xml.slice(open + 9, end))
      at = end + 3
    } else if (xml.startsWith('<?', open)) at = endOf(xml, '?>', open) + 2
    else if (xml.startsWith('<!', open)) throw new RefusedMarkup('document types are refused')
    else {
      const end = endOfTag(xml, open + 1)
      if (end < 0) throw new RefusedMarkup(`unfinished tag at ${open}`)
      visitTag(xml.slice(open + 1, end), visitor)
      at = end + 1
    }
  }
}

/** Bytes → XML text: UTF-8, or UTF-16 where a byte order mark says so. Throws TypeError for bytes that are neither. */
export const decodeXml = (bytes: Uint8Array): string => {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding, { fatal: true }).decode(bytes)
}
