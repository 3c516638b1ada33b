/** The outcome of something that may be refused for a reason the person can mend: a value, or faults. */
export type Result<Value, Fault> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: readonly Fault[] }

export const accepted = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })

export const notAccepted = <Fault>(
  ...faults: readonly Fault[]
): { readonly ok: false; readonly faults: readonly Fault[] } => ({
  ok: false,
  faults,
})
