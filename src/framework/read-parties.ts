import type { Accession, Party } from './item.ts'
import type { Fields, Page } from './page.ts'
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
  refer,
} from './read-fields.ts'
import { openFile, readItem, readSource, type Standing } from './read-item.ts'

/** A Party as its own file tells it; whether and when it joined is told elsewhere. */
export type WrittenParty = Omit<Party, 'status' | 'statusSource' | 'accession'>

const partyKinds = ['state', 'area', 'organisation', 'fictional'] as const

/** Reads a file of Parties, countries and areas; the main one is also the list of options `parties`. */
export const readParties = (page: Page): readonly WrittenParty[] => {
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

/** Reads the Parties of which only the fact is known: id and source. */
export const readKnownParties = (page: Page): readonly (readonly [string, string])[] => {
  const { fields, standing } = openFile(page)
  readText(fields, 'date')
  const known = readEach(fields, 'items', (each) => [readPartyReference(each), readSource(each, standing)] as const)
  fields.done()
  return known
}

/** The id of the Party; each may be told of once, in whichever file. */
const readPartyReference = (fields: Fields): string => {
  const id = `parties/${readText(fields, 'party')}`
  refer(fields.page, id, ['party'], fields.lineOf('party'))
  declare(fields.page, `accessions/${id}`, 'party', fields.line)
  return id
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
  const entries = readEach(
    fields,
    'items',
    (each) => [readPartyReference(each), readAccession(each, standing)] as const,
  )
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
