/** `fully`: all work under the code is cultural. `partly`: cultural and other work stand under it together. */
export type Degree = 'fully' | 'partly'

export type Classification = 'isco-08' | 'isic-4' | 'nace-2'

/** Which codes of a classification are cultural, from which source, and whether somebody has looked them up there. */
export interface CodeList {
  readonly classification: Classification
  readonly version: string
  readonly source: string
  /** False: recalled, not yet looked up code by code; a result says so. */
  readonly verified: boolean
  /** Codes of 1 to 4 digits without points; a longer code follows the longest one it begins with. */
  readonly codes: Readonly<Record<string, Degree>>
  /** Beginnings of two or three digits under which the classification has codes at all; others are not readable. */
  readonly beginnings: ReadonlySet<string>
  /** Codes of the classification that begin with 0: what a spreadsheet leaves of them may be read as another code. */
  readonly leadingZero: ReadonlySet<string>
}

/** How much of the work under a code counts as cultural (0 … 1): by the rule that was chosen, at least, and at most. */
export interface Membership {
  readonly value: number
  readonly low: number
  readonly high: number
}

export const notCultural: Membership = { value: 0, low: 0, high: 0 }
export const untold: Membership = { value: 0, low: 0, high: 1 }

/** The degree of a code, of itself or of the longest beginning that is listed; `partly` for a coarser code that holds listed ones. */
export const degreeOf = ({ codes }: CodeList, code: string): Degree | undefined => {
  for (let length = code.length; length >= 1; length--) {
    const own = codes[code.slice(0, length)]
    if (own !== undefined) return own
  }
  return Object.keys(codes).some((listed) => listed.startsWith(code)) ? 'partly' : undefined
}

/** What counts of a code under the list, where partly cultural codes count `partly` (0 … 1). */
export const membershipOf = (list: CodeList, code: string, partly: number): Membership => {
  const degree = degreeOf(list, code)
  if (degree === undefined) return notCultural
  return degree === 'fully' ? { value: 1, low: 1, high: 1 } : { value: partly, low: 0, high: 1 }
}

/** A set of codes written as words, in one place. */
export const codeSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

export const codesOf = (degree: Degree, text: string): Record<string, Degree> =>
  Object.fromEntries([...codeSet(text)].map((code) => [code, degree]))
