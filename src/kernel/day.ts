/** A calendar day as `YYYY-MM-DD`, without a time zone. */
export type Day = string & { readonly __day: true }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads `YYYY-MM-DD`; nothing for a text of another shape or a day the calendar lacks (30 February). */
export const findDay = (text: string): Day | undefined => {
  const match = pattern.exec(text)
  if (!match) return undefined
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const at = new Date(Date.UTC(year, month - 1, date))
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date
  return same ? (text as Day) : undefined
}

/** The UTC day of an instant. */
export const dayOf = (instant: Date): Day => instant.toISOString().slice(0, 10) as Day
