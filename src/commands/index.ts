import { isTold, sayFault, speak } from './speak.ts'

/** Runs with the words after its name; gives the exit code. Each command is loaded only when it is asked for. */
type Command = (words: readonly string[]) => Promise<number>

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).start,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  import: async () => (await import('./import.ts')).importCommand,
  study: async () => (await import('./study.ts')).study,
  audit: async () => (await import('./audit.ts')).audit,
  accuracy: async () => (await import('./accuracy.ts')).accuracy,
  report: async () => (await import('./report.ts')).reportCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  restore: async () => (await import('./backup.ts')).restoreCommand,
  help: async () => (await import('./help.ts')).help,
}

/**
 * Exit codes: 0 done, 1 broken on our side, 2 the call's words are off, 3 the input was not accepted, 4 not allowed,
 * 5 not there.
 */
export const runCommand = async ([name = 'help', ...rest]: readonly string[]): Promise<number> => {
  const load = commands[name === '--help' || name === '-h' ? 'help' : name]
  if (!load) {
    sayFault({ code: 'unknown-command', values: { name, commands: Object.keys(commands).join(', ') } })
    return 2
  }
  try {
    return await (await load())(rest)
  } catch (cause) {
    if (isTold(cause)) return cause.exitCode
    speak.broken(cause)
    return 1
  }
}
