import type { Accession, CodelistItem, Party, SdgEntry, Source, Title } from './item.ts'
import { type Fields, fieldsOf, type Page } from './page.ts'
import {
  declare,
  findText,
  findYesNo,
  readDay,
  readEach,
  readEachOf,
  readOneOf,
  readReferences,
  readText,
  readTitle,
  refer,
} from './read-fields.ts'
import { openFile, readItem, readSource, type Standing } from './read-item.ts'

/** Reads `sources.yaml`: the documents and data sets that the other files name. */
export const readSources = (page: Page): readonly Source[] => {
  const fields = fieldsOf(page, page.root)
  const sources = readEach(fields, 'sources', (each): Source => {
    const key = readText(each, 'key')
    declare(page, `sources/${key}`, 'source', each.line)
    const address = findText(each, 'address')
    const licence = findText(each, 'licence')
    return {
      key,
      title: readText(each, 'title'),
      date: readText(each, 'date'),
      ...(address !== undefined && { address }),
      ...(licence !== undefined && { licence }),
    }
  })
  fields.done()
  return sources
}

export interface WrittenCodelist {
  readonly key: string
  readonly title: Title
  readonly source: string
  readonly date: string
  readonly items: readonly CodelistItem[]
}

/** Reads one codelist; its key is the name of its file, its entries get ids such as `sectors/music`. */
export const readCodelist = (page: Page, key: string): WrittenCodelist => {
  const { fields, standing } = openFile(page)
  declare(page, `codelists/${key}`, 'codelist', fields.line)
  const title = readTitle(fields, key)
  const date = readText(fields, 'date')
  const items = readEach(fields, 'items', (each): CodelistItem => {
    const code = readText(each, 'code')
    const broader = findText(each, 'broader')
    if (broader !== undefined) refer(page, `${key}/${broader}`, ['code'], each.lineOf('broader'))
    return {
      ...readItem(each, `${key}/${code}`, 'code', standing),
      code,
      ...(broader !== undefined && { broader: `${key}/${broader}` }),
      maps: readReferences(each, 'maps', ['code']),
    }
  })
  fields.done()
  return { key, title, source: standing.source, date, items }
}

/** Reads `sdg.yaml`: goals (`8`) and targets (`8.3`, `10.a`) that something here refers to. */
export const readSdg = (page: Page): readonly SdgEntry[] => {
  const { fields, standing } = openFile(page)
  const entries = readEach(fields, 'entries', (each): SdgEntry => {
    const code = readText(each, 'code')
    return {
      ...readItem(each, `sdg/${code}`, 'sdg', standing),
      code,
      level: code.includes('.') ? 'target' : 'goal',
    }
  })
  fields.done()
  return entries
}

const partyKinds = ['state', 'area', 'organisation', 'fictional'] as const

/** Reads a file of Parties, countries and areas; the main one is also the list of options `parties`. */
export const readParties = (page: Page): readonly Omit<Party, 'status' | 'accession'>[] => {
  const { fields, standing } = openFile(page)
  if (page.file.endsWith('/parties.yaml')) declare(page, 'codelists/parties', 'codelist', fields.line)
  readText(fields, 'date')
  const parties = readEach(fields, 'items', (each) => {
    const code = readText(each, 'code')
    const [alpha3, m49, currency] = [findText(each, 'alpha3'), findText(each, 'm49'), findText(each, 'currency')]
    return {
      ...readItem(each, `parties/${code}`, 'party', standing),
      code,
      kind: readOneOf(each, 'kind', partyKinds),
      ...(alpha3 !== undefined && { alpha3 }),
      ...(m49 !== undefined && { m49 }),
      ...(currency !== undefined && { currency }),
      regions: readReferences(each, 'regions', ['code'], (region) => `regions/${region}`),
      leastDeveloped: findYesNo(each, 'ldc') ?? false,
      landlockedDeveloping: findYesNo(each, 'lldc') ?? false,
      smallIslandDeveloping: findYesNo(each, 'sids') ?? false,
    }
  })
  fields.done()
  return parties
}

const instruments = ['ratification', 'acceptance', 'approval', 'accession'] as const
const firstEntryIntoForce = '2007-03-18'

/**
 * Reads the facts known of who joined when. Where the entry into force is not written it follows from Article 29:
 * three months after the deposit, but not before 18 March 2007; a day worked out so is never `verified`.
 */
export const readAccessions = (page: Page): readonly (readonly [string, Accession])[] => {
  const { fields, standing } = openFile(page)
  readText(fields, 'date')
  const entries = readEach(fields, 'items', (each): [string, Accession] => {
    const party = `parties/${readText(each, 'party')}`
    refer(page, party, ['party'], each.lineOf('party'))
    declare(page, `accessions/${party}`, 'party', each.line)
    return [party, readAccession(each, standing)]
  })
  fields.done()
  return entries
}

const accessionFacts = ['instrument', 'deposited', 'in-force'] as const

const readAccession = (fields: Fields, standing: Standing): Accession => {
  const source = readSource(fields, standing)
  const deposited = readDay(fields, 'deposited')
  const written = fields.has('in-force') ? readDay(fields, 'in-force') : undefined
  const unverified = readEachOf(fields, 'unverified', accessionFacts)
  const isVerified = (fact: (typeof accessionFacts)[number]) => standing.verified && !unverified.includes(fact)
  return {
    instrument: readOneOf(fields, 'instrument', instruments),
    deposited,
    inForce: written ?? entryIntoForce(deposited),
    source,
    verified: {
      instrument: isVerified('instrument'),
      deposited: isVerified('deposited'),
      inForce: written !== undefined && isVerified('in-force'),
    },
  }
}

/** Three months after the deposit (Article 29), for the first Parties 18 March 2007; `YYYY-MM-DD` in and out. */
export const entryIntoForce = (deposited: string): string => {
  const [year = 0, month = 1, day = 1] = deposited.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month + 3, 0)).getUTCDate()
  const later = new Date(Date.UTC(year, month + 2, Math.min(day, lastDay))).toISOString().slice(0, 10)
  return later < firstEntryIntoForce ? firstEntryIntoForce : later
}
