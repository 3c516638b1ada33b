import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createApp } from '../app.ts'
import { version } from '../kernel/version.ts'
import { makeSetUpLink, type NewLink } from '../people/index.ts'
import { systemClock } from '../platform/clock/clock.ts'
import { withinTransaction } from '../platform/database/index.ts'
import { builtLanguages } from '../platform/languages/offered-languages.ts'
import { openLanguages } from '../platform/languages/words.ts'
import { keepSecret } from '../platform/settings/keep-secret.ts'
import { listen } from '../server.ts'
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

/** `open-roadmap start [--empty]`: migrates, loads the fictional Party once, serves until it is asked to stop. */
export const start = async (words: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...words], options: { empty: { type: 'boolean', default: false } } })
  const house = await openHouse()
  const { settings, log, framework, db, files } = house
  const secret = await keepSecret(settings.secret, settings.dataDirectory)
  const accounts = values.empty ? [] : await loadSample(house)
  const languages = openLanguages({
    offered: settings.languages.length > 0 ? settings.languages : builtLanguages(),
    overrides: join(settings.dataDirectory, 'words'),
  })
  const { site } = createApp({ db, framework, languages, files, settings, secret, log, now: systemClock })
  const jobs = await house.startJobs()
  const setUp = await withinTransaction(db, (tx) => makeSetUpLink(tx, house.actor, systemClock()))
  try {
    const server = await listen(site, settings)
    sayWhereTo(house, accounts, setUp && setUpPath(setUp))
    await untilAsked()
    server.close()
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 5000).unref()
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    await jobs.close()
    await house.close()
    if (code === 'EADDRINUSE') return refuse([{ code: 'port-taken', values: { port: settings.port } }], [], 3)
    throw cause
  }
  await jobs.close()
  await house.close()
  return 0
}
