import { isAbsolute, resolve } from 'node:path'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'

interface Setting {
  readonly name: string
  readonly kind: 'text' | 'number' | 'folder' | 'url' | 'flag' | 'list'
  readonly fallback: string
  readonly help: string
  readonly secret?: boolean
}

/** Every setting of the installation, read once from the environment; the reference page is generated from this list. */
export const settingList = [
  { name: 'PORT', kind: 'number', fallback: '8005', help: 'Port the pages are served on.' },
  {
    name: 'HOST',
    kind: 'text',
    fallback: '127.0.0.1',
    help: 'Address to listen on; loopback unless a proxy stands in front.',
  },
  {
    name: 'ORIGIN',
    kind: 'url',
    fallback: '',
    help: 'The public address people type, for instance https://roadmap.example.org. Needed behind a proxy.',
  },
  { name: 'DATA_DIR', kind: 'folder', fallback: 'data', help: 'Folder for the embedded database and stored files.' },
  {
    name: 'DATABASE_URL',
    kind: 'text',
    fallback: '',
    help: 'An existing PostgreSQL (15 or newer) instead of the embedded one.',
    secret: true,
  },
  {
    name: 'SECRET',
    kind: 'text',
    fallback: '',
    help: 'At least 32 characters that sign sessions; made and kept in DATA_DIR when empty.',
    secret: true,
  },
  {
    name: 'LANGUAGES',
    kind: 'list',
    fallback: '',
    help: 'Languages offered, first one the default; empty for every language that has words.',
  },
  { name: 'UPLOAD_LIMIT_MB', kind: 'number', fallback: '256', help: 'Largest file accepted, in megabytes.' },
] as const satisfies readonly Setting[]

export interface Settings {
  readonly port: number
  readonly host: string
  readonly origin: string
  readonly dataDirectory: string
  readonly databaseUrl: string | undefined
  readonly secret: string | undefined
  readonly languages: readonly string[]
  readonly uploadLimitBytes: number
}

type Name = (typeof settingList)[number]['name']

/** Reads all settings at once and reports all faults at once: `settings.not-a-number` … with the setting's name. */
export const readSettings = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
  workingDirectory: string = process.cwd(),
): Result<Settings, Fault> => {
  const faults: Fault[] = []
  const text = (name: Name): string => {
    const given = environment[name]?.trim()
    return given === undefined || given === ''
      ? (settingList.find((setting) => setting.name === name)?.fallback ?? '')
      : given
  }
  const number = (name: Name, low: number, high: number): number => {
    const value = Number(text(name))
    if (!Number.isInteger(value) || value < low || value > high)
      faults.push({ code: 'settings.not-a-number', field: name, values: { name, value: text(name), low, high } })
    return value
  }
  const port = number('PORT', 0, 65_535)
  const uploadLimitBytes = number('UPLOAD_LIMIT_MB', 1, 16_384) * 1024 * 1024
  const host = text('HOST')
  const origin = (
    text('ORIGIN') || `http://${host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host}:${port}`
  ).replace(/\/+$/, '')
  if (faults.length === 0 && (!URL.canParse(origin) || new URL(origin).origin !== origin))
    faults.push({ code: 'settings.not-an-origin', field: 'ORIGIN', values: { value: origin } })
  const secret = text('SECRET')
  if (secret !== '' && secret.length < 32) faults.push({ code: 'settings.short-secret', field: 'SECRET' })
  const folder = text('DATA_DIR')
  if (faults.length > 0) return notAccepted(...faults)
  return accepted({
    port,
    host,
    origin,
    dataDirectory: isAbsolute(folder) ? folder : resolve(workingDirectory, folder),
    databaseUrl: text('DATABASE_URL') || undefined,
    secret: secret || undefined,
    languages: text('LANGUAGES')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
    uploadLimitBytes,
  })
}
