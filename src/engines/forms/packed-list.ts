/**
 * Several texts in one cell: `one | two`. A `|`, `;` or `\` inside a text is written `\|`, `\;`, `\\`, so that what was packed unpacks
 * exactly; a cell written by hand needs none of that.
 */
export const packList = (texts: readonly string[]): string => texts.map(escaped).join(' | ')

const escaped = (text: string): string => text.replaceAll(/[\\|;]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)

const unescaped = (text: string): string =>
  text.replaceAll(/\\([\\|;n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))

const splitAt = (text: string, sign: '|' | ';'): string[] => {
  const parts: string[] = []
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === sign) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, text.slice(start)].map((part) => part.trim())
}

/** The texts of a cell, without empty ones: separated by `|`, by line ends, or, where there is neither, by `;`. */
export const unpackList = (cell: string): string[] => {
  const lines = cell.split('\n').flatMap((line) => splitAt(line, '|'))
  const parts = lines.length === 1 ? splitAt(cell, ';') : lines
  return parts.map(unescaped).filter((text) => text !== '')
}

/** Entries of several texts each: `name; type | name; type`. */
export const packEntries = (entries: readonly (readonly string[])[]): string =>
  entries.map((entry) => withoutTail(entry).map(escaped).join('; ')).join(' | ')

const withoutTail = (texts: readonly string[]): readonly string[] =>
  texts.slice(0, texts.findLastIndex((text) => text !== '') + 1)

export const unpackEntries = (cell: string): string[][] =>
  cell
    .split('\n')
    .flatMap((line) => splitAt(line, '|'))
    .filter((entry) => entry !== '')
    .map((entry) => splitAt(entry, ';').map(unescaped))
