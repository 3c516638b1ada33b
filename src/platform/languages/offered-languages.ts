import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '../../kernel/locale.ts'

/** Languages that have words in this build, English first: a language is added by adding its words files. */
export const builtLanguages = (): readonly Locale[] => {
  const found = readdirSync(join(import.meta.dirname, 'words'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted()
  return ['en', ...found.filter((locale) => locale !== 'en')]
}
