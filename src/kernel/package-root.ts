import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the checkout (the nearest one above this file with a package.json), built or not. */
export const packageRoot: string = (() => {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
})()
