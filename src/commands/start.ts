import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createApp } from '../app.ts'
import { version } from '../kernel/version.ts'

import { makeSetUpLink, type NewLink, type SampleAccount } from '../people/index.ts'
import { systemClock } from '../platform/clock/clock.ts'
import { openDatabase, withinTransaction } from '../platform/database/index.ts'
import { builtLanguages } from '../platform/languages/offered-languages.ts'
import { type Languages, openLanguages } from '../platform/languages/words.ts'
import { keepSecret } from '../platform/settings/keep-secret.ts'
import { listen } from '../server.ts'
import { keepHouse } from './keep-house.ts'
import { type House, openHouse } from './open-house.ts'
import { loadSample } from './sample.ts'
import { refuse, speak, t, terminalLanguage } from './speak.ts'

const untilAsked = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal))
  })

const setUpPath = ({ token }: NewLink): string => `/${terminalLanguage()}/invitation/${token}`

const sayWhereTo = (
  house: House,
  accounts: Awaited<ReturnType<typeof loadSample>>,
  setUp: string | undefined,
): void => {
  const { origin } = house.settings
  speak.say(`\n${t('start.ready', { origin, version })}`)
  if (accounts.length > 0) {
    speak.say(t('start.accounts'))
    for (const { role, email, password } of accounts) speak.say(`  ${role.padEnd(16)} ${email.padEnd(34)} ${password}`)
    speak.say(t('start.accounts.once'))
  }
  if (setUp !== undefined) speak.say(t('start.set-up', { address: `${origin}${setUp}` }))
  speak.say(`${t('start.stop')}\n`)
}

/** Languages a Party brought itself: folders of words in the data folder, with no rebuild. */
const broughtLanguages = (overrides: string): readonly string[] =>
  existsSync(overrides)
    ? readdirSync(overrides, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    : []

/** The languages asked for, or all there are; one without words is refused by name. */
const languagesOf = ({ settings }: House): Languages => {
  const overrides = join(settings.dataDirectory, 'words')
  const built = [...new Set([...builtLanguages(), ...broughtLanguages(overrides)])]
  const unknown = settings.languages.filter((locale) => !built.includes(locale))
  if (unknown.length > 0)
    return refuse([
      { code: 'language-without-words', values: { languages: unknown.join(', '), built: built.join(', ') } },
    ])
  return openLanguages({
    offered: settings.languages.length > 0 ? settings.languages : built,
    overrides,
  })
}

const serve = async (house: House, accounts: readonly SampleAccount[], secret: string): Promise<void> => {
  const { settings, log, framework, db, files } = house
  const counters = await openDatabase({
    url: settings.databaseUrl,
    dataDirectory: settings.dataDirectory,
    log,
    poolSize: 2,
  })
  const jobs = await house.startJobs()
  try {
    const { site } = createApp({
      db,
      counters: counters.db,
      framework,
      languages: languagesOf(house),
      files,
      settings,
      secret,
      log,
      now: systemClock,
    })
    const setUp = await withinTransaction(db, (tx) => makeSetUpLink(tx, house.actor, systemClock()))
    const server = await listen(site, settings)
    const keeping = keepHouse(db, log, systemClock)
    sayWhereTo(house, accounts, setUp && setUpPath(setUp))
    await untilAsked()
    keeping.stop()
    server.close()
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 5000).unref()
  } finally {
    await jobs.close()
    await counters.close()
  }
}

/** `open-roadmap start [--empty]`: migrates, loads the fictional Party once, serves until it is asked to stop. */
export const start = async (words: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...words], options: { empty: { type: 'boolean', default: false } } })
  const house = await openHouse()
  try {
    const secret = await keepSecret(house.settings.secret, house.settings.dataDirectory)
    const accounts = values.empty ? [] : await loadSample(house)
    await serve(house, accounts, secret)
    return 0
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause
    return refuse([{ code: 'port-taken', values: { port: house.settings.port } }])
  } finally {
    await house.close()
  }
}
