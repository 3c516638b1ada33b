/** Breaks a label into at most `most` rows of about `width` characters at spaces; SVG text does not wrap by itself. */
export const wrapLabel = (label: string, width: number, most = 2): readonly string[] => {
  const rows: string[] = []
  for (const word of label.split(' ')) {
    const last = rows.at(-1)
    if (last !== undefined && (last.length + word.length + 1 <= width || rows.length === most))
      rows[rows.length - 1] = `${last} ${word}`
    else rows.push(word)
  }
  return rows
}
