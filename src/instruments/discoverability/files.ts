import { exposuresRole, type FileRole, playsRole, type StudyLayout, usersRole } from '../../engines/studies/index.ts'

const described = [
  { name: 'title', required: true, usualNames: ['show title', 'name', 'track', 'titre', 'العنوان'] },
  {
    name: 'origin',
    required: true,
    usualNames: ['produced by', 'production countries', 'country', 'pays', 'بلد المنشأ'],
  },
  { name: 'category', required: false, usualNames: ['type', 'catégorie', 'الفئة'] },
  { name: 'language', required: false, usualNames: ['original language', 'languages', 'langue', 'اللغة'] },
  { name: 'year', required: false, usualNames: ['release year', 'release date', 'année', 'السنة'] },
  { name: 'genre', required: false, usualNames: ['genres', 'listed in', 'النوع'] },
  { name: 'gender', required: false, usualNames: ['creator gender', 'director gender', 'artist gender'] },
  { name: 'popularity', required: false, usualNames: ['plays', 'views', 'ratings count', 'popularité'] },
] as const

/** All that could have been shown. */
const catalogueRole: FileRole = { name: 'catalogue', required: true, columns: described }

/** A further list that tells the origin of what was shown; without it the catalogue tells it. */
const worksRole: FileRole = { name: 'works', required: false, columns: described }

export const discoverabilityRoles: readonly FileRole[] = [
  catalogueRole,
  { ...exposuresRole, required: true },
  worksRole,
]

/** Every file the command can take; which are needed depends on whether plays are given. */
export const everyRole: readonly FileRole[] = [
  ...discoverabilityRoles.map((role) => ({ ...role, required: false })),
  { ...playsRole, required: false },
  usersRole,
]

/** The catalogue of September 2021 with its countries, the weekly Top 10 by country, works in the names of The Movie Database. */
const netflix: StudyLayout = {
  id: 'netflix',
  files: {
    catalogue: {
      columns: { title: 'title', category: 'type', origin: 'produced_by', year: 'release_year', genre: 'listed_in' },
    },
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
      columns: {
        title: 'title',
        category: 'type',
        origin: 'production_countries',
        language: 'original_language',
        year: 'release_date',
        genre: 'genres',
      },
    },
  },
}

export const discoverabilityLayouts: readonly StudyLayout[] = [netflix]
