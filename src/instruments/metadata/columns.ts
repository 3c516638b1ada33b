import type { IdentifierKind } from '../../engines/metrics/index.ts'
import type { FileRole, StudyLayout } from '../../engines/studies/index.ts'

/** Identifiers of works that a column can hold; `mbid` is the identifier of MusicBrainz (a UUID, without check digit). */
export type IdentifierColumn = IdentifierKind | 'mbid'

export const identifierColumns: readonly IdentifierColumn[] = [
  'isrc',
  'iswc',
  'isan',
  'eidr',
  'isbn',
  'isbn-10',
  'isbn-13',
  'issn',
  'ismn',
  'gtin',
  'doi',
  'grid',
  'isni',
  'ipi-name',
  'ipi-base',
  'mbid',
]

/** Those that name a person or group; the others name a work, recording, release or product. */
export const creatorIdentifiers: ReadonlySet<IdentifierColumn> = new Set(['isni', 'ipi-name', 'ipi-base', 'mbid'])

const usual: Readonly<Partial<Record<IdentifierColumn, readonly string[]>>> = {
  'isbn-13': ['isbn13', 'ean', 'ean13', 'gtin13', 'product identifier 15'],
  'isbn-10': ['isbn10', 'product identifier 02'],
  'ipi-name': ['ipi', 'ipi name number', 'cae'],
  'ipi-base': ['ipi base number'],
  isni: ['name identifier 16', 'contributor isni', 'author isni', 'artist isni'],
  gtin: ['upc', 'barcode', 'icpn', 'product identifier 03'],
  mbid: ['musicbrainz id', 'artist mbid'],
}

/** Elements of ONIX for Books, as lists exported from it name their columns. */
const onixNames = {
  creator: ['person name', 'personname', 'person name inverted', 'personnameinverted', 'contributor'],
  origin: ['country of publication', 'countryofpublication'],
  year: ['publication date', 'publicationdate', 'publishing date', 'publishingdate', 'year of publication'],
} as const

/** What a list of works or creators can tell. Every column is optional: what is not there is missing, and said to be. */
export const metadataRoles: readonly FileRole[] = [
  {
    name: 'works',
    required: true,
    columns: [
      {
        name: 'work_id',
        required: false,
        usualNames: ['id', 'item id', 'track id', 'book id', 'show id', 'record reference', 'recordreference'],
      },
      {
        name: 'title',
        required: false,
        usualNames: ['name', 'track', 'track name', 'title text', 'titletext', 'titre', 'العنوان'],
      },
      {
        name: 'creator',
        required: false,
        usualNames: [
          'artist',
          'author',
          'authors',
          'artists',
          'artist names',
          'director',
          ...onixNames.creator,
          'المبدع',
        ],
      },
      {
        name: 'origin',
        required: false,
        usualNames: ['country', 'area', 'production countries', ...onixNames.origin, 'pays', 'بلد المنشأ'],
      },
      {
        name: 'language',
        required: false,
        usualNames: ['language code', 'languagecode', 'original language', 'langue', 'اللغة'],
      },
      {
        name: 'year',
        required: false,
        usualNames: ['release year', 'publication year', ...onixNames.year, 'année', 'السنة'],
      },
      { name: 'genre', required: false, usualNames: ['genres', 'subject', 'main subject', 'النوع'] },
      { name: 'type', required: false, usualNames: ['kind', 'category'] },
      { name: 'gender', required: false, usualNames: ['creator gender', 'artist gender'] },
      ...identifierColumns.map((name) => ({ name, required: false, usualNames: usual[name] ?? [] })),
    ],
  },
]

/** Sectors with the fields without which a work of theirs is hard to find, to pay or to credit. */
export const expectedFields = {
  book: ['title', 'creator', 'isbn-13', 'language', 'year', 'isni'],
  music: ['title', 'creator', 'isrc', 'iswc', 'origin', 'language', 'genre', 'isni', 'ipi-name'],
  'music-artist': ['creator', 'mbid', 'isni', 'origin', 'gender', 'type', 'genre'],
  audiovisual: ['title', 'creator', 'isan', 'eidr', 'origin', 'language', 'year', 'genre'],
  press: ['title', 'issn', 'language', 'origin'],
  any: ['title', 'creator', 'origin', 'language'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Sector = keyof typeof expectedFields
export const sectors = Object.keys(expectedFields) as readonly Sector[]

const sectorSigns: readonly (readonly [Sector, readonly string[]])[] = [
  ['book', ['isbn', 'isbn-10', 'isbn-13']],
  ['audiovisual', ['isan', 'eidr']],
  ['press', ['issn']],
  ['music', ['isrc', 'iswc', 'ismn', 'grid']],
]

/** The sector of a list by the identifiers it has columns for, unless another is asked for; `any` where they do not tell. */
export const sectorOf = (columns: readonly string[]): Sector => {
  const found = sectorSigns.find(([, kinds]) => kinds.some((kind) => columns.includes(kind)))
  if (found) return found[0]
  return columns.includes('mbid') && !columns.includes('title') ? 'music-artist' : 'any'
}

/** Books in the columns of the goodbooks-10k list. */
const goodbooks: StudyLayout = {
  id: 'goodbooks',
  files: {
    works: {
      columns: {
        work_id: 'book_id',
        title: 'title',
        creator: 'authors',
        language: 'language_code',
        year: 'original_publication_year',
        'isbn-10': 'isbn',
        'isbn-13': 'isbn13',
      },
    },
  },
}

/** Artists in charts with what MusicBrainz knows of them. */
const musicbrainz: StudyLayout = {
  id: 'musicbrainz',
  files: {
    works: {
      columns: {
        creator: 'Artist',
        mbid: 'MusicBrainz ID',
        type: 'Type',
        gender: 'Gender',
        origin: 'Area',
        genre: 'Genres',
      },
    },
  },
}

/** Recordings in a report of sales of DDEX (flat file), read as the table that `engines/tables` makes of it. */
const salesReport: StudyLayout = {
  id: 'ddex-dsr',
  files: {
    works: {
      columns: {
        work_id: 'DspResourceId',
        title: 'ResourceTitle',
        creator: 'ResourceDisplayArtistName',
        isrc: 'ResourceIsrc',
        iswc: 'MusicalWorkIswc',
        isni: 'ArtistIsni',
        'ipi-name': 'ComposerIpi',
        gtin: 'ReleaseIcpn',
      },
    },
  },
}

/** Books in columns named after elements of ONIX for Books 3.0; further such columns are found by their names. */
const onix: StudyLayout = {
  id: 'onix',
  files: {
    works: {
      columns: {
        work_id: 'RecordReference',
        'isbn-13': 'ISBN13',
        title: 'TitleText',
        creator: 'PersonName',
        language: 'LanguageCode',
        year: 'PublishingDate',
      },
    },
  },
}

export const metadataLayouts: readonly StudyLayout[] = [goodbooks, musicbrainz, salesReport, onix]
