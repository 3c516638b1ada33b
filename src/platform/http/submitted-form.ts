/** A file that came with a form, already whole on disk under a generated name. */
export interface SubmittedFile {
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** Fields and files of a submitted form. Text is NFC, line ends are `\n`; nothing is trimmed. */
export interface SubmittedForm {
  /** The last value of a field, or an empty text. */
  readonly text: (name: string) => string
  readonly all: (name: string) => readonly string[]
  readonly has: (name: string) => boolean
  readonly file: (name: string) => SubmittedFile | undefined
  readonly entries: () => readonly (readonly [string, string])[]
}

/** A form over given entries: what tests and the command line hand to pages and rules. */
export const formOf = (
  entries: readonly (readonly [string, string])[],
  files: Readonly<Record<string, SubmittedFile>> = {},
): SubmittedForm => {
  const byName = Map.groupBy(entries, ([name]) => name)
  const all = (name: string): readonly string[] => byName.get(name)?.map(([, value]) => value) ?? []
  return {
    all,
    text: (name) => all(name).at(-1) ?? '',
    has: (name) => byName.has(name),
    file: (name) => files[name],
    entries: () => entries,
  }
}
