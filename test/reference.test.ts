import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { pagesOf, permissionMatrix } from '../src/app.ts'
import { loadFramework } from '../src/framework/index.ts'
import { packageRoot } from '../src/kernel/package-root.ts'
import { openPeople } from '../src/people/index.ts'
import { openTestDatabase } from './database.ts'
import * as reference from './reference/reference-pages.ts'

const database = await openTestDatabase()
afterAll(database.close)

const people = openPeople({
  db: database.db,
  secret: 'a secret that signs nothing here, long enough',
  origin: 'http://localhost:8005',
  matrix: permissionMatrix,
  now: () => new Date('2026-11-23T09:00:00Z'),
})

const pages: Readonly<Record<string, () => string | Promise<string>>> = {
  settings: reference.settingsPage,
  commands: reference.commandsPage,
  permissions: () => reference.permissionsPage(permissionMatrix),
  routes: () => reference.routesPage(pagesOf(people)),
  tables: () => reference.tablesPage(database.db),
  convention: () => reference.conventionPage(loadFramework()),
  instruments: reference.instrumentsPage,
  packages: reference.packagesPage,
}

describe('the reference', () => {
  it.each(Object.entries(pages))(
    'says of %s what the code says; if not, run node bin/reference.mjs',
    async (name, write) => {
      await expect(await write()).toMatchFileSnapshot(join(packageRoot, 'docs', 'reference', `${name}.md`))
    },
  )
})

/** Licences that let everybody run, change and pass on what we ship. */
const openLicences = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
])

describe('the packages', () => {
  it('all have a licence that is open', () => {
    const closed = reference
      .runningPackages()
      .filter(({ license = 'none' }) =>
        license.split(/ AND | OR /).some((each) => !openLicences.has(each.replaceAll(/[()]/g, ''))),
      )
    expect(closed.map(({ name, license }) => `${name}: ${license}`)).toEqual([])
  })
})
