/** What the reading process is asked for: one of three things, about files that it may read and nothing else. */
export type Wish = { readonly files: readonly string[]; readonly limits: ReadingLimits } & (
  | { readonly kind: 'survey'; readonly sampleRows: number }
  | { readonly kind: 'columns'; readonly coded: readonly string[]; readonly numbers: readonly string[] }
  | { readonly kind: 'plays'; readonly user: string; readonly work: string; readonly plays: string | undefined }
)

/** How much a reading may take, the process of its own and the rows that come from it. */
export interface ReadingLimits {
  /** Of the reading process; beyond, it spills to its own empty folder. */
  readonly memoryMegabytes: number
  readonly threads: number
  /** Rows of plays on their way to their place; beyond, they lie in the folder. */
  readonly rowsMegabytes: number
  /** What may lie on the disk, of either kind. */
  readonly spillGigabytes: number
}

export const usualReadingLimits: ReadingLimits = {
  memoryMegabytes: 1024,
  threads: 2,
  rowsMegabytes: 1024,
  spillGigabytes: 40,
}

/** Kinds of frames that come back: a text of JSON, a block of bytes, or a fault in JSON. */
export const frameKinds = { json: 1, block: 2, fault: 3 } as const

/** Every frame begins with its kind (1 byte, then 3 of nothing) and its length in bytes (4, little-endian). */
export const frameHeadBytes = 8
