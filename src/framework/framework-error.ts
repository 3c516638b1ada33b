/** One fault of the Convention's data: a code, the values that fill its sentence, and where it stands. */
export interface FrameworkFault {
  readonly code: FaultCode
  readonly file: string
  readonly line: number
  readonly values: Readonly<Record<string, string>>
}

const sentences = {
  'not-yaml': 'cannot be read as YAML: {reason}',
  'not-a-mapping': 'a mapping of keys was expected here',
  'not-a-list': '"{key}" must be a list',
  'not-text': '"{key}" must be a text',
  'not-a-number': '"{key}" must be a whole number above zero',
  'not-yes-no': '"{key}" must be true or false',
  'not-one-of': '"{key}" is "{value}", but must be one of: {allowed}',
  'not-a-day': '"{key}" is "{value}", but must be a day written YYYY-MM-DD',
  'not-a-colour': '"{key}" is "{value}", but must be a colour written #rrggbb',
  'missing-key': '"{key}" is missing',
  'unknown-key': '"{key}" is not a key that is known here; known are: {allowed}',
  'missing-title': 'the title of {id} is missing in {locale}',
  'id-mismatch': '{id} should read {expected} at this place',
  'duplicate-id': '{id} is already used in {other}',
  'dangling-id': '{id} does not exist; it should be {kind}',
  'no-paragraphs': '{id} carries out no paragraph of the Guidelines',
  'no-question': '{id} is answered by no question of the periodic report',
  unreachable: '{id} is carried out by no activity and listed nowhere as served otherwise',
  'both-ways': '{id} is listed as beyond the activities, although {other} carries it out',
  astray: '{id} covers {other}, which its question does not answer',
  'no-file': 'this file is missing',
} as const

export type FaultCode = keyof typeof sentences

/** The fault as a sentence with file and line, for the terminal of whoever edits `convention/`. */
export const describeFault = (fault: FrameworkFault): string => {
  const sentence = sentences[fault.code].replaceAll(/\{(\w+)\}/g, (_, name: string) => fault.values[name] ?? '')
  return `${fault.file}:${fault.line} ${sentence}`
}

/** Thrown once with every fault found, so that one reading mends them all. */
export class FrameworkError extends Error {
  override readonly name = 'FrameworkError'
  readonly faults: readonly FrameworkFault[]

  constructor(faults: readonly FrameworkFault[]) {
    super([`The Convention's data has ${faults.length} fault(s):`, ...faults.map(describeFault)].join('\n'))
    this.faults = faults
  }
}
