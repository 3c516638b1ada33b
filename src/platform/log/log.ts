/** One line of JSON per event on standard error; never personal data, never secrets. */
export interface Log {
  readonly info: (event: string, values?: Readonly<Record<string, unknown>>) => void
  readonly error: (event: string, cause: unknown, values?: Readonly<Record<string, unknown>>) => void
}

const causeText = (cause: unknown): unknown =>
  cause instanceof Error
    ? {
        name: cause.name,
        message: cause.message,
        stack: cause.stack,
        cause: cause.cause === undefined ? undefined : causeText(cause.cause),
      }
    : String(cause)

export const openLog = (write: (line: string) => void = (line) => process.stderr.write(`${line}\n`)): Log => ({
  info: (event, values = {}) =>
    write(JSON.stringify({ at: new Date().toISOString(), level: 'info', event, ...values })),
  error: (event, cause, values = {}) =>
    write(JSON.stringify({ at: new Date().toISOString(), level: 'error', event, ...values, cause: causeText(cause) })),
})

export const silentLog: Log = { info: () => {}, error: () => {} }
