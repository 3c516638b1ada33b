/**
 * One thing in the input that was not accepted. `code` names a message in the words of the room that raised it
 * (`fault.<code>`), `values` fill that message, `field` ties it to a form field, `row` to a 1-based line of a file.
 */
export interface Fault {
  readonly code: string
  readonly field?: string
  readonly row?: number
  readonly values?: Readonly<Record<string, string | number>>
}
