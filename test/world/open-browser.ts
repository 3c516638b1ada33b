import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const candidates = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The browser journeys are walked in: that of CHROMIUM_PATH, or Debian's. */
export const chromiumPath: string | undefined = candidates.find(
  (path) => path !== undefined && path !== '' && existsSync(path),
)

/** True when journeys must be skipped for want of a browser; says so aloud. In CI that is a failure. */
export const noBrowser = (): boolean => {
  if (chromiumPath !== undefined) return false
  if (process.env['CI'] === 'true') throw new Error('CI needs a Chromium: install it, or set CHROMIUM_PATH')
  console.warn(
    'skipped: no Chromium on this machine. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  )
  return true
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
