import { checkIdentifier, type IdentifierKind } from '../../engines/metrics/index.ts'
import { csvText } from '../../engines/studies/index.ts'

/** An identifier completed by the one check character that agrees with its other digits. */
const complete = (kind: IdentifierKind, body: string): string => {
  const found = [...'0123456789X'].find((check) => checkIdentifier(kind, body + check).valid)
  if (found === undefined) throw new Error(`${kind} ${body} cannot be completed`)
  return body + found
}

/** An IPI name number completed by the two check digits that agree. */
const completeIpi = (body: string): string => {
  for (let check = 0; check < 100; check++) {
    const text = body + String(check).padStart(2, '0')
    if (checkIdentifier('ipi-name', text).valid) return text
  }
  throw new Error(`ipi-name ${body} cannot be completed`)
}

const withoutZeros = (text: string): string => text.replace(/^0+/, '')

const artists = [
  ['Nadia Sol', 'Meridia', 'female'],
  ['Tarek Blue', 'Meridia', 'male'],
  ['The Salt Road', 'Meridia', ''],
  ['Amara Keïta-Lune', 'Meridia', 'female'],
  ['Ines & Ivo', 'Portmeridia', ''],
  ['Kofi Meridian', 'Meridia', 'male'],
  ['Lina Ostrova', 'France', 'non-binary'],
] as const

const openings = ['Harbour', 'Night', 'Cedar', 'Paper', 'Salt', 'Silver', 'Seven', 'Distant', 'Open', 'First']
const closings = ['Lanterns', 'Rain', 'Letters', 'Bridges', 'Roads', 'Windows']

const languages = ['fr', 'ar', 'en', 'Meridian', 'ar', '']
const genres = ['pop', 'folk', 'hip hop', 'electronic', '', 'folk']

const headings = [
  'work_id',
  'title',
  'artist',
  'isrc',
  'iswc',
  'isni',
  'ipi',
  'country',
  'language',
  'genre',
  'year',
  'gender',
]

/** One recording, its identifiers of ranges that nobody was given: damaged as lists are that went through a spreadsheet, by a plain rule on its number. */
const recording = (number: number): readonly string[] => {
  const [artist, country, gender] = artists[number % artists.length]!
  const title = `${openings[number % openings.length]!} ${closings[Math.floor(number / 10) % closings.length]!}`
  const isrc = `ZZ-XA0-${19 + (number % 4)}-${String(20_000 + number * 7).padStart(5, '0')}`
  const iswc = complete('iswc', `T${String(900_000_100 + number * 13).padStart(9, '0')}`)
  const isni = complete('isni', String(999_000_380 + (number % artists.length) * 10).padStart(15, '0'))
  const ipi = completeIpi(String(999_070 + (number % artists.length) * 31).padStart(9, '0'))
  const wrongIswc = iswc.slice(0, -1) + String((Number(iswc.at(-1)) + 1) % 10)
  return [
    `M${String(number % 58).padStart(4, '0')}`,
    title,
    number % 29 === 28 ? '' : artist,
    number % 11 === 3 ? '' : number % 17 === 5 ? isrc.replace('ZZ', 'XX') : number === 46 ? 'ZZ-XA0-20-20007' : isrc,
    number % 5 === 4 ? '' : number % 13 === 6 ? wrongIswc : iswc,
    number % 3 === 2 ? '' : number % 4 === 1 ? withoutZeros(isni) : isni,
    number % 6 === 1 ? withoutZeros(ipi) : number % 7 === 4 ? '9.99070e+7' : ipi,
    country,
    languages[number % languages.length]!,
    genres[number % genres.length]!,
    String(1998 + (number % 25)),
    gender,
  ]
}

/** An invented list of recordings of the fictional Party, with damage of every usual kind. */
export const sample = {
  title: 'Identifiers in an invented list of recordings (synthetic data)',
  period: { from: '2025-01-01', to: '2025-12-31' },
  files: {
    works: {
      name: 'meridia-recordings-synthetic.csv',
      text: csvText(
        headings,
        Array.from({ length: 60 }, (_, number) => recording(number)),
      ),
    },
  },
  settings: { sector: ['music'] },
  spellings: { Meridia: 'XA' },
} as const
