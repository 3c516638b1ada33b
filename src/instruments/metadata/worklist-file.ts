import type { WorkItem } from './worklist.ts'
import { problems, worklistHeader } from './worklist.ts'

/** The cells of the lines of a CSV (RFC 4180) that this room wrote itself. */
function* csvRows(text: string): Generator<string[]> {
  let cells: string[] = []
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      let end = text.indexOf('"', at + 1)
      while (text[end + 1] === '"') end = text.indexOf('"', end + 2)
      cell = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
    } else {
      const start = at
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') at++
      cell = text.slice(start, at)
    }
    cells.push(cell)
    if (text[at] === ',') at++
    else {
      yield cells
      cells = []
      at += 2
    }
  }
}

/** A cell without the apostrophe that keeps spreadsheets from changing it. */
const bare = (cell: string): string => (/^'([=+\-@\t\r]|\d{5,}X?$)/.test(cell) ? cell.slice(1) : cell)

const orNull = (cell: string): string | null => (cell === '' ? null : bare(cell))

/** The items of a worklist one by one, as `worklistCsv` wrote them: there may be millions. Throws on a text that is none. */
export function* worklistItems(text: string): Generator<WorkItem> {
  const rows = csvRows(text)
  if (rows.next().value?.join() !== worklistHeader.join()) throw new Error('not a worklist')
  for (const [line, workId, title, field, found, problem, proposal] of rows)
    yield {
      line: Number(line),
      work_id: orNull(workId!),
      title: orNull(title!),
      field: field!,
      found: bare(found!),
      problem: problems.find((kind) => kind === problem)!,
      proposal: orNull(proposal!),
    }
}
