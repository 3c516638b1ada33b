import {
  exposuresRole,
  type FileRole,
  playsRole,
  type StudyLayout,
  usageLayouts,
  usersRole,
  worksRole,
} from '../../engines/studies/index.ts'

/** A table of flows as it is: from where to where, how much. Trade statistics, votes, tickets, translations. */
const flowsRole: FileRole = {
  name: 'flows',
  required: false,
  columns: [
    {
      name: 'destination',
      required: true,
      usualNames: ['to', 'importer', 'reporter', 'user country', 'partner', 'الوجهة'],
    },
    { name: 'origin', required: true, usualNames: ['from', 'exporter', 'country of origin', 'origine', 'المنشأ'] },
    { name: 'amount', required: true, usualNames: ['value', 'plays', 'trade value', 'count', 'valeur', 'القيمة'] },
    { name: 'period', required: false, usualNames: ['year', 'month', 'week', 'date', 'année', 'السنة'] },
    { name: 'series', required: false, usualNames: ['round', 'flow', 'indicator'] },
    {
      name: 'product',
      required: false,
      usualNames: ['hs', 'hs code', 'commodity code', 'ebops', 'ebops code', 'item code'],
    },
    { name: 'destination_code', required: false, usualNames: [] },
    { name: 'origin_code', required: false, usualNames: [] },
  ],
}

const optional = (role: FileRole): FileRole => ({ ...role, required: false })

/** Works by their title, for charts. */
const titledWorksRole: FileRole = {
  name: 'works',
  required: false,
  columns: [
    { name: 'title', required: true, usualNames: ['show title', 'name', 'titre', 'العنوان'] },
    {
      name: 'origin',
      required: true,
      usualNames: ['production countries', 'countries', 'country', 'pays', 'بلد المنشأ'],
    },
    { name: 'category', required: false, usualNames: ['type', 'catégorie', 'الفئة'] },
    { name: 'language', required: false, usualNames: ['original language', 'languages', 'langue', 'اللغة'] },
  ],
}

/** What flows can be read from, with the files each takes. */
export const sources = {
  flows: [flowsRole],
  plays: [optional(playsRole), optional(worksRole), usersRole],
  exposures: [exposuresRole, titledWorksRole],
} as const satisfies Readonly<Record<string, readonly FileRole[]>>

export type Source = keyof typeof sources
export const sourceNames = Object.keys(sources) as readonly Source[]

/** Every file the command can take. */
export const everyRole: readonly FileRole[] = [flowsRole, exposuresRole, ...sources.plays]

/** Points that televoters and juries of one country gave to the songs of others. Names are surer than the ids beside them. */
const eurovision: StudyLayout = {
  id: 'eurovision',
  files: {
    flows: {
      columns: {
        destination: 'from_country',
        origin: 'to_country',
        amount: 'total_points',
        period: 'year',
        series: 'round',
        destination_code: 'from_country_id',
        origin_code: 'to_country_id',
      },
    },
  },
}

/** Weekly Top 10 by country, with a list of works in the column names of The Movie Database. */
const netflix: StudyLayout = {
  id: 'netflix',
  files: {
    exposures: {
      columns: {
        territory: 'country_iso2',
        week: 'week',
        position: 'weekly_rank',
        title: 'show_title',
        category: 'category',
      },
    },
    works: {
      columns: { title: 'title', category: 'type', origin: 'production_countries', language: 'original_language' },
    },
  },
}

export const flowLayouts: readonly StudyLayout[] = [eurovision, netflix, ...usageLayouts]
