/** A Party that works in this installation. */
export interface Party {
  /** Upper-case code: ISO 3166-1 alpha-2, `EU`, or a user-assigned code for the fictional sample. */
  readonly code: string
  /** ISO region that decides digits and month names, usually the code itself. */
  readonly region: string
  /** The languages the Party works in, its first one first. */
  readonly languages: readonly string[]
  /** True for the fictional Party of the sample: every page says so. */
  readonly fictional: boolean
  /** Grows with every change to anything of the Party; kept public pages are renewed by it. */
  readonly version: number
}
