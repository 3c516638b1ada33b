const quotedItem = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gs

const unescape = (text: string): string => text.replace(/\\(.)/gs, (_, character: string) => character)

const bracketed = (text: string): string[] => {
  try {
    const parsed: unknown = JSON.parse(text)
    if (Array.isArray(parsed)) return parsed.map((item) => (typeof item === 'string' ? item : JSON.stringify(item)))
  } catch {
    // A list written by Python (`['A', "B's"]`) is not JSON.
  }
  const quoted = [...text.matchAll(quotedItem)].map((match) => unescape(match[1] ?? match[2] ?? ''))
  return quoted.length > 0 ? quoted : text.slice(1, -1).split(',')
}

/**
 * The items of a cell that holds a list: `['A', 'B']` as Python writes it, `["A","B"]` as JSON, or `A; B`, `A | B`, `A, B`
 * joined by the first of these separators that occurs. Items are trimmed, empty ones dropped, repetitions kept once.
 */
export const listItems = (cell: string): string[] => {
  const text = cell.trim()
  const isBracketed = text.startsWith('[') && text.endsWith(']')
  const separator = [';', '|', ','].find((separator) => text.includes(separator)) ?? ','
  const items = isBracketed ? bracketed(text) : text.split(separator)
  return [...new Set(items.map((item) => item.trim()).filter((item) => item !== ''))]
}
