import type { LeftOutRows as RowsOfStudy, UnrecognisedSpelling as Spelling } from '../../engines/studies/index.ts'
import type { NotUsed } from '../../studies/index.ts'
import type { ExposureDocument } from './document.ts'
import type { LeftOutRows } from './left-out.ts'
import type { UnrecognisedSpelling } from './works.ts'

/** Rows of the chart as every study tells them. */
export const asLeftOut = (rows: LeftOutRows): RowsOfStudy => ({ file: 'exposures', amount: 0, ...rows })

/** A spelling of the list of works, whose rows are works. */
export const asSpelling = ({ spelling, works, suggestion }: UnrecognisedSpelling): Spelling => ({
  spelling,
  rows: works,
  suggestion,
})

/** What could not be used, over the whole of both files. */
export const notUsed = ({ left_out }: ExposureDocument): NotUsed => ({
  rows: left_out.rows.map(asLeftOut),
  spellings: left_out.unrecognised_countries.map(asSpelling),
})
