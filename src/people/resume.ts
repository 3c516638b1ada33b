/** A form that could not be taken because the session had ended: where it goes, and what was typed. */
export interface Resume {
  readonly path: string
  readonly fields: readonly (readonly [string, string])[]
  /** True when the form carried files, which have to be chosen again. */
  readonly hadFiles: boolean
}

/** What is carried through the sign-in at most, in characters. */
export const resumeLimit = 400_000

const isLeftOut = (name: string): boolean => name === 'key' || name === 'present' || /passw(or)?d/i.test(name)

/** True for a path of this installation: begins with one slash and names no other host. */
export const isOwnPath = (path: string): boolean => {
  if (!/^\/[a-z]{2,3}(?:-[A-Za-z0-9]+)*(?:\/|\?|$)/.test(path) || /[\\\s]|\/\.{0,2}\//.test(path)) return false
  return URL.canParse(path, 'http://here') && new URL(path, 'http://here').origin === 'http://here'
}

/** Leaves out the key of the press and whatever is secret. */
export const resumeOf = (path: string, entries: readonly (readonly [string, string])[], hadFiles: boolean): Resume => ({
  path,
  fields: entries.filter(([name]) => !isLeftOut(name)),
  hadFiles,
})

/** As one text for a hidden field; nothing when too much was typed to be carried. */
export const findResumeText = (resume: Resume): string | undefined => {
  const text = JSON.stringify(resume)
  return text.length <= resumeLimit ? text : undefined
}

const isField = (given: unknown): given is readonly [string, string] =>
  Array.isArray(given) && given.length === 2 && given.every((part) => typeof part === 'string')

/** Reads the hidden field back; nothing for what this room did not write. */
export const findResume = (text: string): Resume | undefined => {
  if (text === '' || text.length > resumeLimit) return undefined
  try {
    const given = JSON.parse(text) as Partial<Record<keyof Resume, unknown>> | null
    const { path, fields, hadFiles } = given ?? {}
    if (typeof path !== 'string' || !isOwnPath(path) || !Array.isArray(fields) || !fields.every(isField))
      return undefined
    return { path, fields: fields.filter(([name]) => !isLeftOut(name)), hadFiles: hadFiles === true }
  } catch {
    return undefined
  }
}
