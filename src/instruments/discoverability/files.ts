import {
  exposuresRole,
  type FileRole,
  playsRole,
  type StudyLayout,
  usageLayouts,
  usersRole,
} from '../../engines/studies/index.ts'

const described = [
  { name: 'title', required: false, usualNames: ['show title', 'name', 'track', 'titre', 'العنوان'] },
  {
    name: 'origin',
    required: true,
    usualNames: ['produced by', 'production countries', 'country', 'countries', 'pays', 'بلد المنشأ'],
  },
  { name: 'work_id', required: false, usualNames: ['item', 'item id', 'track id', 'id', 'isrc', 'œuvre', 'العمل'] },
  { name: 'category', required: false, usualNames: ['type', 'catégorie', 'الفئة'] },
  { name: 'language', required: false, usualNames: ['original language', 'languages', 'langue', 'اللغة'] },
  { name: 'year', required: false, usualNames: ['release year', 'release date', 'année', 'السنة'] },
  { name: 'genre', required: false, usualNames: ['genres', 'listed in', 'النوع'] },
  {
    name: 'gender',
    required: false,
    usualNames: ['creator gender', 'director gender', 'artist gender', 'genre de l’artiste'],
  },
  { name: 'popularity', required: false, usualNames: ['plays', 'views', 'ratings count', 'popularité'] },
] as const

/** All that could have been shown or played. Lists meet it by title (and category), plays by identifier. */
const catalogueRole: FileRole = { name: 'catalogue', required: false, columns: described }

/** A further list that tells the origin of the works; without it the catalogue tells it. */
const worksRole: FileRole = { name: 'works', required: false, columns: described }

/** Money that users paid, or that came from a territory. */
const revenueRole: FileRole = {
  name: 'revenue',
  required: false,
  columns: [
    { name: 'amount', required: true, usualNames: ['revenue', 'fee', 'paid', 'montant', 'المبلغ'] },
    { name: 'user_id', required: false, usualNames: ['user', 'listener', 'account', 'utilisateur', 'المستخدم'] },
    { name: 'territory', required: false, usualNames: ['country', 'country code', 'pays', 'البلد'] },
    { name: 'currency', required: false, usualNames: ['devise', 'العملة'] },
  ],
}

/** Every file the study can take; which are needed depends on which stages are asked for. */
export const discoverabilityRoles: readonly FileRole[] = [
  catalogueRole,
  exposuresRole,
  { ...playsRole, required: false },
  usersRole,
  revenueRole,
  worksRole,
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

const isUsed = (name: string): boolean => described.some((column) => column.name === name)

/** Layouts of music use call the list of works `works`; it is the catalogue here, with the columns this study uses. */
const layoutsOfUse = usageLayouts.map(({ id, files }): StudyLayout => {
  const { works, ...others } = files
  if (!works) return { id, files }
  const columns = Object.fromEntries(Object.entries(works.columns).filter(([name]) => isUsed(name)))
  return { id, files: { ...others, catalogue: { ...works, columns }, works: { ...works, columns } } }
})

export const discoverabilityLayouts: readonly StudyLayout[] = [netflix, ...layoutsOfUse]
