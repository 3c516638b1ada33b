import type { NodeKind, TextNode } from './document.ts'

/** A line as it is read: `text` without tags and entities, the offsets of the source it came from. */
export interface TextLine {
  readonly text: string
  readonly start: number
  readonly end: number
}

interface Heading {
  readonly kind: NodeKind
  readonly label: string
  readonly name?: string
}

const number = String.raw`(?:[IVXLCDM]+(?:[.\-–]\d+)*|[A-Z]?-?\d+(?:[.\-–]\d+)*(?:\s?(?:bis|ter|quater))?|[A-Z](?:[.\-–]\d+)*|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|THIRTEEN|FOURTEEN|FIFTEEN|SIXTEEN|SEVENTEEN|EIGHTEEN|NINETEEN|TWENTY(?:[ -](?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE))?|THIRTY|PREMIER|PREMIÈRE|PRIMER[OA]?|ÚNICO|UNICO)`
const named = String.raw`(?<name>.{0,140})`
const kinds: readonly (readonly [NodeKind, RegExp])[] = [
  [
    'part',
    new RegExp(String.raw`^(?<label>(?:PART|TITLE|PARTIE|TITRE|PARTE|T[IÍ]TULO)\s+${number})\b(?<rest>${named})$`, 'i'),
  ],
  [
    'chapter',
    new RegExp(
      String.raw`^(?<label>(?:CHAPTER|CHAPITRE|CAP[IÍ]TULO|SECTION|SECCI[OÓ]N)\s+${number})\b(?<rest>${named})$`,
      'i',
    ),
  ],
  [
    'article',
    new RegExp(
      String.raw`^(?<label>(?:ARTICLES?|ART\.|ART[IÍ]CULO)\s*[-–]?\s*${number}(?:er|º|°)?)(?![\p{L}\d])(?<rest>${named})$`,
      'iu',
    ),
  ],
  [
    'annex',
    new RegExp(
      String.raw`^(?<label>(?:ANNEXE?|ANEXO|APPENDIX|APP[EÉ]NDICE|APPENDICE|PROTOCOL|PROTOCOLO|PROTOCOLE)(?:\s+${number})?)\b(?<rest>${named})$`,
      'i',
    ),
  ],
]

const separator = /^\s*[.:–—-]\s*/
const running =
  /\b(?:shall|of this|of the|to the|in accordance|applies|apply|and article|or article|du présent|de la présente|s’appliqu|s'appliqu|del presente|de este|se aplica)\b/i

/** A heading is a short line; what follows the label must read as a title, not as the rest of a sentence. */
const findHeading = (text: string): Heading | undefined => {
  const line = text.trim()
  if (line.length === 0 || line.length > 180) return undefined
  for (const [kind, pattern] of kinds) {
    const groups = pattern.exec(line)?.groups
    if (!groups) continue
    const rest = groups['rest'] ?? ''
    const name = rest.replace(separator, '').trim()
    const separated = separator.test(rest) && !/^\s*[.,]\d/.test(rest)
    const title = /^[\p{Lu}(“"«]/u.test(name) && !running.test(name) && !/[;,]$/.test(name)
    if (name !== '' && !title && !(separated && !running.test(name) && name.length < 90 && !/[.;]$/.test(name)))
      continue
    return { kind, label: groups['label']!.replace(/\s+/g, ' ').trim(), ...(name !== '' && { name }) }
  }
  return undefined
}

const canBeName = (line: TextLine | undefined): boolean => {
  const text = line?.text.trim() ?? ''
  return (
    text.length > 0 &&
    text.length < 110 &&
    /^[\p{Lu}]/u.test(text) &&
    !/[.;:,]$/.test(text) &&
    !findHeading(text) &&
    !running.test(text)
  )
}

const depth: Readonly<Record<NodeKind, number>> = {
  part: 1,
  annex: 1,
  chapter: 2,
  article: 3,
  preamble: 3,
  conclusion: 3,
  paragraph: 4,
  footnote: 4,
}

const letter: Readonly<Record<NodeKind, string>> = {
  part: 'p',
  chapter: 'c',
  article: 'a',
  annex: 'x',
  preamble: 'pre',
  conclusion: 'end',
  paragraph: 'par',
  footnote: 'fn',
}

/** A node's place before it is tied to its neighbours: where its heading begins and where its own wording begins. */
export interface Found {
  readonly kind: NodeKind
  readonly label?: string
  readonly name?: string
  readonly headingStart: number
  readonly start: number
}

const closing =
  /^(?:DONE (?:at|in)|IN WITNESS WHEREOF|FAIT à|EN FOI DE QUOI|HECHO en|EN FE DE LO CUAL|EN TESTIMONIO)\b/i

const findAll = (lines: readonly TextLine[]): Found[] => {
  const found: Found[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!
    const text = line.text.trim()
    const heading = findHeading(text)
    if (heading) {
      const next = heading.name === undefined && canBeName(lines[at + 1]) ? lines[at + 1] : undefined
      const name = heading.name ?? next?.text.trim()
      if (next) at += 1
      found.push({
        ...heading,
        ...(name !== undefined && { name }),
        headingStart: line.start,
        start: (next ?? line).end,
      })
    } else if (text !== '' && found.length === 0) {
      found.push({ kind: 'preamble', headingStart: line.start, start: line.start })
    } else if (closing.test(text) && found.at(-1)?.kind === 'article') {
      found.push({ kind: 'conclusion', headingStart: line.start, start: line.start })
    }
  }
  return found
}

/** Ties found headings into a tree: each node ends where the next one of its own or a higher level begins. */
export const nodesOf = (found: readonly Found[], sourceEnd: number): TextNode[] => {
  const nodes: TextNode[] = []
  const open: number[] = []
  const counts = new Map<string, number>()
  for (const { kind, label, name, headingStart, start } of found) {
    while (open.length > 0 && depth[nodes[open.at(-1)!]!.kind] >= depth[kind]) nodes[open.pop()!]!.end = headingStart
    const parent = open.at(-1) ?? -1
    const key = `${parent >= 0 ? `${nodes[parent]!.id}-` : ''}${letter[kind]}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
    nodes.push({
      id: `${key}${counts.get(key)}`,
      kind,
      ...(label !== undefined && { label }),
      ...(name !== undefined && { name }),
      parent,
      start,
      end: sourceEnd,
    })
    open.push(nodes.length - 1)
  }
  return nodes
}

/**
 * Finds parts, chapters, articles and annexes by the lines that head them, in English, French and Spanish. What stands before
 * the first heading is the preamble; a signature formula opens the conclusion. Text without any heading is one preamble.
 */
export const structureOf = (lines: readonly TextLine[], sourceEnd: number): TextNode[] =>
  nodesOf(findAll(lines), sourceEnd)

/** The lines of plain text, with offsets; form feeds end lines too. */
export const linesOf = (source: string): TextLine[] => {
  const lines: TextLine[] = []
  let start = 0
  for (const match of source.matchAll(/\r\n|\n|\r|\f|$/g)) {
    if (match.index < start) continue
    lines.push({ text: source.slice(start, match.index), start, end: match.index })
    start = match.index + match[0].length
    if (match[0] === '') break
  }
  return lines
}
