import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Direction } from '../../kernel/locale.ts'
import { packageRoot } from '../../kernel/package-root.ts'

/** Addresses of what a page loads besides itself; each name carries a hash of its content and may be kept for good. */
export interface Assets {
  readonly style: Readonly<Record<Direction, string>>
  readonly icon: string
  readonly script?: string | undefined
}

/** The folder that `bin/build-styles.mjs` writes. */
export const assetsFolder: string = join(packageRoot, 'dist', 'assets')

/** Turns a manifest (plain name → hashed name) into addresses under `base`. Throws when a name is missing. */
export const assetsOf = (manifest: Readonly<Record<string, string>>, base = '/assets/'): Assets => {
  const address = (name: string): string => {
    const hashed = manifest[name]
    if (hashed === undefined) throw new Error(`the manifest of the assets lacks ${name}: run node bin/build-styles.mjs`)
    return base + hashed
  }
  return {
    style: { ltr: address('site.css'), rtl: address('site.rtl.css') },
    icon: address('mark.svg'),
    script: manifest['site.js'] === undefined ? undefined : address('site.js'),
  }
}

/** Reads the manifest that the build wrote. Throws when nothing was built. */
export const readAssets = (folder = assetsFolder, base = '/assets/'): Assets =>
  assetsOf(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>, base)
