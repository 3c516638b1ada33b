import type { FileRole, StudyLayout } from '../../engines/studies/index.ts'
import type { CanonicalColumn, ColumnMapping } from '../../engines/tables/index.ts'

/** The columns of a chart: a work shown at a position, in a territory, in a week. */
export const exposureColumns: readonly CanonicalColumn[] = [
  {
    name: 'territory',
    required: true,
    usualNames: ['country', 'country code', 'country iso2', 'market', 'pays', 'البلد'],
  },
  { name: 'week', required: true, usualNames: ['date', 'day', 'week ending', 'semaine', 'الأسبوع'] },
  { name: 'position', required: true, usualNames: ['rank', 'weekly rank', 'rang', 'الترتيب'] },
  { name: 'title', required: true, usualNames: ['show title', 'track', 'track name', 'name', 'titre', 'العنوان'] },
  { name: 'category', required: false, usualNames: ['type', 'chart', 'catégorie', 'الفئة'] },
  { name: 'work_id', required: false, usualNames: ['id', 'work id', 'item id', 'isrc'] },
]

/** The columns of a list of works: what a title is, where it comes from, in which language it was made. */
export const workColumns: readonly CanonicalColumn[] = [
  { name: 'title', required: true, usualNames: ['show title', 'track', 'name', 'titre', 'العنوان'] },
  {
    name: 'origin',
    required: true,
    usualNames: ['production countries', 'countries', 'country', 'country of origin', 'pays', 'بلد المنشأ'],
  },
  { name: 'category', required: false, usualNames: ['type', 'catégorie', 'الفئة'] },
  { name: 'language', required: false, usualNames: ['original language', 'languages', 'langue', 'اللغة'] },
  { name: 'work_id', required: false, usualNames: ['id', 'work id', 'item id', 'isrc'] },
]

/** A pair of files that is known by its headers. */
export interface ExposureLayout {
  readonly id: string
  readonly exposures: ColumnMapping
  readonly works: ColumnMapping
}

/** Weekly Top 10 by country as Netflix publishes it, with a list of works in the column names of The Movie Database. */
const netflix: ExposureLayout = {
  id: 'netflix',
  exposures: {
    territory: 'country_iso2',
    week: 'week',
    position: 'weekly_rank',
    title: 'show_title',
    category: 'category',
  },
  works: { title: 'title', category: 'type', origin: 'production_countries', language: 'original_language' },
}

export const exposureLayouts: readonly ExposureLayout[] = [netflix]

/** In place of a layout: the columns are those that were chosen and no others, even if the headers look familiar. */
export const noLayout = 'none'

export const findLayout = (id: string): ExposureLayout | undefined => exposureLayouts.find((layout) => layout.id === id)

/** The two files of the study. */
export const roles: readonly FileRole[] = [
  { name: 'exposures', required: true, columns: exposureColumns },
  { name: 'works', required: true, columns: workColumns },
]

/** The known pairs of files as every study tells them. */
export const layouts: readonly StudyLayout[] = exposureLayouts.map(({ id, exposures, works }) => ({
  id,
  files: { exposures: { columns: exposures }, works: { columns: works } },
}))
