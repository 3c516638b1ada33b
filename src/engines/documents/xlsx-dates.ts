const builtIn = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
])

/** Whether a number format shows a date or time: `m/d/yyyy` does, `"day" 0` and `[Red]0` do not. */
export const isDateFormat = (id: number, code: string | undefined): boolean => {
  if (code === undefined) return builtIn.has(id)
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  return /[ymdhs]/i.test(bare) && !/^general$/i.test(bare)
}

const dayMilliseconds = 86_400_000

/**
 * A serial number of a spreadsheet → `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SS` when it has a time, `HH:MM:SS` when it is only one;
 * nothing outside 1900–9999. Counts from 1900 with the 29 February that year never had, or from 1904.
 */
export const findSerialDate = (serial: number, from1904: boolean): string | undefined => {
  if (!(serial >= 0 && serial < 2_958_466)) return undefined
  const sinceEpoch = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  const instant = Math.round((sinceEpoch * dayMilliseconds) / 1000) * 1000 + Date.UTC(1899, 11, 30)
  const text = new Date(instant).toISOString()
  if (serial < 1 && !from1904) return text.slice(11, 19)
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : text.slice(0, 19)
}
