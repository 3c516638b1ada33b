/** Fewer persons than this, and a figure could tell about one of them: it is not shown by itself. */
export const leastPersons = 10

/**
 * Which labels are shown by themselves, from the persons behind each: those of ten and more, and those of nobody. One hidden alone would
 * be the rest, so it takes the next smallest along.
 */
export const shownLabels = (persons: ArrayLike<number>): readonly boolean[] => {
  const shown = Array.from(persons, (count) => count === 0 || count >= leastPersons)
  if (shown.filter((is) => !is).length !== 1) return shown
  const order = shown
    .flatMap((is, label) => (is && persons[label]! > 0 ? [label] : []))
    .sort((a, b) => persons[a]! - persons[b]! || a - b)
  if (order[0] !== undefined) shown[order[0]] = false
  return shown
}

/** Hides the smallest shown cell of a line that has exactly one hidden; true when it did. */
const completeLine = (hidden: Uint8Array, persons: ArrayLike<number>, line: readonly number[]): boolean => {
  const isHidden = line.filter((cell) => hidden[cell] === 1)
  const open = line.filter((cell) => hidden[cell] === 0 && persons[cell]! > 0)
  if (isHidden.length !== 1 || open.length === 0) return false
  const smallest = open.reduce((best, cell) => (persons[cell]! < persons[best]! ? cell : best))
  hidden[smallest] = 1
  return true
}

/**
 * Cells of a `rows × columns` table that are not shown: those of 1 to 9 persons, and as many more as it takes that no row and no column
 * has just one of them, which could be found by subtraction. Cells of nobody are shown as 0. Row-major.
 */
export const hiddenCells = (persons: ArrayLike<number>, rows: number, columns: number): Uint8Array => {
  const hidden = Uint8Array.from({ length: rows * columns }, (_, cell) =>
    persons[cell]! > 0 && persons[cell]! < leastPersons ? 1 : 0,
  )
  const row = (at: number) => Array.from({ length: columns }, (_, column) => at * columns + column)
  const column = (at: number) => Array.from({ length: rows }, (_, line) => line * columns + at)
  for (let changed = true; changed; ) {
    changed = false
    for (let at = 0; at < rows; at++) changed = completeLine(hidden, persons, row(at)) || changed
    for (let at = 0; at < columns; at++) changed = completeLine(hidden, persons, column(at)) || changed
  }
  return hidden
}
